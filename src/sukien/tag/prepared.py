"""Every table of the tagger, read when this module is imported.

The server from which processes are forked imports it, so that they share one copy.
"""

from sukien.model import Article
from sukien.tag import tag

tag([Article(id="", text="Hà Nội")])
