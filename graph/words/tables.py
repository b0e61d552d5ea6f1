"""The words in both languages, as the CSV files beside this module hold them.

A table is read when it is first asked for: what starts without a word reads none.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ontology.bilingual import Bilingual

if TYPE_CHECKING:
    from ontology.tables import Row

_FOLDER: Final = Path(__file__).parent
_BLANKS: Final = Formatter()
_NONE: Final[Mapping[str, Bilingual]] = MappingProxyType({})


class Pairs(Mapping[str, Bilingual]):
    """The pairs of ``graph/words/TABLE.csv`` by their keys, of one ``kind`` where it has several.

    ``besides`` holds pairs that stand elsewhere, with what they name; what the table has goes
    before these.

    >>> Pairs("labels", "level")["province"]
    Bilingual(vi='Tỉnh', en='Province')
    """

    def __init__(
        self, table: str, kind: str = "", besides: Mapping[str, Bilingual] = _NONE
    ) -> None:
        self._table = table
        self._kind = kind
        self._besides = besides

    def __getitem__(self, key: str) -> Bilingual:
        own = _pairs(self._table, self._kind)
        return own[key] if key in own else self._besides[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._besides, **_pairs(self._table, self._kind)})

    def __len__(self) -> int:
        return len({**self._besides, **_pairs(self._table, self._kind)})


@cache
def _pairs(table: str, kind: str) -> Mapping[str, Bilingual]:
    return {
        row.text("key"): Bilingual(row.text("vi"), row.text("en"))
        for row in _rows(table, kinds=bool(kind))
        if not kind or row.text("of") == kind
    }


@cache
def _rows(table: str, *, kinds: bool) -> tuple["Row", ...]:
    from ontology.tables import parse_table

    text = (_FOLDER / f"{table}.csv").read_text(encoding="utf-8")
    names = ("of", "key") if kinds else ("key",)
    rows = parse_table(f"{table}.csv", text, (*names, "vi", "en"), unique=names)
    for row in rows:
        check_pair(row)
    return rows


def check_pair(row: "Row") -> None:
    """Raise TableError where a language says nothing, or fills other blanks than the other."""
    vietnamese, english = (row.required(language) for language in ("vi", "en"))
    if "{" in vietnamese + english and blanks_of(vietnamese) != blanks_of(english):
        raise row.error(f"{row.text('key')!r} has other blanks in Vietnamese than in English")


def blanks_of(sentence: str) -> frozenset[str]:
    """Return the names of the blanks of a sentence.

    >>> sorted(blanks_of("{file}, dòng {line}: {{x}}"))
    ['file', 'line']
    """
    return frozenset(name for _, name, _, _ in _BLANKS.parse(sentence) if name)
