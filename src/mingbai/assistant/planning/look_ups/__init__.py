"""The searches of the clauses for a message: for all of it, for what it goes on with, for each of its parts."""
