"""The vocabulary in the store: what classes, relations, types, levels, terms and places are."""

from functools import cache
from importlib.resources import files

from pyoxigraph import Quad, RdfFormat, parse

from graph.rdf import vocabulary as ld

_FILES = ("luocdo.ttl", "schemes.ttl")


@cache
def vocabulary_facts() -> tuple[Quad, ...]:
    """Return what the vocabulary and its schemes say, in a graph of its own.

    So a query finds the label of a level, the word for a type and the days of a term in the store.
    """
    return tuple(
        Quad(quad.subject, quad.predicate, quad.object, ld.VOCABULARY_GRAPH)
        for name in _FILES
        for quad in parse(
            files("ontology.vocabulary").joinpath(name).read_bytes(), format=RdfFormat.TURTLE
        )
    )
