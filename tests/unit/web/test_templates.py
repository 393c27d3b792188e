import re
from importlib import resources
from pathlib import Path

import pytest

from sukien.views.agenda import STATES
from sukien.views.articles import LAYERS
from sukien.views.front import VERDICTS
from sukien.views.language import LANGUAGES, phrase

WEB = Path(str(resources.files("sukien.web")))
TEMPLATES = sorted(
    (str(file.relative_to(WEB)), file.read_text(encoding="utf-8"))
    for file in (WEB / "templates").rglob("*.html")
)
STYLES = sorted((WEB / "static" / "css").glob("*.css"))
_COUNTED = re.compile(r'count\("(\w+)"')
_SAID = re.compile(r"say(?:_in)?\([\"'](\w+)[\"'][,)]")
_BUILT = (
    *(f"layer_{name}" for name in LAYERS),
    *(f"count_{verdict}" for verdict in VERDICTS),
    *(f"about_{verdict}" for verdict in VERDICTS),
    *VERDICTS,
    *(
        f"{p}_{w}"
        for p in ("missing", "unavailable", "refused", "failed")
        for w in ("title", "text")
    ),
    *(f"dispute_{kind}" for kind in ("conflict", "claims", "status", "date")),
    *(f"period_{name}" for name in ("last_day", "last_week", "last_month", "all")),
    *(f"since_{name}" for name in ("yesterday", "week_before", "month_before")),
    *(f"agenda_{prefix}{state}" for prefix in ("", "tab_") for state in STATES),
    *("people", "bodies", "places", "other_names"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_template_exists(language):
    said = {key for _, text in TEMPLATES for key in _SAID.findall(text)}
    counted = {f"count_{key}" for _, text in TEMPLATES for key in _COUNTED.findall(text)}
    assert len(said) > 40
    for key in sorted(said | counted | {f"{key}_one" for key in counted} | set(_BUILT)):
        assert phrase(key, language)


def test_templates_hold_no_words_styles_or_scripts_of_their_own():
    for name, text in TEMPLATES:
        assert not re.search(
            r"<script(?! src=\"{{ to.asset)|<style|style=|\son\w+=|https?://(?!\")", text
        ), name
        code = r"\{#.*?#\}|\{% block kind %\}[\w-]+|\{%.*?%\}|\{\{.*?\}\}"
        bare = re.sub("<[^>]*>", " ", re.sub(code, " ", text, flags=re.DOTALL))
        words = set(re.findall(r"[^\W\d_]{3,}", bare)) - {"JSON", "sukien", "add", "sample"}
        assert words <= {"doctype", "html", "nbsp", "thinsp"}, name


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_loads_nothing(path):
    style = path.read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_every_style_sheet_is_asked_for_and_there():
    asked = {"base", "print"}
    for _, text in TEMPLATES:
        for names in re.findall(r"set styles = \[(.*?)\]", text):
            asked |= set(re.findall(r'"(\w+)"', names))
    assert asked == {path.stem for path in STYLES}
