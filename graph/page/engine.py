"""The drawing engine of the page: the script of vis-network that pyvis carries with it.

Nothing else of pyvis is used, and it is not imported: its own page needs a network, and its titles
run as HTML.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from graph.errors import Incomplete

_SCRIPT: Final = "vis-*/vis-network.min.js"


@cache
def engine_script() -> str:
    """Return the newest vis-network script, fit to stand inside a page; raises Incomplete."""
    package = find_spec("pyvis")
    folders = package.submodule_search_locations if package else None
    found = sorted(
        (path for folder in folders or () for path in Path(folder, "lib").glob(_SCRIPT)),
        key=lambda path: [int(part) for part in path.parent.name.removeprefix("vis-").split(".")],
    )
    if not found:
        raise Incomplete("no engine")
    script = found[-1].read_text(encoding="utf-8")
    if "</script" in script.lower() or "<!--" in script:
        raise Incomplete("no engine")
    return script
