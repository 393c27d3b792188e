import re
import tomllib
from pathlib import Path

import sukien
from sukien.views.language import LANGUAGES, counted, phrase

SOURCE = Path(next(iter(sukien.__path__)))
FILES = sorted((SOURCE / "views" / "phrases").glob("*.toml"))
READ = [tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES]
TEXTS = {key: texts for read in READ for key, texts in read.items()}


def test_no_text_stands_in_two_files():
    assert len(TEXTS) == sum(map(len, READ))


def test_every_text_is_there_in_both_languages():
    for key, texts in TEXTS.items():
        assert set(texts) == set(LANGUAGES), key
        assert all(texts.values()), key


def test_every_text_that_python_asks_for_is_there():
    asked = set()
    for path in SOURCE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r'\b(?:phrase|both)\("([a-z_]+)"', source))
    assert asked - set(TEXTS) == set()
    assert asked


def test_counts_have_separators_and_a_word_for_one():
    assert counted("articles", 1250) == "1.250 bài"
    assert counted("articles", 1250, "en") == "1,250 articles"
    assert counted("articles", 1, "en") == "1 article"


def test_a_text_that_is_missing_is_an_error():
    try:
        phrase("no such text")
    except KeyError:
        return
    raise AssertionError("a missing text must not pass in silence")
