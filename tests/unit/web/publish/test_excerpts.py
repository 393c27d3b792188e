"""What is shown of an article: its title, its first words, its proofs; every offset holds."""

from msgspec.structs import replace

from sukien.model import Span
from sukien.views.articles import ArticlePage, Mark
from sukien.views.blocks import Block
from sukien.web.publish.excerpts import OMITTED, OPENING_WORDS, excerpt, with_proofs

TITLE = "Bão số 3"
LEAD = " ".join(f"w{n}" for n in range(OPENING_WORDS - 5))
BODY = " ".join(f"b{n}" for n in range(60))
TEXT = f"{TITLE}\n{LEAD}\n{BODY}"
_BODY_AT = len(TITLE) + len(LEAD) + 2
PAGE = ArticlePage(
    id="a",
    title=TITLE,
    url=None,
    publisher=None,
    published=None,
    published_bounds=None,
    author=None,
    text=TEXT,
    blocks=(
        Block(start=0, end=len(TITLE), kind="title"),
        Block(start=len(TITLE) + 1, end=_BODY_AT - 1, kind="lead"),
        Block(start=_BODY_AT, end=len(TEXT), kind="body"),
    ),
    marks=(),
    layers=(),
    story=None,
    story_label=None,
)
PROOF = (TEXT.index("b40"), TEXT.index("b45"))


def shown(page: ArticlePage) -> list[tuple[str, str]]:
    return [(one.kind, page.text[one.start : one.end].strip()) for one in page.blocks]


def test_the_first_words_are_kept_and_the_rest_is_blank() -> None:
    page = excerpt(PAGE, (), ())
    assert shown(page) == [
        ("title", TITLE),
        ("lead", LEAD),
        ("body", "b0 b1 b2 b3 b4"),
        (OMITTED, ""),
    ]
    assert page.text.split() == [*TITLE.split(), *LEAD.split(), "b0", "b1", "b2", "b3", "b4"]
    assert len(page.text) == len(TEXT)


def test_a_proof_is_kept_where_it_stands() -> None:
    page = excerpt(PAGE, [PROOF], ())
    assert shown(page)[2:] == [
        ("body", "b0 b1 b2 b3 b4"),
        (OMITTED, ""),
        ("body", "b40 b41 b42 b43 b44"),
        (OMITTED, ""),
    ]
    assert page.text[PROOF[0] : PROOF[1]] == TEXT[PROOF[0] : PROOF[1]]


def test_only_marks_inside_what_is_shown_stay() -> None:
    spans = (Span(0, 3), Span(PROOF[0] - 4, PROOF[0] + 2), Span(PROOF[0], PROOF[0] + 3))
    marks = tuple(
        Mark(start=one.start, end=one.end, layer="names", kind="PER", value="x") for one in spans
    )
    page = excerpt(replace(PAGE, marks=marks), [PROOF], ())
    assert page.marks == (marks[0], marks[2])


def test_a_proof_gets_a_mark_and_one_beyond_the_text_none() -> None:
    page = with_proofs(PAGE, [PROOF, (len(TEXT), len(TEXT) + 4)])
    assert [mark.anchor for mark in page.marks] == [f"proof-{PROOF[0]}-{PROOF[1]}"]


def test_a_short_article_is_shown_whole() -> None:
    short = replace(PAGE, text=TEXT[: _BODY_AT - 1], blocks=PAGE.blocks[:2])
    assert excerpt(short, (), ()).blocks == short.blocks


def test_a_proof_of_few_words_has_the_words_around_it_within_its_sentence() -> None:
    sentence = "Các đội Thái Lan, Lào và Việt Nam gặp nhau ở Viên Chăn trong tối nay."
    text = f"{TITLE}\n{LEAD} {BODY}. {sentence} Hết."

    def read(words: str) -> str:
        at = text.index(words)
        kept = excerpt(replace(PAGE, text=text, blocks=_blocks(text)), [(at, at + len(words))], ())
        return " ".join(kept.text[text.index(sentence) :].split())

    assert read("Lào") == "Các đội Thái Lan, Lào và Việt Nam gặp nhau ở"
    assert read("nay") == "nhau ở Viên Chăn trong tối nay."
    assert read("Lào và Việt Nam gặp nhau") == "Lào và Việt Nam gặp nhau"
    assert read("Hết") == "Hết."


def _blocks(text: str) -> tuple[Block, ...]:
    return (
        Block(start=0, end=len(TITLE), kind="title"),
        Block(start=len(TITLE) + 1, end=len(text), kind="body"),
    )
