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


@cache
def _seam() -> re.Pattern[str]:
    first = {kind.word.split()[0] for kind in all_types() if kind.code}
    heads = "|".join(sorted(map(re.escape, first), key=len, reverse=True))
    return re.compile(
        rf"""
          [A-ZĐƯgr](?<=[-/][A-ZĐ][A-ZĐƯ]|[A-ZĐ][A-ZĐ][A-ZĐƯ]|TTg|CTr)
            (?=(?:{_BEHIND_SYMBOL})(?![^\W\d_]))
        | [^\W\d_](?=[A-ZĐ])(?<=[a-zđ].)(?=(?:{heads})[ ])
        """,
        re.VERBOSE,
    )


def seams(text: str) -> Iterator[int]:
    """Yield the offsets in ``text`` where a space was lost.

    >>> list(seams("số 69-KL/TUngày 9/4/2021, kèm theoQuyết định số 5"))
    [11, 34]
    """
    for found in _seam().finditer(text):
        yield found.end()
