"""What stands behind articles, from articles built by hand."""

import msgspec
import pytest

from building import annotated, marked
from sukien.knowledge.press import citing_words, outlets
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle, Lineage, Part, Quote, Speaker
from sukien.tell.origins import Origins, lineages

ROWS = read_table("citing_words")


def article(markup: str, name: str = "a", *, agencies: str = "", **known: str) -> AnnotatedArticle:
    """An article with a line `Theo X, Y` for its agencies."""
    text = f"{markup}\nTheo {agencies}" if agencies else markup
    made = annotated(text, name, **known)
    parts = list(made.parts)
    for agency in filter(None, agencies.split(", ")):
        start = made.text.index(agency, parts[-1].start)
        parts.append(Part(start, start + len(agency), "agency"))
    if agencies:
        parts = [part for part in parts if made.surface(part) != f"Theo {agencies}"]
    return msgspec.structs.replace(made, parts=tuple(parts))


def one(made: AnnotatedArticle) -> Lineage:
    return next(iter(lineages([made], ())))


def behind(made: AnnotatedArticle) -> tuple[str, tuple[str, ...]]:
    found = one(made)
    return found.reason, found.keys


def shown(made: AnnotatedArticle) -> list[str]:
    return [made.surface(proof) for proof in one(made).evidence]


def test_a_credited_agency_stands_behind_an_article_however_it_is_written():
    short = article("Bão vào\nMưa lớn.", agencies="Tân Hoa xã", publisher="Báo Sông")
    assert behind(short) == ("credited", ("org:Xinhua",))
    assert shown(short) == ["Tân Hoa xã"]
    assert behind(article("Bão vào\nMưa lớn.", agencies="Bão Biển Times")) == (
        "credited",
        ("org:Bão Biển Times",),
    )


def test_the_author_of_the_credited_paper_is_no_source():
    made = article("Bão vào\nMưa lớn.", agencies="Hà Trang, Dân Việt")
    assert behind(made) == ("credited", ("org:Dân Việt",))
    assert behind(article("Bão vào\nMưa.", agencies="Hà Trang")) == (
        "credited",
        ("org:Hà Trang",),
    )


@pytest.mark.parametrize("cue", [row["form"] for row in ROWS if row["place"] == "before"])
def test_words_before_an_outlet_cite_it(cue: str):
    assert behind(article(f"Bão vào\nHôm qua, {cue} [Reuters|ORG org:Reuters], mưa lớn."))[1] == (
        "org:Reuters",
    )


@pytest.mark.parametrize("verb", [row["form"] for row in ROWS if row["place"] == "after"])
def test_what_an_outlet_does_cites_it(verb: str):
    made = article(f"Bão vào\n[Reuters|ORG org:Reuters] hôm 3/5 {verb} mưa lớn.")
    assert behind(made) == ("cited", ("org:Reuters",))
    assert shown(made) == ["Reuters"]


@pytest.mark.parametrize("noun", [row["form"] for row in ROWS if row["place"] == "noun"])
def test_what_only_an_outlet_is_makes_an_unknown_name_one(noun: str):
    made = article(f"Bão vào\nTheo {noun} [Sao Khuya|ORG org:Sao Khuya], mưa lớn.")
    assert behind(made) == ("cited", ("org:Sao Khuya",))


@pytest.mark.parametrize("noun", [row["form"] for row in ROWS if row["place"] == "loose"])
def test_what_others_are_too_needs_a_known_outlet(noun: str):
    assert behind(article(f"Bão vào\nTheo {noun} [Sao Khuya|ORG], mưa."))[0] == "alone"
    assert behind(article(f"Bão vào\nTheo {noun} [BBC|ORG org:BBC], mưa."))[0] == "cited"


@pytest.mark.parametrize("word", [row["form"] for row in ROWS if row["place"] == "own"])
def test_a_reporter_of_the_house_may_stand_between(word: str):
    assert behind(article(f"Bão vào\nÔng nói với {word} [BBC|ORG org:BBC] rằng mưa."))[0] == "cited"


@pytest.mark.parametrize("name", citing_words("platform"))
def test_a_platform_is_no_outlet(name: str):
    assert behind(article(f"Bão vào\nTheo trang tin [{name}|ORG], mưa lớn."))[0] == "alone"


def test_an_outlet_far_from_the_opening_or_only_named_is_no_source():
    lines = "\n".join(["Bão vào", *["Mưa lớn suốt đêm."] * 3])
    assert behind(article(f"{lines}\nTheo [Reuters|ORG org:Reuters], mưa."))[0] == "alone"
    assert behind(article("Bão vào\n[BBC|ORG org:BBC] mất điện vì mưa."))[0] == "alone"


