"""The rules that a graph is checked by, read from the shapes that any SHACL processor can run.

``ontology/vocabulary/shapes.ttl`` holds each rule once. SHACL runs its query for one node after
another, with ``$this`` given; here the same query runs over the whole store, and gives every
``$this`` at once.

Over a whole store most rules are asked in other words, ``graph/ask/whole_store/NAME.rq``, which
find the same many times faster. The query of a shape looks things up node by node; there the engine
reads what stands in a SELECT of its own from one end to the other, joins it by hashes, and takes
away with MINUS, which SHACL does not allow, what must be missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store

from ontology.bilingual import Bilingual

_READ = """
    PREFIX sh: <http://www.w3.org/ns/shacl#>
    SELECT ?shape ?severity ?vi ?en ?select
    WHERE {
      ?shape a sh:NodeShape ; sh:severity ?severity ; sh:sparql ?rule .
      ?rule sh:select ?select ; sh:message ?vi, ?en .
      FILTER(LANG(?vi) = "vi" && LANG(?en) = "en")
    }
"""
_PREFIXES = """
    PREFIX sh: <http://www.w3.org/ns/shacl#>
    SELECT ?prefix ?namespace
    WHERE { ?any sh:declare ?declared . ?declared sh:prefix ?prefix ; sh:namespace ?namespace }
"""


class Severity(StrEnum):
    """How grave a finding is, the gravest first; the words are those of SHACL.

    A violation is a fault of the graph. A warning may be a fault of a text or of its reading; a
    note says what is open.
    """

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, how grave a finding is, its message in both languages, and its query.

    A message may name ``{?value}`` and other variables of the query.
    """

    name: str
    severity: Severity
    message: Bilingual
    sparql: str

    def over_all(self) -> str:
        """Return the query that finds the same over a whole store, where another one is faster."""
        return _over_all().get(self.name, self.sparql)


@cache
def _over_all() -> Mapping[str, str]:
    folder = files("graph.ask").joinpath("whole_store")
    return {file.name.removesuffix(".rq"): file.read_text("utf-8") for file in folder.iterdir()}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the order of their names."""
    return parse_rules(files("ontology.vocabulary").joinpath("shapes.ttl").read_bytes())


def parse_rules(turtle: bytes) -> tuple[Rule, ...]:
    """Return the rules of a file of shapes in the order of their names."""
    shapes = Store()
    shapes.load(turtle, format=RdfFormat.TURTLE)
    declared = {
        _text(row["prefix"]): _text(row["namespace"]) for row in _solutions(shapes, _PREFIXES)
    }
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(declared.items()))
    rules = (
        Rule(
            name=_text(row["shape"]).rpartition("#")[2],
            severity=Severity(_text(row["severity"]).rpartition("#")[2].casefold()),
            message=Bilingual(_text(row["vi"]), _text(row["en"])),
            sparql=prologue + _text(row["select"]),
        )
        for row in _solutions(shapes, _READ)
    )
    return tuple(sorted(rules, key=lambda rule: rule.name))


def _solutions(shapes: Store, sparql: str) -> QuerySolutions:
    answer = shapes.query(sparql)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("expected a query SELECT")
    return answer


def _text(term: object) -> str:
    if not isinstance(term, NamedNode | Literal):
        raise TypeError(f"expected an IRI or a literal, found {term}")
    return term.value
