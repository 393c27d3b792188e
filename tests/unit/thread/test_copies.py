from building import annotated
from sukien.thread import thread
from sukien.thread.copies import Copies
from sukien.thread.copies import copies as groups
from sukien.thread.signatures import signature

WIRE = [f"{word}{number}" for number in range(60) for word in ("tin", "từ", "hãng")]
OTHER = [f"bài{number}" for number in range(180)]


def copies(texts):
    return groups([signature(text) for text in texts])


def test_a_shortened_copy_is_found():
    cut = WIRE[:120] + WIRE[135:]
    assert copies([WIRE, OTHER, cut]) == [(0, 2)]


def test_three_copies_are_one_group():
    assert copies([WIRE, OTHER, [*WIRE, "hết"], WIRE]) == [(0, 2, 3)]


def test_half_a_text_is_no_copy():
    assert copies([WIRE, WIRE[:60] + OTHER[:120]]) == []


def test_a_few_words_prove_nothing():
    assert copies([WIRE[:10], WIRE[:10]]) == []


def test_no_texts():
    assert copies([]) == []


def test_five_hundred_copies_are_one_group_of_one_episode():
    text = "Giá gạo tăng ở chợ Cồn\n" + " ".join(WIRE)
    news = [annotated(text, f"{number:03}", published="2023-01-05") for number in range(500)]
    (one,) = thread(news)
    assert len(one.duplicates[0]) == 500
    assert len(one.episodes) == 1


def test_an_article_is_a_copy_of_the_first_that_came():
    found = Copies()
    assert found.add("a", signature(WIRE)) is None
    again = Copies(found.state())
    first, shared = again.add("b", signature([*WIRE, "hết"])) or ("", 0.0)
    assert first == "a" and shared > 0.9
    assert again.groups == [["a", "b"]]


def test_parts_in_another_order_are_a_copy():
    turned = WIRE[90:] + WIRE[:90]
    assert copies([WIRE, OTHER, turned]) == [(0, 2)]
