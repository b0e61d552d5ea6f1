"""The words of the program: each said once, in both languages, with the same blanks."""

import ast
import re
from collections.abc import Iterable
from dataclasses import fields
from inspect import signature
from pathlib import Path

import pytest

import graph.server.errors  # noqa: F401  (its errors are of GraphError, too)
from extract.readers.protocol import OcrUse, Reason
from extract.reading import MentionKind
from graph.ask.checks import Finding
from graph.ask.matters.kinds import ReviewKind
from graph.ask.rules import Severity
from graph.ask.validity import Basis, State
from graph.build.ledger import FileState
from graph.errors import GraphError
from graph.notebook.rows import DocumentRow, LinkRow, Plan
from graph.rdf import vocabulary as ld
from graph.values import Field, Found, Stated, Step
from graph.worded import SENTENCES as ERRORS
from graph.worded import WordedError
from graph.words import labels
from graph.words.headings import HEADINGS
from graph.words.sentences import REASONS, SENTENCES
from graph.words.tables import Pairs, blanks_of, check_pair
from ontology.bilingual import Bilingual
from ontology.documents.relation import Relation
from ontology.level import Level
from ontology.tables import TableError, parse_table

ROOM = Path(__file__).parents[3] / "graph"
TABLES = sorted(path.stem for path in (ROOM / "words").glob("*.csv"))
QUERIES = sorted((ROOM / "ask" / "queries").glob("*.rq"))
ROWS = (DocumentRow, LinkRow, Plan, Found, Step, Field, Stated, Finding)
STATUSES = (ld.ACCEPTED, ld.PROPOSED, ld.INFERRED, ld.CONFIRMED, ld.REJECTED)
SOURCE = {path: path.read_text("utf-8") for path in ROOM.rglob("*.py")}
MADE = ("draft ", "problem ", "expected ", "matter ", "rebuilt: ")
"""Keys that begin so are made of a code of the program's own, which tests elsewhere go through."""


@pytest.mark.parametrize("table", TABLES)
def test_every_table_can_be_read(table: str) -> None:
    assert len(Pairs(table, "relation") if table == "labels" else Pairs(table)) > 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,x,y\na,z,z\n", "stands in line"),
        ("a,x {b},y {b} {c}\n", "other blanks"),
        ("a,x {b},y\n", "other blanks"),
        ("a,,y\n", "expected something"),
        ("a,x\n", "2 cells"),
    ],
    ids=["twice", "a-blank-more", "a-blank-less", "one-language", "a-cell-less"],
)
def test_a_table_that_is_wrong_names_the_row(rows: str, said: str) -> None:
    with pytest.raises(TableError, match=rf"words\.csv, line \d.*{said}"):
        checked(f"key,vi,en\n{rows}")


def checked(text: str) -> None:
    for row in parse_table("words.csv", text, ("key", "vi", "en"), unique=("key",)):
        check_pair(row)


def every_kind(kind: type[GraphError]) -> list[type[GraphError]]:
    return [kind, *(each for below in kind.__subclasses__() for each in every_kind(below))]


KINDS = [kind for kind in every_kind(GraphError) if kind is not GraphError]


@pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS if not issubclass(kind, WordedError)],
    ids=lambda kind: kind.__name__,
)
def test_the_blanks_of_an_error_are_its_fields(kind: type[GraphError]) -> None:
    keys = [kind._key, *([f"{kind._key}: other"] if kind._unless else [])]
    known = set(signature(kind).parameters)
    for key in keys:
        assert blanks_of(ERRORS[key][0]) <= known
    assert {kind._unless} <= {*known, ""}


def test_every_sentence_is_said_somewhere() -> None:
    said = {
        node.value
        for source in SOURCE.values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    other = {f"{kind._key}: other" for kind in KINDS if kind._unless}
    codes = {*said, *other}
    for table in (SENTENCES, ERRORS):
        assert [key for key in table if key not in codes and not key.startswith(MADE)] == []
    assert [key for key in REASONS if key not in {*said, *Reason}] == []
    asked = {name for path in QUERIES for name in re.findall(r"\?(\w+)", path.read_text("utf-8"))}
    rows = {each.name for row in ROWS for each in fields(row)}
    for kind in ("heading", "column", "file column", "validity column"):
        assert [key for key in Pairs("labels", kind) if key not in said | asked | rows] == []


CODES: list[tuple[str, Iterable[str]]] = [
    ("level", Level),
    ("status", [status.value.removeprefix(ld.SCHEME) for status in STATUSES]),
    ("severity", Severity),
    ("mention", MentionKind),
    ("in force", State),
    ("day from", Basis),
    ("matter", ReviewKind),
    ("file", FileState),
    ("left out", (OcrUse.NEVER, Reason.TOO_LARGE, Reason.DAMAGED)),
    ("answer", ("yes", "no")),
]


@pytest.mark.parametrize(("kind", "codes"), CODES, ids=[kind for kind, _ in CODES])
def test_every_code_has_its_word_and_every_word_its_code(kind: str, codes: Iterable[str]) -> None:
    assert set(Pairs("labels", kind)) == {str(code) for code in codes}


def test_no_two_sentences_say_the_same() -> None:
    # Labels are words of codes, of which two may have one word.
    said = [pair for table in TABLES if table != "labels" for pair in Pairs(table).values()]
    assert [pair for pair in set(said) if said.count(pair) > 1] == []


def test_a_language_is_chosen_at_one_place() -> None:
    choosing = [path.name for path, text in SOURCE.items() if "is Language." in text]
    assert choosing == ["sentences.py"]


def test_what_a_table_has_goes_before_what_stands_elsewhere() -> None:
    assert labels.HEADINGS["where"] != HEADINGS["where"] == Bilingual("Nơi", "Place")
    assert HEADINGS["quote"] == labels.HEADINGS["quote"]
    assert len(HEADINGS) == len(list(HEADINGS)) == len(set(HEADINGS))


def test_every_relation_has_words_in_both_directions() -> None:
    names = {*map(str, Relation), "carries_out"}
    assert set(labels.RELATION_WORDS) == set(labels.INVERSE_WORDS) == names
