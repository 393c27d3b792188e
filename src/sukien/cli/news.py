"""`sukien new`: what is new since a day."""

import datetime as dt
import sys

import click
from rich.console import Console
from rich.text import Text

from sukien.cli import options
from sukien.library import open_library
from sukien.model import AgendaItem, Contradiction, Evidence, Fact, Novelty
from sukien.views.contract import json_line
from sukien.views.dates import date_words
from sukien.views.language import both, counted, phrase
from sukien.views.news import ArticleNews, FigureChange, News, NewsPage, StoryNews, news_page
from sukien.views.numbers import figure_words
from sukien.views.since import day_meant

_SHOWN = 10


@click.command()
@options.library
@click.option(
    "--since",
    required=True,
    metavar="DATE",
    help="The day from which on articles are new: 2024-05-03, 'last Tuesday', 'tuần trước'.",
)
@click.option("--story", "story_id", metavar="ID", help="Only this story.")
@click.option("--articles", "by_article", is_flag=True, help="Article by article.")
@options.as_json
def new(library: str, *, since: str, story_id: str | None, by_article: bool, as_json: bool) -> None:
    """Có gì mới từ một ngày: điều kể lần đầu, con số thay đổi, chỗ mâu thuẫn.

    What is new in LIBRARY since a day, story by story: what is told first, which figures changed,
    what contradicts what was told before; with --articles, what each article says first, repeats,
    contradicts and leaves out.
    """
    day = day_meant(since, dt.datetime.now().astimezone().date()).isoformat()
    with open_library(library) as opened:
        whole = opened.full_story_id(story_id) if story_id else None
        page = news_page(opened, day, story_id=whole)
    if as_json:
        for story in page.stories:
            sys.stdout.buffer.write(json_line(story))
        sys.stdout.buffer.flush()
    else:
        render_news(page, by_article=by_article)


def render_news(page: NewsPage, *, by_article: bool) -> None:
    """The news, story by story."""
    console = Console(highlight=False, soft_wrap=False)
    if not page.stories:
        console.print(both("nothing_new"))
    for story in page.stories:
        console.print(Text(story.label, style="bold underline"))
        size = f"{story.article_count} {both('new_articles')}"
        console.print(Text(f"{story.story}  {size}", style="dim"))
        if by_article:
            _by_article(console, story)
        else:
            _story(console, story)
        console.print()


def _story(console: Console, story: StoryNews) -> None:
    for line in story.news[:_SHOWN]:
        console.print(_news(line))
    if len(story.news) > _SHOWN:
        console.print(Text(f"… +{len(story.news) - _SHOWN}", style="dim"))
    for change in story.changes:
        console.print(_change(change))
    for item in story.agenda:
        console.print(_closed(item))
    for one in story.contradictions:
        console.print(_contradiction(one))


def _closed(item: AgendaItem) -> Text:
    """What became of something announced."""
    text = Text(f"◷ {both('agenda_' + item.outcome)} ", style="yellow")
    text.append(f"[{date_words(item.date)}] ", style="cyan")
    text.append(item.text, style="not bold default")
    if item.moved_to:
        text.append(f" → {date_words(item.moved_to)}", style="bold")
    text.append("  " + " ".join(map(_at, item.closing[:1])), style="dim not bold")
    return text


def _news(line: News) -> Text:
    text = Text(f"+ {phrase('fact_' + line.kind)} ", style="green")
    text.append(_about(line.kind, line.about), style="cyan")
    text.append(line.text, style="none")
    when = date_words(line.published and line.published[:10])
    told = f"{line.articles} {phrase('articles')}, {line.sources} {phrase('sources')}"
    text.append(f"  {when}, {told}  {_at(line.place)}", style="dim")
    return text


def _about(kind: str, about: str) -> str:
    words = date_words(about) if kind == "happening" else about
    return f"[{words}] " if words else ""


def _change(change: FigureChange) -> Text:
    text = Text(f"↗ {both('changed')} ", style="yellow")
    before, after = (figure_words(p.value, p.mod) for p in (change.before, change.after))
    text.append(f"{change.about}: {before} → {after}", style="bold")
    places = (
        Evidence(article=p.article, start=p.start, end=p.end) for p in (change.before, change.after)
    )
    text.append("  " + " ".join(map(_at, places)), style="dim not bold")
    return text


def _contradiction(one: Contradiction) -> Text:
    text = Text(f"≠ {both('contradicts')} ", style="bold red")
    text.append(f"{one.text}  ", style="not bold default")
    text.append(_at(one.place), style="dim not bold")
    text.append(f"  ≠ {one.other_text}  ", style="not bold default")
    text.append(_at(one.other), style="dim not bold")
    return text


def _by_article(console: Console, story: StoryNews) -> None:
    cards = {card.id: card for card in story.articles}
    for found in story.by_article:
        if found.echo_of is not None:
            continue
        card = cards[found.article]
        console.print()
        head = Text(
            f"{date_words(card.published and card.published[:10])}  {card.title}", style="bold"
        )
        head.append(f"  {card.publisher or ''}  {card.id}", style="dim not bold")
        console.print(head)
        render_novelty(console, found)
    if story.echoes:
        console.print()
        console.print(Text(counted("echoes", story.echoes), style="dim"))


def render_article_news(page: ArticleNews) -> None:
    """What one article adds, repeats, contradicts, leaves out."""
    console = Console(highlight=False, soft_wrap=False)
    console.print()
    console.print(Text(both("article_news"), style="bold"))
    if page.novelty.echo_of is not None:
        console.print(Text(phrase("echo_of").format(title=page.echoed), style="dim"))
    elif page.is_first:
        console.print(Text(both("begins_story"), style="dim"))
    render_novelty(console, page.novelty)


def render_novelty(console: Console, found: Novelty) -> None:
    """The facts of an article under four headings."""
    for key, style, facts in (
        ("says_first", "green", found.first),
        ("repeats", "blue", found.repeats),
        ("leaves_out", "yellow", found.omits),
    ):
        if facts:
            console.print(Text(both(key), style=style))
        for fact in facts:
            console.print(_fact(fact, left_out=key == "leaves_out"))
    for one in found.contradicts:
        console.print(_contradiction(one))


def _fact(fact: Fact, *, left_out: bool) -> Text:
    text = Text("  ")
    text.append(f"{phrase('fact_' + fact.kind)} ", style="dim")
    text.append(_about(fact.kind, fact.about), style="cyan")
    text.append(fact.text)
    if not left_out:
        text.append(f"  {_at(fact.place)}", style="dim")
    if fact.earlier:
        told = f"{fact.articles} {phrase('articles')}, {fact.sources} {phrase('sources')}"
        text.append(f"  ← {told} {_at(fact.earlier[0])}", style="dim")
    return text


def _at(place: Evidence) -> str:
    return f"[{place.article}:{place.start}-{place.end}]"
