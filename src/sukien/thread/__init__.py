"""From articles to episodes and from episodes to stories."""
