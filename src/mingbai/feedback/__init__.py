"""What people think of the answers: a thumb with a reason, kept only where the person sends it."""
