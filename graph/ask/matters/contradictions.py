"""Dates and issuers that texts contradict each other about, and the lines that settle them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.decisions.suggestions import line
from graph.harmless import FORMULAS
from graph.read.documents import Documents
from graph.read.lookup import lasting_name
from graph.values import Found
from graph.words.cells import cell_text
from graph.words.sentences import Language

_FIELDS = ("date", "issuer")
"""What a decision can name, of all that texts may contradict each other about."""


@dataclass(frozen=True, slots=True)
class OpenContradiction:
    """A field of a document with the values that texts state of it, and a line for each value."""

    document: Found
    field: str
    values: tuple[str, ...]
    texts: tuple[str, ...]
    lines: tuple[str, ...]

    def told(self, language: Language) -> str:
        """Return the values as people read them: "18/06/2021 / 28/06/2021"."""
        return " / ".join(cell_text(self.field, value, language) for value in self.values)


def open_contradictions(
    found: Iterable[Found], documents: Documents
) -> Iterator[OpenContradiction]:
    """Yield what texts contradict each other about and nobody has decided on."""
    for document in found:
        record = documents.record(document.iri)
        for field in record.contradicted():
            if field not in _FIELDS:
                continue
            stated = record.stated[field]
            values = sorted(stated)
            named = lasting_name(documents, document)
            graphs = {graph for value in values for graph in stated[value]}
            yield OpenContradiction(
                document,
                field,
                tuple(values),
                tuple(map(documents.text_name, graphs)),
                tuple(
                    line(decision="name", subject=named, relation=field, object=value)
                    for value in values
                    # No line is proposed that would carry a formula into a spreadsheet.
                    if value.isprintable() and not value.startswith(FORMULAS)
                ),
            )
