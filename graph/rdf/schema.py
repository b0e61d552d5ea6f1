"""The fields of a document that texts state: one row for each, in the order of ``show``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

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


class Listing(StrEnum):
    """An answer that has fields of a document side by side, in an order of its own."""

    CSV = "csv"
    """The rows of ``plans`` and ``find``."""
    SHEET = "sheet"
    REPORT = "report"
    READING = "reading"
    """What one text says of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentField:
    """One field: its name in answers, its property, what it holds, and what people call it.

    ``meaning`` is what it tells, for those who read JSON; ``listed`` gives its rank in each answer
    that lists it. ``single`` tells that texts which give it different values may contradict each
    other; what has many names at once (a number, a title, a place) does not. ``printed`` gives the
    words of a document of a reading, for a field that is no more than these: the graph holds them
    as they are, and ``graph.values.Found`` keeps them in ``more``. Such a field needs its row here,
    its property in the ontology, and what computes it, and nothing else.
    """

    name: str
    predicate: NamedNode
    kind: FieldKind
    label: Bilingual
    meaning: Bilingual
    listed: Mapping[Listing, int] = field(default_factory=dict, hash=False)
    single: bool = False
    printed: "Callable[[Document], str] | None" = None


FIELDS = (
    DocumentField(
        name="number",
        predicate=ld.FULL_NUMBER,
        kind=FieldKind.LITERAL,
        label=Bilingual("Số hiệu", "Number"),
        meaning=Bilingual(
            "số hiệu đầy đủ (“25-NQ/TW”), hoặc tên nếu không có số",
            "the full number, or the name",
        ),
        listed={Listing.CSV: 1, Listing.REPORT: 1},
    ),
    DocumentField(
        name="type",
        predicate=ld.DOC_TYPE,
        kind=FieldKind.LABELLED,
        label=Bilingual("Loại", "Type"),
        meaning=Bilingual("loại văn bản", "the type of document"),
        listed={Listing.CSV: 2},
        single=True,
    ),
    DocumentField(
        name="title",
        predicate=ld.TITLE,
        kind=FieldKind.LITERAL,
        label=Bilingual("Trích yếu", "Title"),
        meaning=Bilingual("trích yếu", "its title"),
        listed={Listing.CSV: 8, Listing.SHEET: 1, Listing.REPORT: 4},
    ),
    DocumentField(
        name="date",
        predicate=ld.DATE,
        kind=FieldKind.LITERAL,
        label=Bilingual("Ngày", "Date"),
        meaning=Bilingual(
            "ngày ban hành; chỉ năm hoặc tháng nếu không rõ hơn",
            "its date; a year or month where no more is known",
        ),
        listed={Listing.CSV: 7, Listing.SHEET: 2, Listing.REPORT: 2, Listing.READING: 2},
        single=True,
    ),
    DocumentField(
        name="issuer",
        predicate=ld.ISSUED_BY,
        kind=FieldKind.LABELLED,
        label=Bilingual("Cơ quan ban hành", "Issuer"),
        meaning=Bilingual("cơ quan ban hành", "who issued it"),
        listed={Listing.CSV: 3, Listing.SHEET: 3, Listing.REPORT: 3, Listing.READING: 1},
        single=True,
    ),
    DocumentField(
        name="term",
        predicate=ld.IN_TERM,
        kind=FieldKind.LABELLED,
        label=Bilingual("Khóa", "Term"),
        meaning=Bilingual("khóa, bằng số La Mã", "the congress term, Roman"),
        listed={Listing.CSV: 6, Listing.SHEET: 6, Listing.READING: 3},
        single=True,
    ),
    DocumentField(
        name="level",
        predicate=ld.LEVEL,
        kind=FieldKind.PATH,
        label=Bilingual("Cấp", "Level"),
        meaning=Bilingual("cấp: `central`, `province`, `district`, `commune`", "its level"),
        listed={Listing.CSV: 4, Listing.SHEET: 4, Listing.READING: 4},
        single=True,
    ),
    DocumentField(
        name="place",
        predicate=ld.PLACE,
        kind=FieldKind.PATH,
        label=Bilingual("Nơi", "Place"),
        meaning=Bilingual(
            "nơi, từ tỉnh xuống (`lai-chau.tam-duong`)",
            "its place, from the province down",
        ),
        listed={Listing.CSV: 5, Listing.SHEET: 5, Listing.REPORT: 5, Listing.READING: 5},
    ),
    DocumentField(
        name="signer",
        predicate=ld.SIGNER,
        kind=FieldKind.LITERAL,
        label=Bilingual("Người ký", "Signed by"),
        meaning=Bilingual(
            "người ký: họ tên và chức vụ như in ở cuối toàn văn (“Nguyễn Văn B (KT. "
            "CHỦ TỊCH, PHÓ CHỦ TỊCH)”); trống nếu không rõ",
            "who signed it: name and office as printed at the end of its own text; "
            "empty where that does not tell",
        ),
        listed={Listing.REPORT: 6},
        printed=lambda document: document.signer,
    ),
    DocumentField(
        name="blank_number",
        predicate=ld.BLANK_NUMBER,
        kind=FieldKind.LITERAL,
        label=Bilingual("Chưa có số", "Number left blank"),
        meaning=Bilingual(
            "phần in sau số còn để trống ở đầu toàn văn (“-KH/HU” của “Số:     "
            "-KH/HU”); trống nếu đã có số",
            "what is printed behind a number that is left blank; empty where there is a number",
        ),
        printed=lambda document: document.blank_number,
    ),
)
BY_NAME = {field.name: field for field in FIELDS}
PRINTED = {field.name: field for field in FIELDS if field.printed}
"""The fields that are the words of a text and no more."""


BESIDE: Final[Mapping[str, Bilingual]] = {
    "iri": Bilingual("IRI của văn bản", "its IRI"),
    "held": Bilingual("có toàn văn", "whether its own text was read"),
    "mentions": Bilingual("số chỗ nhắc đến", "how many places refer to it"),
    "resolved": Bilingual("đã xác định là văn bản nào", "whether it is known which document it is"),
    "selector": Bilingual("cách gọi riêng văn bản này", "what to type to mean it alone"),
    "issued_by": Bilingual(
        "số của quyết định ban hành kế hoạch không có số riêng",
        "the number of the decision that issues a plan without one",
    ),
    "unconfirmed_fields": Bilingual(
        "trường (`number`, `date`) chỉ do OCR đọc từ bản quét của chính văn bản, "
        "[chưa xác nhận](files.md)",
        "the fields that OCR alone has read, on a scan of the document, and that nobody has "
        "confirmed",
    ),
}
"""What answers tell of a document beside its fields, and what each of these means."""


def listed(listing: Listing) -> tuple[str, ...]:
    """Return the names of the fields that an answer lists, in its order.

    >>> listed(Listing.REPORT)
    ('number', 'date', 'issuer', 'title', 'place', 'signer')
    """
    told = (each for each in FIELDS if listing in each.listed)
    return tuple(each.name for each in sorted(told, key=lambda each: each.listed[listing]))
