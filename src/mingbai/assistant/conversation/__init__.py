"""Where a conversation stands: its facts, its bills and persons, and what a message changes of them."""
