from building import annotated
from sukien.search import excerpt, findable, parse, passage, snippet
from sukien.search.query import Term, occurrences, words_of


def test_parse_reads_words_and_phrases():
    assert parse('Bão "Cát Bà" ha-noi') == (
        Term(("bão",), exact=True),
        Term(("cát", "bà"), exact=True),
        Term(("ha", "noi"), exact=False),
    )


def test_parse_reads_no_more_than_a_person_types():
    assert len(parse(" ".join(f"từ{i}" for i in range(200)))) == 24
    assert parse("x" * 5000) == (Term(("x" * 1000,), exact=False),)


def test_words_are_lower_cased_and_composed():
    assert words_of("Ba\u0303o, SỐ-3!") == ["bão", "số", "3"]


def test_occurrences_are_character_spans():
    text = "Cơn bão vào đảo, báo nói."
    found = [text[a:b] for a, b in occurrences(text, parse("bao dao"))]
    assert found == ["bão", "đảo", "báo"]
    assert [text[a:b] for a, b in occurrences(text, parse("bão"))] == ["bão"]


def test_a_phrase_goes_over_marks_and_not_into_longer_words():
    text = "Hà Nội - TP.HCM, hà nộp, Hà-Nội"
    found = [text[a:b] for a, b in occurrences(text, parse('"ha noi" hcm'))]
    assert found == ["Hà Nội", "HCM", "Hà-Nội"]


def test_of_two_terms_at_one_place_the_longer_is_marked():
    text = "bão số 3"
    assert occurrences(text, parse('bao "bao so"')) == [(0, 6)]


def test_characters_that_change_length_leave_the_rest_where_it_is():
    text = "İa\u0301 ŒŁ \u0130stanbul, bão về"
    assert [text[a:b] for a, b in occurrences(text, parse("bao ve"))] == ["bão", "về"]


def test_the_snippet_is_the_sentence_with_most_of_the_words():
    article = annotated("Bão số 3\nCơn bão vào Cát Bà.\nTrời quang.")
    found = snippet(findable(article), parse("bao cat ba"))
    assert found.text == "Cơn bão vào Cát Bà."
    assert [article.surface(mark) for mark in found.marks] == ["bão", "Cát", "Bà"]


def test_the_title_is_shown_only_where_no_other_sentence_has_a_word():
    article = findable(annotated("Bão số 3 đổ bộ\nTrời mưa.\nGió số 5."))
    assert snippet(article, parse("bao so do bo")).text == "Gió số 5."
    assert snippet(article, parse("bao")).text == "Bão số 3 đổ bộ"
    assert snippet(article, ()).text == "Trời mưa."


def test_a_snippet_of_an_endless_sentence_is_cut_around_the_word():
    article = annotated("Dài\n" + "chữ " * 500 + "bão " + "chữ " * 500)
    found = snippet(findable(article), parse("bao"))
    assert len(found.text) <= 260
    assert [article.surface(mark) for mark in found.marks] == ["bão"]
    assert article.surface(found.span) == found.text


def test_an_article_without_sentences_is_shown_all_the_same():
    article = findable(annotated(""))
    assert snippet(article, parse("bao")).text == ""


def test_an_excerpt_is_the_sentence_itself_with_marks():
    article = findable(annotated("Bão số 3\nCơn bão vào đảo.\nHết bão."))
    shown = excerpt(article, article.sentences[1], parse("bao"))
    assert shown.text == "Cơn bão vào đảo."
    assert [article.text[m.start : m.end] for m in shown.marks] == ["bão"]


def test_a_passage_stands_around_the_first_word():
    shown = passage("chữ " * 200 + "bão đến. " + "chữ " * 200, parse("bao"))
    assert "bão đến." in shown.text
    assert len(shown.text) <= 260
