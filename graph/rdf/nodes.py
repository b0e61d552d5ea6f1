"""The IRIs of what is not a document: readings, signatures, pairs of texts, decisions, orders."""

from typing import Final

from pyoxigraph import NamedNode

from graph.rdf.vocabulary import digest
from ontology.documents.identity import BASE

_DUTIES: Final = f"{BASE}id/duty/"
_TASKS: Final = f"{BASE}id/task/"


def run_node(sha: str, rules: str) -> NamedNode:
    """Return the node of the reading of a text by one version of the rules."""
    return NamedNode(f"{BASE}id/run/{digest(sha, rules)}")


def signature_node(sha: str, name: str, signed_at: str) -> NamedNode:
    """Return the node of an electronic signature of the file of a text."""
    return NamedNode(f"{BASE}id/signature/{digest(sha, name, signed_at)}")


def pair_node(sha: str, other: str) -> NamedNode:
    """Return the node of two texts that are, or may be, of one document; in either order."""
    return NamedNode(f"{BASE}id/pair/{digest(*sorted((sha, other)))}")


def decision_node(*parts: object) -> NamedNode:
    """Return the node of a decision, from what it says; the line that it stands in is no part."""
    return NamedNode(f"{BASE}id/decision/{digest(*parts)}")


def duty_node(*parts: object) -> NamedNode:
    """Return the node of what one body, or one class of bodies, owes by the words of a text."""
    return NamedNode(f"{_DUTIES}{digest(*parts)}")


def task_node(*parts: object) -> NamedNode:
    """Return the node of work that a row of a table gives and that leaves no document."""
    return NamedNode(f"{_TASKS}{digest(*parts)}")


def is_duty(iri: str) -> bool:
    """Tell whether a node is a duty."""
    return iri.startswith(_DUTIES)


def short_duty(iri: str) -> str:
    """Return the id by which answers show a duty, and people name it."""
    return iri.removeprefix(_DUTIES)[:12]
