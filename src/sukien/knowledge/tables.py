"""The data files of the package: tables that an editor can read and correct.

A table is a `.tsv` file in `knowledge/data/`. Lines that start with `#` are its header: what it
is, source, licence, who checked it, date. The first other line names the columns. Several values
in one cell are parted by `|`.
"""

from importlib import resources

from sukien.errors import KnowledgeError

Row = dict[str, str]


def read_table(name: str) -> list[Row]:
    """All rows of `knowledge/data/<name>.tsv`, a dict of column to cell (stripped) each.

    Raises KnowledgeError when a row has more or fewer cells than there are columns.
    """
    path = resources.files("sukien.knowledge") / "data" / f"{name}.tsv"
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            raise KnowledgeError(
                f"{name}.tsv line {number}: {len(cells)} cells, {len(columns)} columns"
            )
        rows.append(dict(zip(columns, cells, strict=True)))
    return rows


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    if "|" not in cell:
        return (cell,) if cell else ()
    return tuple(value for part in cell.split("|") if (value := part.strip()))
