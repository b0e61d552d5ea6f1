"""The fields of a document that texts state: one row for each, in the order of ``show``."""

from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld


class FieldKind(StrEnum):
    """What the graph holds for a value, and thereby how it is read back."""

    LITERAL = "literal"
    LABELLED = "labelled"
    """A node that is shown by its Vietnamese label."""
    PATH = "path"
    """A node that is shown by the end of its IRI."""


@dataclass(frozen=True, slots=True)
class DocumentField:
    """One field: its name in answers, its property, what it holds, and what people call it.

    ``single`` tells that texts which give it different values may contradict each other; what has
    many names at once (a number, a title, a place) does not.
    """

    name: str
    predicate: NamedNode
    kind: FieldKind
    vietnamese: str
    english: str
    single: bool = False


FIELDS = (
    DocumentField("number", ld.FULL_NUMBER, FieldKind.LITERAL, "Số hiệu", "Number"),
    DocumentField("type", ld.DOC_TYPE, FieldKind.LABELLED, "Loại", "Type", single=True),
    DocumentField("title", ld.TITLE, FieldKind.LITERAL, "Trích yếu", "Title"),
    DocumentField("date", ld.DATE, FieldKind.LITERAL, "Ngày", "Date", single=True),
    DocumentField(
        "issuer", ld.ISSUED_BY, FieldKind.LABELLED, "Cơ quan ban hành", "Issuer", single=True
    ),
    DocumentField("term", ld.IN_TERM, FieldKind.LABELLED, "Khóa", "Term", single=True),
    DocumentField("level", ld.LEVEL, FieldKind.PATH, "Cấp", "Level", single=True),
    DocumentField("place", ld.PLACE, FieldKind.PATH, "Nơi", "Place"),
)
BY_NAME = {field.name: field for field in FIELDS}
