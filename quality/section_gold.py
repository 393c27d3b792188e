"""Articles whose sections are known, by the headings of a newspaper or by reading.

`gold/sections/` holds, stand-off, the sections of articles of `vietnews`: `developing.tsv` to learn
from, `measuring.tsv` only measures. `parted.tsv` names the articles of the heading Xã hội that are
of politics or law.
"""

import gzip
import json
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(__file__).parent / "gold" / "sections"
HEADINGS = {
    "xa-hoi": "society", "suc-khoe": "health", "giao-duc-huong-nghiep": "education",
    "du-hoc": "education", "suc-manh-so": "science_tech", "khoa-hoc-cong-nghe": "science_tech",
    "the-thao": "sport", "the-gioi": "world", "giai-tri": "culture", "kinh-doanh": "business",
    "du-lich": "travel", "phap-luat": "law",
}  # fmt: skip


class Labelled(NamedTuple):
    """An article and the sections it may stand in, the best first."""

    id: str
    text: str
    sections: tuple[str, ...]


def _records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _marked(name: str) -> dict[str, tuple[str, ...]]:
    rows = (GOLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [row.split("\t") for row in rows if not row.startswith("#")][1:]
    return {article: tuple(codes.split()) for article, codes in pairs}


def headed(data: Path) -> list[Labelled]:
    """The articles whose addresses name a heading, in order of publication."""
    parted = _marked("parted")
    records = sorted(_records(data / "unc.jsonl.gz"), key=lambda r: (r["published"], r["id"]))
    return [
        Labelled(
            record["id"],
            "\n".join([record["title"], *record["sentences"]]),
            parted.get(record["id"], (HEADINGS[record["url"].split("/")[3]],)),
        )
        for record in records
    ]


def _read(data: Path, name: str) -> list[Labelled]:
    marked = _marked(name)
    return [
        Labelled(record["id"], _plain(record), marked[record["id"]])
        for record in _records(data / "vietnews.jsonl.gz")
        if record["id"] in marked
    ]


def _plain(record: dict[str, Any]) -> str:
    lead = record["lead"]
    leads = [lead] if isinstance(lead, str) else lead
    return "\n".join([record["title"], *leads, *record["body"]]).replace("_", " ")


def developing(data: Path) -> list[Labelled]:
    """Articles of other newspapers to learn from."""
    return _read(data, "developing")


def measuring(data: Path) -> list[Labelled]:
    """Articles of other newspapers that only measure."""
    return _read(data, "measuring")
