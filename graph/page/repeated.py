"""What the data of a page say again and again: each value once, and named by its index."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ontology.level import Level


class Indexed:
    """Values in the order in which they were first met, each named by its index."""

    def __init__(self, *first: object) -> None:
        """Begin with the values ``first``."""
        self._indexes: dict[object, int] = {value: index for index, value in enumerate(first)}

    def index(self, value: object) -> int:
        """Return where a value stands; a new one comes last."""
        return self._indexes.setdefault(value, len(self._indexes))

    @property
    def values(self) -> list[Any]:
        """The values, in their order."""
        return list(self._indexes)


def _field_tables() -> dict[str, Indexed]:
    return {
        "type": Indexed(),
        "issuer": Indexed(),
        "level": Indexed(*(level.value for level in Level)),
        "place": Indexed(""),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """What is said again and again; ``fields`` are those of documents that have few values."""

    fields: Mapping[str, Indexed] = field(default_factory=_field_tables)
    texts: Indexed = field(default_factory=Indexed)
    kinds: Indexed = field(default_factory=Indexed)
    rules: Indexed = field(default_factory=Indexed)
