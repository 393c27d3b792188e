"""Quotations: their content, who says them, and the cue, as visible markup."""

from pathlib import Path

import pytest

from sukien.annotate.quotes import LAYER, quotes_of
from sukien.knowledge.grammar import speaker_details, spelled
from sukien.knowledge.tables import read_table, values
from sukien.model import AnnotatedArticle, Article, Sentence

_LINES = (Path(__file__).parent / "quotes.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("markup", CASES)
def test_content_speaker_and_cue(marked, surface, markup):
    document = marked(markup)
    article = document.article
    found = quotes_of(article)
    contents = [(q.kind[0].upper(), article.surface(q)) for q in found]
    wanted = [span for span in document.spans if span[0] in "DI"]
    assert contents[: len(wanted)] == wanted
    if not wanted:
        assert found == ()
        return
    assert surface(article, found[0].speaker) == dict(document.spans)["S"]
    cues = [text for kind, text in document.spans if kind == "C"]
    assert surface(article, found[0].cue) == (cues[0] if cues else None)


def test_a_second_cue_ends_the_first_content(marked):
    article = marked(
        "{Bộ Y tế|ORG|org:X} thông báo {Nga|LOC} đã gửi thuốc, nhấn mạnh thuốc này sẽ giúp dân."
    ).article
    first, second = quotes_of(article)
    assert article.surface(first) == "Nga đã gửi thuốc"
    assert article.surface(second) == "thuốc này sẽ giúp dân"
    assert second.speaker.entity == first.speaker.entity == "org:X"


def test_speech_over_several_sentences_is_one(marked):
    article = marked(
        'Ông {Vũ Nam|PER} nói: "Mưa rất to. ¶Nước dâng nhanh. ¶Chúng tôi chạy".'
    ).article
    (quote,) = quotes_of(article)
    assert article.surface(quote) == "Mưa rất to. Nước dâng nhanh. Chúng tôi chạy"


def test_speech_that_stands_alone_belongs_to_who_spoke_before(marked):
    article = marked(
        "Bà {Lê Hoa|PER|person:Lê Hoa} cho biết nước đã rút. "
        '¶"Chúng tôi sẽ về nhà vào sáng ngày mai cùng các con".'
    ).article
    _, alone = quotes_of(article)
    assert alone.cue is None
    assert alone.speaker.entity == "person:Lê Hoa"


@pytest.mark.parametrize("pronoun", ["Bà", "Bà này", "Bà ấy", "Người này", "Vị này"])
def test_a_pronoun_stands_for_who_was_named(marked, surface, pronoun):
    article = marked(
        f"{{Lê Hoa|PER|person:Lê Hoa}} đã đến. ¶{pronoun} cho biết nước đã rút."
    ).article
    (quote,) = quotes_of(article)
    assert surface(article, quote.speaker) == pronoun
    assert quote.speaker.entity == "person:Lê Hoa"


@pytest.mark.parametrize(
    ("name", "pronoun", "entity"),
    [
        ("{Nga|LOC|country:RU}", "Nước này", "country:RU"),
        ("{Vinamilk|ORG|org:Vinamilk}", "Công ty này", "org:Vinamilk"),
        ("{BBC|ORG|org:BBC}", "Hãng này", "org:BBC"),
    ],
)
def test_a_body_can_be_meant(marked, name, pronoun, entity):
    article = marked(f"{name} đã đến. ¶{pronoun} cho biết hàng đã về.").article
    (quote,) = quotes_of(article)
    assert quote.speaker.entity == entity


def test_they_are_those_who_spoke(marked):
    article = marked(
        "{Bộ Y tế|ORG|org:X} cho biết bệnh đã giảm. ¶Họ cho rằng bệnh sẽ còn giảm."
    ).article
    assert [quote.speaker.entity for quote in quotes_of(article)] == ["org:X", "org:X"]


def test_words_of_the_tagger_are_heard(marked, surface):
    article = marked(
        "Báo_cáo/NOUN của/ADP sở/NOUN cho_biết/VERB các/DET cầu/NOUN đã/ADV hỏng/VERB ./PUNCT"
    ).article
    (quote,) = quotes_of(article)
    assert article.surface(quote) == "các cầu đã hỏng"
    assert surface(article, quote.speaker) == "Báo cáo của sở"


def test_a_wrong_part_of_speech_does_no_harm(marked, surface):
    article = marked(
        "Phát_ngôn_viên/VERB quân_đội/NOUN cho/VERB biết/NOUN tàu/NOUN đã/NOUN về/NOUN ./PUNCT"
    ).article
    (quote,) = quotes_of(article)
    assert surface(article, quote.speaker) == "Phát ngôn viên quân đội"


def test_every_word_about_speakers_is_known():
    for row in read_table("speaker_details"):
        for word in values(row["words"]):
            assert row["kind"] in speaker_details()[spelled(word)], row


def test_the_layer_takes_a_batch(marked):
    one, other = marked("Tàu về.").article, marked('Ông {Nam|PER} nói: "Tàu đã về bến".').article
    assert [len(found) for found in LAYER.run([one, other])] == [0, 1]


@pytest.mark.parametrize(
    "text",
    ['"' * 20000, '"a" ' * 5000, "“" * 20000, "nói " * 20000, "a" * 1_000_000, "theo ông, " * 5000],
    ids=["marks", "pairs", "openers", "cues", "one word", "sources"],
)
def test_hostile_text_is_survived(text):
    sentences = (Sentence(0, len(text)),)
    article = AnnotatedArticle(article=Article(id="x", text=text), sentences=sentences)
    for quote in quotes_of(article):
        assert 0 <= quote.start <= quote.end <= len(text)
