"""Where a word reports speech: the reporting phrases of a row, by the table and its neighbours."""

from sukien.annotate.clauses.rows import Row
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import reporting, speaker_details, speaker_nouns

_SPOKESMAN = ("người", "phát ngôn")
_ABOUT = frozenset({"này", "đó", "về", "trên", "chung", "mới"})
_NOUNS = frozenset({"cam kết", "đề nghị", "yêu cầu", "cáo buộc", "tuyên bố", "cảnh báo"})


def cue_at(row: Row, index: int) -> str | None:
    """What the reporting phrase at `index` takes, or None when there is none or it is a noun here.

    `tuyên bố nêu rõ`: the first of two is who speaks.
    """
    unit = row[index]
    takes = reporting().get(unit.text)
    if takes is None:
        return None
    before = row[index - 1].text if index and row[index - 1].label != "PER" else ""
    if "compound" in speaker_details().get(before, ()) or (before, unit.text) == _SPOKESMAN:
        return None
    document = unit.text in speaker_nouns() and not _between(row, index)
    if unit.kind == "noun" and (document or takes == "marks"):
        return None
    if index and unit.text in _NOUNS and reporting().get(row[index - 1].text) in {"that", "thing"}:
        return None
    if document and index + 1 < len(row):
        after = row[index + 1]
        return (
            None
            if after.text in reporting() or after.is_a("of") or after.text == "chung"
            else takes
        )
    return takes


def _between(row: Row, index: int) -> bool:
    """Whether what may be a noun stands between a name and a clause: `VFF thông tin, ...`."""
    if not index or index + 1 >= len(row):
        return False
    before, after = row[index - 1], row[index + 1]
    if before.text in actor_nouns() and not after.is_a("of") and after.text not in _ABOUT:
        return True
    return (before.kind == "name" or before.text == ")") and after.text in {",", "rằng"}
