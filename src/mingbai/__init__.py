"""Mingbai (明白): answers about Chinese medical-insurance policy, exact to the fen, with the clause beside it."""
