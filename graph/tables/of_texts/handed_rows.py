"""Rows of what texts state, made where their facts are worked out.

To read the same facts out of a dataset takes several times as long. What the whole dataset settles
is still open in them: which numbers documents have in the tables, and how bodies are called.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyoxigraph import NamedNode, Quad

from graph.rdf import vocabulary as ld
from graph.tables.of_texts.duty_rows import DutyRow, open_rows
from graph.tables.of_texts.few_facts import FewFacts
from graph.tables.of_texts.read_files import files
from graph.tables.of_texts.statements import stated

_ENDS: Final = (ld.SUBJECT, ld.OBJECT)


@dataclass(frozen=True, slots=True)
class HandedRows:
    """The rows of one text's links, of what it orders, and of its files; documents by number."""

    statements: list[Sequence[Any]]
    duties: list[DutyRow]
    files: list[Sequence[Any]]


def line_of_text(own: Iterable[Quad]) -> bytes:
    """Return the rows of a text as a line, made of what its own graph says."""
    facts = FewFacts(own)
    ends: set[object] = {
        quad.object for end in _ENDS for quad in facts.quads_for_pattern(None, end, None)
    }
    ends |= {quad.subject for quad in facts.quads_for_pattern(None, ld.HAS_TEXT, None)}
    documents = sorted(end.value for end in ends if isinstance(end, NamedNode))
    places = {iri: place for place, iri in enumerate(documents)}
    rows = (
        documents,
        list(stated(facts, places)),
        list(open_rows(facts)),
        list(files(facts, places)),
    )
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def rows_handed_over(path: Path, ids: Mapping[str, int]) -> Iterator[HandedRows]:
    """Yield what stands in a file of such lines, with the numbers of documents."""
    with path.open("rb") as lines:
        for documents, statements, duties, read in map(json.loads, lines):
            numbers = [ids[iri] for iri in documents]
            yield HandedRows(
                [
                    (numbers[subject], name, numbers[target], *more)
                    for subject, name, target, *more in statements
                ],
                [DutyRow(*row) for row in duties],
                [(name, numbers[document], *more) for name, document, *more in read],
            )
