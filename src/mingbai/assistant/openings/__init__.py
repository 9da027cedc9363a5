"""The lines that open a reply, chosen from what the tools found."""
