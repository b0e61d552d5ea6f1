"""The demo corpus tells the story that its table of expected links tells, and nothing else."""

import csv
import json
from pathlib import Path

import pytest

from extract import Document, Reading, load, read
from extract.report import as_json
from graph.ask.plans import plans_of
from graph.build.run import build
from graph.opening import open_store
from graph.typed.meaning import document_named
from ontology import Level, Relation
from ontology.spelling import slug

CORPUS = Path(__file__).parents[3] / "notebooks" / "corpus"
TEXTS = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md"))
UNTOLD = frozenset({Relation.CITES, Relation.MONITORS, Relation.DISSEMINATES})
COLLIDING = {"25-NQ/TW": "term", "69-KL/TU": "place"}


def selector(document: Document) -> str:
    """The way the table writes a document: its number, told apart where needed; or its name."""
    if not document.symbol:
        return slug(document.title)
    number = document.key.split("@")[0]
    told_apart = {"term": document.term, "place": document.place.split(".")[0]}
    return f"{number}@{told_apart[COLLIDING[number]]}" if number in COLLIDING else number


def links(reading: Reading) -> set[tuple[str, str, str]]:
    known = {document.key: selector(document) for document in reading.documents}
    return {
        (known[claim.subject], claim.relation.value, known[claim.object])
        for claim in reading.claims
        if claim.relation not in UNTOLD
    }


def expected() -> set[tuple[str, str, str]]:
    with (CORPUS / "expected.csv").open(encoding="utf-8", newline="") as table:
        return {
            (row["subject"], row["relation"], as_selector(row["object"]))
            for row in csv.DictReader(table)
        }


def as_selector(text: str) -> str:
    return text if "/" in text.split(" ", maxsplit=1)[0] else slug(text)


def test_texts_say_what_the_table_says_and_nothing_else() -> None:
    found = set().union(*(links(read(load(path))) for path in TEXTS))
    assert found == expected()


def test_chain_from_the_centre_to_a_commune_has_a_quote_at_each_step(tmp_path: Path) -> None:
    build([CORPUS], tmp_path / "store")
    store = open_store(tmp_path / "store")
    rows = plans_of(store, document_named(store, "25-nq/tw@XI").iri, level=Level.COMMUNE)
    assert [row.document.number for row in rows] == ["45-KH/ĐU"]
    steps = rows[0].steps
    assert len(steps) == 4
    for step in steps:
        text = (CORPUS / step.text).read_bytes().decode("utf-8")
        assert text[step.start : step.end] == step.quote


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_report_of_each_text_can_be_printed_as_json(path: Path) -> None:
    printed = json.loads(json.dumps(as_json(read(load(path))), ensure_ascii=False))
    assert printed["document"] in printed["documents"]
    text = path.read_bytes().decode("utf-8")
    assert printed["mentions"]
    for mention in printed["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
