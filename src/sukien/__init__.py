"""Sukien reads Vietnamese news and keeps the story."""
