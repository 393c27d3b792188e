"""Unicode, offsets, spacing: pure functions of strings."""
