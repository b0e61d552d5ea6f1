"""The files on this computer that the texts of a store were read from."""

from collections.abc import Collection
from pathlib import Path

from graph.errors import DamagedStore
from graph.store.dataset import Elsewhere
from graph.store.disk import IMPORTED, GraphStore, files_of_texts, read_text_files
from graph.store.text_files import TextFile


def text_files(
    store: GraphStore, shas: Collection[str] | None = None
) -> tuple[TextFile, ...] | None:
    """Return the files that ``store`` was built from, None where it knows of none.

    That is one that was imported, or built on another computer. ``shas`` leaves out all but the
    files of some texts. Raises DamagedStore.
    """
    if store.state.reader == IMPORTED:
        return None
    try:
        if shas is None:
            return read_text_files(store.directory, store.state.graph)
        return files_of_texts(store.directory, store.state.graph, shas)
    except DamagedStore:
        if isinstance(store.dataset, Elsewhere):
            return None
        raise


def path_of(store: GraphStore, file: TextFile) -> Path:
    """Return where a file lies, or the archive that holds it."""
    return (store.directory / file.path).resolve()


def text_paths(store: GraphStore) -> dict[str, Path]:
    """Return the files that are still there by the names of their texts, the newest of namesakes.

    None where the store knows of no files.
    """
    found = ((file.name, path_of(store, file)) for file in text_files(store) or ())
    there = [(name, path) for name, path in found if path.is_file()]
    return dict(sorted(there, key=lambda each: each[1].stat().st_mtime))
