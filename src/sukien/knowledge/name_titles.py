"""What stands before a person's name: the role (`giám đốc`), and the gender that `bà` tells."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.name_cues import cues, form, kin_words
from sukien.knowledge.tables import read_table
from sukien.text.phrases import Phrases
from sukien.text.syllables import canonical
from sukien.text.tokens import pieces

_BEFORE = 48  # characters before a name that are looked at
_LONGEST = 3  # syllables of a title


class Title(NamedTuple):
    """The title before a name, lower-cased (empty when there is none), and the gender it tells."""

    role: str
    gender: str


def title_before(text: str, start: int) -> Title:
    """The title that ends right before `start`. Words for any person (`ông`) are no role."""
    left = text[max(0, start - _BEFORE) : start].replace(".", " ")
    words = [canonical(token) for token in pieces(left)]
    role, end = "", len(words)
    gender = ""
    while (begin := _ends(words, end)) < end:
        phrase = " ".join(words[begin:end])
        gender = gender or _genders()["before"].get(phrase, "")
        role = role or ("" if phrase in kin_words() else phrase)
        end = begin
    return Title(role, gender)


def without_title(name: str) -> str:
    """A name of two words or more without the title that stuck to it: `TS Lê Văn Hà`."""
    words = name.replace(".", ". ").split()
    plain = [canonical(word.rstrip(".")) for word in words]
    hit = _titles().at(plain, 0)
    return " ".join(words[hit[1] :]) if hit and len(words) - hit[1] > 1 else name


def gender_inside(name: str) -> str:
    """The gender that a full name tells: `Nguyễn Thị Lan` is a woman's."""
    words = [canonical(word) for word in name.split()[1:-1]]
    return next((g for w in words if (g := _genders()["inside"].get(w))), "")


def _ends(words: list[str], end: int) -> int:
    """Where the longest title that ends at `end` begins; `end` when there is none."""
    table = _titles()
    for begin in range(max(0, end - _LONGEST), end):
        hit = table.at(words[:end], begin)
        if hit and hit[1] == end:
            return begin
    return end


def _titles() -> Phrases[str]:
    return cues("person")


@cache
def _genders() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"before": {}, "inside": {}}
    for row in read_table("genders"):
        found[row["where"]][form(row["word"])] = row["gender"]
    return found
