"""A query as a person types it, made whole: known prefixes added, values bound, names checked.

Nothing is put into a query but what pyoxigraph has written as a term, and only between tokens: a
value is never read as part of the query.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from typing import Final, Protocol, runtime_checkable

import pyoxigraph as ox

from graph.errors import BadQuery, NotBindable
from graph.rdf import vocabulary as ld
from graph.words.sentences import Cause

PREFIXES: Final[Mapping[str, str]] = {
    "ld": ld.NS,
    "lds": ld.SCHEME,
    "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": ld.PROV,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": ld.XSD,
}
"""The prefixes that every query may use without declaring them."""

_TOKEN: Final = re.compile(
    r"""
      (?P<comment> \# [^\n\r]* )
    | (?P<iri>     < [^<>"{}|^`\\\s]* > )
    | (?P<string>  \"{3} (?: [^"\\] | \\. | "(?!"") )* \"{3}
                 | '{3} (?: [^'\\] | \\. | '(?!'') )* '{3}
                 | " (?: [^"\\\n\r] | \\. )* "
                 | ' (?: [^'\\\n\r] | \\. )* ' )
    | (?P<variable> [?$] \w+ )
    | (?P<prefix>  [A-Za-z] [\w.-]* ) :  (?P<local> [\w.-]* \w )?
    | (?P<word>    \w+ )
    | (?P<brace>   \{ )
    """,
    re.VERBOSE | re.DOTALL,
)


_MEMBER: Final = re.compile(r"rdf:_\d+")
"""The members of a container of RDF, of which there is no end."""


@runtime_checkable
class HasIri(Protocol):
    """Anything of the graph that has an IRI: a document, a row that is about one."""

    @property
    def iri(self) -> str:
        """The IRI."""


Bindable = str | int | float | bool | date | HasIri
"""What a variable of a query may be bound to; an rdflib term is a str, and keeps its kind."""


def completed(sparql: str, bindings: Mapping[str, Bindable] | None = None) -> str:
    """Return ``sparql`` with the known prefixes that it uses, and with ``bindings`` in its pattern.

    What is added stands on the query's own lines, so that lines in errors are those typed. A bound
    variable has its value in the outermost pattern, what is nested in it included. Raises BadQuery
    for a prefix that is not known and a name that the vocabulary lacks, NotBindable.
    """
    tokens = list(_TOKEN.finditer(sparql))
    used = _used_prefixes(sparql, tokens)
    declared = {
        following["prefix"]
        for token, following in pairwise(tokens)
        if (token["word"] or "").upper() == "PREFIX" and following["prefix"]
    }
    for name, at in used.items():
        if name not in declared and name not in PREFIXES:
            raise _unknown(sparql, at, f"{name}:", [f"{known}:" for known in PREFIXES])
    _check_names(sparql, tokens, set(PREFIXES) - declared)
    values = _values(bindings or {}, tokens)
    whole = _with_values(sparql, tokens, values) if values else sparql
    added = [f"PREFIX {name}: <{PREFIXES[name]}>" for name in used if name not in declared]
    return " ".join([*added, whole])


def added_width(sparql: str, whole: str) -> int:
    """Return by how many columns the first line of ``whole`` is longer at its beginning."""
    head = sparql.partition("\n")[0]
    return max(whole.partition("\n")[0].find(head[:20]), 0)


def term_of(name: str, value: object) -> ox.NamedNode | ox.Literal:
    """Return ``value`` as a term of the store; NotBindable where it is none.

    >>> str(term_of("since", date(2021, 4, 9)))
    '"2021-04-09"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    found = _rdflib_term(value)
    if found is not None:
        return found
    if isinstance(value, bool | int | float):
        return ox.Literal(value)
    if isinstance(value, date):
        return ox.Literal(value.isoformat(), datatype=ox.NamedNode(f"{ld.XSD}date"))
    if isinstance(value, str):
        return ox.Literal(value)
    if isinstance(value, HasIri):
        return ox.NamedNode(value.iri)
    raise NotBindable(name, type(value).__name__)


def _rdflib_term(value: object) -> ox.NamedNode | ox.Literal | None:
    """Return a term of rdflib as one of the store; rdflib is not loaded to find out."""
    kind = type(value)
    if not kind.__module__.startswith("rdflib."):
        return None
    if kind.__name__ == "URIRef":
        return ox.NamedNode(str(value))
    if kind.__name__ != "Literal":
        return None
    language, datatype = getattr(value, "language", None), getattr(value, "datatype", None)
    if language:
        return ox.Literal(str(value), language=language)
    return ox.Literal(str(value), datatype=ox.NamedNode(str(datatype)) if datatype else None)


def _used_prefixes(sparql: str, tokens: Sequence[re.Match[str]]) -> dict[str, int]:
    used: dict[str, int] = {}
    for token in tokens:
        if token["prefix"] and not sparql[: token.start()].endswith("_"):
            used.setdefault(token["prefix"], token.start())
    return used


def _check_names(sparql: str, tokens: Sequence[re.Match[str]], prefixes: Collection[str]) -> None:
    """Raise BadQuery for a name that its vocabulary lacks: the answer would be empty, silently."""
    for token in tokens:
        prefix, name = token["prefix"], token["local"]
        if prefix not in prefixes or not name:
            continue
        known = _names(prefix)
        if known and name not in known and not _MEMBER.fullmatch(f"{prefix}:{name}"):
            near = [f"{prefix}:{each}" for each in sorted(known)]
            raise _unknown(sparql, token.start(), f"{prefix}:{name}", near)


@cache
def _names(prefix: str) -> frozenset[str]:
    """Return what the vocabulary of a prefix declares, nothing for one that grows with use."""
    if prefix == "ld":
        return frozenset(ld.names())
    from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

    vocabularies = (DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD)
    declared = (str(iri) for vocabulary in vocabularies for iri in dir(vocabulary))
    base = PREFIXES[prefix]
    return frozenset(iri.removeprefix(base) for iri in declared if iri.startswith(base))


def _unknown(sparql: str, at: int, name: str, known: Sequence[str]) -> BadQuery:
    line = sparql.count("\n", 0, at) + 1
    column = at - sparql.rfind("\n", 0, at)
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    code = "unknown name: nearest" if near else "unknown name: known"
    cause = Cause(code, {"name": name, "known": ", ".join(near or known)})
    return BadQuery(cause, line, column)


def _values(bindings: Mapping[str, Bindable], tokens: Sequence[re.Match[str]]) -> str:
    """Return the bindings as the pattern VALUES; a name that the query lacks is refused."""
    variables = sorted({token["variable"][1:] for token in tokens if token["variable"]})
    parts = []
    for name, value in bindings.items():
        if name not in variables:
            near = get_close_matches(name, variables, n=1, cutoff=0.5)
            code = "unknown variable: nearest" if near else "unknown variable"
            raise BadQuery(Cause(code, {"name": name, "near": "".join(near)}), 0, 0)
        parts.append(f"VALUES ?{name} {{ {term_of(name, value)} }}")
    return " ".join(parts)


def _with_values(sparql: str, tokens: Sequence[re.Match[str]], values: str) -> str:
    """Return the query with ``values`` first in its pattern: behind WHERE, or the first brace."""
    braces = [token for token in tokens if token["brace"]]
    where = next((token.end() for token in tokens if (token["word"] or "").upper() == "WHERE"), 0)
    opening = next((token.end() for token in braces if token.start() >= where), None)
    if opening is None:
        raise BadQuery(Cause("no pattern"), 1, 1)
    # A comment may end the line on which the pattern opens.
    return f"{sparql[:opening]} {values} {sparql[opening:]}"
