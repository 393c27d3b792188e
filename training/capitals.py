"""How often syllables are capitalised inside sentences: `python -m training.capitals DATA_DIR`.

Writes `knowledge/data/capitals.tsv`: for each syllable that news writes with a capital inside a
sentence often enough, the share of its occurrences that have one, in per cent, and the same for
second and later syllables of names. Counted on vietnews (silver word boundaries).
"""

import gzip
import itertools
import json
import re
import sys
from collections import Counter
from pathlib import Path

from sukien.text.syllables import canonical

TARGET = Path(__file__).parents[1] / "src" / "sukien" / "knowledge" / "data" / "capitals.tsv"
LEAST = 25
_WORD = re.compile(r"[^\W\d_]+$")


def counted(path: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each syllable stands inside a sentence, and how often with a capital there."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for sentence in json.loads(line)["body"]:
                tokens = sentence.split()
                for before, token in itertools.pairwise(tokens):
                    if before in {".", ":", '"', "“", "-", "!", "?", "..."}:
                        continue
                    for syllable in token.split("_"):
                        if _WORD.match(syllable):
                            form = canonical(syllable)
                            seen[form] += 1
                            capital[form] += syllable[0].isupper()
    return seen, capital


def main() -> None:
    """Write the table."""
    seen, capital = counted(Path(sys.argv[1]) / "vietnews.jsonl.gz")
    rows = [
        f"{form}\t{round(100 * capital[form] / number)}"
        for form, number in sorted(seen.items())
        if number >= LEAST and 100 * capital[form] >= 3 * number
    ]
    head = (
        "# Syllables with the share (per cent) of their occurrences inside sentences that have a "
        "capital; below 3 they are left out.\n# Source: counted on the vietnews corpus by "
        "training/capitals.py (counts only). Date: 2026-11.\nsyllable\tshare\n"
    )
    TARGET.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
