"""The vocabulary in the store: what classes, relations, types, levels, terms and places are."""

from collections.abc import Iterator
from importlib.resources import files

from pyoxigraph import Quad, RdfFormat, parse

from graph.rdf import vocabulary as ld

_FILES = ("luocdo.ttl", "schemes.ttl")


def vocabulary_facts() -> Iterator[Quad]:
    """Yield what the vocabulary and its schemes say, in a graph of its own.

    So a query finds the label of a level, the word for a type and the days of a term in the store.
    """
    for name in _FILES:
        content = files("ontology.vocabulary").joinpath(name).read_bytes()
        for quad in parse(content, format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, ld.VOCABULARY_GRAPH)
