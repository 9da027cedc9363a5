"""What is for the staff alone: the door, people's opinions, the bureau's own documents."""
