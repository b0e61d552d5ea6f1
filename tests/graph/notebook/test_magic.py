"""``%%sparql`` in a real shell of IPython: what a person types into a cell, and what comes back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from graph import KnowledgeGraph, Table
from graph.notebook.drawing import Drawing
from tests.graph.pages import HOSTILE

SELECT = "SELECT DISTINCT ?plan WHERE { ?p ld:implements ?directive ; skos:prefLabel ?plan }"


@pytest.fixture(scope="module")
def shell(store: Path) -> Iterator[Any]:
    # IPython gives its shell no types.
    shell: Any = InteractiveShell()  # type: ignore[no-untyped-call]
    shell.run_line_magic("load_ext", "graph.magic")
    shell.user_ns["kg"] = KnowledgeGraph.open(store)
    yield shell
    shell.history_manager.end_session()


def ran(shell: Any, line: str, cell: str) -> tuple[Any, str, str]:
    """What a cell with the magic answers, and what it prints to stdout and stderr."""
    with capture_output() as printed:
        done = shell.run_cell(f"%%sparql {line}\n{cell}\n", store_history=False)
    return done.result, printed.stdout, printed.stderr


def test_the_prefixes_are_bound_and_the_answer_is_kept(shell: Any) -> None:
    answer, _, error_message = ran(shell, "-o plans", SELECT)
    assert error_message == ""
    assert isinstance(answer, Table)
    assert shell.user_ns["plans"] is answer
    assert "Kế hoạch 61-KH/HU" in {row.plan for row in answer}


@pytest.mark.parametrize(
    ("value", "expected", "reason"),
    [
        (lambda kg: kg.document("69-KL/TU@lai-chau"), 3, "a document"),
        (lambda kg: kg.find("69-KL/TU@lai-chau")[0], 3, "a row of a table"),
        (lambda _: "69-KL/TU", 0, "a text, which is no document"),
        (lambda _: HOSTILE[0], 0, "a text that would break out"),
        (lambda _: '" } } ; DROP ALL #', 0, "a text that would change the graph"),
    ],
)
def test_a_variable_of_the_notebook_is_bound(
    shell: Any, value: Any, expected: int, reason: str
) -> None:
    shell.user_ns["directive"] = value(shell.user_ns["kg"])
    answer, _, error_message = ran(shell, "-b directive", SELECT)
    assert error_message == ""
    assert len(answer) == expected, reason


def test_construct_is_a_drawing(shell: Any) -> None:
    answer, _, _ = ran(shell, "", "CONSTRUCT { ?a ld:implements ?b } WHERE { ?a ld:implements ?b }")
    assert isinstance(answer, Drawing)
    assert answer._repr_html_().startswith("<svg")


def test_a_long_answer_is_cut_with_a_word_about_it(shell: Any) -> None:
    answer, _, _ = ran(shell, "", "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 99")
    assert len(answer) == 99
    assert "và 69 dòng nữa" in repr(answer)
    assert "và 69 dòng nữa" in answer._repr_html_()


@pytest.mark.parametrize(
    ("cell", "pointed_at"),
    [
        (
            "SELECT ?p WHERE {\n  ?p ld:implement ?d\n}",
            "2 |   ?p ld:implement ?d\n  |      ^",
        ),
        ("SELECT ?p\nWHERE { ?p dc:title ?t }", "2 | WHERE { ?p dc:title ?t }\n  |            ^"),
        # What is missing is missing behind the last word, not on the line below.
        ("SELECT ?p WHERE { ?p }", f"1 | SELECT ?p WHERE {{ ?p }}\n  | {' ' * 22}^"),
    ],
)
def test_an_error_is_shown_at_its_place(shell: Any, cell: str, pointed_at: str) -> None:
    answer, _, error_message = ran(shell, "", cell)
    assert answer is None
    assert pointed_at in error_message
    assert "Traceback" not in error_message


@pytest.mark.parametrize(
    ("line", "cell", "says"),
    [
        ("-b nothing", SELECT, "no variable nothing"),
        ("-g other", SELECT, "other is no KnowledgeGraph"),
        ("", "DROP ALL", "DROP"),
        ("-b directive", "SELECT ?d WHERE { ?d a ld:Document }", "không có biến ?directive"),
    ],
)
def test_wrong_use_is_one_sentence(shell: Any, line: str, cell: str, says: str) -> None:
    answer, printed, error_message = ran(shell, line, cell)
    assert answer is None
    assert says in printed + error_message
    assert "Traceback" not in printed + error_message


def test_two_graphs_are_told_apart_by_name(shell: Any, store: Path) -> None:
    shell.user_ns["second"] = KnowledgeGraph.open(store)
    try:
        _, _, error_message = ran(shell, "", SELECT)
        assert "found kg, second: name one with -g" in error_message
        answer, _, _ = ran(shell, "-g second", SELECT)
        assert len(answer) > 0
    finally:
        del shell.user_ns["second"]


def test_without_a_graph_it_says_how_to_open_one(shell: Any) -> None:
    kept = shell.user_ns.pop("kg")
    try:
        _, _, error_message = ran(shell, "", SELECT)
        assert "kg = KnowledgeGraph.open()" in error_message
    finally:
        shell.user_ns["kg"] = kept
