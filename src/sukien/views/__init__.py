"""What a page, a response or a terminal shows: one documented struct each."""