def test_several_outlets_of_one_list_are_cited():
    text = "Bão vào\nTheo [AFP|ORG org:AFP], [CNN|ORG org:CNN] và [BBC|ORG org:BBC], mưa lớn."
    assert behind(article(text)) == ("cited", ("org:AFP", "org:CNN", "org:BBC"))


def test_most_quotations_through_an_outlet_cite_it():
    text, (at, *_) = marked("Bão vào\nMưa.\nMưa.\nMưa.\nÔng A nói với [CNN|x] rằng mưa.")
    via = (Speaker(at[0], at[1], entity="org:CNN"),)
    made = annotated(text)
    quote = Quote(kind="indirect", start=8, end=11, via=via)
    other = Quote(kind="indirect", start=13, end=16)
    many = msgspec.structs.replace(made, quotes=(quote, quote, other))
    few = msgspec.structs.replace(made, quotes=(quote, other, other))
    assert behind(many) == ("cited", ("org:CNN",))
    assert behind(few)[0] == "alone"


def test_the_publisher_is_known_by_its_name_its_noun_or_its_address():
    same = [
        article("Bão vào\nMưa.", publisher="Tuổi Trẻ"),
        article("Bão vào\nMưa.", publisher="Báo Tuổi Trẻ"),
        article("Bão vào\nMưa.", url="https://thethao.tuoitre.vn/bao.htm"),
    ]
    assert {behind(made) for made in same} == {("publisher", ("org:Tuổi Trẻ",))}
    assert behind(article("Bão vào\nMưa.", url="https://www.la.vn/b")) == (
        "publisher",
        ("publisher:la.vn",),
    )
    assert behind(article("Bão vào\nMưa.", url="http://[bad"))[0] == "alone"


def test_a_house_that_names_itself_is_its_publisher():
    own = article("Bão vào\nMưa.", agencies="TTXVN", publisher="Thông tấn xã Việt Nam")
    assert behind(own) == ("publisher", ("org:Vietnam News Agency",))
    asked = article("Bão vào\nÔng trao đổi với PV [VTV|ORG org:VTV].", publisher="VTV")
    assert behind(asked) == ("publisher", ("org:VTV",))


def test_the_mark_before_the_lead_names_the_house():
    made = article("Bão vào\n(TTXVN) - Mưa lớn.")
    assert behind(made) == ("house", ("org:Vietnam News Agency",))
    assert shown(made) == ["(TTXVN) -"]


def test_a_copy_goes_back_to_what_the_text_goes_back_to():
    first = article("Bão vào\nMưa.", "a", publisher="Báo Sông")
    wire = article("Bão vào\nMưa.", "b", agencies="AFP", publisher="Báo Núi")
    other = article("Bão vào\nMưa.", "c", agencies="AP")
    alone = article("Bão tan\nNắng.", "d", publisher="Báo Sông")
    found = list(lineages([first, wire, other, alone], [("a", "b", "c")]))
    assert [one.reason for one in found] == ["copy", "credited", "credited", "publisher"]
    assert [one.keys[0] for one in found] == ["org:AFP", "org:AFP", "org:AP", "publisher:Báo Sông"]
    assert found[0].copy_of == "b"
    assert [one.echo_of for one in found] == [None, "a", "a", None]


def test_copies_that_show_nothing_go_back_to_the_first():
    rows = [article("Bão vào\nMưa.", name) for name in ("b", "a")]
    assert [one.keys for one in lineages(rows, [("a", "b")])] == [("article:b",)] * 2


def test_sources_are_counted_and_the_articles_listed_under_them():
    rows = [
        article("Bão\nMưa.", "a", agencies="AFP, Reuters"),
        article("Bão\nMưa.", "b", agencies="AFP"),
        article("Bão\nMưa.", "c", publisher="Báo Núi"),
        article("Bão\nMưa.", "d"),
    ]
    origins = Origins(rows, ())
    assert origins.count("abcd") == 3
    assert origins.count("aab") == 1
    told = [(one.name, one.kind, one.articles) for one in origins.among("abcd")]
    assert told == [
        ("AFP", "agency", ("a", "b")),
        ("Báo Núi", "publisher", ("c",)),
        ("", "article", ("d",)),
    ]
    [both] = origins.among("a")
    assert (both.name, both.key) == ("AFP + Reuters", "org:AFP org:Reuters")
    assert origins.sources("badc") == {"b": "b", "a": "b", "d": "d", "c": "c"}


def test_an_article_that_is_not_known_stands_for_itself():
    assert Origins((), ()).count(["x", "y"]) == 2
    assert Origins((), ()).among(["x"])[0].articles == ("x",)


def test_every_outlet_has_a_kind():
    assert {one.kind for one in outlets().values()} == {"agency", "outlet"}
    assert {row["place"] for row in ROWS} == {
        *("noun", "loose", "before", "after", "own", "platform"),
    }
