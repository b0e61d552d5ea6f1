"""What a rule finds in a whole store at once is what its query in the shapes finds."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.ask.rules import Rule, all_rules
from graph.facts.published import vocabulary_facts
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from graph.store.dataset import Dataset, Subject, local_copy
from ontology.documents.identity import BASE

ID = f"{BASE}id/"
SHAPES = sorted(Path(__file__).with_name("shapes").iterdir())
TWICE = [rule for rule in all_rules() if rule.over_all() != rule.sparql]
"""The rules that are asked of a whole store in words of their own."""


def quads_of(path: Path) -> list[ox.Quad]:
    """What a graph says, its nodes apart from those of others."""
    turtle = path.read_text("utf-8").replace(ID, f"{ID}{path.stem}/")
    triples = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    graph = ld.text_graph(path.stem)
    return [ox.Quad(each.subject, each.predicate, each.object, graph) for each in triples]


QUADS = {path.stem: quads_of(path) for path in SHAPES}
"""What breaks a rule, and what just keeps it."""
DECISION = ox.NamedNode(f"{ID}decided")
Said = list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]
REASON: Said = [(ld.REASON, ox.Literal("seen"))]
ADDED: Said = [(ld.DECISION_KIND, ld.scheme_node("decision", "add")), *REASON]
OF_DATE: Said = [(ld.DECIDED_PROPERTY, ld.DATE)]
OF_ISSUER: Said = [(ld.DECIDED_PROPERTY, ld.ISSUED_BY)]
DAYS = ("2018-06-03", "2013-06-03")
"""One outside the term of the graph that breaks the rule of terms, one inside."""
STATUSES = (*ld.HOLDING, ld.PROPOSED, ld.REJECTED)

Change = tuple[list[ox.Quad], list[ox.Quad]]
"""What goes, and what comes."""


def said(node: Subject, name: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(node, name, value, ld.DECISIONS_GRAPH)


def changes(quads: list[ox.Quad]) -> Iterator[Change]:
    """Each thing that a graph says left out or said twice, and what people say of each node."""
    for quad in quads:
        yield [quad], []
        again = ox.Quad(quad.subject, quad.predicate, quad.object, ld.text_graph("again"))
        yield [], [again]
        if quad.predicate == ld.STATUS:
            for status in STATUSES:
                yield [quad], [ox.Quad(quad.subject, ld.STATUS, status, quad.graph_name)]
    for node in {quad.subject for quad in quads}:
        yield [], [said(node, ld.PREMISE, DECISION)]
        for decided in (REASON, ADDED, OF_DATE, OF_ISSUER):
            told = [said(DECISION, name, value) for name, value in decided]
            yield [], [said(node, ld.DECIDED_IN, DECISION), *told]
            for day in DAYS:
                shown = said(node, ld.SHOWN_DATE, date_literal(day))
                yield [], [said(node, ld.DECIDED_IN, DECISION), *told, shown]


Found = set[frozenset[tuple[str, str]]]


def found(dataset: Dataset, sparql: str) -> Found:
    """What a query finds, each row by its variables; those that are not bound are left out."""
    answer = dataset.query(sparql, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return {
        frozenset((name, str(row[name])) for name in names if row[name] is not None)
        for row in answer
    }


@pytest.fixture(scope="module")
def broken() -> ox.Store:
    dataset = ox.Store()
    dataset.extend(vocabulary_facts())
    dataset.extend(chain.from_iterable(QUADS.values()))
    return dataset


@pytest.mark.parametrize("rule", TWICE, ids=lambda rule: rule.name)
def test_both_find_the_same(rule: Rule, broken: ox.Store) -> None:
    asked = found(broken, rule.sparql)
    assert asked
    assert found(broken, rule.over_all()) == asked


def test_both_find_the_same_in_the_demo_corpus(store: Path) -> None:
    dataset = local_copy(open_store(store).dataset)
    for rule in TWICE:
        assert found(dataset, rule.over_all()) == found(dataset, rule.sparql), rule.name


@pytest.mark.parametrize("rule", TWICE, ids=lambda rule: rule.name)
def test_both_find_the_same_whatever_is_said(rule: Rule, broken: ox.Store) -> None:
    whole = [QUADS[f"{rule.name}.{kind}"] for kind in ("breaks", "holds")]
    for gone, come in chain.from_iterable(map(changes, whole)):
        for quad in gone:
            broken.remove(quad)
        broken.extend(come)
        try:
            assert found(broken, rule.over_all()) == found(broken, rule.sparql), (gone, come)
        finally:
            for quad in come:
                broken.remove(quad)
            broken.extend(gone)


def test_every_file_is_of_a_rule() -> None:
    folder = files("graph.ask").joinpath("whole_store")
    assert sorted(entry.name for entry in folder.iterdir()) == [f"{rule.name}.rq" for rule in TWICE]
