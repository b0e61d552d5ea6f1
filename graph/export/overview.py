"""The whole collection as two sheets: every document, and every relation that texts state."""

from typing import Final

from graph.export.sheets import DESCRIBED, sheet_of
from graph.export.workbook import Sheet
from graph.rdf.schema import PRINTED
from graph.read.collection import Collected, CollectedLink, collect
from graph.store.disk import GraphStore
from graph.store.paper_files import text_paths
from graph.words.labels import name_of
from graph.words.sentences import Language

_DOCUMENT: Final = (
    *(*DESCRIBED, "type", "number"),
    *("held", "mentions", "file", "unconfirmed_fields", *PRINTED),
)
_LINK: Final = (
    *("subject", "relation", "review", "years", "object", "part", "since", "quote", "text", "page"),
    *("unconfirmed", "rule", "confidence"),
)


def collection_sheets(store: GraphStore, language: Language) -> tuple[Sheet, Sheet]:
    """Return the sheets of documents and of links; a document leads to the files of its own text.

    A link has its best quote; what is inferred is left out.
    """
    collection = collect(store)
    files = text_paths(store)
    documents = map(_document, collection.documents)
    links = [_link(link) for link in collection.links if not link.inferred]
    return (
        sheet_of("documents", _DOCUMENT, documents, language, files=files),
        sheet_of("links", _LINK, links, language, files=files),
    )


def _document(collected: Collected) -> dict[str, object]:
    found = collected.found
    values = {name: getattr(found, name, None) for name in _DOCUMENT}
    return {**values, **found.more, "document": name_of(found), "file": collected.texts}


def _link(link: CollectedLink) -> dict[str, object]:
    best = link.best
    values = {name: getattr(best, name) for name in _LINK}
    ends = {"subject": name_of(best.subject), "object": name_of(best.object)}
    return {**values, **ends, "part": link.part}
