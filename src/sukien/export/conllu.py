"""Words with their parts of speech in CoNLL-U, the form of Universal Dependencies."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sukien.export.base import Exporter
from sukien.model import AnnotatedArticle, Sentence, Story, Word

_EMPTY = "_"


def write(_stories: Iterable[Story], articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """A document an article, a sentence a block; lemma, features and heads stay empty."""
    for article in articles:
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
    for i, word in enumerate(words, 1):
        form = " ".join(article.surface(word).split())
        after = words[i].start if i < len(words) else sentence.end
        misc = "SpaceAfter=No" if after == word.end and i < len(words) else _EMPTY
        blank = [_EMPTY] * 5
        lines.append("\t".join((str(i), form, _EMPTY, word.pos, *blank, misc)))
    return "\n".join(lines) + "\n\n"


CONLLU = Exporter("conllu", "sentences and words with parts of speech, in CoNLL-U", write)
