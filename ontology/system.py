"""The systems of documents, each with numbering rules of its own."""

from enum import StrEnum


class System(StrEnum):
    """Whose rules a document follows."""

    PARTY = "party"
    STATE = "state"
    FRONT = "front"
