"""What a person merges or takes apart: checked against what the library has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches

from msgspec.structs import replace

from sukien.errors import CorrectionError, NotFoundError
from sukien.knowledge.name_index import known_entities
from sukien.link.resolve import Resolution
from sukien.model import Merge

_ALIKE = 0.75


def merge_by_hand(
    source: str, target: str, note: str, *, merges: Sequence[Merge], ids: Collection[str]
) -> Merge:
    """The merge of one id into another, `note` in a person's own words or "".

    `ids` are those that articles name, `merges` all rows of the library. Raises NotFoundError for
    an id that is nowhere, InputError for a merge that cannot be.
    """
    source, target = source.strip(), target.strip()
    if source == target:
        raise CorrectionError("itself", f"'{source}' cannot be merged into itself; name two ids")
    _known(source, ids)
    if target not in known_entities():
        _known(target, ids)
    rows = {row.source: row for row in merges if row.undone is None and row.by_hand}
    before = rows.get(source)
    if before is not None and before.target != target:
        raise CorrectionError(
            "merged_already",
            f"'{source}' is merged into '{before.target}' already; undo that first: "
            f"sukien unmerge LIBRARY '{source}'",
        )
    if Resolution(rows.values()).of(target) == source:
        raise CorrectionError(
            "circle",
            f"'{target}' is merged into '{source}' already, so the other way round would be a "
            f"circle; undo that first: sukien unmerge LIBRARY '{target}'",
        )
    reasons = ("by_hand", f"note: {' '.join(note.split())}") if note.strip() else ("by_hand",)
    return Merge(source=source, target=target, reasons=reasons, by_hand=True)


def unmerge_by_hand(
    source: str, now: str, *, merges: Sequence[Merge], ids: Collection[str]
) -> Merge:
    """The merge of that id as undone at `now`. Raises NotFoundError or InputError."""
    source = source.strip()
    rows = [row for row in merges if row.undone is None and row.source == source]
    if rows:
        chosen = min(rows, key=lambda row: (not row.by_hand, row.target))
        return replace(chosen, undone=now)
    _known(source, ids)
    led = [f"'{row.source}'" for row in Resolution(merges).merged_into(source)]
    hint = f"; merged into it are {', '.join(led)}" if led else ""
    raise CorrectionError("not_merged", f"'{source}' is not merged into another entity{hint}")


def standing(automatic: Iterable[Merge], made: Sequence[Merge]) -> list[Merge]:
    """The automatic merges, as found before, that do not go against what people made or undid."""
    by_hand = [row for row in made if row.by_hand and row.undone is None]
    taken = {row.source for row in by_hand}
    apart = {(row.source, row.target) for row in made if row.undone is not None}
    kept: list[Merge] = []
    targets = {row.source: row.target for row in by_hand}
    for row in automatic:
        fits = row.source not in taken and (row.source, row.target) not in apart
        if fits and not _leads(row.target, row.source, targets):
            targets[row.source] = row.target
            kept.append(row)
    return kept


def _leads(entity: str, end: str, targets: Mapping[str, str]) -> bool:
    """Whether an id leads to another by merges that go in no circle."""
    while entity in targets and entity != end:
        entity = targets[entity]
    return entity == end


def _known(entity: str, ids: Collection[str]) -> None:
    if entity in ids:
        return
    like = get_close_matches(entity, sorted(ids), n=3, cutoff=_ALIKE) if len(entity) < 200 else []
    quoted = ", ".join(f"'{one}'" for one in like)
    hint = f"did you mean {quoted}?" if like else "'sukien entities LIBRARY' lists them"
    raise NotFoundError(f"no entity '{entity}' in the library; {hint}")
