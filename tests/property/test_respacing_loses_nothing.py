"""With white space and underscores taken out, input and text are the same after NFC."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.errors import EncodingError
from sukien.text.encoding import recognise
from sukien.text.respace import respace

TRICKY = st.sampled_from(
    "ab AB_ _ _\"“”\u201e'’‘().,:;!?…%-/[]{}«»12\n\r\t\u0301\u0323\u0338\u200b\u2028\u00a0"
    "áÂ\x1c\x85\x00😀ᄀ각ᅡ\ud800Ởợ"
)
ANY = st.one_of(st.text(), st.text(TRICKY), st.text(TRICKY, min_size=40))


def bare(text):
    return re.sub(r"[\s_]+", "", text)


def nfc(text):
    return unicodedata.normalize("NFC", text)


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_nothing_is_lost_and_nothing_changes(raw):
    given_text = re.sub("[\ud800-\udfff]", "\ufffd", raw)
    text = respace(raw).text
    assert bare(nfc(given_text)) == bare(text)
    assert nfc(bare(given_text)) == nfc(bare(text))


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_the_text_is_spaced_as_the_contract_says(raw):
    spaced = respace(raw)
    assert nfc(spaced.text) == spaced.text == spaced.text.strip()
    assert "_" not in spaced.text
    assert not re.search(r"[^\S \n]|  | \n|\n |\n\n", spaced.text)
    assert all(spaced.text[at] == " " for at in spaced.joints)
    assert all(spaced.text[at - 1] == "\n" for at in spaced.breaks)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        found = recognise(data, "f")
    except EncodingError as error:
        assert str(error).startswith("f: ")
    else:
        assert nfc(found.text) == found.text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_a_files_utf8_is_its_text(raw):
    found = recognise(raw.encode(), "f")
    if found.encoding == "utf-8":
        assert found.text == nfc(raw.removeprefix("\ufeff"))
