"""Questions asked of the assistant, with what must come out, and the scores it gets."""
