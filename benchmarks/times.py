"""Times against peers: `python -m benchmarks.times [SHARED] [--peers] [--heideltime JAR]`.

Reads the sentences of a table in which every time is marked (TIMEX3 type and value), finds the
times of the sentences anew, and prints how many dates came out with the right stretch and the right
value, and how many sentences a second. With SHARED, where the corpora lie, the articles of
`quality/gold/meaning` that no rule was written from and that have a day of publication are read in
place of the table. The peer is
dateparser; it gives a day and an hour only, so its answer is right when it lies in the month, week
or year that the value names. HeidelTime (2.2.1, `de.unihd.dbs.heideltime.standalone.jar`, a JVM on
the path) is run a process a text, its start included, and without a part-of-speech tagger.
"""

import argparse
import datetime as dt
import html
import importlib
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from quality.names import to_article

from quality import meaning
from sukien.annotate.times import LAYER
from sukien.model import AnnotatedArticle, Article

TABLE = Path(__file__).parent.parent / "tests" / "unit" / "annotate" / "times.tsv"
_TIMEX = re.compile(r'<TIMEX3 [^>]*type="(\w+)" value="([^"]*)"[^>]*>([^<]*)</TIMEX3>')
_CONFIG = (
    *(f"consider{kind} = true" for kind in ("Date", "Duration", "Set", "Time")),
    *(f"uimaVar{kind} = {kind}" for kind in ("Date", "Duration", "Language", "Set", "Time")),
    "uimaVarTypeToProcess = Type",
    "uimaVarTemporalTagger = Tagger",
    "typeSystemHome = desc/type/HeidelTime_TypeSystem.xml",
    "typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml",
)
_MARK = re.compile(r"\[([^|\]]+)\|(DATE|TIME|DURATION|SET) ([^\] ]+)[^\]]*\]")


class Told(NamedTuple):
    """A stretch of a sentence and its value."""

    start: int
    end: int
    value: str


class Sentence(NamedTuple):
    """A sentence of the table: its day of publication, its text, the dates marked in it."""

    published: str
    text: str
    dates: list[Told]


Reader = Callable[[Sentence], list[Told]]


