"""What people say about stories, and what became of episodes and stories as articles came."""

import msgspec

KINDS = ("join", "split", "exclude", "rename", "merge", "unmerge")


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's correction. It names articles, not ids of stories, so it outlives every rebuild.

    `join`: the stories of `articles` and of `rest` are one. `split`: `articles` are no longer in
    the story of `rest`. `exclude`: each of `articles` is in no episode but its own; `rest` are
    those that it was with. `rename`: the story of `articles` is called `text`. The story of several
    articles is the one that most of them are in. `merge` and `unmerge` speak of `entities`: an id
    that is, or is not, another, and that other. `note` is why, in the person's own words; `made`
    and `undone` are times (ISO 8601), `by` and `undone_by` names, `key` the number under which a
    library keeps it, 0 before.
    """

    kind: str
    articles: tuple[str, ...]
    rest: tuple[str, ...] = ()
    text: str = ""
    made: str = ""
    by: str = ""
    undone: str | None = None
    undone_by: str = ""
    note: str = ""
    entities: tuple[str, ...] = ()
    key: int = 0


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change of episodes or stories that were there: `kind` is merged, split or renamed.

    `what` is episode or story; `before` and `after` are ids; `day` is the day of the library's last
    article then, None when none is dated; `articles` are those that moved.
    """

    kind: str
    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    articles: tuple[str, ...]
    day: str | None = None
