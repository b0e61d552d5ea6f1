"""The way back to the paper: the files that a document was read from."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import TextElsewhere, WrongUse
from graph.read.documents import Documents
from graph.store.disk import GraphStore, readings_path
from graph.store.paper_files import path_of, text_files


@dataclass(frozen=True, slots=True)
class Original:
    """One file that holds a document's own text; ``member`` is its name in the archive ``path``.

    ``exists`` tells whether the file is still where it was when the store was built.
    """

    path: str
    name: str
    member: str
    exists: bool


def originals_of(store: GraphStore, iri: str) -> tuple[Original, ...]:
    """Return the files of a document's own text; none where it is only mentioned.

    Files that are still there come first, of these PDF (whose pages are those that quotes name),
    then the one that was written last. Raises WrongUse for a store that knows of no files.
    """
    graphs = Documents(store.dataset).own(iri)
    files = text_files(store, {graph.rpartition("/")[2] for graph in graphs})
    if files is None:
        raise WrongUse("no originals")
    ordered = sorted(files, key=lambda file: _rank(path_of(store, file)))
    return tuple(
        Original(str(path), file.name, file.member, path.is_file())
        for file in ordered
        for path in [path_of(store, file)]
    )


def own_text(store: GraphStore, iri: str) -> str:
    """Return a document's own text as read, that of its first file; empty where there is none.

    Raises TextElsewhere where the store does not keep the texts that it was built from.
    """
    from graph.build.readings import DamagedReadingError, ReadingCache

    own = {graph.rpartition("/")[2] for graph in Documents(store.dataset).own(iri)}
    if not own:
        return ""
    files = text_files(store, own) or ()
    ordered = sorted(files, key=lambda file: _rank(path_of(store, file)))
    readings = ReadingCache(readings_path(store.directory), store.state.reader)
    for file in ordered:
        try:
            return readings.load(file.sha).source.text
        except (FileNotFoundError, DamagedReadingError):
            continue  # another text of it may be there
    raise TextElsewhere(iri, str(store.directory))


def known_originals(store: GraphStore, iri: str) -> tuple[Original, ...]:
    """Return the same; none for a store that knows of no files."""
    try:
        return originals_of(store, iri)
    except WrongUse:
        return ()


def _rank(path: Path) -> tuple[bool, bool, float]:
    there = path.is_file()
    newest = -path.stat().st_mtime if there else 0.0
    return not there, path.suffix.lower() != ".pdf", newest
