"""The names of the graph for rdflib: ``LD.implements`` is an IRI, a name that is none an error."""

from rdflib import URIRef
from rdflib.namespace import DefinedNamespace, Namespace

from graph.vocabulary import NS


class LD(DefinedNamespace):
    """Every class and property of the graph that is Luocdo's own."""

    _fail = True
    _NS = Namespace(NS)

    # Classes
    Document: URIRef
    UnresolvedReference: URIRef
    Text: URIRef
    Mention: URIRef
    Assertion: URIRef
    Body: URIRef
    Term: URIRef
    AdminUnit: URIRef

    # Relations between documents
    cites: URIRef
    basedOn: URIRef  # noqa: N815
    promulgates: URIRef
    approves: URIRef
    monitors: URIRef
    disseminates: URIRef
    corrects: URIRef
    consolidates: URIRef
    suspends: URIRef
    extends: URIRef
    carriesOut: URIRef  # noqa: N815
    implements: URIRef
    continues: URIRef
    details: URIRef
    guides: URIRef
    summarizes: URIRef
    summarizesInterim: URIRef  # noqa: N815
    summarizesFinal: URIRef  # noqa: N815
    changes: URIRef
    amends: URIRef
    repeals: URIRef
    replaces: URIRef
