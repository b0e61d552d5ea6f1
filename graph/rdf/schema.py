"""The fields of a document that texts state: one row for each, in the order of ``show``."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld

if TYPE_CHECKING:
    from extract.reading import Document


class FieldKind(StrEnum):
    """What the graph holds for a value, and thereby how it is read back."""

    LITERAL = "literal"
    LABELLED = "labelled"
    """A node that is shown by its Vietnamese label."""
    PATH = "path"
    """A node that is shown by the end of its IRI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentField:
    """One field: its name in answers, its property, what it holds, and what people call it.

    ``single`` tells that texts which give it different values may contradict each other; what has
    many names at once (a number, a title, a place) does not. ``printed`` gives the words of a
    document of a reading, for a field that is no more than these: the graph holds them as they are,
    and ``graph.values.Found`` keeps them in ``more``. Such a field needs its row here, its property
    in the ontology, and what computes it, and nothing else.
    """

    name: str
    predicate: NamedNode
    kind: FieldKind
    vietnamese: str
    english: str
    single: bool = False
    printed: "Callable[[Document], str] | None" = None


FIELDS = (
    DocumentField(
        name="number",
        predicate=ld.FULL_NUMBER,
        kind=FieldKind.LITERAL,
        vietnamese="Số hiệu",
        english="Number",
    ),
    DocumentField(
        name="type",
        predicate=ld.DOC_TYPE,
        kind=FieldKind.LABELLED,
        vietnamese="Loại",
        english="Type",
        single=True,
    ),
    DocumentField(
        name="title",
        predicate=ld.TITLE,
        kind=FieldKind.LITERAL,
        vietnamese="Trích yếu",
        english="Title",
    ),
    DocumentField(
        name="date",
        predicate=ld.DATE,
        kind=FieldKind.LITERAL,
        vietnamese="Ngày",
        english="Date",
        single=True,
    ),
    DocumentField(
        name="issuer",
        predicate=ld.ISSUED_BY,
        kind=FieldKind.LABELLED,
        vietnamese="Cơ quan ban hành",
        english="Issuer",
        single=True,
    ),
    DocumentField(
        name="term",
        predicate=ld.IN_TERM,
        kind=FieldKind.LABELLED,
        vietnamese="Khóa",
        english="Term",
        single=True,
    ),
    DocumentField(
        name="level",
        predicate=ld.LEVEL,
        kind=FieldKind.PATH,
        vietnamese="Cấp",
        english="Level",
        single=True,
    ),
    DocumentField(
        name="place",
        predicate=ld.PLACE,
        kind=FieldKind.PATH,
        vietnamese="Nơi",
        english="Place",
    ),
    DocumentField(
        name="signer",
        predicate=ld.SIGNER,
        kind=FieldKind.LITERAL,
        vietnamese="Người ký",
        english="Signed by",
        printed=lambda document: document.signer,
    ),
)
BY_NAME = {field.name: field for field in FIELDS}
PRINTED = {field.name: field for field in FIELDS if field.printed}
"""The fields that are the words of a text and no more."""
