"""Finding the clause that answers a question, and the line of it that answers straight."""
