"""What is new in an article, on articles and stories built by hand."""

import re

import pytest
from msgspec.structs import replace

from building import annotated
from sukien.model import (
    Edge,
    Episode,
    Event,
    Evidence,
    Figure,
    FigureJudgement,
    FigurePoint,
    Part,
    Quantity,
    Quote,
    Role,
    Span,
    Speaker,
    Story,
    Time,
    TimelineEntry,
)
from sukien.tell.novelty import NEAREST, Record, nearest, novelty
from sukien.tell.origins import Origins

FLOOD = "[Sông Bồi|LOC region:Sông Bồi] dâng nhanh, nước tràn qua đê phía bắc trong đêm."
MAYOR = "[Lê Văn Tám|PER person:Lê Văn Tám] mở kho thóc cứu dân bốn thôn ven đê."


def article(*sentences, article_id="a", published="2024-05-02", publisher=None):
    """An article whose numbers are quantities and whose `ngày 1/5` are days of 2024."""
    known = {"publisher": publisher} if publisher else {}
    one = annotated("\n".join(("Tin", *sentences)), article_id, published=published, **known)
    days = list(re.finditer(r"ngày (\d+)/(\d+)", one.text))
    dated = [(m.start(), m.end()) for m in days]
    numbers = [
        Quantity(m.start(), m.end(), value=float(m.group()), item="nhà")
        for m in re.finditer(r"\d+", one.text)
        if not any(start <= m.start() < end for start, end in dated)
    ]
    times = [
        Time(m.start(), m.end(), type="DATE", value=f"2024-{int(m[2]):02}-{int(m[1]):02}")
        for m in days
    ]
    return replace(one, quantities=tuple(numbers), times=tuple(times))


def proof(one, words):
    at = one.text.index(words)
    line = next(s for s in one.sentences if s.start <= at < s.end)
    return Evidence(article=one.id, start=line.start, end=line.end)


def entry(date, *proofs, text="Có việc"):
    return TimelineEntry(date=date, text=text, evidence=proofs, articles=len(proofs), sources=1)


def tale(*articles, episodes=None, duplicates=(), **known):
    """A story of the articles in order of publication."""
    ordered = sorted(articles, key=lambda one: (one.article.published or "", one.id))
    ids = tuple(one.id for one in ordered)
    origins = Origins(ordered, duplicates)
    return Story(
        id="s",
        label="",
        first=None,
        last=None,
        episodes=tuple(
            Episode(id=str(n), label="", articles=held) for n, held in enumerate(episodes or [ids])
        ),
        articles=ids,
        duplicates=duplicates,
        lineage=origins.lineage,
        **known,
    )


def against(last, *earlier, **known):
    return novelty(Record(tale(*earlier, last, **known)), last, earlier)


def firsts(found):
    return [(fact.kind, fact.about) for fact in found.first]


def repeated(found):
    return [(fact.kind, fact.articles) for fact in found.repeats]


EARLY = article(FLOOD, article_id="early", published="2024-05-01")


def test_everything_in_the_first_article_is_new():
    found = against(article(FLOOD, MAYOR))
    assert (found.known, firsts(found)) == (0, [("statement", ""), ("statement", "")])
    assert not (found.repeats or found.contradicts or found.omits)


def test_a_sentence_said_again_repeats_and_the_other_is_new():
    again = article(FLOOD.replace("dâng nhanh", "đã dâng nhanh"), MAYOR)
    found = against(again, EARLY)
    [fact] = found.repeats
    assert (fact.articles, fact.sources) == (1, 1)
    assert fact.earlier == (proof(EARLY, "dâng nhanh"),)
    assert fact.text == "Sông Bồi đã dâng nhanh, nước tràn qua đê phía bắc trong đêm."
    assert [fact.text.split()[0] for fact in found.first] == ["Lê"]


def test_the_same_words_with_another_number_are_news():
    one = article("Lũ ở [Sông Bồi|LOC x] cuốn 12 nhà của dân ven đê", article_id="early")
    same = article("Lũ ở [Sông Bồi|LOC x] cuốn 12 nhà của dân ven đê", article_id="z")
    more = article("Lũ ở [Sông Bồi|LOC x] cuốn 25 nhà của dân ven đê", article_id="z")
    assert (firsts(against(same, one)), repeated(against(same, one))) == ([], [("statement", 1)])
    assert (firsts(against(more, one)), repeated(against(more, one))) == ([("statement", "")], [])


def test_a_happening_is_new_only_where_it_is_told_first():
    one = article(f"{FLOOD[:-1]} ngày 1/5.", article_id="early", published="2024-05-01")
    two = article(f"Đêm ngày 1/5 nước tràn qua đê ở {FLOOD[:33]}.", article_id="late")
    line = entry("2024-05-01", proof(one, "tràn"), proof(two, "tràn"))
    found = against(two, one, timeline=(line,))
    assert repeated(found) == [("happening", 1)]
    assert not found.first
    told = novelty(Record(tale(one, two, timeline=(line,))), one, ())
    assert (firsts(told), told.repeats) == ([("happening", "2024-05-01")], ())


