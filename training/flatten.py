"""Articles whose parts are known, run together the way the real input lost its lines.

The source keeps title, lead, body lines and captions apart. Here they become one line of text:
title without a mark, lead, body with pictures' captions (and their credits) put in between, a
byline at the end. What is remembered is where each piece starts and what it is, in squeezed
offsets (characters without white space and underscores), so it holds in any spacing.
"""

import gzip
import json
import random
import re
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sukien.text.respace import squeeze

FINAL = re.compile(r"(?:[.?!…]|\.\.\.)[\s\"”’')\]]*$")
CREDIT = re.compile(
    r"\s*(?:[-–.,(]\s*)?\(?\s*((?i:Ảnh|Video|Clip|Đồ[_ ]ho[ạa]|Đồ[_ ]họa|Nguồn)"
    r"(?i:[_ ](?:chụp[_ ]màn[_ ]hình|minh[_ ]ho[ạa]|tư[_ ]liệu|ảnh|internet))?\s*:\s*)"
    r"([^:()]{2,40}?)\s*(\)?)\s*\.?\s*$"
)
BYLINE = re.compile(
    r"^[^\W\d_a-z][\w.]*(?:[_ ][^\W\d_a-z][\w.]*){0,3}"
    r"(?:\s*[-–,]\s*[^\W\d_a-z][\w.]*(?:[_ ][^\W\d_a-z][\w.]*){0,3})?(?:\s*\(.{2,40}\))?$"
)
AGENCIES = (
    "AFP", "Reuters", "AP", "TTXVN", "BBC", "CNN", "RIA Novosti", "TASS", "Xinhua", "Tân Hoa xã",
    "Yonhap", "Kyodo", "SCMP", "Guardian", "New York Times", "Bloomberg", "RT",
    "Sputnik", "VnExpress", "Tuổi Trẻ", "Thanh Niên", "VTV", "VOV", "Zing", "Dân trí",
    "Daily Mail", "NHK", "CNA", "Washington Post", "Sky News", "AlJazeera", "Getty Images",
    "Facebook", "EPA", "Vietnam+", "Goal", "Marca", "Sky Sports", "Interfax", "ITAR-TASS",
    "Straits Times", "Fox News", "VietNamNet",
)  # fmt: skip
HOUSES = (
    "( TNO )", "TTO -", "( NLĐO ) -", "VOV.VN -", "( Dân_trí ) -", "ANTĐ -", "TP -", "TPO -",
    "( PLO ) -", "Dân_trí", "( HNMO ) -", "( VTC_News ) -", "VTV.vn -", "( Chinhphu.vn ) –",
    "( VOH ) -",
)  # fmt: skip


class Piece(NamedTuple):
    """A stretch with one task; `starts` says that a sentence starts with it."""

    kind: str
    raw: str
    starts: bool = True


class Flat(NamedTuple):
    """A flattened article: its one line and the pieces it was made of, with squeezed offsets."""

    id: str
    raw: str
    pieces: list[tuple[str, int, int, bool]]


def load(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(unicodedata.normalize("NFC", line)) for line in lines)


def is_held_out(article_id: str) -> bool:
    """A fixed tenth of the source."""
    return zlib.crc32(article_id.encode()) % 10 == 7


def split_credit(caption: str) -> tuple[str, str, str]:
    """Caption, credit cue with its link, credited name; the last two empty when there is none."""
    found = CREDIT.search(caption)
    if not found or (found.start() == 0 and len(caption) > 60):
        return caption.strip(), "", ""
    return caption[: found.start()].strip(), found.group(1), found.group(2).strip()


def photographers(articles: list[dict[str, Any]]) -> list[str]:
    """Names that stand as credits in the source, with their repetitions."""
    names = [split_credit(line)[2] for a in articles for line in a["captions"] + a["body"]]
    return [name for name in names if name and name[0].isupper()]


def authors(articles: list[dict[str, Any]]) -> list[str]:
    """Bylines that stand as last lines in the source."""
    lines = [a["body"][-1].strip() for a in articles if a["body"]]
    return [re.sub(r"\s*\(.*", "", line) for line in lines if is_byline(line)]


def is_byline(line: str) -> bool:
    name = re.sub(r"\s*\(.*", "", line.strip())
    capital = all(word[0].isupper() for word in re.findall(r"[^\W_]+", name))
    return len(line) < 60 and capital and bool(BYLINE.match(line.strip()))


