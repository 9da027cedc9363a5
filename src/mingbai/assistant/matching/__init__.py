"""How near a question is to the ways of asking, the answers and the clauses that the corpus keeps."""
