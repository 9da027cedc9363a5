"""The sums of a message as bills: one or several, of whom, of which visit, added or compared."""
