"""Reading a language model's reply back: what cannot be read does not go out.

Lists of forbidden words always lack the next lie, so here the burden lies with the reply. It is taken apart into
segments, and each must be one of these, wholly: words the rules would have said themselves, a statement of money that
the ledger of the estimate bears out (`ledger`), a statement that one clause sentence bears out with the same subject
(`clauses`), or words that claim nothing (`plain_words`). All else is held back, retried once, and then the person gets
the rules' answer. Wrongly held words cost only the model's manner, for the rules' answer is as right; that is why the
model may word the amount itself at all, instead of having the rules' first line set before its own and everything said
twice. Without any tool a model may only greet, or be heard to do one of three things that it can see where the rules
miss them (`acts`); the words for these are the rules' own.
"""
