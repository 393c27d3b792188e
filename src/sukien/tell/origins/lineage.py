"""What stands behind each article, with the characters that show it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sukien.model import AnnotatedArticle, Evidence, Lineage, Source
from sukien.tell.echoes import echoes
from sukien.tell.origins.citing import cited
from sukien.tell.origins.sources import credited, house, is_author, outlet, publisher


class _Shown(NamedTuple):
    """What one article's own text and metadata show."""

    reason: str
    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...] = ()

    @property
    def elsewhere(self) -> bool:
        """Whether the news is said to come from somebody else."""
        return self.reason in {"credited", "cited"}


def lineages(
    articles: Sequence[AnnotatedArticle], duplicates: Sequence[Sequence[str]]
) -> Iterator[Lineage]:
    """What stands behind each article, in their order: that of publication.

    `duplicates` are groups of near-identical ones.

    An agency or outlet that it credits goes before one that it cites, that before what the copied
    article shows, that before its publisher. Sources that are the article's own house are its
    publisher.
    """
    shown = {article.id: _shown(article) for article in articles}
    place = {name: number for number, name in enumerate(shown)}
    groups = [sorted(place.keys() & set(group), key=place.__getitem__) for group in duplicates]
    group_of = {name: group for group in groups for name in group}
    first_of = {group[0]: _teller(group, shown) for group in groups if group}
    repeated = echoes(articles, duplicates)
    for name, own in shown.items():
        group = group_of.get(name, [name])
        first = first_of.get(group[0], name)
        copied = first != name and not own.elsewhere
        yield Lineage(
            article=name,
            sources=shown[first].sources if copied else own.sources,
            reason="copy" if copied else own.reason,
            copy_of=first if copied else None,
            evidence=() if copied else own.evidence,
            echo_of=repeated.get(name),
        )


def _teller(group: Sequence[str], shown: Mapping[str, _Shown]) -> str:
    """The first of near-identical articles that says whence it comes, or the first of all."""
    return next((name for name in group if shown[name].elsewhere), group[0])


def _shown(article: AnnotatedArticle) -> _Shown:
    own = _own(article)
    for reason, found in (("credited", _credited(article)), ("cited", cited(article))):
        others: dict[Source, Evidence] = {}
        keys = {source.key for source in own.sources}
        for source, proof in found:
            if source.key not in keys:
                others.setdefault(source, proof)
        if others:
            return _Shown(reason, tuple(others), tuple(others.values()))
    return own


def _credited(article: AnnotatedArticle) -> Iterator[tuple[Source, Evidence]]:
    """The agencies credited; `Theo Hà Trang, Dân Việt` names the author of Dân Việt first."""
    parts = [part for part in article.parts if part.kind == "agency"]
    known = any(outlet(article.surface(part)) for part in parts)
    for part in parts:
        name = article.surface(part)
        if not known or outlet(name) or not is_author(name):
            yield credited(name), Evidence(article=article.id, start=part.start, end=part.end)


def _own(article: AnnotatedArticle) -> _Shown:
    """The house that published an article, or the article itself."""
    known = publisher(article)
    if known:
        return _Shown("publisher", (known,))
    if marked := house(article):
        return _Shown("house", marked[:1], marked[1:])
    return _Shown("alone", (Source(f"article:{article.id}", "", "article"),))