def sentences() -> list[Sentence]:
    """The sentences of the table that have a day of publication."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1].isdigit()]
    return [Sentence(day, *_plain(text)) for day, text in rows]


def articles(shared: Path) -> list[Sentence]:
    """The dated articles that no rule was written from, each as one long sentence."""
    found = []
    unseen = [meaning.marked(shared / "data", which) for which in meaning.UNSEEN]
    for real, gold in (one for articles in unseen for one in articles):
        if real.published is None:
            continue
        text = to_article(real).text
        kept = [i for i, c in enumerate(text) if not (c.isspace() or c == "_")]
        dates = [
            Told(kept[one["start"]], kept[one["end"] - 1] + 1, one["value"])
            for one in gold["times"]
            if one["type"] in {"DATE", "TIME"} and one["value"][0].isdigit()
        ]
        found.append(Sentence(real.published, text, dates))
    return found


def _plain(marked: str) -> tuple[str, list[Told]]:
    text, dates, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match[1]
        if match[2] in {"DATE", "TIME"} and match[3][0].isdigit():
            dates.append(Told(start, len(text), match[3]))
        at = match.end()
    return text + marked[at:], dates


def ours(sentence: Sentence) -> list[Told]:
    """The dates that the layer finds."""
    article = Article(id="a", text=sentence.text, published=sentence.published)
    found = LAYER.run([AnnotatedArticle(article=article)])[0]
    dated = (one for one in found if one.type in {"DATE", "TIME"} and one.value[0].isdigit())
    return [Told(one.start, one.end, one.value) for one in dated]


def dateparsers() -> Reader:
    """The dates that dateparser finds.

    Raises SystemExit with the command that installs it.
    """
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        raise SystemExit("dateparser is missing: pip install -e '.[peers]'") from None

    def read(sentence: Sentence) -> list[Told]:
        base = dt.datetime.fromisoformat(sentence.published)
        found = search_dates(
            sentence.text, languages=["vi"], settings={"RELATIVE_BASE": base}
        )  # fmt: skip
        told, at = [], 0
        for words, moment in found or []:
            start = max(sentence.text.find(words, at), 0)
            at = start + len(words)
            told.append(Told(start, at, moment.isoformat()))
        return told

    return read


def heideltimes(jar: Path, folder: Path) -> Reader:
    """The dates that HeidelTime finds in a text of news."""
    config = folder / "config.props"
    config.write_text("\n".join(_CONFIG) + "\n", encoding="utf-8")
    command = ["java", "-jar", str(jar), "-l", "VIETNAMESE", "-pos", "NO", "-t", "NEWS"]

    def read(sentence: Sentence) -> list[Told]:
        path = folder / "text.txt"
        path.write_text(sentence.text, encoding="utf-8")
        options = [str(path), "-dct", sentence.published, "-c", str(config)]
        done = subprocess.run([*command, *options], capture_output=True, check=False)
        return list(_tagged(sentence.text, done.stdout.decode("utf-8", "replace")))

    return read


def _tagged(text: str, marked: str) -> Iterator[Told]:
    """The dates of a TimeML document, each at its place in the text."""
    at = 0
    for match in _TIMEX.finditer(marked):
        words = html.unescape(match[3])
        at = text.find(words, at)
        if at < 0:
            return
        if match[1] in {"DATE", "TIME"} and match[2][:1].isdigit():
            yield Told(at, at + len(words), match[2])
        at += len(words)


def holds(value: str, answer: str) -> bool:
    """Whether an answer is the value, or a moment in the year, month, week or day it names."""
    if answer == value:
        return True
    try:
        moment = dt.datetime.fromisoformat(answer)
    except ValueError:
        return False
    year, week, _ = moment.isocalendar()
    names = {moment.strftime(form) for form in ("%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M")}
    names |= {f"{year:04}-W{week:02}", f"{moment.year}-Q{(moment.month + 2) // 3}"}
    return re.sub(r"T[A-Z]{2}$", "", value) in names


class Result(NamedTuple):
    """How many dates were found, of them with the same stretch, with the right value."""

    dates: int
    stretch: int
    value: int
    wrong: int
    seconds: float


def measured(read: Reader, table: list[Sentence]) -> Result:
    """What a reader finds in the sentences, and how long it takes."""
    read(table[0])
    before = time.perf_counter()
    answers = [read(sentence) for sentence in table]
    seconds = time.perf_counter() - before
    stretch = value = matched = 0
    for sentence, found in zip(table, answers, strict=True):
        for date in sentence.dates:
            near = [one for one in found if one.start < date.end and date.start < one.end]
            matched += bool(near)
            stretch += any(one[:2] == date[:2] for one in near)
            value += any(holds(date.value, one.value) for one in near)
    total = sum(len(sentence.dates) for sentence in table)
    wrong = sum(map(len, answers)) - matched
    return Result(total, stretch, value, wrong, seconds)


def main() -> None:
    """Print a line a reader."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--heideltime", type=Path, metavar="JAR")
    options = parser.parse_args()
    table = articles(options.shared) if options.shared else sentences()
    readers: dict[str, Reader] = {"sukien": ours}
    if options.peers:
        readers["dateparser"] = dateparsers()
    with tempfile.TemporaryDirectory() as folder:
        if options.heideltime:
            readers["heideltime"] = heideltimes(options.heideltime, Path(folder))
        _print(readers, table)


def _print(readers: dict[str, Reader], table: list[Sentence]) -> None:
    for name, read in readers.items():
        r = measured(read, table)
        print(
            f"{name:10} same stretch {r.stretch / r.dates:.3f}  right value {r.value / r.dates:.3f}"
            f"  found where nothing is {r.wrong:3}  {len(table) / r.seconds:8.1f} texts/s"
            f"  (dates {r.dates})"
        )


if __name__ == "__main__":
    main()
