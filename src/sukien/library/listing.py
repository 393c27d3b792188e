"""What articles can be found under: entities as merged, with the names that are used for them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sukien.link import Resolution
from sukien.model import Sighting
from sukien.search import Named, Suggestion


class Listing:
    """The entities of a library's articles, and each article's story: `homes`, by article."""

    def __init__(
        self,
        seen: Iterable[Sighting],
        resolution: Resolution,
        homes: Mapping[str, str],
    ) -> None:
        self.resolution = resolution
        self.homes = homes
        self.entities: dict[str, dict[str, None]] = {}
        self._names: dict[str, Counter[tuple[str, str]]] = {}
        self._articles: Counter[str] = Counter()
        for one in seen:
            self._take(one)

    def _take(self, one: Sighting) -> None:
        entity = self.resolution.of(one.entity)
        within = self.entities.setdefault(one.article, {})
        if entity not in within:
            within[entity] = None
            self._articles[entity] += 1
        names = self._names.get(entity)
        if names is None:
            names = self._names[entity] = Counter()
        names[one.name, one.type] += one.mentions

    def named(self) -> Iterator[Named]:
        """Each entity under the name used most, to be found under every name."""
        for entity, names in self._names.items():
            name, kind = _usual(names)
            forms = tuple(dict.fromkeys(form for form, _ in names))
            yield Named(Suggestion("entity", entity, name, self._articles[entity], kind), forms)

    def name_of(self, entity: str) -> str:
        """The name used most of an entity, or the rest of its id where it is never named."""
        names = self._names.get(entity)
        return _usual(names)[0] if names else entity.partition(":")[2] or entity


def _usual(names: Counter[tuple[str, str]]) -> tuple[str, str]:
    """The form used most often, the longer one of two."""
    if len(names) == 1:
        return next(iter(names))
    forms: Counter[str] = Counter()
    for (name, _), mentions in names.items():
        forms[name] += mentions
    best = min(forms, key=lambda form: (-forms[form], -len(form), form))
    kinds: Counter[str] = Counter()
    for (_, kind), mentions in names.items():
        kinds[kind] += mentions
    return best, min(kinds, key=lambda kind: (-kinds[kind], kind))
