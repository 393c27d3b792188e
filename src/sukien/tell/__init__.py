"""What a story tells: timeline, figures, brief, entities, network, label; what lists need of it."""

from sukien.tell.story import BRIEF_WORDS, VERSION, tell, tell_brief, tell_plainly
from sukien.tell.summary import story_index

__all__ = ["BRIEF_WORDS", "VERSION", "story_index", "tell", "tell_brief", "tell_plainly"]
