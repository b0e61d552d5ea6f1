"""The names of the graph for rdflib: ``LD.implements`` is an IRI, a name that is none an error."""

from typing import ClassVar

from rdflib.namespace import DefinedNamespace, Namespace

from graph.rdf.vocabulary import NS, names


class LD(DefinedNamespace):
    """Every class and property of the graph that is Luocdo's own.

    >>> str(LD.implements)
    'https://w3id.org/luocdo/ns#implements'
    >>> LD.implement
    Traceback (most recent call last):
    AttributeError: term 'implement' not in namespace 'https://w3id.org/luocdo/ns#'
    """

    _fail = True
    _NS = Namespace(NS)
    _extras: ClassVar[list[str]] = list(names())
