"""What the page holds of a collection, as JSON that a browser reads at once.

Rows instead of objects, and tables for what is said again and again, keep a file small that holds
every document of a collection.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import networkx as nx

from graph.harmless import embedded, plain
from graph.page.directives import most_carried_out
from graph.page.repeated import Indexed, Repeated
from graph.page.words import page_words
from graph.pages.fitting import CARRYING_OUT_COUNTS
from graph.rdf import vocabulary as ld
from graph.read.assertions import LinkKey
from graph.read.collection import Collected, CollectedLink, Collection
from graph.read.documents import ROW_FIELDS
from graph.read.lookup import CALLED_BY_TITLE
from graph.values import Found
from graph.words.labels import place_words, told_apart
from graph.words.sentences import Language
from ontology.documents.identity import BASE
from ontology.documents.relation import CARRIES_OUT

MOST_DRAWN: Final = 300
"""How many documents a page draws at most at once: more cannot be told apart on a screen."""
MOST_BYTES: Final = 14_000_000
"""How large the data of a page may be; a file beyond that opens too slowly on an office machine."""
_MOST_PASSAGES: Final = 10
"""How many more places are named that state the same link."""
_MOST_AT_START: Final = 60
"""Up to how many documents are drawn whole when the page opens; of more it tells what there is."""
_IN_ROWS: Final = tuple(name for name in ROW_FIELDS if name != "number")
"""The fields of a document that its row has behind what it is called."""
_INFERRED = ld.RELATION_NAMES[ld.CARRIES_OUT]


@dataclass(frozen=True, slots=True)
class PageData:
    """The data of a page as JSON that may stand in a script element, and what it holds.

    ``left_out`` counts the documents of the store that are not in the file.
    """

    embedded: str
    documents: int
    links: int
    left_out: int


def page_data(
    collection: Collection,
    *,
    language: Language,
    centre: str | None = None,
    most_bytes: int = MOST_BYTES,
) -> PageData:
    """Return ``collection`` for a page that opens in ``language`` with the document ``centre``.

    Where the whole would be larger than ``most_bytes`` the documents nearest to ``centre`` are
    kept, or those with most relations where there is none, and the links among them.
    """
    beyond = collection.beyond
    whole = embedded(_value(collection, language, centre, beyond))
    size = len(whole.encode())
    if size <= most_bytes:
        return PageData(whole, len(collection.documents), len(collection.links), beyond)
    order = nearest_first(collection, centre)
    count = _fitting(collection, order, most_bytes)
    while True:
        part = _part(collection, set(order[:count]))
        left_out = beyond + len(order) - count
        whole = embedded(_value(part, language, centre, left_out))
        size = len(whole.encode())
        if size <= most_bytes or not count:
            return PageData(whole, count, len(part.links), left_out)
        # Indexes and tables take room, too.
        count = int(count * most_bytes / size)


def _part(collection: Collection, kept: set[str]) -> Collection:
    """Return the documents that are ``kept``, and the links among them."""
    return replace(
        collection,
        documents=tuple(
            document for document in collection.documents if document.found.iri in kept
        ),
        links=tuple(
            link
            for link in collection.links
            if all({key.subject, key.object} <= kept for key in (link.key, *link.premises))
        ),
    )


def _value(
    collection: Collection, language: Language, centre: str | None, left_out: int
) -> dict[str, Any]:
    documents, links = collection.documents, collection.links
    weights = _weights(collection)
    tables = Repeated()
    ids = {document.found.iri: index for index, document in enumerate(documents)}
    numbers = {link.key: index for index, link in enumerate(links)}
    rows = [_document_row(document, tables, collection.places) for document in documents]
    relations = [_link_row(link, ids, numbers, tables) for link in links]
    out_at, outgoing = _runs(len(ids), (ids[link.key.subject] for link in links))
    in_at, incoming = _runs(len(ids), (ids[link.key.object] for link in links))
    ranked = sorted(ids, key=lambda iri: (-weights[iri], iri))
    named = collection.places
    places = [
        [path, named.get(path, ""), place_words(path, named)]
        for path in tables.fields["place"].values
    ]
    return {
        "base": f"{BASE}id/",
        "documents": rows,
        "relations": relations,
        "outgoing": outgoing,
        "out_at": out_at,
        "incoming": incoming,
        "in_at": in_at,
        "fields": [[name, f"{name}s" if name in tables.fields else ""] for name in _IN_ROWS],
        **{f"{name}s": table.values for name, table in tables.fields.items()},
        "places": places,
        "texts": tables.texts.values,
        "kinds": tables.kinds.values,
        "rules": tables.rules.values,
        "weights": [weights[document.found.iri] for document in documents],
        "by_weight": [ids[iri] for iri in ranked],
        "most_carried_out": most_carried_out(documents, links, ids),
        "carries_out": sorted({*CARRIES_OUT, _INFERRED}),
        "relations_shown_first": any(link.best.relation != "cites" for link in links),
        "most_drawn": MOST_DRAWN,
        "most_at_start": _MOST_AT_START,
        "called_by_title": [name.replace("-", " ") for name in CALLED_BY_TITLE],
        "centre": None if centre is None else ids.get(centre),
        "language": language.value,
        "left_out": left_out,
        "words": {choice.value: page_words(choice) for choice in Language},
    }


def _document_row(document: Collected, tables: Repeated, names: Mapping[str, str]) -> list[Any]:
    found = document.found
    suffix = found.selector.removeprefix(found.number)
    named = found.selector.startswith(found.number)
    return [
        found.iri.removeprefix(f"{BASE}id/"),
        plain(found.number),
        plain(suffix) if named else None,
        _apart(found, names),
        *(_cell(found, name, tables.fields) for name in _IN_ROWS),
        int(found.held) + 2 * int(found.resolved) + 4 * bool(found.unconfirmed_fields),
        found.mentions,
        [tables.texts.index(text) for text in document.texts],
        [
            [
                contradiction.field,
                [[value, [tables.texts.index(text) for text in texts]] for value, texts in values],
            ]
            for contradiction in document.contradictions
            for values in [contradiction.values]
        ],
        [[name, words] for name, words in found.more.items() if words],
    ]


def _apart(found: Found, names: Mapping[str, str]) -> list[str]:
    """Return what tells a document from its namesakes, once where all languages say the same."""
    told = [plain(told_apart(found, names, language)) for language in Language]
    return told if len(set(told)) > 1 else told[:1]


def _cell(found: Found, name: str, tables: Mapping[str, Indexed]) -> str | int:
    """Return the value of a field, or where it stands among those that are said again and again."""
    value = str(getattr(found, name) or "")
    if name == "type":  # part of what a document is called, as its number is
        value = plain(value)
    return tables[name].index(value) if name in tables else value


def _link_row(
    link: CollectedLink, ids: dict[str, int], numbers: dict[LinkKey, int], tables: Repeated
) -> list[Any]:
    best = link.best
    others = link.passages[1 : 1 + _MOST_PASSAGES]
    return [
        ids[link.key.subject],
        ids[link.key.object],
        tables.kinds.index((best.relation, best.review)),
        best.years or 0,
        tables.rules.index(best.rule),
        round(best.confidence, 3),
        best.quote,
        tables.texts.index(best.text),
        best.start,
        best.end,
        [offset for mark in link.marks for offset in mark],
        len(link.passages),
        [
            [tables.texts.index(passage.text), passage.start, passage.end, passage.page]
            for passage in others
        ],
        [numbers[premise] for premise in link.premises],
        [
            [
                *(decision.who, decision.when, decision.why, decision.file, decision.line),
                int(decision.kind == "add"),
            ]
            for decision in link.decisions
        ],
        link.part,
        best.page,
        int(best.unconfirmed),
    ]


def _runs(count: int, owners: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return for each document where its run of links begins, and the links in runs."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index, owner in enumerate(owners):
        found[owner].append(index)
    starts, runs = [0], list[int]()
    for owner in range(count):
        runs.extend(found.get(owner, ()))
        starts.append(len(runs))
    return starts, runs


def _weights(collection: Collection) -> dict[str, int]:
    """Return how much each document matters: its stated relations, carrying out above all."""
    weights = {document.found.iri: 0 for document in collection.documents}
    for link in collection.links:
        if not link.inferred:
            weight = CARRYING_OUT_COUNTS if link.best.relation in CARRIES_OUT else 1
            weights[link.key.subject] += weight
            weights[link.key.object] += weight
    return weights


def nearest_first(collection: Collection, centre: str | None) -> list[str]:
    """Return all documents, what the page can least do without first."""
    weights = _weights(collection)
    distances: dict[str, int] = {}
    if centre is not None:
        ends = ((link.key.subject, link.key.object) for link in collection.links)
        near: nx.Graph[str] = nx.Graph([(centre, centre), *ends])
        distances = dict(nx.single_source_shortest_path_length(near, centre))
    far = len(weights)
    return sorted(weights, key=lambda iri: (distances.get(iri, far), -weights[iri], iri))


def _fitting(collection: Collection, order: Sequence[str], most_bytes: int) -> int:
    """Return how many of the documents have room with the links among them, indexes apart."""
    rank = {iri: index for index, iri in enumerate(order)}
    scratch = Repeated()
    costs = [0] * len(order)
    for document in collection.documents:
        costs[rank[document.found.iri]] += len(
            embedded(_document_row(document, scratch, collection.places)).encode()
        )
    everything = defaultdict[Any, int](int)
    for link in collection.links:
        later = max(rank[link.key.subject], rank[link.key.object])
        costs[later] += len(embedded(_link_row(link, rank, everything, scratch)).encode())
    room = most_bytes
    for index, cost in enumerate(costs):
        room -= cost
        if room < 0:
            return index
    return len(order)
