"""The layer `quotes`: what somebody says or writes, who, and the verb that reports it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.annotate.base import Layer
from sukien.annotate.clauses.phrases import Range
from sukien.annotate.clauses.reference import Spoken
from sukien.annotate.clauses.rows import Row, read, span, start_of
from sukien.annotate.quotes.behind import asks_before, dialogue, followed, pointed_back
from sukien.annotate.quotes.chain import with_chains
from sukien.annotate.quotes.direct import (
    Place,
    Said,
    attribute,
    opens_clause,
    place_of,
    stands_alone,
    told_after,
)
from sukien.annotate.quotes.indirect import reported
from sukien.annotate.quotes.marks import Marked, marked
from sukien.annotate.quotes.persons import titles_before
from sukien.annotate.quotes.speakers import linked
from sukien.annotate.quotes.titles import with_titles
from sukien.annotate.quotes.turns import behind_colons, interview, unopened
from sukien.model import AnnotatedArticle, Quote, Sentence, Span, Speaker
from sukien.text.tokens import pieces

_LEAST = 2
_SEVERAL = 8
_LONGEST = 2000


_LINE_END = re.compile(
    r"[.\s]*\n|[.\s]*\((?=[Ảả]nh\b)|\s[-–]\s(?=[Ảả]nh\b)|(?<=[\"”])\.(?=[^\W\d_a-zà-ỹ])|(?:\.\.\.|…)\s(?=[A-ZĐ])"
)


_LIST = re.compile(r"[^\w\n]{1,4}(?:(?:và|hay|hoặc)[^\w\n]{1,3})?")


class _Speech(NamedTuple):
    """A direct quotation: its stretch and place, and who says it where that is written."""

    stretch: Marked
    place: Place
    said: Said | None


def quotes_of(article: AnnotatedArticle) -> tuple[Quote, ...]:
    """The quotations of an article, in order; none overlaps another."""
    rows = read(article)
    if not rows:
        return ()
    writer = _Writer(article.text, rows, Spoken(article.names, article.text))
    speeches = _apart(_all_speech(article, rows))
    waiting: dict[int, list[_Speech]] = {}
    for speech in speeches:
        waiting.setdefault(speech.place.first, []).append(speech)
    used = _used(speeches)
    inside = 0  # characters before this offset belong to a direct quotation
    for number, row in enumerate(rows):
        here = waiting.get(number, [])
        writer.pointed(number, inside)
        for piece, behind in _outside(row, here, (inside, used.get(number, 0))):
            writer.indirect(number, piece)
            if behind:
                writer.direct(behind)
                inside = max(inside, behind.stretch.close)
    found = with_titles(article.text, writer.quotes, writer.headline)
    return tuple(sorted(found, key=lambda quote: quote.start))


def _all_speech(article: AnnotatedArticle, rows: list[Row]) -> list[_Speech]:
    """Direct speech of every form; what is told without marks gives way to nothing inside it."""
    turns = [_Speech(*turn) for turn in interview(article.text, rows)]
    speech = [*_marked_speech(article, rows), *_dashed_speech(rows)]
    told = [_Speech(*turn) for turn in behind_colons(article.text, rows)]
    return [*turns, *speech, *told]


def _apart(speeches: list[_Speech]) -> list[_Speech]:
    """Those that overlap none before them in the list, in the order of the text."""
    kept: list[_Speech] = []
    starts: list[int] = []
    for speech in speeches:
        at = bisect_left(starts, speech.stretch.start)
        before = at and kept[at - 1].stretch.end > speech.stretch.start
        behind = at < len(kept) and kept[at].stretch.start < speech.stretch.end
        if not before and not behind:
            kept.insert(at, speech)
            starts.insert(at, speech.stretch.start)
    return kept


def _marked_speech(article: AnnotatedArticle, rows: list[Row]) -> list[_Speech]:
    found: list[_Speech] = []
    unsaid: list[Marked] = []  # stretches that open a sentence, with nobody named beside them
    waiting: list[tuple[Marked, Place]] = []  # paragraphs that the next one goes on with
    for inner in marked(article.text, article.sentences):
        stretch, place = _outer(inner, unsaid, article.sentences, rows)
        if stretch is not inner:
            found = [speech for speech in found if speech.stretch.start < stretch.start]
        length = len(pieces(article.text[stretch.start : min(stretch.end, stretch.start + 400)]))
        said = attribute(stretch, place, rows, length) if length >= _LEAST else None
        if said is None and stretch.continued and place.before == 0:
            waiting.append((stretch, place))
            continue
        said = said or _listed(article.text, found, stretch, length)
        alone = said is None and stretch.closed and stands_alone(place, rows, length)
        if said or alone:
            speech = _Speech(stretch, place, said or told_after(place, rows))
            shared = speech.said._replace(cue=None) if speech.said else None
            found += [*(_Speech(*before, shared) for before in waiting), speech]
        waiting.clear()
        if said and said.sentence == place.last and said.cue and said.cue > place.after:
            unsaid.clear()
        elif place.before == 0 and (alone or not stretch.closed or length > _SEVERAL):
            unsaid.append(stretch)
    return found


def _listed(text: str, found: list[_Speech], stretch: Marked, length: int) -> Said | None:
    """Who says a stretch that follows another in a list: `bình luận: "...", "..."`."""
    before = found[-1] if found else None
    said = before.said if before else None
    if before is None or said is None or said.cue is None or length <= _LEAST:
        return None
    if not stretch.closed or (said.sentence, said.cue) > (before.place.first, before.place.before):
        return None
    return said if _LIST.fullmatch(text, before.stretch.close, stretch.start) else None


def _outer(
    inner: Marked, unsaid: list[Marked], sentences: tuple[Sentence, ...], rows: list[Row]
) -> tuple[Marked, Place]:
    """The stretch that a pair of marks belongs to, where it is longer, and its place."""
    place = place_of(inner, sentences, rows)
    stretch = _from(unsaid, inner) if _closes(inner, place, rows) else inner
    if not inner.opened:
        stretch = unopened(inner, place, rows)
    return stretch, place if stretch is inner else place_of(stretch, sentences, rows)


def _closes(stretch: Marked, place: Place, rows: list[Row]) -> bool:
    """Whether a stretch within a clause has a speaker behind it: the end of a longer one."""
    if opens_clause(rows[place.first], place.before) or not stretch.closed:
        return False
    outro = followed(rows[place.last], place.after)
    return outro is not None and outro[1] is not None


def _from(unsaid: list[Marked], stretch: Marked) -> Marked:
    """The stretch from the last opening of a sentence on, where that is not far."""
    if not unsaid or stretch.end - unsaid[-1].start > _LONGEST:
        return stretch
    return Marked(unsaid[-1].start, stretch.end, stretch.close)


def _dashed_speech(rows: list[Row]) -> Iterator[_Speech]:
    for number, row in enumerate(rows):
        asked = asks_before(rows, number)
        if asked:
            before = rows[number - 1]
            stretch = Marked(before[0].start, before[-1].end, before[-1].end)
            place = Place(number - 1, 0, number - 1, len(before) - 1)
            yield _Speech(stretch, place, Said(number, *asked))
        found = dialogue(row)
        if found:
            dash, speaker, cue = found
            end = row[dash - 1].end
            stretch = Marked(row[1].start, end, end)
            yield _Speech(stretch, Place(number, 0, number, dash), Said(number, speaker, cue))


def _used(speeches: list[_Speech]) -> dict[int, int]:
    """For each sentence the unit after the last cue of a direct quotation in it."""
    used: dict[int, int] = {}
    for speech in speeches:
        if speech.said and speech.said.cue is not None:
            after = speech.said.cue + 1
            used[speech.said.sentence] = max(after, used.get(speech.said.sentence, 0))
    return used


def _outside(
    row: Row, speeches: list[_Speech], taken: tuple[int, int]
) -> Iterator[tuple[Range, _Speech | None]]:
    """The runs of units of a sentence that no direct quotation uses, each with the one behind it.

    `taken` are the character up to which an earlier one goes and the unit after the last cue.
    """
    inside, used = taken
    low = bisect_left(row, inside, key=start_of)
    if low:
        low = min(low + 1, len(row))  # the closing mark
    for speech in speeches:
        yield (low, max(low, _before(row, speech, low))), speech
        low = bisect_left(row, speech.stretch.close, key=start_of)
    yield (min(max(low, used), len(row)), len(row)), None


def _before(row: Row, speech: _Speech, low: int) -> int:
    """The end of what stands before a quotation and does not introduce it."""
    said, mark = speech.said, speech.place.before
    if said is None or said.cue is None or said.cue > mark or said.sentence != speech.place.first:
        return mark
    end = linked(row, said.cue, low)
    return end - 1 if end > low and row[end - 1].text == "," else end


class _Writer:
    """Quotations as they are found, with the memory of who spoke last."""

    def __init__(self, text: str, rows: list[Row], spoken: Spoken) -> None:
        self.text = text
        self.rows = rows
        self.spoken = spoken
        self.quotes: list[Quote] = []
        self.previous: Speaker | None = None
        self.headline: Marked | None = None  # a title all in marks

    def indirect(self, number: int, piece: tuple[int, int]) -> None:
        row = self.rows[number][piece[0] : piece[1]]
        leads = piece[1] < len(self.rows[number])
        for content, speaker, cue in reported(row, follows=piece[0] > 0, leads=leads):
            whole = self._line(span(row, *content))
            said_by = self._speaker(row, speaker) if speaker else self.previous
            at = span(row, cue, cue + 1)
            if said_by is not None:
                quote = Quote(whole.start, whole.end, kind="indirect", speaker=said_by, cue=at)
                self.quotes.append(quote)

    def pointed(self, number: int, inside: int) -> None:
        """The sentence before one such as `Đó là khẳng định của ông A`."""
        row, before = self.rows[number], self.rows[number - 1] if number else []
        found = pointed_back(row)
        if not found or len(before) < _SEVERAL or before[0].start < inside:
            return
        last = len(before) - (before[-1].text == ".")
        content = span(before, 0, last)
        if not self.quotes or self.quotes[-1].end <= content.start:
            speaker = self._speaker(row, found[0])
            cue = span(row, found[1], found[1] + 1)
            self.quotes.append(Quote(*_ends(content), kind="indirect", speaker=speaker, cue=cue))

    def _line(self, content: Span) -> Span:
        """What a sentence says, up to the end of the line and without a picture's credit."""
        found = _LINE_END.search(self.text, content.start, content.end)
        return Span(content.start, found.start()) if found else content

    def direct(self, speech: _Speech) -> None:
        stretch, said = speech.stretch, speech.said
        if any(q.end > stretch.start and q.start < stretch.end for q in self.quotes[-4:]):
            return
        speaker, cue = self._last_mention(stretch.start), None
        if said:
            row = self.rows[said.sentence]
            speaker = self._speaker(row, said.speaker) if said.speaker else self.previous
            cue = span(row, said.cue, said.cue + 1) if said.cue is not None else None
        if speaker is None and cue is None and not speech.place.first:
            self.headline = stretch
        if speaker is not None or cue is not None:
            quote = Quote(stretch.start, stretch.end, kind="direct", speaker=speaker, cue=cue)
            self.quotes.append(quote)

    def _last_mention(self, place: int) -> Speaker | None:
        """Who spoke last, where he was named last before a character."""
        last = self.previous
        if last is None or last.entity is None or not last.entity.startswith("person:"):
            return last
        between = self.spoken.within(Span(last.end, place))
        name = next((name for name in reversed(between) if name.entity == last.entity), None)
        if name is None:
            return last
        row = self.rows[max(0, bisect_right(self.rows, name.start, key=_row_start) - 1)]
        at = bisect_left(row, name.start, key=start_of)
        first = titles_before(row, at) if at < len(row) else at
        return Speaker(row[first].start, name.end, last.entity) if at < len(row) else last

    def _speaker(self, row: Row, units: Range) -> Speaker:
        whole = span(row, *units)
        entity = self.spoken.entity(row, *units)
        self.spoken.last = entity or self.spoken.last
        self.previous = Speaker(whole.start, whole.end, entity)
        return self.previous


def _ends(content: Span) -> Range:
    return content.start, content.end


def _row_start(row: Row) -> int:
    return row[0].start if row else 0


def _run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Quote, ...]]:
    return [tuple(with_chains(article, quotes_of(article))) for article in batch]


LAYER = Layer(gives="quotes", needs=("sentences", "words", "names", "times"), version=3, run=_run)
