"""Made paragraphs, put together until a text is as long as it has to be."""

from collections.abc import Iterator


def filled(size: int, paragraphs: Iterator[str]) -> str:
    """Return a text of ``size`` bytes in UTF-8, less at most one paragraph."""
    parts: list[str] = []
    length = 0
    for paragraph in paragraphs:
        length += len(paragraph.encode()) + 1
        if length > size:
            break
        parts.append(paragraph)
    return "\n".join(parts)
