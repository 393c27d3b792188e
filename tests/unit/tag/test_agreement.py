import msgspec
import pytest

from sukien.model import AnnotatedArticle, Article, Mention, Word
from sukien.tag.agreement import agree


def words(marked: str, *mentions: tuple[str, str]) -> list[str]:
    """`Niger_hồi/PROPN tháng/NOUN` with mentions given by surface and type."""
    pairs = [one.rsplit("/", 1) for one in marked.split()]
    text = " ".join(surface.replace("_", " ") for surface, _ in pairs)
    found, start = [], 0
    for surface, pos in pairs:
        found.append(Word(start, start + len(surface), pos))
        start += len(surface) + 1
    named = [Mention(at := text.index(name), at + len(name), kind) for name, kind in mentions]
    article = AnnotatedArticle(
        article=Article(id="a", text=text), words=tuple(found), mentions=tuple(named)
    )
    (agreed,) = agree([article])
    article = msgspec.structs.replace(article, words=agreed)
    return [f"{article.surface(word).replace(' ', '_')}/{word.pos}" for word in article.words]


@pytest.mark.parametrize(
    ("marked", "mentions", "agreed"),
    [
        ("Niger_hồi/PROPN tháng/NOUN", [("Niger", "LOC")], "Niger/PROPN hồi/NOUN tháng/NOUN"),
        ("không/ADV phận_Niger/NOUN", [("Niger", "LOC")], "không/ADV phận/NOUN Niger/PROPN"),
        (
            "Tây_Phi_Niger/PROPN đã/ADV",
            [("Tây Phi", "LOC"), ("Niger", "LOC")],
            "Tây_Phi/PROPN Niger/PROPN đã/ADV",
        ),
        (
            "Thủ_tướng/NOUN Niger_Ali/PROPN Mahaman/X nói/VERB",
            [("Niger", "LOC"), ("Ali Mahaman", "PER")],
            "Thủ_tướng/NOUN Niger/PROPN Ali_Mahaman/PROPN nói/VERB",
        ),
        ("TP/NOUN Huế/PROPN", [("TP Huế", "LOC")], "TP/NOUN Huế/PROPN"),
        ("miền/NOUN Trung/PROPN", [("miền Trung", "LOC")], "miền/NOUN Trung/PROPN"),
        ("Bộ/NOUN Y_tế/NOUN", [("Bộ Y tế", "ORG")], "Bộ/NOUN Y_tế/NOUN"),
        ("Theo/ADP Reuters/NOUN", [("Reuters", "ORG")], "Theo/ADP Reuters/PROPN"),
        ("hôm_nay/NOUN", [], "hôm_nay/NOUN"),
    ],
)
def test_agree(marked: str, mentions: list[tuple[str, str]], agreed: str) -> None:
    assert words(marked, *mentions) == agreed.split()


def test_overlapping_mentions_do_no_harm() -> None:
    marked = "Hà_Nội_Huế/PROPN xưa/ADJ"
    assert words(marked, ("Hà Nội", "LOC"), ("Nội Huế", "LOC")) == [
        "Hà_Nội/PROPN",
        "Huế/PROPN",
        "xưa/ADJ",
    ]
