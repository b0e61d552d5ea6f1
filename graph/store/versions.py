"""Which rules and tables wrote what a store holds: told by a hash of their code.

A changed rule makes all that it wrote stale, whether or not somebody thought of a version number.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_READ_BY: Final = ("extract", "ontology")
WRITTEN_BY: Final = tuple(
    f"graph/{room}"
    for room in (
        *("build", "decisions", "tables", "read", "store", "facts", "words", "likeness"),
        *("identity", "rdf", "errors.py", "harmless.py", "values.py", "whole_files.py"),
        "worded.py",
    )
)
"""All that a build is made of; how answers are given and shown may change without it."""
_CODE_SUFFIXES = (".py", ".csv")


@cache
def reader_version() -> str:
    """Return the hash of the rules and tables that a reading depends on."""
    return code_version(*_READ_BY)


@cache
def graph_version() -> str:
    """Return the hash of the rules and tables that a graph is written by."""
    return code_version(*WRITTEN_BY)


def code_version(*places: str) -> str:
    """Return one hash of the code and tables of ``places``: packages, folders of them, modules."""
    digest = sha256()
    for place in places:
        package, _, inside = place.partition("/")
        found = files(package).joinpath(inside) if inside else files(package)
        for name, content in sorted(_code(found, place)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _code(place: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if place.is_dir():
        for entry in place.iterdir():
            yield from _code(entry, f"{name}/{entry.name}")
    elif name.endswith(_CODE_SUFFIXES):
        yield name, place.read_bytes()
