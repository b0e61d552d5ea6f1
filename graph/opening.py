"""A store wherever it lies: opened for questions, and brought in line with files.

What is slow to start is imported where it is needed: a question loads neither the reader of texts
nor, on a folder, what talks to servers.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.server.address import is_address
from graph.store.disk import DEFAULT_DIRECTORY, GraphStore, open_folder

if TYPE_CHECKING:
    from graph.build.allowed import Allowed
    from graph.build.run import BuildReport, Progress


def open_store(location: Path | str = DEFAULT_DIRECTORY) -> GraphStore:
    """Open the store at ``location``, a folder or the address of a server; any number may read it.

    Raises what ``graph.store.disk.open_folder`` raises for a folder, and
    ``graph.server.publish.open_server`` for a server.
    """
    if isinstance(location, str) and is_address(location):
        from graph.server.publish import open_server

        return open_server(location)
    return open_folder(Path(location))


def build_into(
    paths: Sequence[Path],
    location: str,
    *,
    decisions: Path | None = None,
    forget: bool = False,
    allowed: "Allowed | None" = None,
    progress: "Progress | None" = None,
) -> "BuildReport":
    """Bring the store at ``location``, a folder or the address of a server, in line with ``paths``.

    ``decisions`` is a file of what people decided and ``forget`` drops it, ``allowed`` limits what
    one file may cost, as for ``build``.

    Raises what ``build`` raises; for a server also what ``graph.server.publish.workbench`` raises.
    """
    from graph.build.run import build

    def built(folder: Path) -> "BuildReport":
        return build(
            paths, folder, decisions=decisions, forget=forget, allowed=allowed, progress=progress
        )

    if not is_address(location):
        return built(Path(location))
    from graph.server.publish import workbench

    with workbench(location) as folder:
        return built(folder)
