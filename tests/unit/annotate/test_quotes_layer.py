"""Quotations: their content, who says them, and the cue, as visible markup."""

from pathlib import Path

import msgspec
import pytest

from sukien.annotate.quotes import LAYER, quotes_of
from sukien.annotate.quotes.marks import marked as stretches
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


def _lines(marked, *lines):
    """A document of one line a sentence: markup of names, then line breaks for spaces."""
    article = marked("¶ ".join(lines)).article
    text = list(article.text)
    for sentence in article.sentences[1:]:
        text[sentence.start - 1] = "\n"
    fields = {**msgspec.structs.asdict(article.article), "text": "".join(text)}
    return msgspec.structs.replace(article, article=Article(**fields))


def _said(article):
    return [(q.kind, article.surface(q.speaker), article.surface(q)) for q in quotes_of(article)]


def test_the_turns_of_an_interview_have_their_labels(marked):
    article = _lines(
        marked,
        "PV: Bao giờ thì mở lại cầu?",
        "Ông {Vũ Nam|PER}: Tôi không biết.",
        "PV: Thưa ông, ai sẽ xây cầu?",
        "Ông {Vũ Nam|PER}: Tôi cũng chưa rõ. Có lẽ là tỉnh.",
    )
    assert _said(article) == [
        ("direct", "Ông Vũ Nam", "Tôi không biết"),
        ("direct", "Ông Vũ Nam", "Tôi cũng chưa rõ. Có lẽ là tỉnh"),
    ]


def test_answers_without_labels_are_those_of_whom_is_asked(marked):
    article = _lines(
        marked,
        "Ông {Vũ Nam|PER} vừa thăm bến.",
        "Thưa ông, bao giờ cầu mở lại?",
        "Tôi chưa biết chắc.",
        "Có lẽ là mùa xuân.",
        "Ông có lo không?",
        "Có chứ, tôi rất lo.",
        "Xin cảm ơn ông!",
    )
    assert _said(article) == [
        ("direct", "ông", "Tôi chưa biết chắc.\nCó lẽ là mùa xuân"),
        ("direct", "Ông", "Có chứ, tôi rất lo"),
    ]


def test_a_question_in_an_answer_asks_nobody_else(marked):
    article = _lines(
        marked,
        "Ông {Vũ Nam|PER} có lo không?",
        "- Tôi rất lo.",
        "Ông sẽ xây cầu?",
        "- Tôi chưa rõ.",
        "Cầu ấy có đẹp không, thưa ông?",
        "- Tôi nghĩ là đẹp. Anh thấy không?",
        "Ông có vui không?",
        "- Tôi vui.",
    )
    assert [content for _, _, content in _said(article)] == [
        "Tôi rất lo",
        "Tôi chưa rõ",
        "Tôi nghĩ là đẹp. Anh thấy không?",
        "Tôi vui",
    ]


def test_questions_may_open_with_a_dash_like_their_answers(marked):
    article = _lines(
        marked,
        "- Thưa ông, bao giờ cầu mở lại?",
        "- Tôi chưa biết chắc.",
        "Có lẽ là mùa xuân.",
        "- Ông có lo không?",
        "- Có chứ, tôi rất lo.",
        "- Cầu ấy có đẹp không, thưa ông?",
        "- Tôi nghĩ là đẹp.",
        "- Xin cảm ơn ông!",
    )
    assert [content for _, _, content in _said(article)] == [
        "Tôi chưa biết chắc.\nCó lẽ là mùa xuân",
        "Có chứ, tôi rất lo",
        "Tôi nghĩ là đẹp",
    ]


def test_a_paragraph_that_opens_again_goes_on(marked):
    article = _lines(marked, "“Cầu đã mở.", "“Dân làng rất vui”, ông {Vũ Nam|PER} nói.")
    assert _said(article) == [
        ("direct", "ông Vũ Nam", "Cầu đã mở."),
        ("direct", "ông Vũ Nam", "Dân làng rất vui"),
    ]


def test_a_line_behind_a_colon_is_direct_speech(marked):
    article = _lines(
        marked,
        "Bà {Lê Hoa|PER}, giám đốc nhà máy, cho biết:\nTôi đã chèo đò hai mươi năm trên sông này.",
        "Bà {Lê Hoa|PER} sẽ nghỉ.",
    )
    ((kind, speaker, content),) = _said(article)
    assert (kind, speaker) == ("direct", "Bà Lê Hoa, giám đốc nhà máy")
    assert content == "Tôi đã chèo đò hai mươi năm trên sông này"


def test_a_mark_that_closes_without_opening_starts_behind_what_was_told(marked):
    article = marked(
        "Bà {Lê Hoa|PER} cho biết đò đã cũ. ¶Nước rất to. ¶"
        'Tôi phải nghỉ ở nhà", theo bà {Lê Hoa|PER}.'
    ).article
    assert _said(article)[1] == ("direct", "bà Lê Hoa", "Nước rất to. Tôi phải nghỉ ở nhà")


