"""The pages: a file each; what was asked for, the view, the template."""

from functools import partial

from sukien.views.correcting import CHANGES
from sukien.web import addresses
from sukien.web.answers import Page
from sukien.web.pages import (
    about,
    agenda,
    article,
    correct,
    corrections,
    entity,
    front,
    network,
    news,
    search,
    story,
    timeline,
)

PAGES = (
    Page(
        "/",
        "the stories by weight; `section`, `from` and `to` bound them, `page` counts from 1",
        front.answer,
    ),
    Page("/story/{id}/correct", "the ways to correct a story", correct.story, changes=True),
    Page(
        "/story/{id:path}",
        "one story; its timeline from the day `from` to the day `to`, new since the day `since`; "
        "with `all` all of its articles, figures, quotes, places (`map`) or origins",
        story.answer,
    ),
    Page("/story", "the same, with `id` as a parameter", story.answer),
    Page("/timeline/{id:path}", "the timeline of one story; the same days", timeline.answer),
    Page("/timeline", "the same, with `id` as a parameter", timeline.answer),
    Page(
        "/article/{id:path}",
        "one article; `from` and `to` mark characters, `layer` (again and again) shows marks, "
        "`beside` puts notes, input or layers beside the text",
        article.answer,
    ),
    Page("/article", "the same, with `id` as a parameter", article.answer),
    Page(
        "/annotations.json",
        "the layers of the article `id`, as `sukien annotate` prints them",
        article.annotations,
    ),
    Page(
        "/entity/{id:path}",
        "who or what has that id: what it said and did (`show` is all, said or did), its stories, "
        "names, what was merged and why, articles",
        entity.answer,
    ),
    Page("/entity", "the same, with `id` as a parameter", entity.answer),
    Page(
        "/agenda",
        "what is announced; `now`, `from`, `to` are dates, `story` an id, `state` one of those "
        "shown, `all` every state, `by` week or month; `page` counts from 1",
        agenda.answer,
    ),
    Page(
        "/agenda.ics",
        "the same for a calendar program: without `from` and `to` from 30 days before `now` to a "
        "year after it, the first 300",
        agenda.calendar_file,
    ),
    Page(
        "/network",
        "who acted on whom; `story` and `entity` are ids, `type` one of event, `since` a date, "
        "`page` counts from 1",
        network.answer,
    ),
    Page(
        "/new",
        "what is new since the date `since`, by default the week before the last article; `page` "
        "counts from 1",
        news.answer,
    ),
    Page(
        "/search",
        "what a search for `q` finds; `as` is articles, sentences, quotes or stories; `speaker`, "
        "`entity`, `publisher`, `section`, `from` and `to` bound it; `page` counts from 1",
        search.answer,
    ),
    Page(
        "/suggest",
        "names with words that begin as `q`, each with its address; always JSON",
        search.suggestions,
    ),
    Page(
        "/corrections", "what people corrected: who, when, why, undone by whom", corrections.answer
    ),
    Page(
        "/correct/entity",
        "which entity that of `id` is merged into; `q` searches for it",
        correct.entity,
        changes=True,
    ),
    *(
        Page(
            addresses.changing(kind),
            f"what `{kind}` would do to what each `name` names; sent as a form, it does",
            partial(correct.change, kind),
            changes=True,
        )
        for kind in CHANGES
    ),
    Page("/about", "what marks and verdicts mean, and what could not be read", about.answer),
)
