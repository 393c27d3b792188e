"""Where a word reports speech: the reporting phrases of a row, by the table and its neighbours."""

from sukien.annotate.clauses.rows import Row
from sukien.knowledge.grammar import reporting, speaker_details, speaker_nouns

_SPOKESMAN = ("người", "phát ngôn")
_NOUNS = frozenset({"cam kết", "đề nghị", "yêu cầu", "cáo buộc", "tuyên bố", "cảnh báo"})


def cue_at(row: Row, index: int) -> str | None:
    """What the reporting phrase at `index` takes, or None when there is none or it is a noun here.

    `tuyên bố nêu rõ`: the first of two is who speaks.
    """
    unit = row[index]
    takes = reporting().get(unit.text)
    if takes is None:
        return None
    before = row[index - 1].text if index else ""
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
    named = index > 0 and (row[index - 1].kind == "name" or row[index - 1].text == ")")
    return named and index + 1 < len(row) and row[index + 1].text in {",", "rằng"}
