"""The search of a site without a server: words and where they stand, in small scripts.

A script holds the words that begin with the same two letters, each as it is written with the
numbers of the stories and articles that it is in, as a set: neither its place nor how often it
stands there, so that nobody can put a text together again. The page loads those that a search
needs; `js/site-search.js` reads them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sukien.text.folding import fold

AT_ONCE = 500
"""How many entries a script of entries holds."""

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 24
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIX = 2


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A story or an article that the search can find.

    `words` are the different words of its text, `told` its first words. `file` is its page in the
    first language.
    """

    kind: str
    title: str
    file: str
    date: str
    source: str
    told: str
    words: frozenset[str]


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, in small letters."""
    return frozenset(word for word in _WORD.findall(text.lower()) if len(word) <= _LONGEST)


def scripts(entries: Sequence[Entry]) -> dict[str, str]:
    """Every file of the search by its path in the site. Entries are numbered in their order."""
    found = _postings(entries)
    made: dict[str, dict[str, dict[str, str]]] = {}
    for word in sorted(found):
        plain = fold(word)
        made.setdefault(shard(plain), {}).setdefault(plain, {})[word] = _numbers(found[word])
    files = {f"search/{name}.js": _call("shard", name, made[name]) for name in sorted(made)}
    for start in range(0, len(entries), AT_ONCE):
        lines = [_line(entry) for entry in entries[start : start + AT_ONCE]]
        number = start // AT_ONCE
        files[f"search/entries-{number}.js"] = _call("entries", number, lines)
    facts = {"size": len(entries), "step": AT_ONCE, "shards": sorted(made)}
    files["search/index.js"] = _call("index", facts)
    return files


def shard(plain: str) -> str:
    """The script that holds a word, by its first letters without diacritics."""
    start = plain[:_PREFIX]
    return start if start.isascii() else "-".join(f"{ord(letter):x}" for letter in start)


def _postings(entries: Sequence[Entry]) -> Mapping[str, Sequence[int]]:
    """Of each word its entries: twice the number, and one more where the title has it."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        titled = words_of(entry.title)
        for word in entry.words | titled:
            found.setdefault(word, []).append(2 * number + (word in titled))
    return found


def _numbers(ascending: Iterable[int]) -> str:
    """The steps between numbers, to the base of 36."""
    at, steps = 0, []
    for number in ascending:
        steps.append(_base36(number - at))
        at = number
    return ".".join(steps)


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, len(_LETTERS))
        digits = _LETTERS[digit] + digits
    return digits


def _line(entry: Entry) -> list[str]:
    return [entry.kind, entry.title, entry.file, entry.date, entry.source, entry.told]


def _call(name: str, *values: object) -> str:
    """A script that hands over values; nothing in them can end the script or a line of it."""
    written = ",".join(msgspec.json.encode(value).decode() for value in values)
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"siteSearch.{name}({written});\n"
