"""Where two words stand together that a lost space made one: "69-KL/TUngày", "theoQuyết định"."""

import re
from collections.abc import Iterator
from functools import cache

from ontology.documents.document_types import all_types

_BEHIND_SYMBOL = r"""
    ngày | của | về | và | năm | tháng | được | đã | do | thì | trong | tại | để | có | theo | cho
    | khóa | kèm | nêu | này | thực[ ]hiện | triển[ ]khai | ban[ ]hành | số
"""
"""Words that follow a symbol."""


# A class of rare letters first: what stands around it is asked afterwards.
_SEAM = re.compile(
    rf"""
      [A-ZĐƯ](?<!\s.)(?:
        (?:(?<=[-/][A-ZĐ][A-ZĐƯ]|[A-ZĐ][A-ZĐ][A-ZĐƯ])|(?<=TT)g|(?<=CT)r)
          (?P<symbol>)(?=(?:{_BEHIND_SYMBOL})(?![^\W\d_]))
      | (?<=[a-zđ][^\W\d_][A-ZĐ])
      )
    """,
    re.VERBOSE,
)


_NUMBER = re.compile(r"số(?<=[^\W\d_][ ]số)(?=\d)")
"""A number right behind its "số"."""


@cache
def _type_heads() -> re.Pattern[str]:
    """Return the pattern of the first words of the types that stand before numbers."""
    first = {kind.word.split()[0] for kind in all_types() if kind.code}
    return re.compile(rf"(?:{'|'.join(sorted(first, key=len, reverse=True))})[ ]")


def seams(text: str) -> list[int]:
    """Return the offsets in ``text`` where a space was lost, in order.

    >>> seams("Chỉ thị số69-KL/TUngày 9/4/2021, kèm theoQuyết định số 5")
    [10, 18, 41]
    """
    numbers = [found.end() for found in _NUMBER.finditer(text)]
    return sorted([*_between_words(text), *numbers]) if numbers else list(_between_words(text))


def _between_words(text: str) -> Iterator[int]:
    for found in _SEAM.finditer(text):
        if found["symbol"] is not None:
            yield found.end()
        elif _type_heads().match(text, found.start()):
            yield found.start()
