"""One turn of a conversation: understanding, tools, guard, reply."""