def test_what_a_timeline_joins_without_a_word_in_common_is_no_repetition():
    one = article(f"{FLOOD[:-1]} ngày 1/5.", article_id="early", published="2024-05-01")
    two = article(f"{MAYOR[:-1]} ngày 1/5.", article_id="late")
    line = entry("2024-05-01", proof(one, "tràn"), proof(two, "thóc"))
    found = against(two, one, timeline=(line,))
    assert (firsts(found), found.repeats) == ([("statement", "")], ())


def figure(*points, judgements=(), verdict="changed"):
    return Figure(about="nhà đổ", points=points, verdict=verdict, judgements=judgements)


def point(one, words, value):
    at = one.text.index(words)
    return FigurePoint(
        start=at,
        end=at + len(words),
        value=value,
        low=value,
        high=value,
        mod=None,
        date=None,
        article=one.id,
    )


COUNTED = article("Đến trưa có 12 nhà ở [Sông Bồi|LOC x] bị đổ", article_id="early")


@pytest.mark.parametrize(
    ("verdict", "first", "repeats", "contradicts"),
    [
        ("same", [], [("figure", 1)], 0),
        ("changed", [("figure", "nhà đổ")], [], 0),
        ("conflict", [("figure", "nhà đổ")], [], 1),
        ("claims", [("figure", "nhà đổ")], [], 1),
    ],
)
def test_a_value_is_new_repeated_or_against_as_it_was_judged(verdict, first, repeats, contradicts):
    late = article("Xã tin rằng 15 mái nhà [Sông Bồi|LOC x] đã sập", article_id="late")
    points = (point(COUNTED, "12", 12.0), point(late, "15", 15.0))
    judged = (FigureJudgement(one=0, other=1, verdict=verdict, reason="hand"),)
    found = against(late, COUNTED, figures=(figure(*points, judgements=judged),))
    assert (firsts(found), repeated(found)) == (first, repeats)
    assert len(found.contradicts) == contradicts
    for one in found.contradicts:
        assert (one.kind, one.about, one.other.article) == ("figure", "nhà đổ", "early")
        assert one.other_text == "Đến trưa có 12 nhà ở Sông Bồi bị đổ"


def test_an_equal_value_repeats_where_nothing_was_judged():
    late = article("Xã tin rằng 12 mái nhà [Sông Bồi|LOC x] đã sập", article_id="late")
    points = (point(COUNTED, "12", 12.0), point(late, "12", 12.0))
    found = against(late, COUNTED, figures=(figure(*points),))
    assert (firsts(found), repeated(found)) == ([], [("figure", 1)])


def test_what_somebody_says_is_new_and_told_once():
    one = article("Nước còn lên nữa, bà Mai nói", "nên dân đừng về vội")
    at = one.text.index("Nước")
    quote = Quote(
        start=at,
        end=len(one.text),
        kind="direct",
        speaker=Speaker(one.text.index("bà"), one.text.index(" nói"), entity=None),
    )
    assert firsts(against(replace(one, quotes=(quote,)), EARLY)) == [("quote", "bà Mai")]


def happens(one, words, kind, status, entity="person:Lê Văn Tám"):
    at = one.text.index(words)
    number = next(i for i, s in enumerate(one.sentences) if s.start <= at < s.end)
    role = Role(at, at + len(words), role="target", entity=entity)
    event = Event(
        type=kind, trigger=Span(at, at + len(words)), sentence=number, roles=(role,), status=status
    )
    return replace(one, events=(*one.events, event))


def test_what_one_tells_as_done_and_the_other_denies_is_a_contradiction():
    said = "Công an huyện bắt [Lê Văn Tám|PER person:Lê Văn Tám] vì kho thóc ven đê"
    one = happens(article(said, article_id="early"), "bắt", "arrest", "actual")
    two = article(said.replace("bắt", "không bắt"), article_id="late")
    found = against(happens(two, "bắt", "arrest", "negated"), one)
    assert [(c.kind, c.about, c.other.article) for c in found.contradicts] == [
        ("status", "arrest", "early")
    ]
    assert not against(happens(two, "bắt", "arrest", "actual"), one).contradicts
    same = article(said, article_id="late")  # read otherwise, though no word denies it
    assert not against(happens(same, "bắt", "arrest", "negated"), one).contradicts


def test_the_same_told_of_another_day_is_a_contradiction():
    said = "Ngày mở kho thóc cứu dân bốn thôn ven đê [Sông Bồi|LOC x] là ngày {}/5"
    one = article(said.format(3), article_id="early")
    found = against(article(said.format(4), article_id="late"), one)
    assert [(c.kind, c.about) for c in found.contradicts] == [("date", "2024-05-04")]
    assert not against(article(said.format(3), article_id="late"), one).contradicts


def outlets(count):
    return [
        article(
            f"{FLOOD[:-1]} ngày 1/5.",
            article_id=f"e{number}",
            published="2024-05-01",
            publisher=f"Báo {number}",
        )
        for number in range(count)
    ]


