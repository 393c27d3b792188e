"""`sukien stories`, `story`, `search`, `show`, `failures`: what a library can tell."""

import sys

import click

from sukien.cli import options
from sukien.cli.news import render_article_news
from sukien.cli.render import (
    render_article,
    render_failures,
    render_stories,
    render_story,
)
from sukien.cli.render_search import render_search
from sukien.cli.render_tree import render_tree
from sukien.errors import InputError
from sukien.library import Library, open_library
from sukien.search import KINDS
from sukien.tell import BRIEF_WORDS
from sukien.views.articles import article_page
from sukien.views.contract import article_record, json_line, story_record
from sukien.views.front import FrontAsked, front_page
from sukien.views.search import question_of, search_page
from sukien.views.stories import story_page

_brief_words = click.option(
    "--brief-words",
    type=click.IntRange(min=1),
    default=BRIEF_WORDS,
    show_default=True,
    metavar="N",
    help="Length that a brief aims at.",
)


def _print(*values: object) -> None:
    for value in values:
        sys.stdout.buffer.write(json_line(value))
    sys.stdout.buffer.flush()


@click.command()
@options.library
@options.as_json
@_brief_words
@click.option("--page", type=click.IntRange(min=1), default=1, help="Which page of the list.")
def stories(library: str, as_json: bool, brief_words: int, page: int) -> None:
    """Liệt kê các câu chuyện, tin mới và nhiều nguồn trước.

    List the stories of LIBRARY, those first that are fresh and of many sources; with --json all of
    them whole, newest first, a story a line.
    """
    with open_library(library) as opened:
        if as_json:
            _print(*(story_record(one) for one in opened.stories(brief_words=brief_words)))
        else:
            render_stories(front_page(opened, FrontAsked(number=page)), library)


@click.command()
@options.library
@click.argument("story_id", metavar="ID")
@options.as_json
@_brief_words
@click.option("--tree", is_flag=True, help="Its episodes alone, as lines that part.")
def story(library: str, story_id: str, as_json: bool, brief_words: int, tree: bool) -> None:
    """Kể một câu chuyện: tóm tắt, dòng thời gian, con số, ai nói gì, các bài.

    Tell one story of LIBRARY. ID may be shortened as long as it names one story.
    """
    with open_library(library) as opened:
        whole = opened.full_story_id(story_id)
        if as_json:
            _print(story_record(opened.story(whole, brief_words=brief_words)))
            return
        page = story_page(opened, whole, brief_words=brief_words)
        render_tree(page) if tree else render_story(page)


@click.command()
@options.library
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option("--as", "kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True)
@click.option("--speaker", default="", metavar="ENTITY", help="Said by this one.")
@click.option("--entity", default="", metavar="ENTITY", help="In articles that name this one.")
@click.option("--publisher", default="", metavar="NAME", help="Published by this one.")
@click.option("--section", default="", metavar="CODE", help="Of this section.")
@click.option("--from", "start", default="", metavar="DATE", help="Published on this day or later.")
@click.option("--to", "end", default="", metavar="DATE", help="Published on this day or earlier.")
@options.as_json
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
def search(
    library: str, words: tuple[str, ...], kind: str, limit: int, as_json: bool, **bounds: str
) -> None:
    """Tìm bài, câu, phát biểu, câu chuyện; gõ không dấu cũng được, "cụm từ" trong ngoặc kép.

    Find what of LIBRARY holds all WORDS: articles, sentences, quotes or stories. Words typed
    without diacritics find any; words typed with diacritics find just these; "quoted words" are a
    phrase. Without WORDS, all that lies within the bounds is listed, the newest first.
    """
    asked = {"q": " ".join(words), "as": kind, "from": bounds.pop("start"), "to": bounds.pop("end")}
    question, troubles = question_of(asked | bounds)
    for trouble in troubles:
        if trouble.name == "no_date":
            raise InputError(f"'{trouble.value}' is no date; write it as 2024-03-16 or 16/3/2024")
    if not question.words and not question.bounds:
        raise InputError("give words to find, or one of --speaker, --entity, --publisher, --from")
    with open_library(library) as opened:
        page = search_page(opened, question, troubles=troubles, limit=limit)
        if as_json:
            _print(*page.lines, *page.stories)
        else:
            render_search(page)


@click.command()
@options.library
@click.argument("article", metavar="ARTICLE")
@options.as_json
def show(library: str, article: str, as_json: bool) -> None:
    """Xem một bài với những gì Sukien đọc được trong đó.

    Show one article of LIBRARY with what was read in it.
    """
    with open_library(library) as opened:
        if as_json:
            _print(article_record(opened.article(article)))
        else:
            page = article_page(opened, article)
            render_article(page)
            if page.news is not None:
                render_article_news(page.news)


@click.command()
@options.library
@options.as_json
def failures(library: str, as_json: bool) -> None:
    """Liệt kê những bài không đọc được và vì sao.

    List what could not be read, and why.
    """
    with open_library(library) as opened:
        _failures(opened, as_json=as_json)


def _failures(opened: Library, *, as_json: bool) -> None:
    found = opened.failures()
    if as_json:
        _print(*found)
    else:
        render_failures(found)
