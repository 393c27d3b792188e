"""The documented views on a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sukien.model import Merge, ReadFailure
from sukien.store import Card
from sukien.views.articles import ArticlePage
from sukien.views.dates import date_words
from sukien.views.entities import EntitiesPage
from sukien.views.episodes import EpisodeTable
from sukien.views.figures import figure_reason
from sukien.views.front import FrontPage
from sukien.views.language import LANGUAGES, both, counted, phrase
from sukien.views.lineages import OriginTable
from sukien.views.lines import BriefLine, Place, TimelineLine
from sukien.views.numbers import figure_words
from sukien.views.origins import lineage_words, origin_name, origin_names
from sukien.views.pages import (
    StoryPage,
)
from sukien.views.reasons import grounds_words, reason_words
from sukien.views.speakers import SpeakerQuotes
from sukien.views.statements import FigureLine, FigureTable

_VERDICT_STYLES = {
    "same": "green", "rounded": "green", "changed": "yellow", "scope": "yellow",
    "claims": "bold red", "conflict": "bold red",
}  # fmt: skip
_LAYER_STYLES = {
    "names": "bold",
    "times": "cyan",
    "quantities": "yellow",
    "quotes": "italic green",
    "events": "magenta",
}

_OTHERS_SHOWN = 2


def _console() -> Console:
    return Console(highlight=False, soft_wrap=False)


def render_stories(page: FrontPage, library: str) -> None:
    """The list of stories."""
    console = _console()
    if not page.stories:
        console.print(both("no_stories"))
        return
    for card in page.stories:
        story = card.story
        console.print(Text(story.label, style="bold"))
        size = f"{story.articles} {both('articles')}, {_span(story.first, story.last)}"
        line = Text(f"  {story.id}  {size}", style="dim")
        for verdict in (name for name, _ in card.verdict_counts):
            line.append(f"  {both(verdict)}", style=_VERDICT_STYLES[verdict])
        console.print(line)
        console.print(Text(card.opening), style="none")
        console.print()
    console.print(
        Text(
            f"{page.story_count} {both('stories')} · {page.article_count} {both('articles')}"
            f" · {page.number}/{page.pages}   sukien story {library} ID",
            style="dim",
        )
    )


def _span(first: str | None, last: str | None) -> str:
    start, end = date_words(first and first[:10]), date_words(last and last[:10])
    if not start:
        return both("undated")
    return start if start == end else f"{start} – {end}"


def render_story(page: StoryPage) -> None:
    """One story."""
    console = _console()
    console.print(Text(page.label, style="bold underline"))
    console.print(Text(f"{page.id}  {_span(page.first, page.last)}", style="dim"))
    if page.brief:
        _heading(console, "brief")
        for line in page.brief:
            console.print(brief_sentence(line))
    if page.timeline:
        _heading(console, "timeline")
        console.print(_timeline(page.timeline))
    if page.origins:
        _heading(console, "origins")
    for table in (*page.sources.shown, *page.sources.folded):
        _origin(console, table)
    _rest(console, "more_sources", page.sources.left)
    if page.figures:
        _heading(console, "figures")
    for figure in (*page.counted.shown, *page.counted.folded):
        _figure(console, figure)
    _rest(console, "left", page.counted.left)
    if page.speakers:
        _heading(console, "quotes")
        for speaker in (*page.who_says.shown, *page.who_says.folded):
            _speaker(console, speaker)
        _rest(console, "left", page.who_says.left)
    _entities(console, page)
    _heading(console, "in_articles")
    for episode in page.episodes:
        _episode(console, episode)


def brief_sentence(line: BriefLine) -> Text:
    """A sentence of a brief with the days that it means, its sources and its first proofs."""
    text = Text(line.text)
    for words, value in line.days:
        text.append(f"  ({words}: {date_words(value)})", style="cyan")
    text.append(f"  {line.sources} {phrase('sources')}{_named(line)}", style="dim")
    for place in (line.place, *line.others[:_OTHERS_SHOWN]):
        text.append(f"  {_at(place)}", style="dim")
    if len(line.others) > _OTHERS_SHOWN:
        text.append(" …", style="dim")
    return text


def _heading(console: Console, key: str) -> None:
    console.print()
    console.print(Rule(Text(both(key), style="bold"), align="left", style="dim"))


def _timeline(lines: Sequence[TimelineLine]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column()
    for line in lines:
        tone = "dim" if line.background else ""
        when = Text(date_words(line.date), style=tone)
        text = Text(line.text, style=tone)
        if line.background:
            text.append(f"  [{both('background')}]", style="dim")
        if line.upcoming:
            text.append(f"  [{both('upcoming')}]", style="bold yellow")
        counted = f"  {line.articles} {phrase('articles')}"
        text.append(f"{counted}, {line.sources} {phrase('sources')}{_named(line)}", style="dim")
        text.append(f"  {_at(line.evidence[0])}" if line.evidence else "", style="dim")
        table.add_row(when, text)
    return table


def _named(line: BriefLine | TimelineLine) -> str:
    """The sources by name where several articles are counted."""
    several = sum(len(one.articles) for one in line.origins) > 1
    return f" ({origin_names(line.origins)})" if several else ""


def _at(place: Place) -> str:
    return f"[{place.article}:{place.start}-{place.end}]"


def _origin(console: Console, table: OriginTable) -> None:
    head = Text(origin_name(table.origin), style="bold")
    head.append(f"  {len(table.articles)} {phrase('articles')}", style="dim not bold")
    console.print(head)
    for line in table.shown:
        console.print(_card(line.card).append(f"  {lineage_words(line)}", style="dim"))
    _rest(console, "more_articles", table.left)


def _rest(console: Console, kind: str, number: int) -> None:
    """How many more there are, if any."""
    if number:
        console.print(Text(f"  {counted(kind, number)}", style="dim"))


def _figure(console: Console, figure: FigureTable) -> None:
    head = Text(figure.about + "  ", style="bold")
    head.append(both(figure.verdict), style=_VERDICT_STYLES[figure.verdict])
    console.print(head)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for line, _ in (*figure.shown, *figure.more):
        table.add_row(date_words(line.date), figure_words(line.value, line.mod), _stated(line))
    console.print(table)
    _rest(console, "left", figure.left)
    for pair in figure.comparisons:
        told = Text("  ")
        told.append(both(pair.verdict), style=_VERDICT_STYLES[pair.verdict])
        told.append(f"  {figure_reason(pair.reason, pair.detail)}")
        console.print(told)
        for side in (pair.one, pair.other):
            row = Text(f"    {figure_words(side.value, side.mod)}  ", style="bold")
            console.print(row.append_text(_stated(side)))


def _stated(line: FigureLine) -> Text:
    """The sentence of a statement, who says it and where it stands."""
    text = Text(line.place.text, style="not bold")
    if line.speaker:
        text.append(f"  {phrase('according_to').format(name=line.speaker)}", style="italic")
    text.append(f"  {_at(line.place)}", style="dim")
    return text


def _speaker(console: Console, speaker: SpeakerQuotes) -> None:
    console.print(Text(speaker.name or phrase("unnamed"), style="bold"))
    for quote in (*speaker.shown, *speaker.more):
        text = f"“{quote.text}”" if quote.kind == "direct" else quote.text
        line = Text(f"  {text}")
        line.append(f"  {_at(quote.place)}", style="dim")
        console.print(line)
    _rest(console, "left", speaker.left)


def _entities(console: Console, page: StoryPage) -> None:
    for key, entities in page.names:
        _heading(console, key)
        named = (*entities.shown, *entities.folded)
        console.print(Text(", ".join(f"{e.name} ({e.mentions})" for e in named)))
        _rest(console, "left", entities.left)


def _episode(console: Console, episode: EpisodeTable) -> None:
    head = Text(episode.label, style="bold")
    head.append(f"  {episode.id}", style="not bold cyan")
    for reason in episode.reasons:
        head.append(f"  {reason_words(reason)}", style="dim")
    console.print(head)
    for fold in episode.shown:
        console.print(_card(fold.line.card))
        _rest(console, "copies", fold.count)
    _rest(console, "more_articles", episode.left)


def _card(card: Card) -> Text:
    text = Text(f"  {date_words(card.published and card.published[:10]):>12}  ", style="cyan")
    text.append(card.title)
    text.append(f"  {card.publisher or ''}  {card.id}", style="dim")
    return text


def render_article(page: ArticlePage) -> None:
    """One article with its marks in colours, and a list of what was read in it."""
    console = _console()
    known = filter(None, (page.publisher, date_words(page.published), page.author, page.url))
    console.print(Text(page.title, style="bold underline"))
    console.print(Text("  ".join((page.id, *known)), style="dim"))
    text = Text(page.text)
    for mark in page.marks:
        if style := _LAYER_STYLES.get(mark.layer):
            text.stylize(style, mark.start, mark.end)
    for block in page.blocks:
        console.print()
        console.print(text[block.start : block.end])
    console.print()
    for mark in page.marks:
        if mark.layer in _LAYER_STYLES:
            row = Text(f"{mark.layer:<11}", style=_LAYER_STYLES[mark.layer])
            row.append(f"{page.text[mark.start : mark.end]}  ", style="none")
            row.append(mark.value, style="dim")
            console.print(row)


def render_entities(page: EntitiesPage, library: str) -> None:
    """Who and what a library names."""
    console = _console()
    if not page.entities:
        console.print(both("no_entities"))
        return
    for entity in page.entities:
        head = Text(entity.name, style="bold")
        head.append(f"  {entity.entity}", style="cyan")
        size = f"  {len(entity.articles)} {both('articles')}, {entity.mentions} {both('mentions')}"
        head.append(size, style="dim")
        console.print(head)
        if len(entity.names) > 1:
            forms = ", ".join(f"{form.name} ({form.mentions})" for form in entity.names)
            console.print(Text(f"  {both('names_seen')}: {forms}"))
        for row in entity.merged:
            console.print(Text(f"  ← {row.source}: {_why(row)}", style="yellow"))
        for row in entity.undone:
            console.print(Text(f"  ≠ {row.source} | {row.target}: {both('undone')}", style="dim"))
    shown = f"{len(page.entities)}/{page.count} {both('entities')}"
    console.print(Text(f"{shown}   sukien merge {library} 'FROM' 'INTO'", style="dim"))


def _why(row: Merge) -> str:
    return " · ".join(grounds_words(row.reasons, language) for language in LANGUAGES)


def render_merge(row: Merge) -> None:
    """What was merged or taken apart."""
    sign, key = ("≠", "undone") if row.undone else ("→", "merged")
    _console().print(Text(f"{row.source} {sign} {row.target}  {both(key)}"))


def render_failures(failures: Sequence[ReadFailure]) -> None:
    """What failed, and why."""
    console = _console()
    if not failures:
        console.print(both("no_failures"))
    for failure in failures:
        console.print(Text(f"{failure.kind}: {failure.message}"))
