"""Documents come back from the tables as they were written, every field of them."""

import sqlite3

from graph.tables.database import created
from graph.tables.document_rows import COLUMNS, SHOWN, found_of, written
from graph.values import Found
from ontology.level import Level

FOUND = Found(
    iri="https://w3id.org/luocdo/id/doc/tw/k12/kl-tw/43",
    number="43-KL/TW",
    type="Kết luận",
    term="XII",
    date="2019-01-07",
    title="về công tác dân vận",
    issuer="Ban Bí thư",
    level=Level.CENTRAL,
    place="",
    held=True,
    mentions=3,
    resolved=True,
    selector="43-KL/TW",
    issued_by="12-QĐ/TW",
    unconfirmed_fields=("number", "date"),
    more={"signer": "Nguyễn Văn A", "blank_number": ""},
)


def _read_back(tables: sqlite3.Connection, found: Found) -> Found:
    marks = ", ".join("?" * (5 + len(COLUMNS)))
    row = (1, found.iri, "", "", "", *written(found))
    tables.execute(f"INSERT INTO documents VALUES ({marks})", row)
    return found_of(tables.execute(f"SELECT {', '.join(SHOWN)} FROM documents").fetchone())


def test_a_document_comes_back() -> None:
    assert _read_back(created(":memory:"), FOUND) == FOUND


def test_one_of_which_nothing_is_known_comes_back() -> None:
    bare = Found(iri=FOUND.iri, number="x")
    assert _read_back(created(":memory:"), bare) == bare
