import datetime as dt

import msgspec

from building import annotated
from sukien.model import AnnotatedArticle, Article, Name, Part
from sukien.thread.terms import day_of, digest, terms_of


def test_terms_are_syllables_and_neighbours_that_no_mark_parts():
    assert list(terms_of("Hoà Bình, bão")) == ["hòa", "bình", "hòa bình", "bão"]


def test_who_made_the_article_is_no_part_of_it():
    article = annotated("Giá điện tăng\nGiá mới áp dụng hôm nay. Ảnh: Lê Vy", "a")
    at = article.text.index("Ảnh")
    parts = (*article.parts[:1], Part(at, len(article.text), "credit"))
    names = (Name(at + 5, at + 10, "PER", "person:Lê Vy"),)
    found = digest(msgspec.structs.replace(article, parts=parts, names=names))
    assert "vy" not in found.terms and "giá mới" in found.terms
    assert not found.names


def test_the_title_is_the_first_line_where_no_part_says_so():
    bare = AnnotatedArticle(article=Article(id="a", text="Giá điện tăng\nGiá mới áp dụng."))
    assert "giá điện" in digest(bare).title and "giá mới" not in digest(bare).title


def test_a_name_without_an_entity_is_known_by_its_syllables():
    article = annotated("[Hoà Lạc|LOC region:Hòa Lạc] đón sinh viên", "a")
    plain = msgspec.structs.replace(article, names=(Name(0, 7, "LOC"),))
    assert list(digest(article).names) == ["region:Hòa Lạc"]
    assert list(digest(plain).names) == ["hòa lạc"]


def test_an_undated_article_is_dated_as_far_as_its_text_allows():
    article = annotated("Một ngày", "a")
    bounded = msgspec.structs.replace(article, published_bounds=("2024-03-16", None))
    assert day_of(article) is None
    assert day_of(bounded) == dt.date(2024, 3, 16).toordinal()
