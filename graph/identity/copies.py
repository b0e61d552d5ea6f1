"""Open references of two texts of one document: what both print alike is one reference.

A scan and its Word file leave open what each of them cites without a term or a place. Who reads
the one reads the other, so what is cited in the same way is the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract.reading import Document
from graph.identity.candidates import DocumentKey
from graph.identity.resolution import Resolution, Resolutions
from graph.identity.text_heads import TextHead
from ontology.level import Level

SAME_DOCUMENT = "same-document"


def with_copies(heads: Iterable[TextHead], resolutions: Resolutions) -> Resolutions:
    """Return ``resolutions`` with the open references of texts of one document put together."""
    texts: defaultdict[str, dict[str, dict[str, Document]]] = defaultdict(dict)
    for head in heads:
        found = resolutions.get((head.sha, head.own.key))
        identity = found.id if found else head.own.id
        if identity:
            texts[identity.iri][head.sha] = {
                item.key: item
                for item in head.unsure
                if item.id is None and (head.sha, item.key) not in resolutions
            }
    joined = {
        key: resolution
        for by_text in texts.values()
        if len(by_text) > 1
        for key, resolution in _joined(by_text).items()
    }
    return {**resolutions, **joined}


def _joined(texts: Mapping[str, Mapping[str, Document]]) -> dict[DocumentKey, Resolution]:
    """Return what each further text leaves open as an earlier one does."""
    first: dict[object, str] = {}
    joined: dict[DocumentKey, Resolution] = {}
    for sha in sorted(texts):
        for key, document in texts[sha].items():
            iri = first.setdefault(_printed(document), document.iri)
            if iri != document.iri:
                joined[sha, key] = Resolution(None, SAME_DOCUMENT, iri)
    return joined


def _printed(document: Document) -> Document:
    """Return what a text says of an open reference by its number, wherever it stands."""
    return replace(document, iri="", level=Level.CENTRAL, title="", signer="", blank_number="")
