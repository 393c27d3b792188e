"""The interface's texts in the reader's language."""

import tomllib
from functools import cache
from importlib import resources

from sukien.views.numbers import number_words

LANGUAGES = ("vi", "en")


@cache
def _texts() -> dict[str, dict[str, str]]:
    """The texts of all files in `phrases`; a name that two of them give is an error."""
    texts: dict[str, dict[str, str]] = {}
    folder = resources.files("sukien.views") / "phrases"
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        if twice := texts.keys() & read.keys():
            raise ValueError(f"{path.name}: {', '.join(sorted(twice))}: another file has it too")
        texts |= read
    return texts


def phrase(key: str, language: str = "vi") -> str:
    """The interface's text of that name. Raises KeyError for one that is not there."""
    return _texts()[key][language]


def counted(kind: str, number: int, language: str = "vi") -> str:
    """`1.250 bài`, `1 article`: English has another word for one."""
    key = f"count_{kind}_one" if number == 1 else f"count_{kind}"
    return phrase(key, language).format(n=number_words(number, language))


def both(key: str) -> str:
    """The text in Vietnamese with English beside it, as the terminal shows it."""
    texts = _texts()[key]
    return f"{texts['vi']} · {texts['en']}"


def glossed(key: str) -> str:
    """The text in Vietnamese with English in brackets, where a dot parts other things."""
    texts = _texts()[key]
    return f"{texts['vi']} ({texts['en']})"
