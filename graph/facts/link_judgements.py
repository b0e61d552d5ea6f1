"""What people decided about links: which are confirmed, and which are no links at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode


@dataclass(frozen=True, slots=True)
class JudgedLink:
    """A link that a person decided on: the IRIs of two documents, and the relation by its name."""

    subject: str
    relation: str
    object: str


LinkJudgements = Mapping[JudgedLink, NamedNode]
"""The status of each link that a person decided on; a link that is missing is left as it is."""
