"""Sums of more than one estimate: several bills, comparisons, what was paid before, what a cap has left."""
