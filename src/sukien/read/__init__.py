"""From files to articles: one file a kind, listed here."""
