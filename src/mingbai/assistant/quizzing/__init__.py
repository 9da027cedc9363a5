"""A quiz in the conversation: the items come from `mingbai.quiz`, where it stands is read from the messages."""
