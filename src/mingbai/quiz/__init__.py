"""Quizzes made from the rules: items whose keys the engine computes, taking them, results, exports."""
