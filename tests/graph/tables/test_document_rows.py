"""Documents come back from the tables as they were written, every field of them."""

import pytest

from graph.read.collection import Collected, Contradiction
from graph.tables.database import created
from graph.tables.document_rows import WRITTEN, collected_of, rows_of, written
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


BARE = Collected(found=Found(iri=FOUND.iri, number="x"), texts=(), contradictions=())
FULL = Collected(
    found=FOUND,
    texts=("a.txt", "b, c.txt"),
    contradictions=(
        Contradiction("date", (("2019-01-07", ("a.txt",)), ("2019-01-08", ("b.txt", "c.txt")))),
    ),
)


@pytest.mark.parametrize("document", [BARE, FULL], ids=["nothing-is-known", "all-is-known"])
def test_a_document_comes_back(document: Collected) -> None:
    tables = created(":memory:")
    marks = ", ".join("?" * (7 + len(WRITTEN)))
    row = (1, document.found.iri, "", "", "", "", "[]", *written(document))
    tables.execute(f"INSERT INTO documents VALUES ({marks})", row)
    assert collected_of(tables, document.found.iri) == document
    assert rows_of(tables, [document.found.iri, "urn:none"]) == {document.found.iri: document.found}
    assert collected_of(tables, "urn:none") is None
