"""Events and actors, on sentences written for the test and annotated by the pipeline."""

from pathlib import Path

import pytest

from sukien import pipeline
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import (
    function_words,
    no_sources,
    reporting,
    speaker_nouns,
    spelled,
    whole_words,
)
from sukien.knowledge.happenings import (
    date_weights,
    event_types,
    event_weights,
    no_events,
    senses,
    status_weights,
    triggers,
)
from sukien.knowledge.tables import read_table, values
from sukien.read import article_from_text

STATUSES = {"actual", "planned", "possible", "negated"}


def annotated(text, published="2024-05-19"):
    [article] = pipeline.annotate([article_from_text(text, article_id="x", published=published)])
    return article


@pytest.mark.parametrize(
    ("text", "trigger", "date", "status"),
    [
        ("Hồi tháng 7/2023, quân đội Niger đảo chính.", "đảo chính", "2023-07", "actual"),
        ("Mỹ dự kiến rút quân khỏi Niger vào ngày 15/9.", "rút quân", "2024-09-15", "planned"),
        ("Ngày 3/5, hai nước đàm phán tại Hà Nội.", "đàm phán", "2024-05-03", "actual"),
        ("Hôm qua, cảnh sát bắt giữ hai nghi phạm ở Huế.", "bắt giữ", "2024-05-18", "actual"),
    ],
)
def test_a_trigger_has_its_date_and_status(text, trigger, date, status):
    article = annotated(text)
    found = [e for e in article.events if trigger in article.surface(e.trigger)]
    assert found, [article.surface(e.trigger) for e in article.events]
    assert (found[0].date, found[0].status) == (date, status)


def told():
    path = Path(__file__).with_name("events.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(text, one.split("|")) for text, says in rows for one in says.split(";")]


@pytest.mark.parametrize(("text", "says"), told(), ids=str)
def test_what_a_sentence_tells(text, says):
    article = annotated(text)
    found = [[article.surface(e.trigger), e.type, e.date or "-", e.status] for e in article.events]
    assert says in found


def test_a_verb_in_no_table_is_an_act_of_somebody():
    article = annotated("Tối 3/5, Công ty Hoa Mai cù léc mười nhân viên.")
    assert all(event.type in event_types() for event in article.events)


def test_a_sentence_without_end_has_a_few_events_only():
    article = annotated("Ông bắt " + "bắt " * 3000)
    assert len(article.events) <= 6


def test_a_mention_without_a_date_takes_the_day_that_was_told():
    article = annotated("Tối 3/5, kho hàng ở Hà Nội bốc cháy. Sau đó, hai bảo vệ tử vong.")
    dates = {article.surface(event.trigger): event.date for event in article.events}
    assert (dates["bốc cháy"], dates["tử vong"]) == ("2024-05-03TEV", "2024-05-03")


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Sáng nay (25/1), kho bốc cháy. Tháng 3/2015 chợ xây.", "bốc cháy", "XXXX-01-25"),
        ("Ngày 2/3, tòa họp. Ngày 4/3, ông Nam cho biết tối qua xe lật.", "lật", "XXXX-03-03"),
        ("Khoảng 1h sáng 1/3, kho nổ. Đêm qua, họ bắt giữ chủ kho.", "bắt giữ", "XXXX-XX-XX"),
        ("Ngày 16/5/2018, chợ mở cửa. Tối 16/5, họ bắt giữ hai người.", "bắt giữ", "2018-05-16"),
        ("Ngày 2/3, tòa họp. Ngày 4/3, chợ nghỉ. Hôm nay, xe lật.", "lật", "XXXX-XX-XX"),
    ],
)
def test_an_article_without_a_date_tells_its_own_days(text, trigger, date):
    article = annotated(text, published=None)
    found = {article.surface(event.trigger): (event.date or "")[:10] for event in article.events}
    assert date in [value for word, value in found.items() if trigger in word]


