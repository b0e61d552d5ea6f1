"""What OCR may have read wrongly and nothing else confirms: numbers and days.

A printed 29 is read as 22 with the same confidence as any word, and what was written by hand is
not read at all.
"""

import re
from collections.abc import Iterable, Iterator

from extract.text.source import Span

_WITH_DIGITS = re.compile(r"[^\s|]*\d[^\s|]*")


def unconfirmed(text: str, recognised: Iterable[Span]) -> Iterator[Span]:
    """Yield each word with digits in the parts of ``text`` that OCR has read."""
    for part in recognised:
        for found in _WITH_DIGITS.finditer(text, part.start, part.end):
            yield Span(found.start(), found.end())
