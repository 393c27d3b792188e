"""Views as HTML: the templates' words, dates and numbers in the reader's language."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sukien.views.charts.graph import act_words
from sukien.views.charts.scales import tick_words
from sukien.views.chronology import context_words, moment_words
from sukien.views.corrections import CorrectionLine, change_words, correction_words
from sukien.views.dates import date_words, stretch_words
from sukien.views.figures import figure_reason, figure_sentence, mark_words, stated_words
from sukien.views.language import LANGUAGES, counted, phrase
from sukien.views.numbers import figure_words, number_words
from sukien.views.origins import lineage_words, origin_name
from sukien.views.reasons import grounds_words, link_words, reason_words, shares, weight_words
from sukien.views.shortening import shortened
from sukien.views.units import unit_words
from sukien.web import addresses
from sukien.web.asked import Asked
from sukien.web.marking import highlighted, shown


class Visitor:
    """Who looks at a page: nobody in particular, who may change nothing."""

    may_change = False
    may_sign_in = False
    name = ""
    by = ""

    @property
    def token(self) -> str:
        """What a form carries to prove that it is of this page."""
        return ""


class Door(NamedTuple):
    """Where pages are shown: the name of the library, and how they address each other.

    `to` has the functions of `sukien.web.addresses`, which a server answers. Forms and links to
    them stand on a page where its `visitor` may change something or sign in: never on a published
    site. `notice` is what was just corrected.
    """

    library_name: str
    to: Any = addresses
    visitor: Visitor = Visitor()
    notice: CorrectionLine | None = None


def html(
    asked: Asked, door: Door, template: str, context: Mapping[str, object], *, status: int = 200
) -> bytes:
    """A page in the reader's language, UTF-8."""
    written = (
        _environment()
        .get_template(template)
        .render(
            **_words(asked.language),
            **context,
            to=door.to,
            switch=tuple(
                (one, door.to.again(asked.path, asked.query, lang=one)) for one in LANGUAGES
            ),
            as_json=door.to.as_json(asked.path, asked.query),
            library_name=door.library_name,
            visitor=door.visitor,
            notice=door.notice,
            status=status,
        )
    )
    return written.encode("utf-8", "replace")


def _words(language: str) -> dict[str, Callable[..., Any] | str]:
    """What a template says, bound to a language."""
    return {
        "language": language,
        "say": partial(_say, language=language),
        "say_in": phrase,
        "count": partial(counted, language=language),
        "date": partial(date_words, language=language),
        "stretch": partial(stretch_words, language=language),
        "day": lambda value: date_words(value and value[:10], language),
        "numeral": partial(number_words, language=language),
        "short": shortened,
        "moment": partial(moment_words, language=language),
        "moment_context": partial(context_words, language=language),
        "figure": partial(figure_words, language=language),
        "reason": partial(reason_words, language=language),
        "shares": shares,
        "figure_reason": partial(figure_reason, language=language),
        "figure_sentence": partial(figure_sentence, language=language),
        "stated": partial(stated_words, language=language),
        "mark_text": partial(mark_words, language=language),
        "act": partial(act_words, language=language),
        "tick": partial(tick_words, language=language),
        "amount": partial(number_words, language=language),
        "unit": partial(unit_words, language=language),
        "link": partial(link_words, language=language),
        "origin": partial(origin_name, language=language),
        "lineage": partial(lineage_words, language=language),
        "grounds": partial(grounds_words, language=language),
        "correction": partial(correction_words, language=language),
        "change": partial(change_words, language=language),
        "weight": partial(weight_words, language=language),
    }


def _say(key: str, language: str, **values: object) -> str:
    text = phrase(key, language)
    return text.format(**values) if values else text


def _safe(value: object) -> object:
    """What a template prints, without characters that turn or break the page around them."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sukien.web"),
        auto_reload=False,
        autoescape=True,
        finalize=_safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(highlighted=highlighted)
    return environment
