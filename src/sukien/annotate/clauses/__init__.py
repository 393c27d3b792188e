"""Sentences as rows of units, their phrases, and whom they mean: what three layers read."""
