"""What a story or an episode is called: the heading that fits all of it best, in its own words."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sukien.knowledge.dangling import dangles
from sukien.knowledge.grammar import function_words, reporting
from sukien.knowledge.press import alternatives, credit_cues
from sukien.model import AnnotatedArticle, Span, Word, covers, overlaps
from sukien.tell.brief.standing import leaning
from sukien.tell.label.cutting import LEAST, cut, hangs, opening, words_in
from sukien.tell.reading import Told, told_sentences
from sukien.text.syllables import canonical

_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"))
_ARTICLES = 60  # of a story, spread over it, whose headings are weighed
_SENTENCES = 3  # of an article without a title that reads so
_TITLED = 1 / 3  # of the articles with a title that reads so: no sentence is cut then
_FAULT = 0.3  # what may speak against such a title
_OPENING = 5  # sentences that tell what an article is about
_LONGEST = 18  # syllables of a title that is left as it is
_LONG = 24  # syllables of a heading where none is shorter
_READS = 0.3  # what it is worth that a sentence could be cut well
_LATER = 2.0  # what each sentence before it costs one
_CENTRAL = 4.0  # what words are worth that stand in all of a story ...
_USUAL = 0.4  # of a story: a name in less of it speaks against a heading
_FEW = 1.5
_IN_TEXT = 0.6  # what a word counts that an article's title leaves out
_NAMED = 1.5  # ... and what a name is
_BEGINNING = 6  # words among which somebody is named
_QUOTES = ('"', "“", "‘", "'")
_WORTH = {"title": 0.4, "cut title": 0.3, "lead": 0.1, "body": 0.0}


class Candidate(NamedTuple):
    """A heading, where it comes from, and what speaks against it."""

    text: str
    words: tuple[Word, ...]
    told: Told
    kind: str
    worth: float


def label(articles: Sequence[AnnotatedArticle], episodes: Sequence[Sequence[str]] = ()) -> str:
    """The heading of a story, or of one episode: what is said of the most of it.

    `articles` are in order of publication; `episodes` are the ids of the articles of each.
    """
    read = _spread(articles)
    pages = {one.id: told_sentences(one) for one in read}
    titles = [one for a in read for one in _titles(pages[a.id])]
    told = [one for one in titles if one.kind == "title" and _against(one) < _FAULT]
    titled = len(told) >= _TITLED * len(read)
    held = _held(read, pages, episodes)
    found = told if titled else [*titles, *(s for a in read for s in _sentences(pages[a.id]))]
    found = found or [one for a in read for one in _longer(pages[a.id])]
    if not found:
        first = [*pages[read[0].id], *told_sentences(read[0])][:1]
        return opening(first[0]) if first else ""
    return max(found, key=lambda one: (_value(one, held), -len(one.text), one.text)).text


def _spread(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """At most so many articles, from the first to the last."""
    if len(articles) <= _ARTICLES:
        return list(articles)
    step = (len(articles) - 1) / (_ARTICLES - 1)
    return [articles[round(n * step)] for n in range(_ARTICLES)]


def _held(
    articles: Iterable[AnnotatedArticle],
    pages: dict[str, list[Told]],
    episodes: Sequence[Sequence[str]],
) -> dict[str, float]:
    """In how much of a story each word and entity stands, each episode counting the same."""
    home = {name: number for number, ids in enumerate(episodes) for name in ids}
    sizes = Counter(home.get(one.id, 0) for one in articles)
    held: dict[str, float] = {}
    for one in articles:
        share = 1 / sizes[home.get(one.id, 0)] / len(sizes)
        first = pages[one.id][:_OPENING]
        titles = [told for told in first if told.part == "title"]
        said, titled = (frozenset(w for told in part for w in _said(told))
                        for part in (first, titles or first))  # fmt: skip
        for word in said:
            weight = share if word in titled else _IN_TEXT * share
            held[word] = held.get(word, 0.0) + weight
    return held


def _said(told: Told) -> Iterator[str]:
    """The words of a sentence that carry it, and the entities that it names."""
    words = words_in(told.article, told.span)
    if words:
        yield from _content(told.article, words)
        yield from sorted(_entities(told.article, words))


def _content(article: AnnotatedArticle, words: Iterable[Word]) -> list[str]:
    """The words that carry a sentence, in canonical form; no times, no quantities."""
    told_apart = (*article.times, *article.quantities)
    found = [article.surface(w).casefold() for w in words
             if w.pos in _CONTENT and not any(overlaps(w, one) for one in told_apart)]  # fmt: skip
    return [canonical(word) for word in found if word not in function_words()]


def _entities(article: AnnotatedArticle, words: Sequence[Word]) -> set[str]:
    """The entities that words name."""
    named = (n for n in article.names if words[0].start <= n.start < words[-1].end)
    return {n.entity for n in named if n.entity and any(overlaps(n, w) for w in words)}


def _titles(page: Sequence[Told]) -> Iterator[Candidate]:
    """The title of an article, cut to a heading when it is long."""
    titles = [told for told in page if told.part == "title"]
    for told in titles:
        text, credited = _uncredited(_trimmed(told.text))
        words = words_in(told.article, told.span)
        if words and LEAST - 1 <= len(text.split()) <= _LONGEST:
            yield Candidate(text, words, told, "cut title" if credited else "title", 0.0)
        elif (piece := cut(told)) is not None:
            yield Candidate(piece.text, piece.words, told, "cut title", piece.worth)


def _sentences(page: Sequence[Told]) -> Iterator[Candidate]:
    """The first sentences of an article, cut to headings."""
    told_kinds = [told for told in page if told.part in {"lead", "body"}]
    for place, told in enumerate(told_kinds[:_SENTENCES]):
        piece = cut(told)
        if piece is not None:
            yield Candidate(piece.text, piece.words, told, told.part, piece.worth - _LATER * place)


def _longer(page: Sequence[Told]) -> Iterator[Candidate]:
    """Longer headings, where no sentence gives a short one."""
    for told in page[:_OPENING]:
        if (piece := cut(told, _LONG)) is not None:
            yield Candidate(piece.text, piece.words, told, "body", piece.worth)


def _trimmed(title: str) -> str:
    """A title without its full stop, or the marks around all of it."""
    text = title.removesuffix(".") if not title.endswith("..") else title
    return text.strip()


def _uncredited(title: str) -> tuple[str, bool]:
    """A title without who made a picture in brackets at its end; with one it was a caption."""
    match = _credit().search(title)
    return (title[: match.start()].rstrip(), True) if match else (title, False)


@functools.cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s*(?:{alternatives(credit_cues())})(?!\w)[^()\[\]]*[)\]]$")


def _value(one: Candidate, held: Mapping[str, float]) -> float:
    """How well a heading fits: its words and names stand in much of the story, and it reads so."""
    article = one.told.article
    words = set(_content(article, one.words))
    central = sum(held.get(word, 0.0) for word in sorted(words)) / (len(words) + _FEW)
    names = sorted(_entities(article, one.words))
    known = sum(held.get(name, 0.0) - _USUAL for name in names) / max(1, len(names))
    fits = _CENTRAL * central + _NAMED * known
    return round(fits + _WORTH[one.kind] + _READS * one.worth - _against(one), 6)


def _against(one: Candidate) -> float:
    """What speaks against a heading: an open question, somebody's words, who is not named."""
    text = one.text
    against = 0.2 if text.endswith(("?", "…", "...")) else 0.0
    against += 0.5 if text.startswith(_QUOTES) else 0.0
    against += 0.4 if text[:1].islower() else 0.0
    against += 0.5 if dangles(text) else 0.0
    against += 0.25 if _ages(one) else 0.0
    hanging = not {",", ":"} & set(text) and hangs(one.told.article, one.words[0])
    against += 0.4 if hanging else 0.0
    against += 0.5 if _is_somebody(one) or _leans(one) else 0.0
    against += 0.0 if _has_a_verb(one) else 0.2
    if one.kind in {"lead", "body"}:
        against += 0.4 if _reports(one) else 0.0
        against += 0.4 if ":" in text else 0.0
    return against


