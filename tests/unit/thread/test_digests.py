import datetime as dt

import msgspec

from building import annotated
from sukien.model import AnnotatedArticle, Article, Name, Part, Word
from sukien.thread.digests import Named, day_of, digest, terms_of


def test_terms_are_words_with_their_tone_marks_in_one_place():
    article = annotated("Hoà Bình, bão", "a")
    plain = msgspec.structs.replace(article, words=())
    read = msgspec.structs.replace(article, words=(Word(0, 8, "PROPN"), Word(10, 13, "NOUN")))
    assert terms_of(plain) == ["hòa", "bình", "bão"]
    assert terms_of(read) == ["hòa_bình", "bão"]


def test_who_made_the_article_is_no_part_of_it():
    article = annotated("Giá điện tăng\nGiá mới áp dụng hôm nay. Ảnh: Lê Vy", "a")
    at = article.text.index("Ảnh")
    parts = (*article.parts[:1], Part(at, len(article.text), "credit"))
    names = (Name(at + 5, at + 10, "PER", "person:Lê Vy"),)
    found = digest(msgspec.structs.replace(article, parts=parts, names=names, words=()))
    assert "vy" not in found.words and "mới" in found.words
    assert not found.names


def test_the_title_is_the_first_line_where_no_part_says_so():
    bare = AnnotatedArticle(article=Article(id="a", text="Giá điện tăng\nGiá mới áp dụng."))
    found = digest(bare)
    assert found.title == ("giá", "điện", "tăng") and found.lead == ("giá", "mới", "áp", "dụng")
    assert found.heading == "Giá điện tăng Giá mới áp dụng." and not found.titled


def test_a_name_without_an_entity_is_known_by_its_syllables():
    article = annotated("[Hoà Lạc|LOC region:Hòa Lạc] đón sinh viên", "a")
    plain = msgspec.structs.replace(article, names=(Name(0, 7, "LOC"),))
    assert digest(article).names == (Named("region:Hòa Lạc", "LOC", "hòa lạc", 1),)
    assert digest(plain).names == (Named("hòa lạc", "LOC", "hòa lạc", 1),)


def test_an_undated_article_is_dated_as_far_as_its_text_allows():
    article = annotated("Một ngày", "a")
    bounded = msgspec.structs.replace(article, published_bounds=("2024-03-16", None))
    assert day_of(article) is None
    assert day_of(bounded) == dt.date(2024, 3, 16).toordinal()


def test_the_hour_is_known_only_where_it_was_given():
    timed = annotated("Một ngày", "a", published="2024-03-16T20:15:00+07:00")
    dated = annotated("Một ngày", "a", published="2024-03-16")
    assert digest(timed).hour == 20.25
    assert digest(dated).hour is None


def test_a_digest_comes_back_as_it_was_packed():
    one = digest(annotated("[Hoà Lạc|LOC region:Hòa Lạc] đón sinh viên " * 9, "a"))
    assert one.signature
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=type(one))
    assert again == one
