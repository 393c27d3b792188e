"""Where articles come from, as pages, terminal and JSON show it."""

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from building import annotated, story
from sukien.cli import main
from sukien.library import Library, open_library
from sukien.model import LINEAGE_REASONS, ORIGIN_KINDS, Evidence, Lineage, Origin, Source
from sukien.store import Card, open_sqlite
from sukien.tell.origins import Origins
from sukien.views.articles import article_page
from sukien.views.contract import json_line
from sukien.views.lineages import OriginLine, OriginTable
from sukien.views.origins import lineage_words, origin_name, origin_names
from sukien.views.stories import story_page


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.sukien"
    rows = [
        annotated("Bão vào\nMưa lớn.", "a", published="2024-05-01", publisher="Tuổi Trẻ"),
        annotated(
            "Bão vào rồi\nMưa lớn ở [Huế|LOC city:Hue].",
            "b",
            published="2024-05-02",
            publisher="Báo Núi",
        ),
        annotated("Bão tan\nNắng lên.", "c", published="2024-05-03", publisher="VTV"),
    ]
    told = story(*rows)
    proofs = tuple(Evidence(article=one, start=0, end=3) for one in "abc")
    line = msgspec.structs.replace(told.timeline[0], evidence=proofs, articles=3, sources=2)
    copies = (("a", "b"),)
    told = msgspec.structs.replace(
        told, timeline=(line,), duplicates=copies, lineage=Origins(rows, copies).lineage
    )
    store = open_sqlite(path, create=True)
    store.put_articles(rows, "hand")
    store.put_stories([told])
    store.close()
    with open_library(path, refresh=False) as opened:
        yield opened


def test_a_story_page_lists_articles_under_their_origins(library: Library):
    page = story_page(library, "s1")
    told = [(one.origin.name, [line.card.id for line in one.articles]) for one in page.origins]
    assert told == [("Tuổi Trẻ", ["a", "b"]), ("VTV", ["c"])]
    copied = page.origins[0].articles[1]
    assert lineage_words(copied) == "gần như giống hệt bài “Bão vào”"
    assert lineage_words(copied, "en") == "nearly the same as “Bão vào”"


def test_a_line_of_the_timeline_has_its_sentences_under_their_origins(library: Library):
    [line] = story_page(library, "s1").timeline
    assert [(one.origin.name, [p.article for p in one.places]) for one in line.backed] == [
        ("Tuổi Trẻ", ["a", "b"]),
        ("VTV", ["c"]),
    ]
    assert len(line.origins) == line.sources


def test_a_sentence_of_a_brief_has_its_origin(library: Library):
    [line] = story_page(library, "s1").brief
    assert [one.origin.name for one in line.backed] == ["Tuổi Trẻ"]


def test_an_article_says_where_it_comes_from_and_what_it_copies(library: Library):
    page = article_page(library, "b")
    assert page.origin is not None
    assert page.origin.original is not None
    assert (page.origin.original.id, [card.id for card in page.copies]) == ("a", ["a"])
    plain = article_page(library, "c")
    assert plain.origin is not None
    assert (lineage_words(plain.origin), plain.copies) == ("bài của VTV", ())


def test_the_terminal_and_json_tell_the_same(library: Library, tmp_path: Path):
    page = story_page(library, "s1")
    decoded = msgspec.json.decode(json_line(page))
    assert [one["origin"]["name"] for one in decoded["origins"]] == ["Tuổi Trẻ", "VTV"]
    shown = CliRunner().invoke(main, ["story", str(tmp_path / "a.sukien"), "s1"]).output
    assert "Tuổi Trẻ (báo đăng)  2 bài" in shown
    assert "Tuổi Trẻ (2), VTV (1)" in " ".join(shown.split())


def test_every_reason_and_kind_has_words():
    card = Card(id="a", title="Bão vào", url=None, publisher=None, published=None)
    for reason in LINEAGE_REASONS:
        lineage = Lineage(article="a", sources=(Source("k", "AFP", "agency"),), reason=reason)
        line = OriginLine(card=card, lineage=lineage, original=card)
        for language in ("vi", "en"):
            assert lineage_words(line, language)
            assert "{" not in lineage_words(line, language)
    told = Origins((), ()).among(["x"])
    for kind in ORIGIN_KINDS:
        named = [msgspec.structs.replace(one, name="AFP", kind=kind) for one in told]
        assert origin_name(named[0]).startswith("AFP (")
        assert origin_names(named) == "AFP (1)"
    assert origin_name(told[0]) == "bài không ghi nguồn"


def test_copies_stand_under_what_they_copy():
    def line(name: str, copy_of: str | None = None) -> OriginLine:
        card = Card(id=name, title=name, url=None, publisher=None, published=None)
        source = (Source("k", "AFP", "agency"),)
        lineage = Lineage(article=name, sources=source, reason="copy", copy_of=copy_of)
        return OriginLine(card=card, lineage=lineage)

    lines = (line("a"), line("b", "a"), line("c", "b"), line("d", "elsewhere"), line("e", "e"))
    origin = Origin(key="k", name="AFP", kind="agency", articles=tuple("abcde"))
    table = OriginTable(origin=origin, articles=lines)
    told = [(one.line.card.id, [copy.card.id for copy in one.copies]) for one in table.descents]
    assert told == [("a", ["b", "c"]), ("d", []), ("e", [])]
    assert table.left == 0


def test_the_words_that_show_a_source_are_kept(library: Library):
    words = {line.card.id: line.words for table in story_page(library, "s1").origins
             for line in table.articles}  # fmt: skip
    assert set(words) == {"a", "b", "c"}
    assert all(isinstance(one, str) for one in words.values())
