"""The facade: a library of articles, their stories, and what can be asked of it."""
