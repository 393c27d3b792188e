"""The search of a site: words by their first letters, entries in their order."""

import json
import re

from sukien.web.publish.shards import AT_ONCE, Entry, scripts, shard, words_of


def entry(title: str, text: str = "", told: str = "") -> Entry:
    words = words_of(f"{title} {text}")
    return Entry(
        kind="article", title=title, file="a.html", date="", source="", told=told, words=words
    )


def called(script: str) -> list[object]:
    inside = re.fullmatch(r"siteSearch\.\w+\((.*)\);\n", script)
    assert inside is not None
    return json.loads(f"[{inside.group(1)}]")


def test_a_word_is_found_by_its_plain_form_as_it_is_written() -> None:
    files = scripts([entry("Bão số 3", "báo chí"), entry("Báo"), entry("Nắng", "bão tan")])
    name, words = called(files["search/ba.js"])
    assert name == "ba"
    assert words == {"bao": {"bão": "1.3", "báo": "0.3"}}


def test_numbers_count_up_and_tell_titles() -> None:
    entries = [entry("x", "mưa") for _ in range(3)] + [entry("Mưa")]
    _, words = called(scripts(entries)["search/mu.js"])
    assert words == {"mua": {"mưa": "0.2.2.3"}}


def test_letters_that_are_not_ascii_have_a_name_of_their_codes() -> None:
    assert shard("bao") == "ba"
    assert shard("a") == "a"
    assert shard("жы") == "436-44b"


def test_entries_come_in_portions() -> None:
    files = scripts([entry(f"t{n}") for n in range(AT_ONCE + 1)])
    assert len(called(files["search/entries-0.js"])[1]) == AT_ONCE
    assert len(called(files["search/entries-1.js"])[1]) == 1


def test_nothing_in_an_entry_ends_its_script() -> None:
    files = scripts([entry("a\u2028b\u2029</script>", told='"); alert(1); ("')])
    number, lines = called(files["search/entries-0.js"])
    assert (number, lines[0][1]) == (0, "a\u2028b\u2029</script>")
    assert "\u2028" not in files["search/entries-0.js"]
