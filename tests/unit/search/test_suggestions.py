import pytest

from sukien.search import Named, Suggestion, Suggestions, suggestions


@pytest.fixture
def names():
    def named(kind, name, count, *forms, kind_of=""):
        return Named(Suggestion(kind, f"{kind}:{name}", name, count, kind_of), (name, *forms))

    return Suggestions(
        suggestions(
            [
                named("entity", "Nguyễn Phú Trọng", 120, "ông Trọng", kind_of="PER"),
                named("entity", "Trung Quốc", 300, kind_of="LOC"),
                named("entity", "Trùng Khánh", 5, kind_of="LOC"),
                *(named("entity", f"Trung tâm {i}", 10 - i) for i in range(8)),
                named("story", "Trung thu ở Hà Nội", 12),
                named("publisher", "Báo Trung Bộ", 50),
                named("speaker", "Nguyễn Phú Trọng", 33),
            ]
        )
    )


def shown(names, typed, **more):
    return [(one.kind, one.name) for one in names.starting(typed, **more)]


def test_any_word_of_a_name_may_begin_so_and_the_most_frequent_comes_first(names):
    assert shown(names, "phu") == [
        ("entity", "Nguyễn Phú Trọng"),
        ("speaker", "Nguyễn Phú Trọng"),
    ]
    assert shown(names, "trung")[:3] == [
        ("entity", "Trung Quốc"),
        ("publisher", "Báo Trung Bộ"),
        ("story", "Trung thu ở Hà Nội"),
    ]


def test_a_few_of_each_kind_are_shown(names):
    kinds = [kind for kind, _ in shown(names, "t", limit=20)]
    assert kinds.count("entity") == 5
    assert {"story", "publisher", "speaker"} <= set(kinds)


def test_what_is_typed_with_marks_is_meant_so(names):
    assert shown(names, "trùng") == [("entity", "Trùng Khánh")]
    assert ("entity", "Trùng Khánh") in shown(names, "trung k")


def test_words_may_stand_in_any_order(names):
    assert shown(names, "trong nguyen")[0] == ("entity", "Nguyễn Phú Trọng")
    assert shown(names, "ong tr") == [("entity", "Nguyễn Phú Trọng")]


@pytest.mark.parametrize("typed", ["", " ", '"', "*", "😀", "\udc80", "zzz", "x" * 10_000, "\x00"])
def test_what_names_nobody_suggests_nothing(names, typed):
    assert names.starting(typed) == []


def test_a_name_is_known_by_kind_and_id(names):
    assert names.named("publisher", "publisher:Báo Trung Bộ").count == 50
    assert names.named("story", "publisher:Báo Trung Bộ") is None
