"""A question as a file, as typed, and on the command line: what it must be, and what is refused."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.ask.competency import (
    all_questions,
    ask,
    bound,
    parse_question,
    question_named,
)
from graph.ask.sparql import Rows
from graph.errors import (
    Ambiguous,
    AmbiguousPlace,
    NotFound,
    UnknownPlace,
    UnknownQuestion,
    WrongArguments,
)
from graph.rdf import vocabulary as ld
from graph.read import places
from graph.read.places import place_named
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore, State
from graph.terminal.questions import IRI_SUFFIX
from graph.words.headings import HEADINGS, cell_words
from graph.words.sentences import Language
from tests.graph.ask.questions.asking import LEVELS
from tests.graph.conftest import luocdo

HOSTILE = [
    '"} } INSERT DATA { <urn:a> <urn:b> <urn:c> } #',
    "43-KL/TW> } ; DROP ALL #",
    "} INSERT",
    "https://w3id.org/luocdo/id/doc/x> } UNION { ?s ?p ?o } #",
    "UNDEF } } #",
    "'''",
    "{{ }}",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hostile_number_is_looked_up_and_not_found(graph: GraphStore, typed: str) -> None:
    before = len(local_copy(graph.dataset))
    with pytest.raises(NotFound):
        ask(graph, "plans", typed)
    with pytest.raises(UnknownPlace):
        ask(graph, "plans-in", "25-NQ/TW@XI", typed)
    assert len(local_copy(graph.dataset)) == before


@pytest.mark.parametrize("iri", ["urn:a> } #", "a b", "urn:{x}"])
def test_no_node_can_close_its_brackets(iri: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        bound(question_named("plans"), [[ox.NamedNode(iri)]])


def test_a_file_can_be_run_as_it_is(graph: GraphStore) -> None:
    for question in all_questions():
        local_copy(graph.dataset).query(question.sparql, use_default_graph_as_union=True)


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_question_is_told_in_both_languages(question: Any) -> None:
    assert question.sentence.vi != question.sentence.en
    for parameter in question.parameters:
        assert f"?{parameter.name}" in question.sentence.vi
        assert f"?{parameter.name}" in question.sentence.en


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_column_has_a_heading(question: Any) -> None:
    selected = re.search(r"SELECT (?:DISTINCT )?(.*?)\nWHERE", question.sparql, re.DOTALL)
    assert selected
    outer = re.sub(r"\(.*? AS (\?\w+)\)", r"\1", selected[1])
    columns = {name.removeprefix("?") for name in outer.split()}
    assert {name for name in columns if not name.endswith(IRI_SUFFIX)} <= set(HEADINGS)


def test_every_question_is_in_the_folder_under_its_name() -> None:
    folder = files("graph.ask").joinpath("queries")
    assert {f"{question.name}.rq" for question in all_questions()} == {
        entry.name for entry in folder.iterdir()
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "no head"),
        ("# vi: a\n# en: b\n# ?x: document\nSELECT * WHERE { ?s ?p ?x }", "no place for x"),
        ("# vi: a\n# en: b\n# ?x: body\nVALUES ?x { UNDEF }", "no such kind"),
    ],
)
def test_a_file_that_is_no_question_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_question("made", text)


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [
        ("pln", (), UnknownQuestion),
        ("plans", (), WrongArguments),
        ("plans", ("25-NQ/TW@XI", "Lai Châu"), WrongArguments),
        ("plans", ("25-NQ/TW",), Ambiguous),
        ("plans", ("999-NQ/TW",), NotFound),
        ("plans-in", ("25-NQ/TW@XI", "Sóc Trăng"), UnknownPlace),
    ],
)
def test_what_cannot_be_asked(
    graph: GraphStore, name: str, arguments: tuple[str, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(graph, name, *arguments)


def test_a_place_is_known_by_its_name_and_by_its_path(graph: GraphStore) -> None:
    for typed in ("Tam Đường", "huyện Tam Đường", "tam-duong", "lai-chau.tam-duong"):
        assert place_named(graph, typed) == ld.thing_node("place", "lai-chau.tam-duong")


def test_of_very_many_places_an_error_names_the_provinces(
    graph: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnknownPlace) as few:
        place_named(graph, "Sóc Trăng")
    monkeypatch.setattr(places, "_FEW", len(few.value.known) - 1)
    with pytest.raises(UnknownPlace) as many:
        place_named(graph, "Sóc Trăng")
    assert set(many.value.known) == {path for path in few.value.known if "." not in path}
    assert len(many.value.known) < len(few.value.known)


def test_two_places_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    dataset = ox.Store()
    for path in ("a.chau-thanh", "b.chau-thanh"):
        dataset.add(
            ox.Quad(ld.thing_node("place", path), ld.TYPE, ld.ADMIN_UNIT, ld.DOCUMENTS_GRAPH)
        )
    made = GraphStore(tmp_path, State("made", "made", 0, 0, 0), dataset)
    with pytest.raises(AmbiguousPlace, match=r"a\.chau-thanh, b\.chau-thanh"):
        place_named(made, "Châu Thành")


def test_the_questions_are_listed(store: Path) -> None:
    for language, words in (("vi", "Văn bản nào"), ("en", "Which documents")):
        result = luocdo("ask", "--lang", language)
        assert (result.exit_code, words in result.stdout) == (0, True)


def test_a_table_shows_words_and_csv_iris(store: Path) -> None:
    table = luocdo("ask", "plans", "25-NQ/TW@XI", "--store", store)
    assert "Tỉnh" in table.stdout
    assert "https://" not in table.stdout
    sheet = luocdo("ask", "plans", "25-NQ/TW@XI", "--store", store, "--format", "csv")
    assert sheet.stdout.startswith("plan,level,place,date,issuer,plan_iri")
    assert f"{LEVELS}province" in sheet.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("changed-by", "187-KH/HU"), 1),
        (("pln",), 2),
        (("plans",), 2),
        (("plans", "25-NQ/TW"), 2),
        (("plans-in", "25-NQ/TW@XI", "nowhere"), 1),
    ],
)
def test_exit_codes(store: Path, arguments: tuple[str, ...], code: int) -> None:
    result = luocdo("ask", *arguments, "--store", store)
    assert (result.exit_code, "Traceback" in result.stderr) == (code, False)


@pytest.mark.parametrize(
    ("name", "value", "vi", "en"),
    [
        ("relation", f"{ld.NS}summarizesFinal", "tổng kết", "final review of"),
        ("relation", f"{ld.NS}implements", "thực hiện", "implements"),
        ("field", f"{ld.NS}issuedBy", "cơ quan ban hành", "issuer"),
        ("status", f"{LEVELS}proposed", "chờ xem lại", "proposed"),
        ("place", ld.thing_node("place", "lai-chau").value, "Lai Châu", "Lai Châu"),
        ("where", ld.thing_node("place", "x.y").value, "y, x", "y, x"),
        ("place", "lai-chau.tam-duong", "Tam Đường, Lai Châu", "Tam Đường, Lai Châu"),
        ("date", "2021-04-09", "09/04/2021", "2021-04-09"),
        ("quote", "2021-04-09", "2021-04-09", "2021-04-09"),
        ("years", 10.0, "10", "10"),
        ("issuer", None, "", ""),
    ],
)
def test_cells_are_worded(name: str, value: Any, vi: str, en: str) -> None:
    assert cell_words(name, value, Language.VI) == vi
    assert cell_words(name, value, Language.EN) == en


def test_rows_are_rows(graph: GraphStore) -> None:
    assert isinstance(ask(graph, "wanted"), Rows)
