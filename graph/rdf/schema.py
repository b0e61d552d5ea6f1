"""The fields of a document that texts state: one row for each, in the order of ``show``."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from ontology.bilingual import Bilingual

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
    label: Bilingual
    single: bool = False
    printed: "Callable[[Document], str] | None" = None


FIELDS = (
    DocumentField(
        name="number",
        predicate=ld.FULL_NUMBER,
        kind=FieldKind.LITERAL,
        label=Bilingual("Số hiệu", "Number"),
    ),
    DocumentField(
        name="type",
        predicate=ld.DOC_TYPE,
        kind=FieldKind.LABELLED,
        label=Bilingual("Loại", "Type"),
        single=True,
    ),
    DocumentField(
        name="title",
        predicate=ld.TITLE,
        kind=FieldKind.LITERAL,
        label=Bilingual("Trích yếu", "Title"),
    ),
    DocumentField(
        name="date",
        predicate=ld.DATE,
        kind=FieldKind.LITERAL,
        label=Bilingual("Ngày", "Date"),
        single=True,
    ),
    DocumentField(
        name="issuer",
        predicate=ld.ISSUED_BY,
        kind=FieldKind.LABELLED,
        label=Bilingual("Cơ quan ban hành", "Issuer"),
        single=True,
    ),
    DocumentField(
        name="term",
        predicate=ld.IN_TERM,
        kind=FieldKind.LABELLED,
        label=Bilingual("Khóa", "Term"),
        single=True,
    ),
    DocumentField(
        name="level",
        predicate=ld.LEVEL,
        kind=FieldKind.PATH,
        label=Bilingual("Cấp", "Level"),
        single=True,
    ),
    DocumentField(
        name="place",
        predicate=ld.PLACE,
        kind=FieldKind.PATH,
        label=Bilingual("Nơi", "Place"),
    ),
    DocumentField(
        name="signer",
        predicate=ld.SIGNER,
        kind=FieldKind.LITERAL,
        label=Bilingual("Người ký", "Signed by"),
        printed=lambda document: document.signer,
    ),
    DocumentField(
        name="blank_number",
        predicate=ld.BLANK_NUMBER,
        kind=FieldKind.LITERAL,
        label=Bilingual("Chưa có số", "Number left blank"),
        printed=lambda document: document.blank_number,
    ),
)
BY_NAME = {field.name: field for field in FIELDS}
PRINTED = {field.name: field for field in FIELDS if field.printed}
"""The fields that are the words of a text and no more."""
