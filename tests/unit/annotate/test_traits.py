"""What a unit can be in a phrase, told by its text, its kind and its classes."""

import pytest

from sukien.annotate.clauses import traits
from sukien.annotate.clauses.traits import traits_of
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import function_words

CASES = [
    ("đã", "adv", traits.FINITE | traits.GROUP, traits.NOMINAL | traits.STARTS),
    ("bị", "verb", traits.FINITE | traits.PASSIVE, traits.VERBAL),
    ("bị thương", "verb", traits.PASSIVE | traits.VERBAL, traits.FINITE),
    ("của", "prep", traits.OF, traits.STARTS | traits.BACK | traits.STAYS),
    ("những", "det", traits.DETERMINER | traits.STARTS, traits.HEAD),
    ("cầu", "noun", traits.STARTS | traits.HEAD | traits.NOMINAL | traits.BACK, traits.ACTS),
    ("cao", "adj", traits.NOMINAL | traits.INNER, traits.STARTS | traits.FIRST | traits.HEAD),
    ("Lan", "name", traits.NAME | traits.HEAD | traits.FIRST, traits.BACK),
    ("hôm qua", "time", traits.TIME, traits.NOMINAL | traits.STAYS),
    ("lãnh đạo", "noun", traits.DOUBLE, traits.VERBAL | traits.BACK),
    ("khiến", "verb", traits.EDGE, traits.BREAK),
    (";", "mark", traits.BREAK | traits.EDGE | traits.STAYS, traits.QUOTE),
    ("“", "mark", traits.BREAK | traits.QUOTE, traits.STAYS),
    ("–", "mark", traits.DASH, traits.BREAK),
    ("công an", "noun", traits.ACTOR | traits.ACTS, traits.FINITE),
    ("công an này", "noun", traits.ACTS, traits.ACTOR),
    ("người qua đường", "noun", traits.ACTS, traits.FINITE),
]


@pytest.mark.parametrize(("text", "kind", "has", "lacks"), CASES)
def test_traits_of_a_word(text: str, kind: str, has: int, lacks: int) -> None:
    found = traits_of(text, kind, function_words().get(text, traits.NONE))
    assert found & has == has
    assert found & lacks == 0


def test_words_that_no_table_knows_share_the_traits_of_their_kind() -> None:
    assert traits_of("bàn", "noun") == traits_of("ghế", "noun")
    assert "bàn" not in actor_nouns()


def test_every_class_of_function_words_is_a_trait_or_marks_a_verb() -> None:
    classes = {name for found in function_words().values() for name in found}
    for name in sorted(classes):
        assert traits_of("xyz", "other", frozenset({name}))