def test_what_lies_ahead_dates_no_fact():
    article = annotated("Ngày 30/6, hội chợ khai mạc. Người dân đã dọn dẹp đường phố.")
    found = {article.surface(event.trigger): event for event in article.events}
    assert found["khai mạc"].status == "planned"
    assert all(e.date != "2024-06-30" or e.status == "planned" for e in article.events)


def test_who_acts_on_whom_stands_in_the_roles():
    article = annotated("Hôm qua, quân đội Niger tấn công phiến quân ở Agadez.")
    [event] = [e for e in article.events if article.surface(e.trigger) == "tấn công"]
    roles = [(role.role, article.surface(role)) for role in event.roles]
    assert ("actor", "quân đội Niger") in roles
    assert ("target", "phiến quân") in roles
    assert event.place == "city:Agadez"


def test_every_event_is_of_the_taxonomy_and_in_its_sentence():
    article = annotated("Hôm qua bão làm 12 người chết. Ngày mai, Quốc hội họp bàn luật mới.")
    for event in article.events:
        sentence = article.sentences[event.sentence]
        assert sentence.start <= event.trigger.start < event.trigger.end <= sentence.end
        assert event.type in event_types()
        assert event.status in STATUSES


@pytest.mark.parametrize(
    ("text", "actor", "country", "sector"),
    [
        ("Hôm qua, lính Pháp rời căn cứ.", "lính Pháp", "FRA", "MIL"),
        ("Chính quyền quân sự Niger ra tuyên bố.", "Chính quyền quân sự Niger", "NER", "GOV"),
        ("Phiến quân tấn công ngôi làng.", "Phiến quân", None, "REB"),
        ("Tổng thống Nga thăm Hà Nội.", "Tổng thống Nga", "RUS", "GOV"),
    ],
)
def test_actors_have_country_and_sector(text, actor, country, sector):
    article = annotated(text)
    found = {article.surface(a): (a.country, a.sector) for a in article.actors}
    assert found.get(actor) == (country, sector), found


def test_every_type_is_mapped_and_named():
    for row in read_table("event_types"):
        assert row["vi"], row
        assert row["en"], row
        assert row["type"] in event_types()


def test_every_trigger_names_a_type():
    for row in read_table("event_triggers"):
        assert row["type"] in event_types(), row
        for words in values(row["words"]):
            assert spelled(words) in triggers(), words


def test_a_row_with_conditions_is_one_of_the_senses_of_its_words():
    for row in read_table("event_triggers"):
        for words in values(row["words"]):
            found = [(one.type, one.form, len(one.near)) for one in senses()[spelled(words)]]
            near = 0 if row["near"] == "-" else len({spelled(word) for word in values(row["near"])})
            assert (row["type"], row["form"], near) in found, words


def test_no_verb_both_names_an_event_and_none():
    for row in read_table("event_states"):
        for words in values(row["words"]):
            assert spelled(words) in no_events(), words
            assert spelled(words) not in senses(), words


def joined(weights):
    return {f"{first} {clue}": w for first, clues in weights.items() for clue, w in clues.items()}


def test_every_clue_has_a_weight():
    for table, known in (
        ("event_weights", event_weights()),
        ("event_date_weights", joined(date_weights())),
        ("event_status_weights", joined(status_weights())),
    ):
        for row in read_table(table):
            assert known[row["clue"]] == float(row["weight"]), row
            kind, _, name = row["clue"].partition(" of ")
            assert " " in kind or not name or name in event_types(), row


def test_every_actor_noun_is_known():
    for row in read_table("actor_nouns"):
        for words in values(row["words"]):
            assert spelled(words) in actor_nouns(), words


def test_every_word_of_grammar_is_known():
    for row in read_table("function_words"):
        for words in values(row["words"]):
            assert spelled(words) in function_words(), words
    for table, known in (
        ("reporting", reporting()),
        ("speaker_nouns", speaker_nouns()),
        ("no_sources", no_sources()),
        ("whole_words", whole_words()),
    ):
        for row in read_table(table):
            for words in values(row[next(iter(row))]):
                assert spelled(words) in known, (table, words)
