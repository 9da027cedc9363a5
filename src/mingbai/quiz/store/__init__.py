"""Where classes, quizzes being taken, answers and practice cards are kept: SQLite by default, PostgreSQL by URL."""
