"""The parts of an article: title, lead, captions and their credits, byline, agencies, body.

What the source itself marked is trusted. The rest is read from the sentences: the first without a
full stop is the title, what follows it is the lead as far as the learned judge goes, a line with a
credit is a caption, and the end is read from behind for who wrote it and where it comes from.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from sukien.annotate.base import Layer
from sukien.annotate.parts import captions as parts_captions
from sukien.annotate.parts import layout
from sukien.annotate.parts import leads as parts_leads
from sukien.annotate.parts.credits import (
    Credit,
    Signature,
    closing_source,
    find_credits,
    is_illustration,
    read_signature,
)
from sukien.knowledge.press import house_pattern
from sukien.model import AnnotatedArticle, Part, Span

TITLE_WORDS = 40
HEADING_WORDS = 16
CAPTION_WORDS = 110
LINE_LEAD_WORDS = 110
TAIL = 12
CREDIT_BONUS = 0.5
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.?!…:;,][\"'”’)\]\s]*$")
_STOP = re.compile(r"(?<![.])[.;,][\"'”’)\]\s]*$")
_RELATED = re.compile(r"(?:>|»|→|(?i:xem thêm|mời xem|đọc thêm|có thể bạn quan tâm)\b)")
_GOES_ON = "caption that goes on"
_MERGED = ("title", "lead", "body", "heading")


class Unit(NamedTuple):
    """A sentence as a part of the page: its place, words, credits, whether it opens a line."""

    start: int
    end: int
    text: str
    credits: tuple[Credit, ...]
    opens_line: bool

    @property
    def words(self) -> int:
        """How many words (syllables, numbers) it has."""
        return len(_WORD.findall(self.text))

    @property
    def only_credit(self) -> bool:
        """Whether nothing but a credit is in it."""
        return bool(self.credits) and not _WORD.search(self.text[: self.credits[0].start])


class Page(NamedTuple):
    """An article's units with what is known of them; `kinds` and `signatures` fill step by step."""

    units: tuple[Unit, ...]
    kinds: list[str]
    signatures: dict[int, Signature]
    lined: bool


def find_parts(document: AnnotatedArticle) -> tuple[Part, ...]:
    """The parts of one article, in order, none over another."""
    return find_all([document])[0]


def find_all(batch: Sequence[AnnotatedArticle]) -> list[tuple[Part, ...]]:
    """The parts of many articles; one does not influence the other."""
    pages = [_read(document) for document in batch]
    given = [_mark_given(p, d.article.given) for p, d in zip(pages, batch, strict=True)]
    firsts = [_mark_title(p, d.article.given) for p, d in zip(pages, batch, strict=True)]
    sheet = layout.make_sheet(
        [(document.text, _stretches(page)) for page, document in zip(pages, batch, strict=True)]
    )
    words = layout.read_words(sheet)
    looks = parts_captions.score(sheet, words, layout.weights())
    edges = np.cumsum([0, *(len(page.units) for page in pages)]).tolist()
    for page in pages:
        _mark_tail(page)
        _mark_inner_signatures(page)
    _mark_leads(batch, pages, firsts, (sheet, words, looks, edges))
    found = []
    for page, known, (start, end) in zip(pages, given, pairwise(edges), strict=True):
        _mark_captions(page, looks[start:end])
        _mark_headings(page)
        found.append(_ordered([*known, *_parts(page, known)]))
    return found


def _stretches(page: Page) -> list[layout.Stretch]:
    """The lines of a page as their layout is judged: each without its credit."""
    found = []
    for number, (unit, kind) in enumerate(zip(page.units, page.kinds, strict=True)):
        follows = number + 1 < len(page.units) and page.units[number + 1].only_credit
        end = unit.start + unit.credits[0].start if unit.credits else unit.end
        credited = follows or bool(unit.credits)
        found.append(layout.Stretch(unit.start, end, credited, kind.endswith("title")))
    return found


def _read(document: AnnotatedArticle) -> Page:
    text, breaks = document.text, frozenset(document.article.breaks)
    units, last = [], 0
    for sentence in document.sentences:
        words = text[sentence.start : sentence.end]
        opens = any(at in breaks for at in range(last, sentence.start + 1)) if breaks else False
        found = find_credits(words) if ":" in words else ()
        units.append(Unit(sentence.start, sentence.end, words, found, opens or not last))
        last = sentence.end
    return Page(tuple(units), [""] * len(units), {}, len(breaks) > 2)


def _mark_given(page: Page, given: Sequence[Part]) -> list[Part]:
    """Takes over the parts that the source marked, the body apart; their units are settled."""
    taken = []
    for part in given:
        if part.kind == "body" or part.start >= part.end:
            continue
        inside = [n for n, unit in enumerate(page.units) if part.start <= unit.start < part.end]
        credited = part.kind == "caption" and any(page.units[n].credits for n in inside)
        taken += [] if credited else [part]
        for number in inside:
            page.kinds[number] = "caption" if credited else f"given {part.kind}"
    return taken


