"""Raw characters made readable: ordinary spacing, no underscores, NFC; nothing else is changed.

A segmenter's output parts every mark from its word and joins the syllables of a word by `_`. What
is written here is how a person would write it. White space, underscores and Unicode form are all
that may change; while the spacing is worked out a joint stays `_`, so no offset is ever mapped.
"""

import re
import unicodedata

import msgspec

from sukien.text import quotation
from sukien.text.lines import paragraphs

_SURROGATE = re.compile("[\ud800-\udfff]")
_GAP = re.compile(r"[\s_]{2,}|[^\S ]")
_LETTERS = [*range(0x250), *range(0x1E00, 0x1F00)]
_CAPITAL = "".join(c for c in map(chr, _LETTERS) if c.isupper())

_JOINED = re.compile(r"(?<!\S)[^\W_]+(?:_+[^\W_]+)+(?!\S)")
_APART = re.compile(r"(?<=\S)[ \t][,.;:?!)](?!\S)")
_STUCK = re.compile(r"\w[,.;:?!)](?!\S)")

_SMILE = r"(?![-^']?[)(DPp3*|\\/]+(?:[ _]|$))"
_BEFORE_MARK = re.compile(
    rf"[ _](?=[,)\]}}»]|[:;]{_SMILE}|[?!](?!=))"
    r"|(?<!,)[ _](?=…|\.(?:[^\w]|_|$))"
    r"|(?<=\d)[ _](?=%)"
    r"|(?<=[(\[{«])(?<![:;=]\()(?<![:;=]-\()[ _]"
)
_BEFORE_STUCK_DOT = re.compile(rf"[ _](?=\.[{_CAPITAL}])")
_CURLY_SINGLE = re.compile(r"‘[ _]?([^‘’]*?)[ _]?’")
_STRAIGHT_SINGLE = re.compile(r"(?<![^ _(])'[ _]([^']{1,80}?)[ _]'(?=[ _.,;:?!)]|$)")
_HIGHLAND = re.compile(r"(?<![^\W\d_])([BCDĐGHKLMNPRSTVXY]{1,2})[ _]?(['’])[ _](?=[^\W\d_])")
_CLITIC = re.compile(r"(?<=[^\W\d_])[ _](['’])[ _](?=(?:s|t|re|ve|ll|d|m)(?![^\W_]))")


class Spaced(msgspec.Struct, frozen=True):
    """A readable text, and what its input's spacing said.

    `joints` are the offsets of spaces that were underscores, `breaks` the offsets at which a line
    starts (never 0); `segmented` says that the input had words joined by underscores.
    """

    text: str
    joints: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()
    segmented: bool = False


def respace(raw: str) -> Spaced:
    """The text as a person would write it, with the joints and lines of the input.

    With all white space and underscores removed, input and text are equal after NFC; a lone
    surrogate counts as U+FFFD. Lines of a hard-wrapped paragraph are joined by a space.
    """
    whole = normalize(raw)
    segmented = is_segmented(whole)
    tokenised = segmented or _is_tokenised(whole)
    lines = (_respace_line(line, tokenised=tokenised) for line in paragraphs(whole))
    joined = "\n".join(line for line in lines if line)
    return Spaced(
        text=joined.replace("_", " "),
        joints=tuple(i for i, c in enumerate(joined) if c == "_"),
        breaks=tuple(i + 1 for i, c in enumerate(joined) if c == "\n"),
        segmented=segmented,
    )


def normalize(raw: str) -> str:
    """`raw` in NFC, lone surrogates replaced by U+FFFD."""
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", raw))


def squeeze(text: str) -> str:
    """What respacing never changes: the characters without white space and underscores."""
    return "".join(normalize(text).replace("_", " ").split())


def is_segmented(text: str) -> bool:
    """Whether the words of `text` are joined by underscores, not merely a name or an address."""
    joined = len(_JOINED.findall(text))
    if not joined:
        return False
    share = joined / len(text.split())
    return share >= 0.15 or (share >= 0.04 and _is_tokenised(text))


def _is_tokenised(text: str) -> bool:
    """Whether marks stand apart from their words, as a tokeniser leaves them."""
    apart, stuck = len(_APART.findall(text)), len(_STUCK.findall(text))
    return apart >= 1 and apart * 2 >= stuck


def _respace_line(line: str, *, tokenised: bool) -> str:
    """One line with ordinary spacing; `_` still stands for a joint."""
    line = _one_gap(line).strip(" _")
    if tokenised:
        line = _BEFORE_STUCK_DOT.sub("", line)
        line = _CLITIC.sub(r"\1", _HIGHLAND.sub(r"\1\2", line))
    line = quotation.close_up(_BEFORE_MARK.sub("", line))
    if "'" in line or "’" in line:
        line = _STRAIGHT_SINGLE.sub(r"'\1'", _CURLY_SINGLE.sub(r"‘\1’", line))
    return line


def _one_gap(line: str) -> str:
    """Every run of white space as one space; a run of underscores alone as one `_`."""
    return _GAP.sub(lambda gap: "_" if not gap.group().strip("_") else " ", line)
