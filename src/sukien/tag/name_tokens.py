"""An article's tokens as name finding sees them: spellings, capitals, sentence starts, words."""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from sukien.model import AnnotatedArticle
from sukien.text.syllables import canonical, is_syllable
from sukien.text.tokens import Token, tokenize

_OPENING = frozenset("\"“”'‘’«»[*•")
_LOUD = 0.7
_LOUD_TOKENS = 4


class Traits(NamedTuple):
    """What a token's characters alone tell."""

    form: str
    cap: bool
    native: bool
    word: bool


class Tokens(NamedTuple):
    """Parallel lists over the tokens of one article.

    `first` marks tokens that open a sentence or a quotation, `sentence` is the number of the
    sentence, `inside` marks tokens that continue the word of the token before, `loud` tokens of
    sentences set in capitals throughout.
    """

    token: list[Token]
    text: list[str]
    form: list[str]
    cap: list[bool]
    native: list[bool]
    word: list[bool]
    first: list[bool]
    sentence: list[int]
    inside: list[bool]
    loud: list[bool]

    def touching(self, index: int) -> bool:
        """Whether no white space stands between a token and the one before it."""
        return index > 0 and self.token[index].start == self.token[index - 1].end


@lru_cache(maxsize=1 << 16)
def traits(text: str) -> Traits:
    """What a token's characters tell."""
    letters = text[:1].isalpha()
    return Traits(canonical(text), letters and text[:1].isupper(), is_syllable(text), letters)


def name_tokens(article: AnnotatedArticle) -> Tokens:
    """The tokens of an article with everything that name finding asks of them."""
    tokens = tokenize(article.text)
    known = [traits(token.text) for token in tokens]
    cap = [one.cap for one in known]
    sentence = _sentences(article, tokens)
    word_starts = [word.start for word in article.words]
    inside = [_continues(article, word_starts, token) for token in tokens]
    return Tokens(
        token=tokens,
        text=[token.text for token in tokens],
        form=[one.form for one in known],
        cap=cap,
        native=[one.native for one in known],
        word=[one.word for one in known],
        first=_firsts(tokens, sentence),
        sentence=sentence,
        inside=inside,
        loud=_loud(tokens, sentence),
    )


def _sentences(article: AnnotatedArticle, tokens: list[Token]) -> list[int]:
    starts = [one.start for one in article.sentences]
    return [bisect_right(starts, token.start) for token in tokens]


def _continues(article: AnnotatedArticle, starts: list[int], token: Token) -> bool:
    at = bisect_right(starts, token.start) - 1
    return at >= 0 and article.words[at].start < token.start < article.words[at].end


def _firsts(tokens: list[Token], sentence: list[int]) -> list[bool]:
    found: list[bool] = []
    opening = True
    for i, token in enumerate(tokens):
        if i == 0 or sentence[i] != sentence[i - 1]:
            opening = True
        found.append(opening)
        opening = token.text in _OPENING if not (opening and token.text in _OPENING) else True
    return found


def _loud(tokens: list[Token], sentence: list[int]) -> list[bool]:
    words: dict[int, int] = {}
    upper: dict[int, int] = {}
    for number, token in zip(sentence, tokens, strict=True):
        if token.text.isalpha() and len(token.text) > 1:
            words[number] = words.get(number, 0) + 1
            upper[number] = upper.get(number, 0) + token.text.isupper()
    loud = {n for n, count in words.items() if count >= _LOUD_TOKENS and upper[n] >= _LOUD * count}
    return [number in loud for number in sentence]
