"""Whether a collection fits into pages that hold all of it, and what counts if it does not."""

from typing import Final

from graph.errors import WrongUse
from graph.read.collection import Collection, collect
from graph.store.disk import GraphStore

MOST_DOCUMENTS: Final = 50_000
"""So many documents are read and written within some minutes, and opened by a browser."""
MOST_AROUND: Final = 2_000
"""Of how many documents a page about one of them holds all, and how many it holds at most of a
larger collection: these are read in some seconds."""
CARRYING_OUT_COUNTS: Final = 5
"""How many other relations one of carrying out is worth when a page has to choose."""


def must_fit(store: GraphStore) -> None:
    """Raise WrongUse where a page or a site of a store would hold too many documents."""
    documents = store.state.documents
    if documents > MOST_DOCUMENTS:
        raise WrongUse("too many for pages", documents=str(documents), most=str(MOST_DOCUMENTS))


def all_unless(part: Collection | None, store: GraphStore) -> Collection:
    """Return ``part``, or all of a store where there is none; WrongUse where that is too much."""
    if part is None:
        must_fit(store)
        return collect(store)
    return part
