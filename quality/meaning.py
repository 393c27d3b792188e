"""How well times, quantities, quotes and events are found in real articles that were read by hand.

    python -m quality.meaning SHARED [--set measuring] [--flat] [--show LAYER]

SHARED holds the corpora (`data/`) and the script that scores (`gold/score.py`). `gold/meaning/`
holds for each article its corpus, its id, the length of its text, and offsets, types and values:
no text. Offsets count characters without white space and underscores. No rule was written from the
measuring articles (three sets of five) nor from the checking ones. With `--flat` the articles are
read without their lines; `--show` lists what was missed (-) and what was wrong (+) in one layer.
"""

import argparse
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from quality.gold import squeeze
from quality.names import Real, to_article, with_articles
from quality.scoring import Count
from sukien import pipeline
from sukien.views.contract import article_record, json_line

GOLD = Path(__file__).parent / "gold" / "meaning"
LAYERS = (
    "times strict", "times relaxed", "times value", "quantities", "quantities + unit", "quotes",
    "quotes + speaker", "direct quotes + speaker", "events dated (recall)", "events whole (recall)",
)  # fmt: skip
UNSEEN = ("measuring", "checking")
"""Gold files of the articles that no rule was written from."""
SHOWN = ("times", "quantities", "quotes", "events")


class Marked(NamedTuple):
    """A real article with its gold record, offsets only."""

    real: Real
    gold: dict[str, Any]


def marked(data: Path, which: str = "measuring") -> list[Marked]:
    """The articles of a gold file, in its order.

    Raises ValueError where an article of the corpus is not the one that was read.
    """
    pairs = with_articles(data, GOLD / f"{which}.jsonl")
    return [Marked(real, row) for row, real in pairs]


def with_words(one: Marked) -> dict[str, Any]:
    """The gold as the scoring script wants it: events with their words in place of offsets."""
    text = squeeze(one.real.text)
    events = [
        event
        | {"trigger": _words(text, [event["trigger"]])[0]}
        | {side: _words(text, event[side]) for side in ("actors", "targets")}
        for event in one.gold["events"]
    ]
    return one.gold | {"events": events, "squeezed_length": one.gold["length"]}


def _words(text: str, spans: list[list[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def scorer(shared: Path) -> ModuleType:
    """The shared folder's own script."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no {shared / 'gold' / 'score.py'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(gold: list[Marked], *, flat: bool = False) -> list[dict[str, Any]]:
    """The articles as `sukien annotate` prints them."""
    articles = [to_article(one.real, flat=flat) for one in gold]
    return [json.loads(json_line(article_record(one))) for one in pipeline.annotate(articles)]


class Measured(NamedTuple):
    """Counts a layer, and the events and sentences found in all."""

    counts: dict[str, Count]
    events: int
    sentences: int


def measured(shared: Path, gold: list[Marked], *, flat: bool = False) -> Measured:
    """The layers' counts as the shared script takes them."""
    score = scorer(shared).score_article
    counts: dict[str, Count] = {}

    def add(layer: str, right: int, found: int, _: int, wanted: int) -> None:
        if layer in LAYERS:
            counts[layer] = counts.get(layer, Count()).plus(Count(right, found, wanted))

    records = annotated(gold, flat=flat)
    for one, record in zip(gold, records, strict=True):
        score(record, with_words(one), add)
    return Measured(
        {layer: counts.get(layer, Count()) for layer in LAYERS},
        sum(len(record["events"]) for record in records),
        sum(len(record["sentences"]) for record in records),
    )


def mistakes(shared: Path, gold: list[Marked], layer: str) -> Iterator[str]:
    """What was missed and what was wrong in one layer, with a few words around."""
    squeezed = scorer(shared).Squeezed
    for one, record in zip(gold, annotated(gold), strict=True):
        text = squeezed(record["text"])
        found = {_found(layer, item, text) for item in record[layer]}
        wanted = {_wanted(layer, item) for item in one.gold[layer]}
        for sign, rows in (("-", wanted - found), ("+", found - wanted)):
            for row in sorted(rows, key=str):
                yield f"{one.real.id} {sign} {_shown(text, row)}"


def _found(layer: str, item: dict[str, Any], text: Any) -> tuple[Any, ...]:
    start, end = text.span(item["trigger"] if layer == "events" else item)
    if layer == "quotes":
        return start, end, item["kind"], *(text.span(item["speaker"]) if item["speaker"] else ())
    return start, end, *(item[key] for key in _keys(layer))


def _wanted(layer: str, item: dict[str, Any]) -> tuple[Any, ...]:
    if layer == "events":
        start, end = item["trigger"]
    else:
        place = item["quote"] if layer == "quotes" else item
        start, end = place["start"], place["end"]
    if layer == "quotes":
        speaker = item["speaker"]
        return start, end, item["kind"], *((speaker["start"], speaker["end"]) if speaker else ())
    return start, end, *(item[key] for key in _keys(layer))


def _keys(layer: str) -> tuple[str, ...]:
    if layer == "times":
        return ("type", "value")
    return ("value", "mod", "unit") if layer == "quantities" else ("date", "status")


def _shown(text: Any, row: tuple[Any, ...]) -> str:
    start, end = (text.kept[row[0]], text.kept[row[1] - 1] + 1)
    around = text.text[max(0, start - 30) : start], text.text[start:end], text.text[end : end + 30]
    words = "{}[{}]{}".format(*around).replace("\n", "¶")
    if len(row) == 5 and row[2] in {"direct", "indirect"}:
        speaker = text.text[text.kept[row[3]] : text.kept[row[4] - 1] + 1]
        return f"{row[2]} <{speaker}> {words}"
    return f"{' '.join(map(str, row[2:]))} {words}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", default="measuring", choices=(*UNSEEN, "unseen", "reading"))
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--show", choices=SHOWN)
    options = parser.parse_args()
    names = UNSEEN if options.set == "unseen" else (options.set,)
    gold = [one for name in names for one in marked(options.shared / "data", name)]
    if options.show:
        print("\n".join(mistakes(options.shared, gold, options.show)))
        return
    found = measured(options.shared, gold, flat=options.flat)
    for layer, c in found.counts.items():
        print(f"{layer:24} P {c.precision:.3f}  R {c.recall:.3f}  F1 {c.f1:.3f}  (gold {c.gold})")
    print(f"events found: {found.events}, {found.events / found.sentences:.2f} a sentence")


if __name__ == "__main__":
    main()
