"""What a table may hold, and how the culprit is named."""

import re
from pathlib import Path

import pytest

import ontology.tables
from ontology.documents.cues import all_cues
from ontology.documents.document_types import all_types
from ontology.documents.known_documents import all_known_documents
from ontology.documents.laws import law_names
from ontology.documents.relation import Relation
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import all_body_heads
from ontology.institutions.issuers import abbreviations, all_issuers
from ontology.institutions.offices import signing_offices
from ontology.institutions.places import provinces
from ontology.institutions.successors import all_successions
from ontology.institutions.superiors import all_superiors
from ontology.institutions.terms import all_terms
from ontology.institutions.units import communes, districts
from ontology.tables import Row, TableError, check_unique, parse_table

COLUMNS = ("word", "source")
DATA = Path(ontology.tables.__file__).parent / "data"


def only_row(cell: str) -> Row:
    return parse_table("t.csv", f'word,source\n"{cell}",seen\n', COLUMNS)[0]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        pytest.param("", 1, "columns are", id="an empty file"),
        pytest.param("source,word\n", 1, "columns are", id="columns in another order"),
        pytest.param("word,source\na\n", 2, "1 cells", id="a cell is missing"),
        pytest.param("word,source\na,b,c\n", 2, "3 cells", id="a cell too many"),
        pytest.param("word,source\na,s\nb,\n", 3, "source is ''", id="no source"),
        pytest.param("word,source\n a,s\n", 2, "blanks", id="a blank before"),
        pytest.param("word,source\na  b,s\n", 2, "blanks", id="two blanks"),
        pytest.param("word,source\ne\u0302,s\n", 2, "NFC", id="letters taken apart"),
        pytest.param("word,source\na,s\na,t\n", 3, "line 2 already", id="a row twice"),
    ],
)
def test_names_the_line_that_is_wrong(text: str, line: int, reason: str) -> None:
    with pytest.raises(TableError, match=re.escape(reason)) as caught:
        parse_table("t.csv", text, COLUMNS, unique=("word",))
    assert (caught.value.table, caught.value.line) == ("t.csv", line)


@pytest.mark.parametrize(
    ("cell", "parts"), [("", ()), ("a", ("a",)), ("a;b", ("a", "b")), ("a; b", ("a", "b"))]
)
def test_a_list_has_semicolons(cell: str, parts: tuple[str, ...]) -> None:
    assert only_row(cell).many("word") == parts


@pytest.mark.parametrize("cell", ["a;", ";", "a;;b", "a;a"])
def test_a_list_has_no_empty_and_no_equal_parts(cell: str) -> None:
    with pytest.raises(TableError, match="different parts"):
        only_row(cell).many("word")


@pytest.mark.parametrize("cell", ["", "2021", "2021-06", "2021-06-18"])
def test_a_date_may_lack_its_end(cell: str) -> None:
    assert only_row(cell).partial_date("word") == cell


@pytest.mark.parametrize("cell", ["21", "2021-6", "18/6/2021", "2021-13", "2021-02-30", "2021-06-"])
def test_a_date_exists(cell: str) -> None:
    with pytest.raises(TableError, match="line 2"):
        only_row(cell).partial_date("word")


def test_a_day_is_a_whole_date() -> None:
    with pytest.raises(TableError, match="whole date"):
        only_row("2021-06").day("word")


def test_a_choice_names_what_is_allowed() -> None:
    with pytest.raises(TableError, match="one of cites, based_on"):
        only_row("praises").choice("word", Relation)


def test_each_part_of_a_list_of_choices_is_allowed() -> None:
    assert only_row("cites;amends").choices("word", Relation) == (Relation.CITES, Relation.AMENDS)
    with pytest.raises(TableError, match="some of cites, based_on"):
        only_row("cites;praises").choices("word", Relation)


@pytest.mark.parametrize("cell", ["", "-1", "1.5", "x", "²"])
def test_a_number_is_digits(cell: str) -> None:
    with pytest.raises(TableError, match="a number"):
        only_row(cell).number("word")


def test_a_key_of_two_rows_is_named_with_both() -> None:
    rows = parse_table("t.csv", "word,source\na,s\nA,s\n", COLUMNS)
    with pytest.raises(TableError, match=r"line 3: the word 'a' stands in line 2 already"):
        check_unique(((row, row.text("word").casefold()) for row in rows), "the word")


def test_every_table_of_the_package_loads() -> None:
    assert body_level("UBND huyện") is not None
    loaded = (
        all_types(),
        all_issuers(),
        all_body_heads(),
        signing_offices(),
        abbreviations(),
        all_terms(),
        provinces(),
        all_cues(),
        all_known_documents(),
        law_names(),
        all_superiors(),
        all_successions(),
        districts(),
        communes(),
    )
    assert all(loaded)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.stem)
def test_tables_hold_words_and_no_patterns(path: Path) -> None:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header.endswith(",source")
    assert not [line for line in lines if re.search(r"[\\^$*+?\[\]|]", line)]
