"""Both sides of an open matter: the documents that it is about, and where texts speak of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.ask.matters.kinds import ReviewItem, ReviewKind
from graph.decisions.kinds import Kind
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.lookup import matching
from graph.store.disk import GraphStore
from graph.tables.tabled_documents import TabledDocuments
from graph.values import Found, Quote, Step
from graph.web.clicks.options import Option, options_of
from graph.web.texts import source_of
from graph.words.cells import cell_text
from graph.words.labels import HEADINGS, word
from graph.words.sentences import Language
from ontology.documents.known_documents import KnownDocument, all_known_documents

_QUOTES = 4
"""How many places are shown of each side."""
_SIDES = 12
"""Of how many documents places are shown: a number may be that of hundreds."""
_AROUND = 160
"""How many code points are shown before and behind a place."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A place that speaks of a document, with the words before it and behind it."""

    quote: Quote
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Side:
    """A document of a matter, with places that speak of it; ``more`` counts those left out."""

    document: Found
    spoken: tuple[Spoken, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to settle a matter, and what speaks for it.

    ``field`` and ``value`` are those of a name, in words; ``texts`` the names of those that state
    it. ``document`` is the one that the line names as its object, None where it names none here;
    ``known`` is what a table knows of one that no text mentions.
    """

    option: Option
    document: Found | None
    field: str = ""
    value: str = ""
    texts: tuple[str, ...] = ()
    known: KnownDocument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """All that a person should see to settle a matter: documents, links in question, choices."""

    documents: tuple[Side, ...]
    steps: tuple[Step, ...]
    choices: tuple[Choice, ...]

    @property
    def iris(self) -> frozenset[str]:
        """The IRIs of all documents that are shown."""
        ends = {end.iri for step in self.steps for end in (step.subject, step.object)}
        named = {choice.document.iri for choice in self.choices if choice.document}
        return frozenset({side.document.iri for side in self.documents} | ends | named)


def sides_of(
    store: GraphStore,
    documents: TabledDocuments,
    texts: Mapping[str, str],
    item: ReviewItem,
    language: Language,
) -> Sides:
    """Return what a store tells of an open matter; ``texts`` are hashes by the names of texts."""
    links = Links(documents)
    options = options_of(item)
    meant = documents.meant({option.cells["object"] for option in options})
    documents.fetch(meant.values())
    choices = tuple(_choice(documents, item, option, meant, language) for option in options)
    named = [choice.document.iri for choice in choices if choice.document]
    iris = list(dict.fromkeys(filter(None, (item.iri, *named))))[:_SIDES]
    steps: tuple[Step, ...] = ()
    if item.kind in (ReviewKind.UNSURE, ReviewKind.INFERRED) and options:
        relation = options[0].cells["relation"]
        target = next((each.document.iri for each in choices if each.document), "")
        steps = tuple(_stating(documents, links, item.iri, relation, target))
    return Sides(
        documents=tuple(_side(store, texts, links, documents.found(iri), item) for iri in iris),
        steps=steps,
        choices=choices,
    )


def _choice(
    documents: Documents,
    item: ReviewItem,
    option: Option,
    known_names: Mapping[str, str],
    language: Language,
) -> Choice:
    """Return a way to settle a matter; ``known_names`` are documents by what means them."""
    cells = option.cells
    if cells["decision"] == Kind.NAME:
        stated = documents.record(item.iri).stated.get(cells["relation"], {})
        texts = sorted(map(documents.text_name, stated.get(cells["object"], ())))
        return Choice(
            option=option,
            document=None,
            field=word(HEADINGS, language, cells["relation"]),
            value=cell_text(cells["relation"], cells["object"], language),
            texts=tuple(texts),
        )
    wanted = cells["object"]
    meant: tuple[str, ...] = ()
    if wanted:
        named = known_names.get(wanted)
        meant = (named,) if named else matching(documents, wanted)
    known = None if meant else _known(wanted)
    document = documents.found(meant[0]) if len(meant) == 1 else None
    return Choice(option=option, document=document, known=known)


def _known(key: str) -> KnownDocument | None:
    return next((known for known in all_known_documents() if str(known.id) == key), None)


def _side(
    store: GraphStore, texts: Mapping[str, str], links: Links, found: Found, item: ReviewItem
) -> Side:
    """Return a document with where texts speak of it, those first that the matter is about."""
    quotes, count = links.first_quotes(found.iri, item.sources, _QUOTES)
    shown = tuple(_spoken(store, texts, quote) for quote in quotes)
    return Side(found, shown, count - len(shown))


def _spoken(store: GraphStore, texts: Mapping[str, str], quote: Quote) -> Spoken:
    """Return a place with the words around it, where the text can still be read."""
    sha = texts.get(quote.text)
    source = source_of(store, sha) if sha else None
    if source is None:
        return Spoken(quote, "", "")
    before = source.text[max(0, quote.start - _AROUND) : quote.start]
    behind = source.text[quote.end : quote.end + _AROUND]
    # A word that is cut is left out.
    return Spoken(
        quote,
        before if quote.start <= _AROUND else f"… {before.partition(' ')[2]}",
        behind if len(behind) < _AROUND else f"{behind.rpartition(' ')[0]} …",
    )


def _stating(
    documents: Documents, links: Links, subject: str, relation: str, target: str
) -> Iterator[Step]:
    """Yield the links in question, whatever their status, the surest first."""
    found = []
    for quad in documents.dataset.quads_for_pattern(None, ld.SUBJECT, NamedNode(subject), None):
        if isinstance(quad.subject, NamedNode):
            key = links.assertions.key(quad.subject)
            if key.object == target and ld.RELATION_NAMES[NamedNode(key.predicate)] == relation:
                found.append(links.assertions.step(quad.subject))
    yield from sorted(found, key=lambda step: (-step.confidence, step.text, step.start))