def _reports(one: Candidate) -> bool:
    """Whether a heading only says that somebody says something, or a picture shows it."""
    article = one.told.article
    return any(article.surface(word).casefold() in reporting() for word in one.words)


def _leans(one: Candidate) -> bool:
    """Whether a heading points to what was named elsewhere: `Nước này ...`."""
    span = Span(one.words[0].start, one.words[-1].end)
    known = leaning(one.told._replace(span=span))
    return bool(known.needs) or (one.kind != "title" and not known.can_stand)


def _ages(one: Candidate) -> bool:
    """Whether a heading speaks of a day as `hôm nay`, which is another one tomorrow."""
    article, span = one.told.article, one.told.span
    days = (article.surface(t) for t in article.times if covers(span, t) and t.type == "DATE")
    return any(day in one.text and not any(c.isdigit() for c in day) for day in days)


def _is_somebody(one: Candidate) -> bool:
    """Whether a heading speaks of somebody whom it does not name before."""
    article = one.told.article
    for word, after in pairwise(one.words[:_BEGINNING]):
        if any(name.start <= word.start < name.end for name in article.names):
            return False
        known = function_words().get(article.surface(word).casefold(), ())
        if "pronoun" in known and after.pos not in {"NOUN", "PROPN"}:
            return True
    return False


def _has_a_verb(one: Candidate) -> bool:
    return any(word.pos in {"VERB", "ADJ", "AUX"} for word in one.words)
