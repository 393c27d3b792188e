"""Words with their parts of speech in CoNLL-U, the form of Universal Dependencies.

Names stand in the last column as `NER=B-PER`, `NER=I-PER`: the first and the further words of one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sukien.export.base import Exporter
from sukien.model import AnnotatedArticle, Sentence, Story, Word

_EMPTY = "_"


def write(_stories: Iterable[Story], articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """A document an article, a sentence a block; lemma, features and heads stay empty."""
    for article in articles:
        if not article.sentences:
            continue
        yield f"# newdoc id = {' '.join(article.id.split())}\n"
        starts = [word.start for word in article.words]
        for number, sentence in enumerate(article.sentences, 1):
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            yield _block(article, sentence, number, article.words[first:last])


def _block(
    article: AnnotatedArticle, sentence: Sentence, number: int, words: tuple[Word, ...]
) -> str:
    text = " ".join(article.surface(sentence).split())
    lines = [f"# sent_id = {' '.join(article.id.split())}-{number}", f"# text = {text}"]
    names = [mention.start for mention in article.mentions]
    for i, word in enumerate(words, 1):
        form = " ".join(article.surface(word).split())
        after = words[i].start if i < len(words) else sentence.end
        glued = ["SpaceAfter=No"] if after == word.end and i < len(words) else []
        misc = "|".join([*_name(article, names, word), *glued]) or _EMPTY
        blank = [_EMPTY] * 5
        lines.append("\t".join((str(i), form, _EMPTY, word.pos, *blank, misc)))
    return "\n".join(lines) + "\n\n"


def _name(article: AnnotatedArticle, starts: list[int], word: Word) -> list[str]:
    """How a word belongs to the name around it; `starts` are those of the article's mentions."""
    at = bisect_right(starts, word.start) - 1
    if at < 0 or article.mentions[at].end <= word.start:
        return []
    return [f"NER={'B' if starts[at] == word.start else 'I'}-{article.mentions[at].type}"]


CONLLU = Exporter("conllu", "sentences, words, parts of speech and names, in CoNLL-U", write)
