"""What the story of the two seed articles must tell, held against what a library tells.

    python -m quality.seed_story SHARED

SHARED holds the articles (`seeds/`) and the expectations (`gold/story.json`). The articles are
added to a new library, each with its date of publication, and the output contract's record of
their story is asked: is it one story; does each date stand on the timeline, said by as many
articles and upcoming or not; have the figures changed as they did; is a person one entity, and
does an alias lead to its entity.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sukien import pipeline
from sukien.library import open_library
from sukien.model import AnnotatedArticle, Article
from sukien.read import ReadOptions, read_paths
from sukien.views.contract import article_record, json_line, story_record

SEED_DATES = {"000_2b00dee8545ff48d": "2024-04-12", "001_414a55737cf26109": "2024-05-19"}
_VERDICTS = {"differ over time, not a contradiction": "changed"}
_METONYM = "(metonym"
Record = Mapping[str, Any]


class Answer(NamedTuple):
    """An expectation in words, and whether it holds."""

    expected: str
    holds: bool


def told(shared: Path) -> tuple[list[Record], list[Record]]:
    """The records of the seed articles' stories, and of the articles, by way of a new library."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / "seeds.sukien", create=True) as library,
    ):
        for name, date in SEED_DATES.items():
            path = str(shared / "seeds" / f"{name}.txt")
            library.add(read_paths([path], ReadOptions(date=date)))
        stories = [_plain(story_record(one)) for one in library.stories()]
        articles: list[AnnotatedArticle] = list(library.articles())
    return stories, [_plain(article_record(one)) for one in articles]


def _plain(record: object) -> Record:
    plain: Record = json.loads(json_line(record))
    return plain


def answers(
    expected: Record, stories: Sequence[Record], articles: Sequence[Record]
) -> Iterator[Answer]:
    """Each expectation with whether it holds."""
    ids = set(expected["articles"])
    whole = [story for story in stories if set(story["articles"]) == ids]
    yield Answer("the articles are one story", bool(whole) == expected["one_story"])
    for row in expected["timeline"]:
        yield from _date(row, [entry for story in whole for entry in story["timeline"]])
    figures = [figure for story in whole for figure in story["figures"]]
    for row in expected["figures"]:
        yield _figure(row, figures)
    yield from _entities(expected, articles)


def _date(row: Record, entries: Sequence[Record]) -> Iterator[Answer]:
    lines = [entry for entry in entries if entry["date"] == row["date"]]
    enough = any(
        entry["articles"] >= row["articles"] and len(_backing(entry)) >= row["articles"]
        for entry in lines
    )
    yield Answer(f"{row['date']} is told by {row['articles']}", enough)
    wanted = "upcoming_at" in row
    yield Answer(
        f"{row['date']} is {'still to come' if wanted else 'past'}",
        bool(lines) and all(entry["upcoming"] == wanted for entry in lines),
    )


def _backing(entry: Record) -> set[str]:
    return {evidence["article"] for evidence in entry["evidence"]}


def _figure(row: Record, figures: Sequence[Record]) -> Answer:
    wanted = {(value["value"], value["as_of"], value.get("mod")) for value in row["values"]}
    verdict = _VERDICTS.get(row["verdict"], row["verdict"])
    holds = any(
        figure["verdict"] == verdict
        and wanted <= {(p["value"], p["date"], p["mod"]) for p in figure["points"]}
        for figure in figures
    )
    return Answer(f"{row['about']}: {verdict}", holds)


def _entities(expected: Record, articles: Sequence[Record]) -> Iterator[Answer]:
    """One person is one entity in all articles; an alias has the entity of the name alone. A
    capital that stands for its government keeps its own (the contract), and is not asked about.
    """
    for names in expected["same_person"]:
        found = {entity for name in names for entity in _ids_of(name, articles)}
        yield Answer(f"{names[0]} is one person", len(found) == 1)
    for alias, name in expected["aliases"]:
        if _METONYM not in name:
            same = _ids_of(alias, articles) == _ids_alone(name)
            yield Answer(f"{alias} is {name}", same)


def _ids_of(name: str, articles: Sequence[Record]) -> set[str]:
    return {
        mention["entity"]
        for article in articles
        for mention in article["names"]
        if article["text"][mention["start"] : mention["end"]] == name
    }


def _ids_alone(name: str) -> set[str]:
    """The entities of a name in a sentence of ours, for a name that the articles do not have."""
    article = Article(id="alone", text=f"Hôm nay, {name} ra thông báo.")
    return _ids_of(name, [_plain(article_record(one)) for one in pipeline.annotate([article])])


def asked(shared: Path) -> list[Answer]:
    """Every answer for the shared folder's expectations."""
    expected = json.loads((shared / "gold" / "story.json").read_text(encoding="utf-8"))
    return list(answers(expected, *told(shared)))


def print_answers(found: Sequence[Answer]) -> None:
    """A line an expectation."""
    for one in found:
        print(f"{'yes' if one.holds else 'NO '}  {one.expected}")
    print(f"{sum(one.holds for one in found)} of {len(found)} expectations hold")


def main() -> int:
    """Print the answers; 1 when one does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    found = asked(parser.parse_args().shared)
    print_answers(found)
    return int(not all(one.holds for one in found))


if __name__ == "__main__":
    sys.exit(main())
