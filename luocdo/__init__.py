"""Luocdo under its own name: ``from luocdo import KnowledgeGraph, read``.

The same as ``graph`` and ``extract``, which are short names: a file ``graph.py`` in the folder that
Python runs in hides the library of that name. Here such a file is found, and named.
"""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract import (
        Claim,
        Document,
        Mention,
        Reading,
        SourceText,
        UnreadableTextError,
        load,
        read,
    )
    from graph import (
        DocumentRow,
        GraphError,
        KnowledgeGraph,
        LinkRow,
        Plan,
        Profile,
        Table,
    )

__all__ = [
    "Claim",
    "Document",
    "DocumentRow",
    "GraphError",
    "KnowledgeGraph",
    "LinkRow",
    "Mention",
    "Plan",
    "Profile",
    "Reading",
    "SourceText",
    "Table",
    "UnreadableTextError",
    "load",
    "read",
]

_ROOMS = ("graph", "extract", "ontology")


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever has that name
    """Return what ``graph`` or ``extract`` exports by that name, once both are known to be ours."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for room in _ROOMS:
        _refuse_another(room)
    rooms = (import_module(room) for room in _ROOMS)
    return next(getattr(room, name) for room in rooms if hasattr(room, name))


def __dir__() -> list[str]:
    """Return what can be imported from here."""
    return __all__


def _refuse_another(room: str) -> None:
    """Raise ImportError where what Python calls ``room`` is not the one beside this package."""
    found = find_spec(room)
    ours = Path(__file__).resolve().parents[1] / room / "__init__.py"
    where = Path(found.origin).resolve() if found and found.origin else None
    if where != ours:
        raise ImportError(
            f"{where or 'something else'} hides the package {room!r} of luocdo ({ours.parent}). "
            f"Rename that file, or start Python in another folder. / Tệp này che mất gói {room!r} "
            "của luocdo: hãy đổi tên tệp, hoặc chạy Python ở thư mục khác."
        )
