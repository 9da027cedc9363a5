"""One case under one policy: what is missing, what is taken for granted, and how its estimate is told."""
