import math

from sukien.thread.rarity import Rarity, add, background, dot, top, unit


def test_a_rare_term_weighs_more_than_a_common_one():
    rarity = Rarity()
    assert rarity.weight("đổ_bộ") > rarity.weight("cho") > 1


def test_an_unknown_term_is_rare_until_the_library_is_full_of_it():
    rarity = Rarity()
    before = rarity.weight("zzyzx")
    for _ in range(500):
        rarity.see(["zzyzx"])
    assert rarity.weight("zzyzx") < before / 4


def test_what_was_seen_can_be_gone_on_from():
    rarity = Rarity()
    rarity.see(["bão", "zzyzx"])
    again = Rarity(rarity.seen, rarity.articles)
    assert again.weight("zzyzx") == rarity.weight("zzyzx")


def test_a_vector_is_of_length_one_and_in_order_of_weight():
    vector = Rarity().vector({"đổ_bộ": 1, "cho": 3, "bão": 2})
    assert math.isclose(dot(vector, vector), 1)
    assert list(vector.values()) == sorted(vector.values(), reverse=True)


def test_a_name_is_as_rare_as_its_rarest_part():
    rarity = Rarity()
    assert rarity.of_name("e", "việt nam") < rarity.of_name("e", "mường lống")


def test_sums():
    total = {"a": 3.0}
    add(total, {"b": 4.0, "a": 1.0})
    assert total == {"a": 4.0, "b": 4.0}
    assert top({"b": 4.0, "a": 4.0, "c": 5.0}, 2) == {"c": 5.0, "a": 4.0}
    assert unit({}) == {}


def test_the_table_holds_shares_of_its_articles():
    table = background()
    assert table.articles == 21083
    assert all(0 < held <= table.articles for held in table.held.values())
