"""The number and symbol that a document carries: 69-KL/TU, 162/2017/NĐ-CP, 64/2025/QH15.

Party documents print number-type/body (Hướng dẫn 36-HD/VPTW, 1.3.1), State documents
number/type-body, with the year in between where they are normative (Nghị định 30/2020/NĐ-CP,
Phụ lục III). Texts swap the marks and set spaces; the parts stay the same.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from ontology.documents.document_types import type_by_code
from ontology.institutions.issuers import issuer_by_code
from ontology.spelling import ascii_digits, slug
from ontology.system import System

_SHAPE = re.compile(
    r"""\s*
    (?P<number>\d{1,5}(?:\.\d{1,2})?[a-zđ]?)            # 69, 66.1, 30a
    (?:\s*/\s*(?P<year>(?:19|20)\d\d)(?!\d))?           # /2017
    (?:\s*(?P<mark>[-/.])\s*|\s+)                       # -, / or (spaced OCR) nothing
    (?P<codes>[^\W\d_][\w&]*(?:\s*[-/.]\s*[^\W\d_][\w&]*)*)  # KL/TU, NĐ-CP, TTLT/BTC-BTNMT
    \s*""",
    re.VERBOSE,
)
_MARKS = re.compile(r"\s*([-/.])\s*")


@dataclass(frozen=True, slots=True)
class Symbol:
    """Number, type code, organ code and year of a symbol; two spellings of one are equal.

    ``type_code`` is empty where the symbol has none (1095/UBND-NV, 64/2025/QH15); ``dashed``
    remembers which mark stood first, for printing.

    >>> Symbol.parse("69 -KL/TU") == Symbol.parse("69/KL-TU")
    True
    >>> str(Symbol.parse("12/ 2018/QĐ-TTg"))
    '12/2018/QĐ-TTg'
    """

    number: str
    type_code: str
    organ: str
    year: int | None = None
    dashed: bool = field(default=False, compare=False)

    @classmethod
    @lru_cache(maxsize=16384)
    def parse(cls, text: str) -> Self:
        """Read a number with its symbol; ValueError where ``text`` is not one."""
        shape = _SHAPE.fullmatch(ascii_digits(text))
        if shape is None:
            raise ValueError(f"not a number with a symbol: {text!r}; expected one like '69-KL/TU'")
        type_code, organ, dashed = _split(shape["codes"], shape["mark"] or " ")
        year = int(shape["year"]) if shape["year"] else None
        return cls(shape["number"], type_code, organ, year, dashed)

    def __str__(self) -> str:
        return f"{self.number}{self._mark}{self.letters}"

    @property
    def letters(self) -> str:
        """What stands behind the number: "KL/TU", "2017/NĐ-CP", "UBND-NV"."""
        year = f"{self.year}/" if self.year else ""
        inner = ("/" if self.dashed else "-") if self.type_code and self.organ else ""
        return f"{year}{self.type_code}{inner}{self.organ}"

    @property
    def _mark(self) -> str:
        return "-" if self.dashed and not self.year else "/"

    @property
    def digits(self) -> str:
        """The number without leading zeros, as registers count it; 30đ is not 30d."""
        return self.number.lower().replace("đ", "dd").lstrip("0") or "0"

    @property
    def register(self) -> str:
        """The letters as they stand in an id: "kl-tu", "nd-cp"."""
        return slug(f"{self.type_code}-{self.organ}")


@lru_cache(maxsize=4096)
def _split(codes: str, mark: str) -> tuple[str, str, bool]:
    """Return type code, organ code and whether the Party's order of marks holds."""
    parts = _MARKS.split(codes)
    names, marks = parts[::2], parts[1::2]
    kind = type_by_code(names[0])
    if kind is None:
        return "", _organ(names), mark == "-" and not marks
    organ = _organ(names[1:])
    body = issuer_by_code(names[1]) if len(names) > 1 else None
    party = body is not None and body.system is System.PARTY
    dashed = party or (body is None and mark == "-" and marks[:1] == ["/"])
    # A variant that only lost its marks is the same code; one of other letters is another register.
    code = kind.code if slug(kind.code) == slug(names[0]) else names[0]
    return code, organ, dashed


def _organ(names: list[str]) -> str:
    return "-".join(_spelled(name) for name in names)


def _spelled(code: str) -> str:
    """Return the body's code as its table spells it ("ttg", "TTG" -> "TTg")."""
    issuer = issuer_by_code(code)
    if issuer is not None and slug(issuer.code) == slug(code):
        return issuer.code
    return code if any(char.isupper() for char in code) else code.upper()