def _mark_title(page: Page, given: Sequence[Part]) -> int:
    """Finds the title; returns the number of the unit after it."""
    known = [n for n, kind in enumerate(page.kinds) if kind == "given title"]
    if known:
        return known[-1] + 1
    if any(part.kind in ("lead", "body") for part in given) or len(page.units) < 2:
        return 0
    size = _title_size(page)
    page.kinds[:size] = ["title"] * size
    return size


def _title_size(page: Page) -> int:
    """How many units the title takes: none, one, or two when the first one asks or calls out."""
    one, two = page.units[0], page.units[1]
    if not _may_be_title(one) or page.kinds[0]:
        return 0
    if one.text.rstrip("\"'”’ ")[-1:] in "?!" and not two.opens_line:
        return 2 if len(page.units) > 2 and _may_be_title(two) and two.words <= 14 else 1
    return 1


def _may_be_title(unit: Unit) -> bool:
    short = 0 < unit.words <= TITLE_WORDS
    return short and not _STOP.search(unit.text) and not unit.credits and not _house(unit.text)


def _house(text: str) -> bool:
    """Whether a text opens with the short name of a paper, as leads do."""
    return bool(house_pattern().match(text))


def _mark_tail(page: Page) -> None:
    """Reads the end from behind: signatures, credits, related links, and text said before."""
    repeated = _repeated(page)
    for number in range(len(page.units) - 1, 0, -1):
        if page.kinds[number] or (number < len(page.units) - TAIL and not repeated[number]):
            break
        unit = page.units[number]
        signature = None if unit.only_credit else read_signature(unit.text)
        if signature:
            page.kinds[number], page.signatures[number] = "signature", signature
        elif not (unit.only_credit or _RELATED.match(unit.text) or repeated[number]):
            _mark_closing(page, number)
            break


def _mark_inner_signatures(page: Page) -> None:
    """`Minh Anh (Theo AFP)` signs wherever it stands: articles are put together from several."""
    for number, unit in enumerate(page.units[1:], 1):
        if page.kinds[number] or not unit.text.rstrip(" .").endswith(")"):
            continue
        signature = read_signature(unit.text)
        if signature and signature.authors and signature.agencies:
            page.kinds[number], page.signatures[number] = "signature", signature


def _repeated(page: Page) -> list[bool]:
    """Which units say word for word what stood before."""
    first: dict[str, int] = {}
    return [first.setdefault(unit.text, n) < n for n, unit in enumerate(page.units)]


def _mark_closing(page: Page, number: int) -> None:
    """A source in brackets after the last sentence."""
    sources = closing_source(page.units[number].text)
    if sources:
        page.signatures[number] = Signature(agencies=sources)


def _mark_leads(
    batch: Sequence[AnnotatedArticle],
    pages: Sequence[Page],
    firsts: Sequence[int],
    read: tuple[layout.Sheet, layout.Shared, layout.Scores, list[int]],
) -> None:
    """The units between title and body of each article."""
    sheet, words, looks, edges = read
    judged, starts = [], []
    for n, (page, first) in enumerate(zip(pages, firsts, strict=True)):
        if not first or "given lead" in page.kinds:
            continue
        first = _skip_head(page, first)  # noqa: PLW2901
        if page.lined:
            size = _lined_lead(page, first)
            page.kinds[first : first + size] = ["lead"] * size
        else:
            habit = parts_leads.read_habit(batch[n].text)
            judged.append((page, first))
            starts.append((edges[n] + first, _most(page, first), habit))
    at = parts_leads.choices(starts, looks)
    for (page, first), size in zip(judged, parts_leads.choose(sheet, words, at), strict=True):
        page.kinds[first : first + size] = ["lead"] * size


def _most(page: Page, first: int) -> int:
    """How many units could be the lead: those before the first picture, and not the last."""
    number = first
    while number < min(len(page.units) - 1, first + parts_leads.LINES) and not page.kinds[number]:
        follows = page.units[number + 1].only_credit
        if page.units[number].credits or follows:
            break
        number += 1
    return number - first


def _skip_head(page: Page, first: int) -> int:
    """Past bylines and agencies that stand between title and lead on lines of their own."""
    while page.lined and first < len(page.units) - 1 and not page.kinds[first]:
        signature = read_signature(page.units[first].text)
        if not (signature and page.units[first].opens_line and page.units[first + 1].opens_line):
            break
        page.kinds[first], page.signatures[first] = "signature", signature
        first += 1
    return first


def _lined_lead(page: Page, first: int) -> int:
    """The lead is the first line after the title, when it is no picture and not too long."""
    stop = first + 1
    while stop < len(page.units) and not page.units[stop].opens_line:
        stop += 1
    line = page.units[first:stop]
    plain = all(not (u.credits or k) for u, k in zip(line, page.kinds[first:stop], strict=True))
    short = sum(unit.words for unit in line) <= LINE_LEAD_WORDS
    return len(line) if plain and short and stop < len(page.units) else 0


