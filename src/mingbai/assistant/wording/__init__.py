"""Putting what the tools found into plain Chinese, with what was assumed."""
