"""A graph from a file is checked before it is a store: one planted fault for each check."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import WrongGraph
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.importing import import_file
from tests.graph.conftest import luocdo

LOOP = ox.NamedNode("urn:loop")
FAULTS = [
    pytest.param(ld.ASSERTION, ld.OBJECT, LOOP, True, "graph: not one", id="two-objects"),
    pytest.param(ld.ASSERTION, ld.SUBJECT, None, False, "graph: not one", id="no-subject"),
    pytest.param(ld.ASSERTION, ld.OBJECT, ox.Literal("x"), False, "graph: no node", id="a-word"),
    pytest.param(
        ld.ASSERTION, ld.CONFIDENCE, ox.Literal("sure"), False, "graph: no share", id="no-number"
    ),
    pytest.param(ld.ASSERTION, ld.CONFIDENCE, ox.Literal(7), False, "graph: no share", id="over-1"),
    pytest.param(ld.MENTION, ld.START, ox.Literal("a"), False, "graph: no number", id="a-letter"),
    pytest.param(
        ld.MENTION,
        ld.END,
        ox.Literal("9" * 5000),
        False,
        "graph: no number",
        id="more-digits-than-python-reads",
    ),
    pytest.param(ld.MENTION, ld.END, ox.Literal(10**9), False, "graph: outside", id="far-off"),
    pytest.param(ld.MENTION, ld.END, ox.Literal(0), False, "graph: outside", id="end-before-start"),
    pytest.param(
        ld.MENTION, ld.EXACT, ox.Literal("khác"), False, "graph: other words", id="other-words"
    ),
]


def written(quads: list[ox.Quad], folder: Path) -> Path:
    with (folder / "a.nq").open("wb") as file:
        ox.serialize(quads, file, format=ox.RdfFormat.N_QUADS)
    return folder / "a.nq"


@pytest.mark.parametrize(("kind", "predicate", "value", "beside", "code"), FAULTS)
def test_a_fault_is_told_and_no_store_is_made(
    store: Path,
    tmp_path: Path,
    kind: ox.NamedNode,
    predicate: ox.NamedNode,
    value: ox.NamedNode | ox.Literal | None,
    *,
    beside: bool,
    code: str,
) -> None:
    dataset = local_copy(open_store(store).dataset)
    nodes = {q.subject for q in dataset.quads_for_pattern(None, ld.TYPE, kind, None)}
    right = next(
        q for q in dataset.quads_for_pattern(None, predicate, None, None) if q.subject in nodes
    )
    quads = [quad for quad in dataset if beside or quad != right]
    if value is not None:
        quads.append(ox.Quad(right.subject, predicate, value, right.graph_name))
    file = written(quads, tmp_path)
    with pytest.raises(WrongGraph) as caught:
        import_file(file, tmp_path / "store")
    assert (caught.value.node, caught.value.reason.code) == (str(right.subject), code)
    assert not (tmp_path / "store").exists()


def test_what_is_inferred_from_itself_is_told(store: Path, tmp_path: Path) -> None:
    quads = list(local_copy(open_store(store).dataset))
    other = ox.NamedNode("urn:other")
    for one, two in ((LOOP, other), (other, LOOP)):
        quads.append(ox.Quad(one, ld.PREMISE, two, ld.INFERRED_GRAPH))
    told = luocdo("import", written(quads, tmp_path), "--store", tmp_path / "store", "--lang", "en")
    assert (told.exit_code, told.stdout) == (3, "")
    assert "it is inferred from itself" in told.stderr
    assert not (tmp_path / "store").exists()
