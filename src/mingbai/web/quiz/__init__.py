"""The tab 培训测验: taking a quiz, and the trainer's side of it."""
