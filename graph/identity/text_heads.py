"""What identity over texts still needs of a text when its reading is no longer in memory."""

from dataclasses import dataclass

from extract.reading import Document, Reading
from graph.identity.open_numbers import certain_numbers


@dataclass(frozen=True, slots=True)
class TextHead:
    """The own document of the text with this hash, and those that may be told otherwise.

    These are ``unsure``: the text leaves them open, names them by words alone, or the table knows
    that they are in another register.
    """

    sha: str
    own: Document
    unsure: tuple[Document, ...]


def head_of(reading: Reading) -> TextHead:
    """Return what is kept of a reading."""
    sure = {item.key for item, identity, right in certain_numbers(reading) if identity == right}
    return TextHead(
        reading.source.sha256,
        next(item for item in reading.documents if item.key == reading.document),
        tuple(item for item in reading.documents if item.key not in sure),
    )
