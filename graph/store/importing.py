"""A store from a file that ``luocdo export`` wrote: the same graph, without the texts' files."""

from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from pyoxigraph import NamedNode, RdfFormat, Store

from graph.errors import BrokenFile, NothingImported, StoreInUse, UnknownFormat, WrongGraph
from graph.rdf import vocabulary as ld
from graph.store.disk import (
    IMPORTED,
    State,
    dataset_path,
    locked,
    read_state,
    settle_graph,
    write_files,
    write_state,
)
from graph.store.import_checks import faults_of
from graph.store.stated_once import statements
from graph.store.text_files import TextFiles
from graph.whole_files import unwritable

_LEFT = {"lock", "graphs"}
_FORMATS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG}


def import_file(file: Path, directory: Path) -> State:
    """Make a store in ``directory`` of the quads in ``file``, and return what it holds.

    Raises UnknownFormat (only formats that name graphs can be read back), StoreInUse where the
    folder holds a store or anything else, BrokenFile where the file is not what its suffix says,
    NothingImported where it holds no graph of documents, WrongGraph where what it says does not
    hold together (offsets, words, ends of relations, premises), Unwritable; then the folder is
    left as it was.
    """
    form = _FORMATS.get(file.suffix.lower())
    if form is None:
        raise UnknownFormat(file, tuple(_FORMATS))
    if read_state(directory) is not None or (directory.exists() and not _free(directory)):
        raise StoreInUse(directory)
    graph = _digest(file)
    existed, whole = directory.exists(), False
    try:
        with unwritable(directory):
            state = _imported(file, form, directory, graph)
        whole = True
        return state
    finally:
        if not whole:
            rmtree(directory, ignore_errors=True)
            if existed:
                directory.mkdir()


def _free(directory: Path) -> bool:
    """Tell whether a folder holds nothing but what is left of an import that was stopped."""
    return directory.is_dir() and all(entry.name in _LEFT for entry in directory.iterdir())


def _imported(file: Path, form: RdfFormat, directory: Path, graph: str) -> State:
    with locked(directory):
        path = dataset_path(directory, graph)
        rmtree(directory / "graphs", ignore_errors=True)
        path.mkdir(parents=True)
        dataset = Store(str(path))
        try:
            dataset.bulk_load(path=str(file), format=form)
        except SyntaxError as error:
            raise BrokenFile(file, str(error)) from error
        documents = _count(dataset, ld.DOCUMENT)
        if not documents:
            raise NothingImported(file)
        for node, reason in faults_of(dataset):
            raise WrongGraph(file, node, reason)
        dataset.flush()
        state = State(
            graph=graph,
            reader=IMPORTED,
            documents=documents,
            claims=statements(dataset),
            unresolved=_count(dataset, ld.UNRESOLVED_REFERENCE),
        )
        del dataset
        write_files(directory, graph, TextFiles(()))
        settle_graph(directory, graph)
        write_state(directory, state)
        return state


def _digest(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]


def _count(dataset: Store, kind: NamedNode) -> int:
    return sum(1 for _ in dataset.quads_for_pattern(None, ld.TYPE, kind, None))
