"""A store wherever it lies: opened for questions, and brought in line with files.

What is slow to start is imported where it is needed: a question loads neither the reader of texts
nor, on a folder, what talks to servers.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import DamagedStore
from graph.server.address import is_address
from graph.store.disk import DEFAULT_DIRECTORY, GraphStore, open_folder, readings_path

if TYPE_CHECKING:
    from extract.text.source import SourceText
    from graph.build.allowed import Allowed
    from graph.build.run import BuildReport, Progress
    from graph.read.collection import Collection
    from graph.tables.columns import Tables
    from graph.tables.sought.narrowing import Narrowing
    from graph.values import Found, SourceOf


def open_store(location: Path | str = DEFAULT_DIRECTORY) -> GraphStore:
    """Open the store at ``location``, a folder or the address of a server; any number may read it.

    Raises what ``graph.store.disk.open_folder`` raises for a folder, and
    ``graph.server.publish.open_server`` for a server.
    """
    if isinstance(location, str) and is_address(location):
        from graph.server.publish import open_server

        return open_server(location)
    return open_folder(Path(location))


def open_tables(store: GraphStore) -> "Tables":
    """Return the tables beside the dataset of ``store``, to be read by any number of threads.

    Where there are none (the store was imported, or made by an earlier version, or lies on a
    server) they are made in memory, which takes as long as reading the whole graph. Raises
    DamagedStore.
    """
    from graph.store.dataset import local_copy
    from graph.tables.database import opened, reading, tables_path
    from graph.tables.writing import tables_in_memory

    with reading(store.directory):
        tables = opened(tables_path(store.directory, store.state.graph))
        return tables or tables_in_memory(local_copy(store.dataset), kept_texts(store))


def open_part(
    store: GraphStore, centre: "Found | None", narrowed: "Narrowing"
) -> "Collection | None":
    """Return what a page is to hold of a store; None for all of it, which must fit.

    That is a document and what is nearest to it, where the store holds far more, or the documents
    that are ``narrowed`` with those next to them. Raises what
    ``graph.tables.sought.selection.selected`` raises.
    """
    from graph.pages.fitting import MOST_AROUND, must_fit
    from graph.tables.sought.narrowing import Narrowed
    from graph.tables.sought.selection import selected

    asked = Narrowed(**narrowed)
    if not asked.asks and (centre is None or store.state.documents <= MOST_AROUND):
        must_fit(store)
        return None
    return selected(store, open_tables(store), centre.iri if centre else "", asked)


def kept_texts(store: GraphStore) -> "SourceOf":
    """Return what gives the texts of which the store has readings, and None for all others.

    What it returns raises DamagedStore.
    """
    from graph.build.readings import DamagedReadingError, ReadingCache

    cache = ReadingCache(readings_path(store.directory), store.state.reader)

    def kept(sha: str) -> "SourceText | None":
        try:
            return cache.source(sha)
        except FileNotFoundError:
            return None
        except DamagedReadingError as error:
            raise DamagedStore(store.directory, f"readings: {sha}") from error

    return kept


def build_into(
    paths: Sequence[Path],
    location: str,
    *,
    decisions: Path | None = None,
    expected: Path | None = None,
    forget: bool = False,
    allowed: "Allowed | None" = None,
    progress: "Progress | None" = None,
) -> "BuildReport":
    """Bring the store at ``location``, a folder or the address of a server, in line with ``paths``.

    ``decisions`` is a file of what people decided, ``expected`` one of who owes what, and
    ``forget`` drops them; ``allowed`` limits what one file may cost, as for ``build``.

    Raises what ``build`` raises; for a server also what ``graph.server.publish.workbench`` raises.
    """
    from graph.build.run import build

    def built(folder: Path) -> "BuildReport":
        return build(
            paths,
            folder,
            decisions=decisions,
            expected=expected,
            forget=forget,
            allowed=allowed,
            progress=progress,
        )

    if not is_address(location):
        return built(Path(location))
    from graph.server.publish import workbench

    with workbench(location) as folder:
        return built(folder)
