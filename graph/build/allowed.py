"""What a build may cost, and the reading of one file, as the program sets it or a person does."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from extract.readers.protocol import Limits
from graph.errors import WrongUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the reading of one file may cost, and whether documents marked secret are read.

    ``seconds`` and ``memory`` (bytes) are those of the process that reads a file; ``jobs`` is how
    many processes work at once; where there is a ``scheduler`` ("tcp://host:8786") its workers do
    instead. ``rehash`` opens files, too, that look as they did.
    """

    limits: Limits = field(default_factory=Limits)
    seconds: float = 600.0
    memory: int = 8_000_000_000
    secret: bool = False
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    rehash: bool = False
    scheduler: str = ""


_OF_A_FILE = tuple(each.name for each in fields(Limits) if each.name != "ocr")
_OF_A_PROCESS = ("seconds", "memory")
LIMIT_NAMES = (*_OF_A_FILE, *_OF_A_PROCESS)


def with_limits(allowed: Allowed, typed: Iterable[str]) -> Allowed:
    """Return ``allowed`` with the limits that are typed ("pages=5000"), the last of a name counts.

    Raises WrongUse where no limit is called so, or its value is no whole number above zero.

    >>> with_limits(Allowed(), ["pages=5000", "seconds=60"]).limits.pages
    5000
    """
    for each in typed:
        name, _, value = each.partition("=")
        if name not in LIMIT_NAMES or not value.isdecimal() or int(value) == 0:
            raise WrongUse("no such limit", typed=each, known=", ".join(LIMIT_NAMES))
        changed: dict[str, Any] = {name: int(value)}
        if name in _OF_A_FILE:
            changed = {"limits": replace(allowed.limits, **changed)}
        allowed = replace(allowed, **changed)
    return allowed
