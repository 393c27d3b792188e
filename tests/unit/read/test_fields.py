import pytest

from sukien.errors import DateError, EmptyArticleError
from sukien.read.base import ReadOptions
from sukien.read.fields import Fields, Identity, Piece, arrange, opening_end, put_together


def together(*pieces, options=None, **known):
    known = Identity(source="a.jsonl:1", **known)
    return put_together([Piece(*piece) for piece in pieces], known, options or ReadOptions())


def test_pieces_follow_on_lines_of_their_own():
    article = together(("title", "Bão_tan"), ("lead", ""), (None, "Trời quang .\nGió nhẹ ."))
    assert article.text == "Bão tan\nTrời quang.\nGió nhẹ."
    assert [(p.kind, p.start, p.end) for p in article.given] == [("title", 0, 7)]
    assert article.breaks == (8, 20)
    assert article.joints == (3,)


def test_the_id_is_the_given_one_or_comes_from_the_url_or_the_text():
    assert together((None, "Tin"), id="7", url="http://a.vn/1").id == "7"
    by_url = together((None, "Tin"), url="http://a.vn/1").id
    assert by_url == together((None, "Tin khác"), url="http://a.vn/1").id
    assert together((None, "Tin")).id == together((None, " Tin ")).id != by_url


def test_its_own_date_comes_before_the_options():
    options = ReadOptions(date="2024-01-01", publisher="Báo")
    assert together((None, "Tin"), published="2/3/2024", options=options).published == "2024-03-02"
    assert together((None, "Tin"), options=options).publisher == "Báo"
    with pytest.raises(DateError):
        together((None, "Tin"), published="hôm qua", options=options)


def test_nothing_but_white_space_is_an_empty_article():
    with pytest.raises(EmptyArticleError, match=r"a\.jsonl:1: there is no text"):
        together(("title", " "), (None, "_ \n"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Bão tan\nTrời quang", "\nTrời quang"),
        ("Bão_tan Trời quang", " Trời quang"),
        ("BÃO TAN. Trời quang", " Trời quang"),
        ("Bão tan", ""),
        ("Bão tan dần trong đêm", None),
        ("Bão tan, trời quang", None),
        ("Bão tang", None),
        ("Trời quang", None),
        ("Bão", None),
    ],
)
def test_a_text_opens_with_its_title_or_only_begins_with_the_same_words(text, rest):
    end = opening_end(text, "Bão tan")
    assert (text[end:] if end else None) == rest


@pytest.mark.parametrize(
    ("fields", "pieces"),
    [
        ({"title": "A b", "text": "A b C d. E."}, [("title", "A b"), (None, " C d. E.")]),
        (
            {"title": "A b", "lead": "C d.", "text": "A b C d. E."},
            [("title", "A b"), ("lead", " C d."), (None, " E.")],
        ),
        ({"title": "X", "text": "A b."}, [("title", "X"), (None, "A b.")]),
        ({"lead": "C d…", "text": "A b. C d rồi e."}, [(None, "A b. C d rồi e.")]),
        ({"lead": "C d", "body": "A b."}, [("lead", "C d"), (None, "A b.")]),
        (
            {"body": "A b.", "captions": "A b.\nẢnh một"},
            [(None, "A b."), ("caption", "Ảnh một")],
        ),
    ],
)
def test_a_field_that_the_text_has_is_found_there_and_not_added_twice(fields, pieces):
    assert arrange(Fields(**fields)) == [Piece(*piece) for piece in pieces]
