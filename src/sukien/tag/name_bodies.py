"""How far the own name of a body runs: `Bộ Quốc phòng Mỹ`, `Công an quận 9`."""

from sukien.knowledge.gazetteer import Gazetteer, Match, surnames
from sukien.knowledge.name_cues import Cues, form, small_words
from sukien.tag.name_tokens import Tokens

_LONGEST = 14


def body_end(tokens: Tokens, start: int, cues: Cues, names: Gazetteer) -> int | None:
    """The index after the body's name that begins at `start`, or None where none begins."""
    head = cues.heads.at(tokens.form, start)
    if head is None or not tokens.cap[start] or tokens.loud[start]:
        return None
    phrase, first = head
    if _is_person(tokens, start):
        return None
    end = _extent(tokens, first, form(phrase) in small_words().list_head, cues, names)
    if end == first or not any(_named(tokens, i) for i in range(first, end)):
        return None
    return end


def _named(tokens: Tokens, index: int) -> bool:
    return tokens.cap[index] or tokens.text[index][:1].isdigit()


def _is_person(tokens: Tokens, start: int) -> bool:
    """A surname that is also the head of a body: `Đoàn Văn Hậu`."""
    if tokens.form[start] not in surnames():
        return False
    following = range(start + 1, min(start + 3, len(tokens.text)))
    return len(following) == 2 and all(tokens.cap[i] and tokens.native[i] for i in following)


def _extent(tokens: Tokens, at: int, lists: bool, cues: Cues, names: Gazetteer) -> int:
    end, limit = at, min(at + _LONGEST, len(tokens.text))
    while end < limit and tokens.sentence[end] == tokens.sentence[at - 1]:
        place = _place(tokens, end, names)
        if place is not None:
            return place.end
        if _named(tokens, end):
            end = _word_end(tokens, end)
            continue
        if tokens.text[end] == "." and tokens.form[end - 1] in small_words().dotted:
            end += 1
            continue
        step = _inner(tokens, end, cues, names)
        if step is None and lists:
            step = _joined(tokens, end, cues)
        if step is None:
            return end
        end = step
    return end


def _place(tokens: Tokens, index: int, names: Gazetteer) -> Match | None:
    match = names.at(tokens.text, tokens.form, index)
    if match is None or match.entry.type != "LOC":
        return None
    follows = match.end < len(tokens.text) and (
        tokens.inside[match.end] or (tokens.cap[match.end] and match.entry.weak)
    )
    return None if follows else match


def _word_end(tokens: Tokens, index: int) -> int:
    """The index after the word (as segmented) that a capital begins: `Giáo dục`."""
    end = index + 1
    while end < len(tokens.text) and tokens.inside[end] and tokens.word[end]:
        end += 1
    return end


def _inner(tokens: Tokens, index: int, cues: Cues, names: Gazetteer) -> int | None:
    """The index after lower-case words that belong to a body's name, when a name follows."""
    end = index
    while (hit := cues.inner.at(tokens.form, end)) is not None:
        end = hit[1]
        if (
            end < len(tokens.text)
            and tokens.text[end] == "."
            and tokens.form[end - 1] in small_words().dotted
        ):
            end += 1
    if end == index or end >= len(tokens.text):
        return None
    if _place(tokens, end, names) is not None or _named(tokens, end):
        return end
    return None


def _joined(tokens: Tokens, index: int, cues: Cues) -> int | None:
    """The index after `và`, `&`, `-` or a comma between the words of a ministry's name."""
    joins = tokens.form[index] in cues.joining or tokens.text[index] in {"-", ",", "–"}
    following = index + 1
    if not joins or following >= len(tokens.text) or not tokens.cap[following]:
        return None
    if cues.heads.at(tokens.form, following) is not None:
        return None
    if tokens.text[index] in {",", "-", "–"} and not _more_joins(tokens, following, cues):
        return None
    return following


def _more_joins(tokens: Tokens, index: int, cues: Cues) -> bool:
    """Whether a list of capitals goes on to its last member: `Văn hóa, Thể thao và Du lịch`."""
    end = _word_end(tokens, index)
    return end < len(tokens.text) and (
        tokens.form[end] in cues.joining or (tokens.text[index].isupper() and end == index + 1)
    )
