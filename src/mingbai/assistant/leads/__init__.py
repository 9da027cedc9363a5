"""The direct answer that one kind of rule gives to a question: dates, papers, premiums, ratios, yes or no."""
