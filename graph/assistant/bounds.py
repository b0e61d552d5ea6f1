"""How much one answer holds: an assistant reads it whole, so it is short, and says what is left."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

MOST: Final = 50
"""How many rows one answer has at most."""
USUAL: Final = 10
"""How many rows an answer has where nobody asks for more."""
LONGEST_TEXT: Final = 200_000
"""How many characters a draft has at most."""
_LONGEST_QUOTE: Final = 600
_LARGEST: Final = 40_000
"""How many characters of JSON the rows of one answer have at most; the first row is never cut."""

Record = dict[str, Any]
"""What a row of an answer is: plain values by name."""


def rows_within(rows: Iterable[Mapping[str, Any]], limit: int) -> Record:
    """Return the first rows, as many as an answer holds, and how many there are in all."""
    everything = list(rows)
    shown = list(_fitting(islice(everything, max(1, min(limit, MOST)))))
    return {"total": len(everything), "shown": len(shown), "rows": shown}


def quoted(words: str) -> Record:
    """Return a quote, cut where it is longer than anybody reads; ``cut`` says so.

    >>> quoted("Thực hiện Kết luận 69")
    {'quote': 'Thực hiện Kết luận 69'}
    """
    if len(words) <= _LONGEST_QUOTE:
        return {"quote": words}
    return {"quote": words[:_LONGEST_QUOTE], "cut": True}


def _fitting(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    size = 0
    for number, row in enumerate(rows):
        size += len(json.dumps(row, ensure_ascii=False))
        if number and size > _LARGEST:
            return
        yield row
