"""Which pieces of a file of tables a change reaches: all that is not as it was before it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.store.soundness import PIECE
from graph.tables.amending import amended, finish_amending

ROWS = 3 * PIECE // 1000
ROW = "INSERT OR REPLACE INTO t VALUES (?, ?)"
CHANGES = st.lists(st.tuples(st.integers(1, ROWS + 500), st.integers(1, 5000)), max_size=5)


def written(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as tables, tables:
        tables.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, said TEXT)")
        tables.executemany(ROW, ((number, "a" * 900) for number in range(1, ROWS + 1)))
    return pieces_of(path)


def pieces_of(path: Path) -> list[bytes]:
    content = path.read_bytes()
    return [content[start : start + PIECE] for start in range(0, len(content), PIECE)]


@settings(max_examples=15, deadline=None)
@given(changes=CHANGES)
def test_all_that_is_not_as_it_was_was_written(changes: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tables.sqlite"
        before = written(path)
        tables = amended(path)
        tables.execute("BEGIN")
        tables.executemany(ROW, ((number, "b" * length) for number, length in changes))
        tables.execute("COMMIT")
        pieces = finish_amending(tables, path)
        after = pieces_of(path)
        other = {
            number
            for number, piece in enumerate(after)
            if number >= len(before) or piece != before[number]
        }
        assert other <= pieces
        assert [entry.name for entry in Path(folder).iterdir()] == [path.name], "no log is left"


def test_a_small_change_reaches_few_pieces(tmp_path: Path) -> None:
    path = tmp_path / "tables.sqlite"
    count = len(written(path))
    tables = amended(path)
    tables.execute("BEGIN")
    tables.execute(ROW, (ROWS // 2, "b"))
    tables.execute("COMMIT")
    assert len(finish_amending(tables, path)) == 2 < count, "that of the row, and the first"