def _mark_captions(page: Page, looks: layout.Scores) -> None:
    for number, unit in enumerate(page.units):
        if page.kinds[number]:
            continue
        if unit.only_credit:
            page.kinds[number] = "credit"
        elif unit.credits or _is_caption(page, looks, number):
            page.kinds[number] = "caption"
        if page.lined and unit.credits:
            _mark_caption_line(page, number)


def _mark_caption_line(page: Page, number: int) -> None:
    """All that stands before a credit on its line is one caption."""
    first = number
    while not page.units[first].opens_line and page.kinds[first - 1] in {"body", "caption", ""}:
        first -= 1
    if sum(unit.words for unit in page.units[first:number]) > CAPTION_WORDS:
        return
    last = number - page.units[number].only_credit
    if last < first:
        return
    page.kinds[first : last + 1] = [_GOES_ON] * (last - first) + page.kinds[last : last + 1]
    if last < number:
        page.kinds[last] = "caption"


def _is_caption(page: Page, looks: layout.Scores, number: int) -> bool:
    if _RELATED.match(page.units[number].text) or _is_echo(page, number):
        return False
    if is_illustration(page.units[number].text):
        return True
    credited = number + 1 < len(page.units) and page.units[number + 1].only_credit
    return float(looks[number]) + CREDIT_BONUS * credited > 0


def _is_echo(page: Page, number: int) -> bool:
    """Whether a unit is the title once more."""
    return page.kinds[0] == "title" and _bare(page.units[number]) == _bare(page.units[0])


def _bare(unit: Unit) -> str:
    return "".join(_WORD.findall(unit.text)).lower()


def _mark_headings(page: Page) -> None:
    """Short units without a mark inside the body; everything left is body."""
    for number, unit in enumerate(page.units):
        if page.kinds[number]:
            continue
        short = not _END.search(unit.text) and unit.words <= HEADING_WORDS
        inner = 0 < number < len(page.units) - 1 and not _RELATED.match(unit.text)
        page.kinds[number] = "heading" if (short and inner) or _is_echo(page, number) else "body"


def _parts(page: Page, given: Sequence[Part]) -> list[Part]:
    """Parts from the kinds of the units: neighbours of one kind are one title, lead or body."""
    found: list[Part] = []
    numbered = enumerate(page.kinds)
    for kind, group in groupby(numbered, key=lambda pair: pair[1]):
        numbers = [number for number, _ in group]
        if kind in _MERGED:
            end = _body_end(page, numbers[-1])
            found.append(Part(page.units[numbers[0]].start, end, kind))
        if kind == _GOES_ON:
            found.append(Part(page.units[numbers[0]].start, page.units[numbers[-1]].end, kind))
        for number in numbers:
            found += _small_parts(page.units[number], kind, page.signatures.get(number))
    found = _joined_captions(found)
    return [part for part in found if not any(_touch(part, known) for known in given)]


def _joined_captions(parts: list[Part]) -> list[Part]:
    """The parts, each caption with what stands before it on its line."""
    found: list[Part] = []
    for part in parts:
        opened = found.pop() if found and found[-1].kind == _GOES_ON else part
        found.append(Part(opened.start, part.end, part.kind))
    return found


def _body_end(page: Page, number: int) -> int:
    """The end of a unit without the bracket that holds its source."""
    unit, signature = page.units[number], page.signatures.get(number)
    if not signature or not signature.agencies:
        return unit.end
    bracket = unit.text.rfind("(", 0, signature.agencies[0].start)
    return unit.start + len(unit.text[:bracket].rstrip())


def _small_parts(unit: Unit, kind: str, signature: Signature | None) -> list[Part]:
    """The caption and credits of a unit, or its authors and agencies."""
    at = unit.start
    found: list[tuple[Span, str]] = []
    if kind == "caption":
        cut = unit.credits[0].start if unit.credits else len(unit.text)
        found.append((Span(0, len(unit.text[:cut].rstrip(" \t\n-–—(["))), kind))
    if kind in ("caption", "credit"):
        found += [(credit.name, "credit") for credit in unit.credits]
        found += _leftover(unit)
    if signature:
        found += [(span, "byline") for span in signature.authors]
        found += [(span, "agency") for span in signature.agencies]
        found += [(span, "credit") for span in signature.credits]
    return [Part(at + s.start, at + s.end, k) for s, k in found if s.start < s.end]


def _leftover(unit: Unit) -> list[tuple[Span, str]]:
    """What a unit goes on to say after its last credit is body."""
    rest = unit.text[unit.credits[-1].end :] if unit.credits else ""
    word = _WORD.search(rest)
    start = len(unit.text) - len(rest) + (word.start() if word else len(rest))
    return [(Span(start, len(unit.text)), "body")] if word else []


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _ordered(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (part.start, part.end)))


LAYER = Layer(gives="parts", needs=("sentences",), version=2, run=find_all)
