"""Messages that are read against the answer before them: its figures, another case, another thing."""
