"""Whether a collection fits into pages that hold all of it."""

from typing import Final

from graph.errors import WrongUse
from graph.store.disk import GraphStore

MOST_DOCUMENTS: Final = 50_000
"""So many documents are read and written within some minutes, and opened by a browser."""


def must_fit(store: GraphStore) -> None:
    """Raise WrongUse where a page or a site of a store would hold too many documents."""
    documents = store.state.documents
    if documents > MOST_DOCUMENTS:
        raise WrongUse("too many for pages", documents=str(documents), most=str(MOST_DOCUMENTS))
