"""The texts that a page holds to be read, as JSON: those that there is room for, nearest first."""

from collections.abc import Sequence
from typing import Any, Final

from graph.harmless import embedded
from graph.pages.annotated import Piece
from graph.pages.sources import NO_PLACES, HeldText, Places, held_texts, text_hashes
from graph.read.collection import Collection
from graph.store.disk import GraphStore
from graph.values import SourceOf
from ontology.documents.identity import BASE

MOST_BYTES_OF_TEXTS: Final = 4_000_000
"""How much room texts take in a page at most: it opens as fast as it would without them."""


def texts_within(
    store: GraphStore,
    collection: Collection,
    source_of: SourceOf,
    order: Sequence[str],
    room: int = MOST_BYTES_OF_TEXTS,
    ordered: Places = NO_PLACES,
) -> str:
    """Return texts as JSON of at most ``room`` bytes that may stand in a script element.

    The texts of the documents that come first in ``order`` go before all others; behind the first
    that has no room none is held. The page says of each text whether it holds it. Of a part of the
    store those texts alone are looked for that it speaks of. ``ordered`` is where texts order
    something.
    """
    own = {document.found.iri: document.texts for document in collection.documents}
    named = dict.fromkeys(name for iri in order for name in own[iri])
    others = collection.texts() if collection.beyond else text_hashes(store)
    names = [*named, *sorted(set(others) - named.keys())]
    rows: list[str] = []
    for text in held_texts(store, collection, source_of, names, ordered):
        row = embedded(_row(text))
        room -= len(row.encode()) + 1
        if room < len("[]"):
            break
        rows.append(row)
    return f"[{','.join(rows)}]"


def _row(text: HeldText) -> list[Any]:
    paths: dict[str, int] = {}
    return [text.name, [_piece_row(piece, paths) for piece in text.pieces], list(paths)]


def _piece_row(piece: Piece, paths: dict[str, int]) -> str | list[Any]:
    """Return a piece, as its words alone where they are not marked."""
    marks = (piece.cites, piece.evidence, piece.page, piece.opens, piece.closes)
    if not any(marks):
        return piece.words
    path = piece.cites.removeprefix(f"{BASE}id/")
    cites = paths.setdefault(path, len(paths)) if path else -1
    return [piece.words, cites, int(piece.evidence), piece.page, piece.opens, piece.closes]
