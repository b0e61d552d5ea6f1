"""ARCHITECTURE.md says what the code is: its rooms, what they import, its values, its files."""

import ast
import re
from itertools import pairwise, product
from pathlib import Path

import grimp
import networkx as nx
import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md")
ROOMS = ("ontology", "extract", "graph")
DRAWING = re.compile(r"```mermaid\nflowchart TD\n  %% (?P<room>\w+)\n(?P<lines>.*?)```", re.DOTALL)
CODE = re.compile(r"`(?P<words>[^`\n]+)`")
PATH = re.compile(r"[\w.-]+/[\w./-]*|[\w-]+\.(?:md|toml|yaml)")

Edges = set[tuple[str, str]]


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def drawn(lines: str) -> Edges:
    """Return the arrows of a drawing: ``a & b --> c --> d`` has three."""
    edges: Edges = set()
    for line in lines.splitlines():
        stations = [station.split("&") for station in line.split("-->")]
        for starts, ends in pairwise(stations):
            edges |= {(start.strip(), end.strip()) for start, end in product(starts, ends)}
    return edges


def imports_between(inner: list[str], edges: Edges) -> Edges:
    """Return ``edges`` without those that a chain of others implies."""
    graph: nx.DiGraph[str] = nx.DiGraph(sorted(edges))
    graph.add_nodes_from(inner)
    return set(nx.transitive_reduction(graph).edges)


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph(*ROOMS, cache_dir=None)


REDUCED = [
    pytest.param({("a", "b"), ("b", "c"), ("a", "c")}, {("a", "b"), ("b", "c")}, id="implied"),
    pytest.param({("a", "b"), ("a", "c")}, {("a", "b"), ("a", "c")}, id="not-implied"),
]


@pytest.mark.parametrize(("edges", "left"), REDUCED)
def test_what_a_chain_shows_is_not_drawn(edges: Edges, left: Edges) -> None:
    assert imports_between([], edges) == left


def test_arrows_are_read_off_a_drawing() -> None:
    assert drawn("  a & b --> c --> d & e\n") == {
        ("a", "c"),
        ("b", "c"),
        ("c", "d"),
        ("c", "e"),
    }


@pytest.mark.parametrize("room", ROOMS)
def test_drawing_is_what_is_imported(imports: grimp.ImportGraph, room: str) -> None:
    """Both ways: no arrow is missing, and none is drawn that the code does not hold."""
    edges = {
        (importer.split(".")[1], imported.split(".")[1])
        for importer in imports.find_descendants(room)
        for imported in imports.find_modules_directly_imported_by(importer)
        if imported.startswith(f"{room}.") and imported.split(".")[1] != importer.split(".")[1]
    }
    inner = [child.split(".")[1] for child in imports.find_children(room)]
    (lines,) = [
        found["lines"]
        for found in DRAWING.finditer(page("ARCHITECTURE.md"))
        if found["room"] == room
    ]
    arrows = drawn(lines)
    assert arrows == imports_between(inner, edges)
    # Without an arrow a room would be missing from the drawing.
    assert set(inner) == {end for edge in arrows for end in edge}


INNER = sorted(
    path.parent.relative_to(ROOT).as_posix()
    for room in ROOMS
    for path in ROOT.glob(f"{room}/**/__init__.py")
)


@pytest.mark.parametrize("room", INNER)
def test_room_is_told_as_it_tells_itself(room: str) -> None:
    said = ast.get_docstring(ast.parse(page(f"{room}/__init__.py")))
    assert said is not None
    assert f"| `{room}/` | {said.splitlines()[0]} |" in page("ARCHITECTURE.md")


VALUES = re.findall(r"^\| `(\w+)` \| `([\w/.]+)` \|", page("ARCHITECTURE.md"), re.MULTILINE)


def test_there_are_nine_values() -> None:
    assert len(VALUES) == 9


@pytest.mark.parametrize(("name", "path"), VALUES)
def test_value_is_defined_where_it_is_said_to_be_and_frozen(name: str, path: str) -> None:
    (found,) = [
        node
        for node in ast.parse(page(path)).body
        if isinstance(node, ast.ClassDef) and node.name == name
    ]
    assert any("frozen=True" in ast.unparse(decorator) for decorator in found.decorator_list)


@pytest.mark.parametrize("name", PAGES)
def test_every_file_that_is_named_is_there(name: str) -> None:
    text = page(name)
    named = {found["words"] for found in CODE.finditer(text)} | set(
        re.findall(r"\]\(([^)#]+)", text)
    )
    paths = {words for words in named if PATH.fullmatch(words)}
    assert len(paths) > 5
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


PROGRAMS = sorted(set(re.findall(r"`python -m ([\w.]+)", page("CONTRIBUTING.md"))))


@pytest.mark.parametrize("module", PROGRAMS)
def test_program_that_renews_is_there(module: str) -> None:
    text = page(f"{module.replace('.', '/')}.py")
    assert 'if __name__ == "__main__":' in text
