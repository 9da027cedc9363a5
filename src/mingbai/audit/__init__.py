"""Holding the corpus against the originals it was written from, and asking about what looks odd in it."""
