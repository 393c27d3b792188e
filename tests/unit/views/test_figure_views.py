"""What a person sees of a figure: pairs that do not simply agree, reasons in both languages."""

import re
from pathlib import Path

import pytest

import sukien.tell.figures as room
from building import annotated
from sukien.knowledge.figures import MARKS
from sukien.model import Figure, FigureJudgement, FigurePoint, Speaker
from sukien.store import Card
from sukien.tell.figures.verdicts import VERDICTS
from sukien.tell.origins import Origins
from sukien.views.contract import PLAIN_VERDICTS
from sukien.views.figures import figure_reason, figure_tables
from sukien.views.language import LANGUAGES, phrase
from sukien.views.places import Places

_REASON = re.compile(r'Verdict\(\s*"\w+",\s*"([^"]+)"')


def _reasons() -> set[str]:
    source = (Path(next(iter(room.__path__))) / "verdicts.py").read_text(encoding="utf-8")
    return {*_REASON.findall(source), *MARKS}


def test_every_reason_and_verdict_has_words():
    assert len(_reasons()) > 15
    for language in LANGUAGES:
        assert all(figure_reason(one, "2024 2025", language) for one in _reasons())
        assert all(phrase(one, language) and phrase(f"about_{one}", language) for one in VERDICTS)
    assert set(PLAIN_VERDICTS) == set(VERDICTS)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", "nói về hai ngày: 12/4/2024, 19/5/2024"),
        ("en", "of two days: 12 Apr 2024, 19 May 2024"),
    ],
)
def test_days_are_told_as_days(language, words):
    assert figure_reason("days", "2024-04-12 2024-05-19", language) == words


def test_pairs_stand_with_both_sentences_the_gravest_first():
    texts = ("Có 5 người chết, xã nói.", "Có 7 người chết.", "Có 7 người bị nạn.")
    articles = {f"a{at}": annotated(text, article_id=f"a{at}") for at, text in enumerate(texts)}
    cards = {
        name: Card(id=name, title="Tin", publisher=None, published=None, url=None)
        for name in articles
    }
    points = tuple(
        FigurePoint(
            start=3, end=10, value=float(text[3]), low=None, high=None, mod=None, date=None,
            article=f"a{at}", speaker=Speaker(17, 19) if at == 0 else None,
        )
        for at, text in enumerate(texts)
    )  # fmt: skip
    figure = Figure(
        about="người chết",
        points=points[:2],
        beside=points[2:],
        verdict="conflict",
        judgements=(
            FigureJudgement(one=1, other=2, verdict="same", reason="equal"),
            FigureJudgement(one=0, other=2, verdict="scope", reason="part"),
            FigureJudgement(one=0, other=1, verdict="conflict", reason="one moment"),
        ),
    )
    [table] = figure_tables([figure], Places(articles, cards), Origins(articles.values(), ()))
    assert [pair.verdict for pair in table.comparisons] == ["conflict", "scope"]
    assert [pair.plain for pair in table.comparisons] == ["conflict", "changed"]
    assert table.comparisons[0].one.place.text == texts[0]
    assert table.lines[0].speaker == "xã"
    assert len(table.lines) == 2
