"""Every row of the files on credits, bylines, agencies and house prefixes, read by the parts."""

import pytest

from sukien.annotate.parts.credits import find_credits, read_signature
from sukien.knowledge.press import agencies, byline_forms, credit_cues, house_pattern
from sukien.knowledge.tables import read_table, values

AGENCIES = [
    (form, row["entity"])
    for row in read_table("agencies")
    for form in (row["name"], *values(row["aliases"]))
]
BYLINES = [(row["place"], row["form"]) for row in read_table("bylines")]
LINES = {
    "before": "{}: Trần Mai",
    "after": "Trần Mai ({})",
    "source": "{} Reuters",
    "alone": "{}",
}


@pytest.mark.parametrize(("form", "entity"), AGENCIES)
def test_an_agency_is_credited(form: str, entity: str) -> None:
    line = f"Trần Mai (Theo {form})"
    found = read_signature(line)
    assert found is not None
    assert [line[s.start : s.end] for s in found.agencies] == [form]
    assert entity.startswith("org:")
    assert agencies()[form.lower()] == entity


@pytest.mark.parametrize("cue", [row["cue"] for row in read_table("credits")])
def test_a_credit_cue_is_read(cue: str) -> None:
    line = f"Cây đổ ở Huế - {cue}: Lê Nam"
    found = find_credits(line)
    assert [line[c.name.start : c.name.end] for c in found] == ["Lê Nam"]
    assert line[: found[0].start] == "Cây đổ ở Huế"
    assert cue in credit_cues()


@pytest.mark.parametrize(("place", "form"), BYLINES)
def test_a_byline_form_is_read(place: str, form: str) -> None:
    line = LINES[place].format(form)
    found = read_signature(line)
    assert found is not None
    assert form in byline_forms(place)
    names = [line[s.start : s.end] for s in found.authors]
    assert names == {"source": [], "alone": [form]}.get(place, ["Trần Mai"])


@pytest.mark.parametrize("form", [row["form"] for row in read_table("house_prefixes")])
def test_a_house_prefix_is_matched(form: str) -> None:
    assert house_pattern().match(f"({form}) - Sáng nay")
    assert house_pattern().match(f"( {form} ) Sáng nay")
    assert house_pattern().match(f"{form} - Sáng nay")


def test_forms_are_listed_once() -> None:
    for table, column in (("credits", "cue"), ("house_prefixes", "form"), ("agencies", "name")):
        cells = [row[column] for row in read_table(table)]
        assert len(cells) == len(set(cells))
    forms = [form.lower() for form, _ in AGENCIES]
    clashes = {f for f in forms if len({e for form, e in AGENCIES if form.lower() == f}) > 1}
    assert not clashes