class Flattener:
    """Makes flat articles; the same seed gives the same ones."""

    def __init__(self, articles: list[dict[str, Any]], seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.photographers = photographers(articles) or ["Minh Anh"]
        self.authors = authors(articles) or ["Minh Anh"]

    def flatten(self, article: dict[str, Any]) -> Flat:
        rng = self.random
        pieces: list[Piece] = []
        if rng.random() < 0.92:
            pieces.append(Piece("title", article["title"]))
            if rng.random() < 0.96:
                pieces.append(Piece("lead", self.lead(article["lead"])))
        pieces += self.body(article)
        pieces += self.ending(article)
        if rng.random() < 0.12:
            pieces = [p for p in pieces if p.kind == "body"] or pieces
        return assemble(article["id"], pieces)

    def lead(self, lead: str) -> str:
        return f"{self.random.choice(HOUSES)} {lead}" if self.random.random() < 0.25 else lead

    def body(self, article: dict[str, Any]) -> list[Piece]:
        known = {squeeze(c) for c in article["captions"]}
        lines: list[list[Piece]] = []
        for number, line in enumerate(article["body"]):
            last = number == len(article["body"]) - 1
            if last and is_byline(line):
                continue
            kind = "caption" if squeeze(line) in known else "body"
            lines.append(
                self.credited(line, article) if kind == "caption" else body_line(line, lines)
            )
        there = {squeeze(line) for line in article["body"]}
        for caption in article["captions"]:
            if squeeze(caption) not in there and len(caption) > 8:
                self.insert(lines, self.credited(caption, article))
        return [piece for line in lines for piece in line]

    def insert(self, lines: list[list[Piece]], pieces: list[Piece]) -> None:
        """Put a picture where a paragraph may end."""
        at = self.random.randint(0, len(lines))
        while 0 < at < len(lines) and not lines[at][0].starts:
            at += 1
        lines.insert(at, pieces)

    def credited(self, caption: str, article: dict[str, Any]) -> list[Piece]:
        rng = self.random
        text, cue, name = split_credit(caption)
        if name and not text:
            return [Piece("credit", caption)]
        if not text:
            return [Piece("caption", caption)]
        before = [Piece("echo", article["title"])] if rng.random() < 0.12 else []
        if not name:
            cue = rng.choice(
                ("Ảnh : ",) * 8
                + (
                    "Video : ",
                    "Video : ",
                    "Đồ_hoạ : ",
                    "Nguồn : ",
                    "Clip : ",
                    "Nguồn ảnh : ",
                    "Ảnh_chụp màn_hình : ",
                )
            )
            name = self.source()
        return [*before, *with_credit(rng.random(), text, cue, name)]

    def source(self) -> str:
        rng = self.random
        pick = rng.random()
        if pick < 0.45:
            return rng.choice(AGENCIES)
        name = rng.choice(self.photographers if pick < 0.75 else self.authors)
        return name.upper() if rng.random() < 0.15 else name

    def ending(self, article: dict[str, Any]) -> list[Piece]:
        rng = self.random
        last = article["body"][-1].strip() if article["body"] else ""
        name = re.sub(r"\s*\(.*", "", last) if is_byline(last) else ""
        if not name and rng.random() < 0.35:
            name = rng.choice(self.authors)
        if name and rng.random() < 0.15:
            name = name.upper()
        wires = rng.sample(AGENCIES, rng.choice((1, 1, 1, 2, 2, 3)))
        glue = rng.choice((" , ", " , ", " / ", " - "))
        shape = rng.random()
        if not name:
            return [Piece("agency", "Theo " + glue.join(wires))] if shape < 0.15 else []
        if shape < 0.5:
            return [Piece("byline", name)]
        if shape < 0.8:
            return [Piece("byline", f"{name} ( Theo {glue.join(wires)} )")]
        if shape < 0.9:
            return [Piece("byline", f"{name} ( tổng_hợp )")]
        return [Piece("byline", name), Piece("agency", "Theo " + glue.join(wires))]


def with_credit(shape: float, text: str, cue: str, name: str) -> list[Piece]:
    """A caption with its credit in one of the usual shapes; `shape` is drawn from 0 to 1."""
    bare = re.sub(r"\s*\.\s*$", "", text)
    stopped = Piece("caption", f"{bare} .")
    shapes = (
        (0.18, [Piece("caption", text)]),
        (0.25, [Piece("caption", bare)]),
        (0.62, [stopped, Piece("credit", f"{cue}{name}")]),
        (0.82, [Piece("caption", bare), Piece("credit", f"- {cue}{name}", starts=False)]),
        (0.93, [Piece("caption", bare), Piece("credit", f"( {cue}{name} )", starts=False)]),
        (0.96, [Piece("caption", bare), Piece("credit", f"{cue}{name}")]),
        (1.00, [stopped, Piece("credit", f"( {cue}{name} )")]),
    )
    return next(pieces for limit, pieces in shapes if shape < limit)


def body_line(line: str, before: list[list[Piece]]) -> list[Piece]:
    """A body line; it continues the one before after a colon, or when its own opening says so."""
    text = line.strip()
    colon = bool(before) and before[-1][-1].raw.rstrip().endswith((":", ",", "–"))
    goes_on = continues(text)
    found = CREDIT.search(text)
    if found and found.start() > 0 and re.match(r"\s*\.\s", text[found.start() :]):
        caption = text[: found.start()] + " ."
        return [
            Piece("caption", caption, not (colon or goes_on)),
            Piece("credit", text[found.start(1) :]),
        ]
    return [Piece("body", text, not (colon or goes_on))]


def continues(line: str) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if re.match(r"[-–+*•>]|[a-zđ]\s*[.)]", line):
        return False
    opening = re.sub(r"^[\"”’')\]\s]*[-–]?\s*", "", line)
    return line.startswith("( ") or opening[:1] in ",;:.…)" or opening[:1].islower()


def assemble(article_id: str, pieces: list[Piece]) -> Flat:
    """The pieces in a row, each with its squeezed offsets."""
    spans = []
    at = 0
    for piece in pieces:
        size = len(squeeze(piece.raw))
        if size:
            spans.append((piece.kind, at, at + size, piece.starts))
        at += size
    return Flat(article_id, " ".join(p.raw.strip() for p in pieces), spans)
