"""Articles that date happenings, built by hand for tests of what stories tell.

A line is a sentence; `[ngày 16/3|2024-03-16]` marks a time in it, and words behind ` #` its events:
`#coup` happened on the line's first time, `#meet/planned` is planned for it, `#coup@2024-03` has
that date although the line does not say so.
"""

import re

from building import marked
from sukien.knowledge.grammar import function_words
from sukien.model import (
    AnnotatedArticle,
    Article,
    Episode,
    Event,
    Part,
    Role,
    Sentence,
    Span,
    Story,
    Thread,
    Time,
    Word,
)
from sukien.tell import tell

_EVENT = re.compile(r" #([\w-]+)(?:/(\w+))?(?:@([\w-]+))?")


def article(
    name: str, published: str | None, *lines: str, publisher: str | None = None, actor: str = ""
) -> AnnotatedArticle:
    """An article whose first line is its title; `actor` takes part in all its events."""
    text, sentences, times, events = "", [], [], []
    for number, line in enumerate(lines):
        plain, marks = marked(_EVENT.sub("", line))
        start = len(text)
        found = [Time(start + a, start + b, "DATE", value) for a, b, value in marks]
        times += found
        roles = (Role(start, start + 1, role="actor", entity=actor),) if actor else ()
        for kind, status, date in _EVENT.findall(line):
            events.append(
                Event(
                    type=kind,
                    trigger=Span(start, start + 1),
                    sentence=number,
                    roles=roles,
                    date=date or (found[0].value if found else published),
                    status=status or "actual",
                )
            )
        text += plain + "\n"
        sentences.append(Sentence(start, start + len(plain)))
    parts = [Part(s.start, s.end, "title" if not i else "body") for i, s in enumerate(sentences)]
    return AnnotatedArticle(
        article=Article(id=name, text=text, published=published, publisher=publisher),
        sentences=tuple(sentences),
        words=tuple(_word(m) for m in re.finditer(r"\w+", text)),
        parts=tuple(parts),
        times=tuple(times),
        events=tuple(events),
    )


def _word(match: re.Match[str]) -> Word:
    pos = "ADP" if match[0].casefold() in function_words() else "NOUN"
    return Word(match.start(), match.end(), pos)


def told(*articles: AnnotatedArticle) -> Story:
    """The story of the articles."""
    episode = Episode(id="e", label="", articles=tuple(one.id for one in articles))
    return tell(Thread(id="t", episodes=(episode,)), articles)
