"""A graph from a file is checked before it is a store: one planted fault for each check."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import WrongGraph
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.import_checks import faults_of
from graph.store.importing import import_file
from tests.graph.conftest import luocdo

LOOP, OTHER = ox.NamedNode("urn:loop"), ox.NamedNode("urn:other")


def typed(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(ld.XSD + kind))


# Of a node of which class, which value becomes which other, or has it beside it, and what is told.
FAULTS = [
    pytest.param(ld.ASSERTION, ld.OBJECT, LOOP, True, "graph: not one", id="two-objects"),
    pytest.param(ld.ASSERTION, ld.SUBJECT, None, False, "graph: not one", id="no-subject"),
    pytest.param(ld.ASSERTION, ld.OBJECT, ox.Literal("x"), False, "graph: no node", id="a-word"),
    pytest.param(ld.ASSERTION, ld.PREDICATE, ld.HELD, False, "graph: no relation", id="a-property"),
    pytest.param(ld.ASSERTION, ld.STATUS, LOOP, False, "graph: no status", id="unknown-status"),
    pytest.param(ld.ASSERTION, ld.STATES, LOOP, False, "graph: another claim", id="other-ends"),
    pytest.param(ld.ASSERTION, ld.STATES, LOOP, True, "graph: another claim", id="two-claims"),
    pytest.param(
        ld.ASSERTION, ld.CONFIDENCE, ox.Literal("sure"), False, "graph: no share", id="no-number"
    ),
    pytest.param(ld.ASSERTION, ld.CONFIDENCE, ox.Literal(7), False, "graph: no share", id="over-1"),
    pytest.param(
        ld.ASSERTION, ld.CONFIDENCE, ox.Literal("0.5"), False, "graph: no such value", id="as-text"
    ),
    pytest.param(ld.ASSERTION, ld.EVIDENCE, LOOP, False, "graph: leads elsewhere", id="no-passage"),
    pytest.param(ld.MENTION, ld.START, ox.Literal("a"), False, "graph: no number", id="a-letter"),
    pytest.param(
        ld.MENTION,
        ld.END,
        ox.Literal("9" * 5000),
        False,
        "graph: no number",
        id="more-digits-than-python-reads",
    ),
    pytest.param(ld.MENTION, ld.START, ox.Literal(0), True, "graph: no number", id="two-starts"),
    pytest.param(ld.MENTION, ld.END, ox.Literal(10**9), False, "graph: outside", id="far-off"),
    pytest.param(ld.MENTION, ld.END, ox.Literal(0), False, "graph: outside", id="end-before-start"),
    pytest.param(
        ld.MENTION, ld.EXACT, ox.Literal("khác"), False, "graph: other words", id="other-words"
    ),
    pytest.param(ld.MENTION, ld.EXACT, ox.Literal("khác"), True, "graph: not one", id="two-quotes"),
    pytest.param(ld.MENTION, ld.EXACT, None, False, "graph: not one", id="no-quote"),
    pytest.param(ld.MENTION, ld.IN_TEXT, None, False, "graph: not one", id="in-no-text"),
    pytest.param(ld.TEXT, ld.CONTENT, ox.Literal("a"), True, "graph: not one", id="two-contents"),
    pytest.param(
        ld.DOCUMENT, ld.HELD, ox.Literal("true"), False, "graph: no such value", id="true-as-text"
    ),
    pytest.param(
        ld.DOCUMENT, ld.HELD, typed("maybe", "boolean"), False, "graph: no such value", id="maybe"
    ),
    pytest.param(
        ld.DOCUMENT, ld.ORDINAL, typed("69a", "integer"), False, "graph: no such value", id="69a"
    ),
    pytest.param(
        ld.DOCUMENT,
        ld.DATE,
        typed("2021-02-30", "date"),
        True,
        "graph: no such value",
        id="no-day-of-the-calendar",
    ),
    pytest.param(ld.DOCUMENT, ld.DATE, LOOP, True, "graph: no such value", id="a-node-for-a-day"),
    pytest.param(
        ld.DOCUMENT,
        ld.KEY,
        ox.Literal("a", language="vi"),
        True,
        "graph: no such value",
        id="a-language",
    ),
    pytest.param(
        ld.DOCUMENT, ld.ISSUED_BY, ox.Literal("UBND"), True, "graph: no node", id="body-as-text"
    ),
    pytest.param(ld.DOCUMENT, ld.HAS_TEXT, LOOP, True, "graph: leads elsewhere", id="no-text"),
]


@pytest.fixture(scope="module")
def quads(store: Path) -> list[ox.Quad]:
    """What a right graph holds."""
    return list(local_copy(open_store(store).dataset))


def written(quads: Iterable[ox.Quad], folder: Path) -> Path:
    with (folder / "a.nq").open("wb") as file:
        ox.serialize(quads, file, format=ox.RdfFormat.N_QUADS)
    return folder / "a.nq"


def first(quads: list[ox.Quad], kind: ox.NamedNode, predicate: ox.NamedNode) -> ox.Quad:
    """Return what is said with ``predicate`` of some node of a class."""
    nodes = {q.subject for q in quads if q.predicate == ld.TYPE and q.object == kind}
    return next(q for q in quads if q.predicate == predicate and q.subject in nodes)


@pytest.mark.parametrize(("kind", "predicate", "value", "beside", "code"), FAULTS)
def test_a_fault_is_told_and_no_store_is_made(
    quads: list[ox.Quad],
    tmp_path: Path,
    kind: ox.NamedNode,
    predicate: ox.NamedNode,
    value: ox.NamedNode | ox.Literal | None,
    *,
    beside: bool,
    code: str,
) -> None:
    right = first(quads, kind, predicate)
    wrong = [quad for quad in quads if beside or quad != right]
    if value is not None:
        wrong.append(ox.Quad(right.subject, predicate, value, right.graph_name))
    file = written(wrong, tmp_path)
    with pytest.raises(WrongGraph) as caught:
        import_file(file, tmp_path / "store")
    assert (caught.value.node, caught.value.reason.code) == (str(right.subject), code)
    assert not (tmp_path / "store").exists()


def relation_that_nothing_states(quads: list[ox.Quad]) -> list[ox.Quad]:
    end = first(quads, ld.DOCUMENT, ld.KEY).subject
    assert isinstance(end, ox.NamedNode)
    return [ox.Quad(end, ld.CARRYING_OUT[0], end, ld.KNOWN_GRAPH)]


def key_of_a_mention(quads: list[ox.Quad]) -> list[ox.Quad]:
    mention = first(quads, ld.MENTION, ld.START)
    return [ox.Quad(mention.subject, ld.KEY, ox.Literal("a"), mention.graph_name)]


def again(predicate: ox.NamedNode) -> Callable[[list[ox.Quad]], list[ox.Quad]]:
    """Return what says under another name what an assertion says that has such a property."""

    def copied(quads: list[ox.Quad]) -> list[ox.Quad]:
        node = first(quads, ld.ASSERTION, predicate).subject
        return [
            ox.Quad(LOOP, q.predicate, q.object, q.graph_name) for q in quads if q.subject == node
        ]

    return copied


def circle(_: list[ox.Quad]) -> list[ox.Quad]:
    return [
        ox.Quad(one, ld.PREMISE, two, ld.INFERRED_GRAPH)
        for one, two in ((LOOP, OTHER), (OTHER, LOOP))
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (relation_that_nothing_states, "nothing states, with its words, that it https://"),
        (key_of_a_mention, "it has https://w3id.org/luocdo/ns#key, and is nothing that may"),
        (again(ld.EVIDENCE), "it states the same relation, at the same place, as <"),
        (again(ld.PREMISE), "it states the same relation, at the same place, as <"),
        (circle, "it is inferred from itself"),
    ],
    ids=["no-assertion", "no-document", "twice-at-a-place", "twice-of-premises", "circle"],
)
def test_what_is_there_too_much_is_told_in_words(
    quads: list[ox.Quad],
    tmp_path: Path,
    more: Callable[[list[ox.Quad]], list[ox.Quad]],
    said: str,
) -> None:
    file = written([*quads, *more(quads)], tmp_path)
    told = luocdo("import", file, "--store", tmp_path / "store", "--lang", "en")
    assert (told.exit_code, told.stdout) == (3, "")
    assert said in told.stderr
    assert "export the file again" in told.stderr
    assert not (tmp_path / "store").exists()


def test_offsets_of_a_text_that_is_left_out_are_taken_as_they_are(quads: list[ox.Quad]) -> None:
    dataset = ox.Store()
    dataset.extend([quad for quad in quads if quad.predicate != ld.CONTENT])
    assert list(faults_of(dataset)) == []
    mention = first(quads, ld.MENTION, ld.START)
    dataset.remove(mention)
    dataset.add(ox.Quad(mention.subject, ld.START, ox.Literal(10**9), mention.graph_name))
    assert [node for node, _ in faults_of(dataset)] == [str(mention.subject)]
