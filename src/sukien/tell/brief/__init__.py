"""A story in short: the sentences of its articles that tell most, in order of time.

found = brief(articles, episodes, origins, Aim(sentences=5))
"""

from collections.abc import Iterator, Mapping, Sequence

from sukien.knowledge.brief_weights import brief_weights
from sukien.model import AnnotatedArticle, Brief
from sukien.tell.brief.aim import LEAST, MOST, WORDS, Aim
from sukien.tell.brief.candidates import Line, Page, fits
from sukien.tell.brief.choose import Candidate, chosen
from sukien.tell.brief.proof import faults, proved
from sukien.tell.brief.scope import Chapter, chapters, due
from sukien.tell.brief.standing import named, nouns
from sukien.tell.brief.worth import Scene, worth
from sukien.tell.origins import Origins

__all__ = ["LEAST", "MOST", "WORDS", "Aim", "brief", "faults"]

_TRIES = 12
_INTRODUCES = 0.7
_UNDATED = "9999"


def brief(
    articles: Sequence[AnnotatedArticle],
    episodes: Sequence[Sequence[str]],
    origins: Origins,
    aim: Aim,
    *,
    weights: Mapping[str, float] | None = None,
) -> Brief:
    """A story in as many words or sentences as `aim` says.

    `articles` are in order of publication, without near-identical ones; `episodes` are the ids of
    the articles of each episode; an article of none is left out. Every sentence agrees with the
    characters that it was taken from (`faults`).
    """
    told = chapters(articles, episodes, origins, aim)
    pool = list(_candidates(told, aim, weights or brief_weights()))
    taken = _standing(pool, due(told), aim, {a.id: place for place, a in enumerate(articles)})
    pages = [page for one in told for page in one.pages]
    by_id = {page.article.id: page.article for page in pages}
    sentences = [proved(one.line, pages, origins) for one in taken]
    agreed = [one for one in sentences if not faults(one, by_id)]
    return Brief(
        text=" ".join(one.text for one in agreed),
        evidence=tuple(one.evidence[0] for one in agreed),
        sentences=tuple(agreed),
    )


def _candidates(
    told: Sequence[Chapter], aim: Aim, weights: Mapping[str, float]
) -> Iterator[Candidate]:
    """The sentences of all episodes that can stand alone, with what each is worth."""
    room = aim.length / max(1, len(told))
    for number, chapter in enumerate(told):
        scene = Scene(chapter.pages, chapter.source_of)
        rows = [row for row in _lines(chapter) if _may_stand(row[2], aim)]
        titled = [scene.told_of_titles(line) for _, _, line in rows]
        least = _INTRODUCES * max(titled, default=0.0)
        for (page, place, line), title in zip(rows, titled, strict=True):
            seen = scene.features(page, line, place)
            value = worth(seen, weights, line, page, room=room)
            yield Candidate(line, number, value, introduces=line.is_lead or title >= least)


def _may_stand(line: Line, aim: Aim) -> bool:
    return fits(line) and (aim.entity is None or line.names(aim.entity))


def _lines(chapter: Chapter) -> Iterator[tuple[Page, int, Line]]:
    """Each sentence with its article and its number within the lead or the body."""
    for page in chapter.pages:
        for lines in (page.leads, page.body):
            yield from ((page, place, line) for place, line in enumerate(lines))


def _standing(
    pool: Sequence[Candidate], dues: Sequence[float], aim: Aim, order: Mapping[str, int]
) -> list[Candidate]:
    """The sentences to tell in order of time, none that points to what was not named."""
    pool = list(pool)
    for _ in range(_TRIES):
        taken = _in_order(chosen(pool, dues, aim), order)
        lost = [one for before, one in _with_before(taken) if not _follows(before, one)]
        if not lost:
            return taken
        pool = [one for one in pool if one not in lost]
    return [one for one in taken if not one.line.leaning.needs]


def _in_order(taken: Sequence[Candidate], order: Mapping[str, int]) -> list[Candidate]:
    """By day; of one day what introduces its episode, then what stands nearer to an opening."""
    first = {one.episode: one for one in reversed(taken)}

    def when(one: Candidate) -> tuple[str, bool, int, int]:
        told = one.line.told
        day = (told.article.article.published or _UNDATED)[:10]
        return day, one is not first[one.episode], told.number, order[told.article.id]

    return sorted(taken, key=when)


def _with_before(taken: list[Candidate]) -> Iterator[tuple[Candidate | None, Candidate]]:
    return zip([None, *taken], taken, strict=False)


def _follows(before: Candidate | None, one: Candidate) -> bool:
    leaning = one.line.leaning
    if before is None or not leaning.needs:
        return not leaning.needs
    told = before.line.told
    return leaning.entities <= named(told) and leaning.nouns <= nouns(told)
