"""What waits for a decision, one behind the other, and which of it lines of decisions settle.

Only what is shown is told; the rest is known by what it is about.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from graph.ask.matters.kinds import ReviewItem, ReviewKind, Waiting
from graph.ask.matters.listing import listed, told
from graph.decisions.file import Decision, parse_decisions, text_of
from graph.decisions.kinds import Kind
from graph.decisions.suggestions import candidates, keys_of, reference_cells
from graph.read.links import Links
from graph.store.dataset import Dataset
from graph.tables.columns import Tables
from graph.tables.tabled_documents import TabledDocuments
from graph.web.clicks.options import Option, options_of
from ontology.spelling import slug

_LINKS: Final = (ReviewKind.UNSURE, ReviewKind.INFERRED)
_LONG: Final = 2_000
"""How many matters are remembered as they were told."""
_NUMBERED: Final = "SELECT iri FROM documents WHERE number = ?"


class Said(NamedTuple):
    """What a line of decisions says, whoever says it."""

    decision: str
    subject: str
    relation: str
    object: str
    text: str


class Queue:
    """All that waits in a dataset, in order. Raises sqlite3.Error, and so do its methods."""

    def __init__(self, dataset: Dataset, tables: Tables) -> None:
        self._dataset = dataset
        self._tables = tables
        self.waiting = listed(dataset, tables)
        self._told: dict[str, ReviewItem] = {}
        self._cells: dict[str, tuple[str, str]] = {}
        self._candidates: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._settling: dict[Said, frozenset[str]] = {}
        self._read: tuple[str, frozenset[str]] = "", frozenset()

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each matter, by its id, counted from 0."""
        return {each.id: at for at, each in reversed(list(enumerate(self.waiting)))}

    def told(self, ids: Sequence[str]) -> list[ReviewItem]:
        """Return matters as they are told."""
        if len(self._told) > _LONG:
            self._told.clear()
        new = [self._waiting(each) for each in ids if each not in self._told]
        self._told |= {item.id: item for item in told(new, self._dataset, self._tables)}
        return [self._told[each] for each in ids]

    def options(self, wanted: str) -> tuple[Option, ...]:
        """Return the lines that would settle a matter."""
        (item,) = self.told([wanted])
        return options_of(item)

    def settled(self, path: Path) -> frozenset[str]:
        """Return the ids of what the lines of a file of decisions settle, as it stands now.

        Raises DecisionsUnreadable.
        """
        text = text_of(path)
        if text != self._read[0]:
            decisions = parse_decisions(path, text).decisions
            self._read = text, frozenset().union(*map(self._settled, decisions))
        return self._read[1]

    def alike(self, wanted: str) -> list[str]:
        """Return the ids of all matters that the same answer settles, in order.

        These are links of one relation to one document, and references in the same words that may
        mean the same documents; the matter is among them. None where it has no like.
        """
        waiting = self._waiting(wanted)
        if waiting.kind in _LINKS:
            return _several(self._links[_link(waiting)])
        if waiting.kind is not ReviewKind.REFERENCE:
            return []
        documents = self._documents()
        links = Links(documents)
        name = slug(documents.found(waiting.iri).number)
        own = self._mark(waiting, documents, links)
        return _several(
            each.id for each in self._named[name] if self._mark(each, documents, links) == own
        )

    def _documents(self) -> TabledDocuments:
        return TabledDocuments(self._dataset, self._tables)

    def _waiting(self, wanted: str) -> Waiting:
        return self.waiting[self.places[wanted]]

    @cached_property
    def _links(self) -> Mapping[object, list[str]]:
        """The ids of links that the same answer settles."""
        found = defaultdict[object, list[str]](list)
        for each in self.waiting:
            if each.kind in _LINKS:
                found[_link(each)].append(each.id)
        return found

    @cached_property
    def _named(self) -> Mapping[str, list[Waiting]]:
        """The references by their words, however they are spelled."""
        documents = self._documents()
        references = [each for each in self.waiting if each.kind is ReviewKind.REFERENCE]
        documents.fetch(each.iri for each in references)
        found = defaultdict[str, list[Waiting]](list)
        for each in references:
            found[slug(documents.found(each.iri).number)].append(each)
        return found

    @cached_property
    def _about(self) -> Mapping[str, list[Waiting]]:
        """What waits by the documents that its lines may name first."""
        found = defaultdict[str, list[Waiting]](list)
        for each in self.waiting:
            found[each.iri].append(each)
            if each.kind is ReviewKind.TEXTS and each.about[-1] != each.iri:
                found[each.about[-1]].append(each)
        return found

    def _mark(
        self, waiting: Waiting, documents: TabledDocuments, links: Links
    ) -> tuple[str, tuple[str, ...]]:
        """Return what the lines of a reference say, whichever text has it."""
        keys = keys_of(documents, waiting.iri)
        if keys not in self._candidates:
            self._candidates[keys] = tuple(candidates(documents, keys))
        return slug(self._subject(waiting, documents, links)[0]), self._candidates[keys]

    def _subject(
        self, waiting: Waiting, documents: TabledDocuments, links: Links
    ) -> tuple[str, str]:
        """Return the subject and the text that the lines of a reference name."""
        if waiting.id not in self._cells:
            texts = sorted({quote.text for quote in links.quotes(waiting.iri)})
            found = documents.found(waiting.iri)
            self._cells[waiting.id] = reference_cells(documents, found, texts)
        return self._cells[waiting.id]

    def _settled(self, decision: Decision) -> frozenset[str]:
        said = Said(
            decision.kind.value,
            decision.subject,
            decision.relation,
            decision.object,
            decision.text,
        )
        if said not in self._settling:
            self._settling[said] = frozenset(self._settled_by(said))
        return self._settling[said]

    def _settled_by(self, said: Said) -> Iterator[str]:
        """Yield the ids of what a line settles that says this."""
        documents = self._documents()
        links = Links(documents)
        numbered = (iri for (iri,) in self._tables.execute(_NUMBERED, (said.subject,)))
        iris = {said.subject, *documents.meant([said.subject]).values(), *numbered}
        for iri in iris & self._about.keys():
            for each in self._about[iri]:
                if self._settles(said, each, documents, links):
                    yield each.id

    def _settles(
        self, said: Said, waiting: Waiting, documents: TabledDocuments, links: Links
    ) -> bool:
        if waiting.kind in _LINKS:
            return _settles_link(said, waiting, documents)
        if waiting.kind is ReviewKind.REFERENCE:
            # Whatever a person fills in settles it.
            cells = self._subject(waiting, documents, links)
            return said == Said(Kind.MERGE.value, cells[0], "", said.object, cells[1])
        return any(
            _said(option) in (said, said._replace(object="")) for option in self.options(waiting.id)
        )


def _settles_link(said: Said, waiting: Waiting, documents: TabledDocuments) -> bool:
    subject, relation, target = waiting.about
    names = documents.lasting([subject, target])
    ways = (Kind.REJECT,) if subject == target else (Kind.ACCEPT, Kind.REJECT)
    return said in [Said(way.value, names[subject], relation, names[target], "") for way in ways]


def _link(waiting: Waiting) -> tuple[object, ...]:
    subject, relation, target = waiting.about
    return waiting.kind, relation, target, subject == target


def _said(option: Option) -> Said:
    cells = option.cells
    return Said(*(cells[name] for name in Said._fields))


def _several(ids: Iterable[str]) -> list[str]:
    found = list(ids)
    return found if len(found) > 1 else []
