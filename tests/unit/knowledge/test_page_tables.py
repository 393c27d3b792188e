import pytest

from sukien.knowledge.fields import field_names, plain_name
from sukien.knowledge.pages import class_pattern, class_tokens, page_of, publisher_pages

FIELDS = {
    "id", "url", "publisher", "published", "author", "title", "lead", "text", "body", "captions",
}  # fmt: skip


def test_every_name_of_a_field_is_plain_and_stands_for_one_field():
    names = [name for known in field_names().values() for name in known]
    assert set(field_names()) == FIELDS
    assert all(plain_name(name) == name for name in names)
    assert len(set(names)) == len(names)
    assert all(known[0] == field for field, known in field_names().items())


def test_names_are_compared_in_their_plain_form():
    assert plain_name(" Publish-Date ") == plain_name("publish date") == "publish_date"


@pytest.mark.parametrize("kind", class_tokens())
def test_every_token_is_found_as_a_part_of_a_name_and_in_no_longer_word(kind):
    for token in class_tokens()[kind]:
        assert class_pattern(kind).search(f"x-{token.upper()}_y")
        assert class_pattern(kind).search(f"big {token}")
        assert not class_pattern(kind).search(f"z{token}q")


@pytest.mark.parametrize("host", publisher_pages())
def test_every_publisher_is_found_by_its_host_and_hosts_below(host):
    assert page_of(host) is page_of(f"thethao.{host.upper()}") is publisher_pages()[host]
    assert publisher_pages()[host].name
    assert page_of(f"khong{host}") is None
