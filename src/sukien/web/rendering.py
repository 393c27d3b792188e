"""Views as HTML: the templates' words, dates and numbers in the reader's language."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any
from urllib.parse import parse_qsl

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sukien.views.corrections import change_words, correction_words
from sukien.views.dates import date_words
from sukien.views.figures import figure_reason
from sukien.views.language import LANGUAGES, counted, phrase
from sukien.views.numbers import figure_words
from sukien.views.origins import lineage_words, origin_name
from sukien.views.reasons import grounds_words, link_words, reason_words, weight_words
from sukien.web import addresses
from sukien.web.headers import HEADERS
from sukien.web.marking import highlighted, shown

COOKIE = "lang"
_A_YEAR = 365 * 24 * 3600


def language_of(request: Request) -> str:
    """The language that the address or the cookie asks for; Vietnamese otherwise."""
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return asked
    return LANGUAGES[0]


def page(
    request: Request, template: str, context: Mapping[str, object], *, status: int = 200
) -> Response:
    """A page in the reader's language, which a cookie remembers once it was chosen."""
    language = language_of(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            **_words(language),
            **context,
            switch=_switch(request),
            library_name=request.app.state.library_name,
            status=status,
        )
    )
    response = HTMLResponse(
        html.encode("utf-8", "replace"),
        status_code=status,
        headers={**HEADERS, "content-language": language, "cache-control": "no-cache"},
    )
    if request.query_params.get("lang") == language:
        response.set_cookie(COOKIE, language, max_age=_A_YEAR, httponly=True, samesite="lax")
    return response


def _switch(request: Request) -> tuple[tuple[str, str], ...]:
    """Each language with the address of this page in it."""
    query = dict(parse_qsl(request.url.query, keep_blank_values=True, errors="replace"))
    path = request.scope["path"]
    return tuple((one, addresses.again(path, query, lang=one)) for one in LANGUAGES)


def _words(language: str) -> dict[str, Callable[..., Any] | str]:
    """What a template says, bound to a language."""
    return {
        "language": language,
        "say": partial(_say, language=language),
        "say_in": phrase,
        "count": partial(counted, language=language),
        "date": partial(date_words, language=language),
        "day": lambda value: date_words(value and value[:10], language),
        "figure": partial(figure_words, language=language),
        "reason": partial(reason_words, language=language),
        "figure_reason": partial(figure_reason, language=language),
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
    environment.globals.update(to=addresses, highlighted=highlighted)
    return environment
