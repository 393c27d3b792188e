"""The table of weights of episodes and stories, written a kind at a time."""

from collections.abc import Mapping
from pathlib import Path

TABLE = (
    Path(__file__).parent.parent / "src" / "sukien" / "knowledge" / "data" / "thread_weights.tsv"
)


def write_weights(kind: str, weights: Mapping[str, float]) -> None:
    """Replace the rows of `kind`; the header and the other rows stay."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{kind}\t")]
    rows = [f"{kind}\t{ground}\t{weight:g}" for ground, weight in weights.items()]
    TABLE.write_text("\n".join([*kept, *rows]) + "\n", encoding="utf-8")
