"""Every competency question is answered alike by rdflib alone and by the embedded store."""

import warnings
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Variable
from rdflib import Literal as RdfLiteral

from graph.ask.competency import (
    Kind,
    all_questions,
    bound,
    question_named,
)
from graph.ask.sparql import select
from graph.export.files import export
from graph.read.places import place_named
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named
from tests.graph.ask.questions.asking import ARGUMENTS


def arguments_of(name: str) -> list[str]:
    return [ARGUMENTS[parameter.name] for parameter in question_named(name).parameters]


def query_of(graph: GraphStore, name: str) -> str:
    question = question_named(name)
    nodes = [
        ox.NamedNode(document_named(graph, ARGUMENTS[parameter.name]).iri)
        if parameter.kind is Kind.DOCUMENT
        else place_named(graph, ARGUMENTS[parameter.name])
        for parameter in question.parameters
    ]
    return bound(question, [[node] for node in nodes])


def plain(term: Any) -> object:
    value = term.toPython() if isinstance(term, RdfLiteral) else term
    if isinstance(value, bool | int | float) or type(value).__name__ == "Decimal":
        return float(value)
    return None if value is None else str(value)


@pytest.fixture(scope="module")
def alone(graph: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    path = tmp_path_factory.mktemp("rdflib") / "graph.nq"
    export(graph, path)
    dataset = Dataset(default_union=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(path, format="nquads")
    return dataset


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", [question.name for question in all_questions()])
def test_rdflib_alone_answers_the_same(graph: GraphStore, alone: Dataset, name: str) -> None:
    # What is drawn from the rows of a query is drawn alike from those of any engine.
    answer = select(graph, query_of(graph, name))
    here = {
        tuple(float(cell) if isinstance(cell, int | float) else cell for cell in row)
        for row in answer.rows
    }
    there = {
        tuple(plain(row.get(Variable(name))) for name in answer.variables)
        for row in alone.query(query_of(graph, name)).bindings
    }
    assert there == here
