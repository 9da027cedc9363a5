"""A language model's words and tool calls, held against what the rules read and the tools found."""
