"""Words that tell whether a phrase means somebody: names, titles, kin, documents that speak."""

from sukien.annotate.clauses.phrases import Range, is_finite
from sukien.annotate.clauses.reference import can_speak
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row, Unit
from sukien.knowledge.grammar import speaker_details, speaker_nouns

TITLE = 6
_SHORTENED = frozenset({"ts", "pgs", "gs", "ths", "bs", "ks", "kts", "ls", "lm", "tp", "s", "p"})
_AND = frozenset({"và", "mà", "nên", "còn", "thì"})


def lives(row: Row, index: int) -> bool:
    """Whether the verb at `index` belongs to the phrase: `ngụ quận 3`, `có tên Phong`."""
    named = row[index].text == "có" and index + 1 < len(row) and row[index + 1].text == "tên"
    return named or "lives" in speaker_details().get(row[index].text, ())


def person_in(row: Row, first: int, stop: int) -> bool:
    """Whether a part is a person's name with titles before it."""
    for unit in row[first : min(stop, first + 2 * TITLE)]:
        if unit.label == "PER":
            return True
        stops = unit.kind in {"mark", "verb"} and unit.text != "."
        if stops or unit.is_a("of", "preposition", "place", "conjunction"):
            return False
    return False


def shortened(row: Row, stop: int) -> bool:
    """Whether the full stop at `stop` ends a title: `TS. Nam`."""
    return stop > 0 and row[stop].text == "." and row[stop - 1].text.split(".")[-1] in _SHORTENED


def many(unit: Unit) -> bool:
    """Whether it counts several: `các`, `nhiều`, but not `một`."""
    return unit.is_a("determiner") and unit.text not in {"một", "vị"}


def is_kin(row: Row, part: Range) -> bool:
    """`Mẹ của A`, `vợ anh A`: somebody told of by another person's name."""
    if "kin" in speaker_details().get(row[part[0]].text, ()):
        return True
    return row[part[1] - 1].label == "PER" and not person_in(row, *part)


def is_person(unit: Unit) -> bool:
    """Whether it is a person's name or a pronoun."""
    return unit.label == "PER" or unit.is_a("pronoun")


def hangs(unit: Unit) -> bool:
    """Whether no phrase ends with it: a preposition, a conjunction, an adverb."""
    return unit.is_a("preposition", "conjunction", "adverb") and unit.kind not in {"noun", "name"}


def speaks(row: Row, first: int, last: int) -> bool:
    """Whether the phrase starts with somebody who can say something, or with a document."""
    for unit in row[first:last]:
        if "person" in speaker_details().get(unit.text, ()) or unit.text in speaker_nouns():
            return True
        once = "once" in speaker_details().get(unit.text, ())
        if not once and unit.text not in QUOTE_MARKS and not unit.is_a("determiner"):
            break
        first += 1
    if first >= last:
        return False
    maker = row[first].text == "nhà" and row[first + 1 : last] != []
    if maker and row[first + 1].kind == "verb":
        return True
    return can_speak(row, first, last) or person_in(row, first, last)


def titles_before(row: Row, name: int) -> int:
    """The index at which the titles before a name start."""
    at = name
    while at > 0 and row[at - 1].kind in {"noun", "adj"} and name - at < TITLE:
        if row[at - 1].is_a("opener", "adverb", "subordinator", "preposition"):
            break
        at -= 1
    return at


def past_link(row: Row, first: int, stop: int) -> int:
    """Where the clause behind `... có 100 thành viên và` starts, else `first`."""
    for index in range(stop - 2, first, -1):
        if row[index].text in _AND and row[index].kind != "noun":
            clause = any(is_finite(u) or u.kind == "verb" for u in row[first:index])
            return index + 1 if clause else first
    return first