def test_what_several_sources_told_is_left_out_and_what_one_told_is_not():
    two = outlets(2)
    late = article(MAYOR, article_id="late")
    line = entry("2024-05-01", *(proof(one, "tràn") for one in two), text="Nước tràn qua đê")
    [left] = against(late, *two, timeline=(line,)).omits
    assert (left.about, left.articles, left.sources) == ("2024-05-01", 2, 2)
    assert not against(late, *two, timeline=(line,), duplicates=(("e0", "e1"),)).omits
    assert not against(late, two[0], timeline=(entry("2024-05-01", proof(two[0], "tràn")),)).omits


def test_a_day_that_is_named_is_not_left_out():
    two = outlets(2)
    line = entry("2024-05-01", *(proof(one, "tràn") for one in two))
    late = article(f"{MAYOR[:-1]} từ ngày 1/5.", article_id="late")
    assert not against(late, *two, timeline=(line,)).omits


def test_what_is_only_told_of_a_year_is_not_left_out():
    two = outlets(2)
    line = entry("2012", *(proof(one, "tràn") for one in two))
    assert not against(article(MAYOR, article_id="late"), *two, timeline=(line,)).omits


def test_what_few_of_many_told_is_no_main_fact():
    many = outlets(10)
    line = entry("2024-05-01", *(proof(one, "tràn") for one in many[:2]))
    assert not against(article(MAYOR, article_id="late"), *many, timeline=(line,)).omits


def test_a_known_deed_told_in_passing_repeats():
    one = article(f"{FLOOD[:-1]} khi [Xã Đoài|ORG org:Xã Đoài] mở cống.", article_id="early")
    late = article(
        "Chuyện [Xã Đoài|ORG org:Xã Đoài] xả cống [Sông Bồi|LOC region:Sông Bồi] ai ai đều nghe",
        article_id="late",
    )
    edge = Edge(
        actor="org:Xã Đoài",
        actor_name="Xã Đoài",
        target="region:Sông Bồi",
        target_name="Sông Bồi",
        type="attack",
        mutual=False,
        count=1,
        planned=0,
        articles=2,
        sources=2,
        first=None,
        last=None,
        evidence=(proof(one, "cống"), proof(late, "cống")),
    )
    assert repeated(against(late, one, network=(edge,))) == [("statement", 1)]
    assert repeated(against(late, one, network=(replace(edge, mutual=True),))) == []


def test_what_comes_later_is_not_known_yet():
    later = article(FLOOD, article_id="later", published="2024-06-01")
    story = tale(EARLY, later)
    assert not novelty(Record(story), EARLY, [later]).repeats
    assert novelty(Record(story), later, [EARLY]).repeats


def test_copies_and_one_publisher_are_one_source():
    one, two = outlets(2)
    late = article(f"{FLOOD[:-1]} ngày 1/5.", article_id="late")
    [fact] = against(late, one, two).repeats
    assert (fact.articles, fact.sources) == (2, 2)
    [fact] = against(late, one, two, duplicates=(("e0", "e1"),)).repeats
    assert (fact.articles, fact.sources) == (2, 1)


def test_an_article_is_compared_with_its_episode_first_and_with_few():
    many = [
        article(FLOOD, article_id=f"a{n:02}", published=f"2024-05-{n + 1:02}") for n in range(20)
    ]
    ids = [one.id for one in many]
    story = tale(*many, episodes=[tuple(ids[1:19]), ("a00", "a19")])
    assert nearest(Record(story), "a19") == ("a00", *reversed(ids[19 - NEAREST + 1 : 19]))
    assert nearest(Record(story), "a00") == ()
    assert nearest(Record(story), "nobody") == ()


def test_titles_and_short_lines_are_no_facts():
    one = article("Ảnh [Sông Bồi|LOC x]", "Mưa to ở [Sông Bồi|LOC x]")
    assert not against(one).first
    only_body = replace(one, parts=(Part(0, len(one.text), "caption"),))
    assert not against(only_body).first


def test_the_order_of_earlier_articles_changes_nothing():
    rows = [EARLY, *outlets(3)]
    late = article(FLOOD, MAYOR, article_id="late")
    story = tale(*rows, late)
    assert novelty(Record(story), late, rows) == novelty(Record(story), late, rows[::-1])


def test_articles_that_repeat_others_are_passed_over():
    rows = [article(FLOOD, article_id=f"a{n:02}", published="2024-05-01") for n in range(20)]
    copies = (tuple(one.id for one in rows[5:]),)
    record = Record(tale(*rows, duplicates=copies))
    assert nearest(record, "a04") == ("a03", "a02", "a01", "a00")
    assert nearest(record, "a05") == ("a04", "a03", "a02", "a01", "a00")
    assert nearest(record, "a19") == ()
    assert novelty(record, rows[19], rows[:5]).echo_of == "a05"
    assert novelty(record, rows[5], rows[:5]).echo_of is None