def test_indirect_speech_ends_with_its_line(marked):
    article = _lines(marked, "Ông {Vũ Nam|PER} cho biết đò đã cũ", "Tin liên quan")
    joined = msgspec.structs.replace(article, sentences=(Sentence(0, len(article.text)),))
    assert [content for _, _, content in _said(joined)] == ["đò đã cũ"]


def test_a_second_verb_has_the_same_speaker(marked):
    article = marked('"Tôi đã về bến", ông {Vũ Nam|PER} nói và cho biết đò đã cũ.').article
    assert _said(article) == [
        ("direct", "ông Vũ Nam", "Tôi đã về bến"),
        ("indirect", "ông Vũ Nam", "đò đã cũ"),
    ]


def test_speech_alone_is_of_whom_was_named_last(marked):
    article = marked(
        "Bà {Lê Hoa|PER|person:Lê Hoa} cho biết đò đã cũ. ¶ Dân làng thương chị "
        '{Hoa|PER|person:Lê Hoa}. ¶ "Tôi sẽ chèo đò thêm mười năm".'
    ).article
    assert _said(article)[1][:2] == ("direct", "chị Hoa")


@pytest.mark.parametrize(
    ("phrase", "entity"),
    [
        ("Bà", "person:Lê Hoa"),
        ("Ông", "person:Vũ Nam"),
        ("Nữ bộ trưởng", "person:Lê Hoa"),
        ("Cầu thủ 25 tuổi", "person:Vũ Nam"),
    ],
)
def test_a_title_finds_whom_it_fits(marked, phrase, entity):
    article = marked(
        "Bộ trưởng bà {Lê Hoa|PER|person:Lê Hoa} gặp cầu thủ ông {Vũ Nam|PER|person:Vũ Nam}. ¶ "
        f"{phrase} cho biết sân đã mở."
    ).article
    (quote,) = quotes_of(article)
    assert quote.speaker.entity == entity


def test_every_word_about_speakers_is_known():
    for row in read_table("speaker_details"):
        for word in values(row["words"]):
            assert row["kind"] in speaker_details()[spelled(word)], row


def test_the_layer_takes_a_batch(marked):
    one, other = marked("Tàu về.").article, marked('Ông {Nam|PER} nói: "Tàu đã về bến".').article
    assert [len(found) for found in LAYER.run([one, other])] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20000,
        '"a" ' * 5000,
        "“" * 20000,
        "nói " * 20000,
        "a" * 1_000_000,
        "theo ông, " * 5000,
        "Ông biết không? " * 2000,
        'tôi đi". ' * 4000,
    ],
    ids=["marks", "pairs", "openers", "cues", "one word", "sources", "questions", "ends"],
)
def test_hostile_text_is_survived(text):
    sentences = (Sentence(0, len(text)),)
    article = AnnotatedArticle(article=Article(id="x", text=text), sentences=sentences)
    for quote in quotes_of(article):
        assert 0 <= quote.start <= quote.end <= len(text)


def test_a_title_in_marks_is_of_who_says_the_same(marked, surface):
    article = marked(
        '"Cầu này rất cần cho dân làng" '
        "¶Ông {Vũ Nam|PER|person:Vũ Nam} nói: "
        '"Cầu này rất cần cho dân làng và cho cả trường".'
    ).article
    title, speech = quotes_of(article)
    assert title.kind == "direct"
    assert title.speaker == speech.speaker
    assert surface(article, title.speaker) == "Ông Vũ Nam"


def test_each_of_a_list_of_comments_is_a_quotation(marked, surface):
    article = marked('Nhiều người bình luận: "Nước trong quá", "Sang năm lại đến".').article
    assert [surface(article, quote.speaker) for quote in quotes_of(article)] == 2 * ["Nhiều người"]


def test_what_somebody_else_says_behind_a_contrast_is_his(marked, surface):
    article = marked(
        "Ông {Vũ Nam|PER} cho biết cầu đã gãy, nhưng bà {Lê Hoa|PER} cho rằng cầu là của làng."
    ).article
    assert [surface(article, quote.speaker) for quote in quotes_of(article)] == [
        "Ông Vũ Nam",
        "bà Lê Hoa",
    ]


def test_a_mark_that_opens_a_line_opens():
    text = 'Nước "lên" rồi" nhé.\n"Chúng tôi phải đi ngay, không chờ được nữa", ông Nam nói.'
    ends = text.index("\n")
    (*_, last) = stretches(text, (Sentence(0, ends), Sentence(ends + 1, len(text))))
    assert text[last.start : last.end] == "Chúng tôi phải đi ngay, không chờ được nữa"


def test_one_mark_closes_both_an_inner_stretch_and_the_speech():
    text = '"Làng này là nơi "đáng sống nhất", ông Nam nói.\nHọ gọi đó là "làng hoa".'
    ends = text.index("\n")
    first, second = stretches(text, (Sentence(0, ends), Sentence(ends + 1, len(text))))
    assert text[first.start : first.end] == 'Làng này là nơi "đáng sống nhất'
    assert text[second.start : second.end] == "làng hoa"
