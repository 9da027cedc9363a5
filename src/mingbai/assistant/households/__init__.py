"""Households told as a story: who lives there, what each of them is, and what all of them pay."""
