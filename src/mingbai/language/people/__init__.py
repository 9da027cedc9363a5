"""Of whom a message speaks, and of which illness."""
