"""What a message is about, by its words and by where the conversation stood before it."""
