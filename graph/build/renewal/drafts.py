"""Where a graph is made before it is the valid one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, rmtree

from pyoxigraph import Store

from graph.build.renewal.index import index_path
from graph.build.renewal.terms import NotSureError
from graph.store.disk import dataset_path
from graph.tables.database import tables_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The dataset, the tables and the index of a graph, under names that nobody looks at.

    ``before`` is where the dataset is kept as it was while it is brought in line; ``of_texts`` are
    rows of the tables that were made of each text alone; ``rows``, ``texts`` and ``names`` are what
    two processes hand over that write the tables together.
    """

    dataset: Path
    tables: Path
    index: Path
    before: Path
    of_texts: Path
    rows: Path
    texts: Path
    names: Path

    def copy(self, directory: Path, graph: str) -> None:
        """Let them be what the valid graph is, its dataset by links to files that never change.

        Raises NotSureError where that has no index.
        """
        if not index_path(directory, graph).is_file():
            raise NotSureError
        Store.read_only(str(dataset_path(directory, graph))).backup(str(self.dataset))
        copyfile(tables_path(directory, graph), self.tables)
        copyfile(index_path(directory, graph), self.index)

    def keep(self) -> Path:
        """Keep the dataset as it is, by links likewise, and return where."""
        Store.read_only(str(self.dataset)).backup(str(self.before))
        return self.before

    def remove(self) -> None:
        """Remove them, as far as they are there."""
        for dataset in (self.dataset, self.before):
            rmtree(dataset, ignore_errors=True)
        handed = (self.of_texts, self.rows, self.texts, self.names)
        for file in (self.tables, self.index, *handed):
            for end in ("", "-wal"):  # SQLite would read the log of another file of this name
                file.with_name(f"{file.name}{end}").unlink(missing_ok=True)

    def take_their_places(self, directory: Path, graph: str) -> None:
        """Let them be those of the graph; one that is there already is damaged, and goes."""
        path = dataset_path(directory, graph)
        rmtree(path, ignore_errors=True)
        self.dataset.rename(path)
        self.tables.replace(tables_path(directory, graph))
        if self.index.exists():
            self.index.replace(index_path(directory, graph))


@contextmanager
def drafts_of(directory: Path, graph: str) -> Iterator[Drafts]:
    """Give the drafts of a graph, of which nothing is there at first, and is left at the end."""
    folder = dataset_path(directory, graph).parent
    drafts = Drafts(
        dataset=folder / "draft",
        tables=folder / "draft.sqlite",
        index=folder / "draft.index",
        before=folder / "draft-before",
        of_texts=folder / "draft.of-texts",
        rows=folder / "draft.rows",
        texts=folder / "draft.texts",
        names=folder / "draft.names",
    )
    try:
        drafts.remove()
        folder.mkdir(parents=True, exist_ok=True)
        yield drafts
    finally:
        drafts.remove()
