"""What a story tells: timeline, figures, brief, entities, network, label."""

from sukien.tell.story import BRIEF_WORDS, VERSION, tell, tell_brief, tell_plainly

__all__ = ["BRIEF_WORDS", "VERSION", "tell", "tell_brief", "tell_plainly"]
