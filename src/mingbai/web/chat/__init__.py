"""The tab 问报销: one conversation, its transcript, and what people say of the answers."""
