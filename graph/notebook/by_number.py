"""A collection as Python knows collections: asked by a number, counted, gone through."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.ask.originals import known_originals
from graph.ask.plans import document_view
from graph.errors import Ambiguous, NotFound
from graph.notebook.profile import Profile
from graph.notebook.rows import DOCUMENT_SHOWN, DocumentRow, document_row
from graph.notebook.table import Table, columns_of
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named, documents_asked
from graph.values import Found
from graph.words.sentences import Language


class ByNumber:
    """The documents of a store by what a person types for them."""

    def __init__(self, store: GraphStore, language: Language) -> None:
        self._store = store
        self.language = language

    def __getitem__(self, number: str) -> Profile:
        """Return the document that ``number`` means; see ``document``.

        >>> kg["61-KH/HU"].date
        datetime.date(2021, 6, 18)
        """
        return self.document(number)

    def __contains__(self, number: object) -> bool:
        """Tell whether ``number`` means a document of the graph, or several.

        >>> "43-KL/TW" in kg, "69-KL/TU" in kg, "9999-KL/TW" in kg
        (True, True, False)
        """
        try:
            return isinstance(number, str) and bool(documents_asked(self._store, number))
        except Ambiguous:
            return True
        except NotFound:
            return False

    def __len__(self) -> int:
        """Return how many documents there are, those that are only mentioned included."""
        return self._store.state.documents

    def __bool__(self) -> bool:
        """Tell that there is a graph, though it may be empty."""
        return True

    def __iter__(self) -> Iterator[str]:
        """Yield what to type for each document.

        >>> [number for number in kg if number.startswith("69-KL/TU")]
        ['69-KL/TU@ha-giang', '69-KL/TU@lai-chau']
        """
        return (found.selector for found in self._all())

    def _ipython_key_completions_(self) -> list[str]:
        """Return what IPython offers behind ``kg[``."""
        return list(self)

    def document(self, number: str) -> Profile:
        """Return the document that ``number`` means, with all that is said of it, and its files.

        Raises NotFound with the nearest numbers, Ambiguous with the candidates, TypeError for what
        is no text.

        >>> [(row.value, row.conflict) for row in kg.document("124-QĐ/TW").fields
        ...  if row.field == "issuer"]
        [('Ban Bí thư', True), ('Bộ Chính trị', True)]
        """
        found = document_named(self._store, typed(number))
        view, files = document_view(self._store, found.iri), known_originals(self._store, found.iri)
        return Profile(view, self.language, files, self._store)

    def documents(self) -> Table[DocumentRow]:
        """Return every document, those that are only mentioned included, in the order of numbers.

        >>> [row.document for row in kg.documents() if row.held and row.level == "central"][:2]
        ['Quyết định 23-QĐ/TW', 'Nghị quyết 25-NQ/TW@XI']
        """
        rows = [document_row(found) for found in self._all()]
        columns = columns_of(DocumentRow)
        return Table(rows, columns, shown=DOCUMENT_SHOWN, language=self.language, store=self._store)

    def _all(self) -> list[Found]:
        documents = Documents(local_copy(self._store.dataset))
        documents.read_all()
        quads = documents.dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
        iris = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
        return sorted(map(documents.found, iris), key=lambda found: (found.selector, found.iri))


def typed(number: object) -> str:
    """Return what was given for a document, a text; raises TypeError for anything else."""
    if not isinstance(number, str):
        kind = type(number).__name__
        raise TypeError(f'a document is asked for by a text, as in kg["43-KL/TW"]; got {kind}')
    return number
