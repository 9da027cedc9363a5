"""What to do in one turn: what a message is about, which tool to call, what to ask, decline or say."""
