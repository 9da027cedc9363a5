"""The questions of one message, part by part: what each asks, of whom, and what it carries on from those before it."""
