"""What a story tells: timeline, figures, brief, entities."""
