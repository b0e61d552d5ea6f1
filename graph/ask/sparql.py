"""SPARQL over the store, for reading only: nothing is changed, and nothing is fetched."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from math import isfinite

import pyoxigraph as ox

from graph.ask.bounds import QueryBounds, check_size, within
from graph.ask.sparql_text import Bindable, added_width, completed
from graph.errors import BadQuery, NotReadOnly
from graph.store.dataset import Answer
from graph.store.disk import GraphStore
from graph.values import Value
from ontology.bilingual import Bilingual

_PROLOGUE = re.compile(
    r"(?:\s+|\#[^\n\r]*|(?:PREFIX\s+[^\s:]*:|BASE)\s*<[^<>\s]*>)*(?P<form>\w*)", re.IGNORECASE
)
_OTHER_FORMS = frozenset(
    {
        "INSERT",
        "DELETE",
        "LOAD",
        "CLEAR",
        "CREATE",
        "DROP",
        "COPY",
        "MOVE",
        "ADD",
        "WITH",
        "DESCRIBE",
    }
)
_STRINGS = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_CHOSEN_GRAPHS = re.compile(r"\bFROM\s+(?:NAMED\s+)?(?:<|[\w.-]*:)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?P<name>[?$:][A-Za-z0-9_]*)?SERVICE", re.IGNORECASE)
# The engine says where only in its message: its SyntaxError has neither lineno nor offset.
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def _finite(text: str) -> Value:
    value = float(text)
    return value if isfinite(value) else text


_TYPED: dict[str, Callable[[str], Value]] = {
    "boolean": lambda text: text in ("true", "1"),
    "integer": int,
    "int": int,
    "long": int,
    "decimal": _finite,
    "double": _finite,
    "float": _finite,
}
_REASON_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to SELECT: the names of the variables, and a value for each in every row.

    ``cut`` tells whether there are more rows than were wanted, ``note`` what people should know of
    them.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    cut: bool = False
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT: each term as N-Triples writes it; ``cut`` as in Rows."""

    triples: tuple[tuple[str, str, str], ...]
    cut: bool = False


def run(store: GraphStore, sparql: str, bounds: QueryBounds | None = None) -> Rows | Triples | bool:
    """Answer a query SELECT, CONSTRUCT or ASK over all graphs together, or those that FROM names.

    Raises NotReadOnly for any other form and for SERVICE, which would ask another machine: the
    word is refused wherever it is not part of a name, in comments and strings too, because what
    looks like a comment here may be none to the engine. BadQuery where the query cannot be read,
    or is deeper or longer than the engine survives; TookTooLong. ``bounds`` are the usual ones
    where none are given.
    """
    bounds = bounds or QueryBounds()
    with _engine_errors():
        return within(bounds.seconds, lambda: _whole(_answer(store, sparql), bounds.rows))


def _answer(store: GraphStore, sparql: str) -> Answer:
    """Return what the engine answers to a query that only reads; raises NotReadOnly, BadQuery."""
    opening = _PROLOGUE.match(sparql)
    form = opening["form"].upper() if opening else ""
    if form in _OTHER_FORMS:
        raise NotReadOnly(form)
    if any(found["name"] is None for found in _ELSEWHERE.finditer(sparql)):
        raise NotReadOnly("SERVICE")
    check_size(sparql)
    chosen = _CHOSEN_GRAPHS.search(_STRINGS.sub("", sparql)) is not None
    return store.dataset.query(sparql, use_default_graph_as_union=not chosen)


def _whole(answer: Answer, most: int) -> Rows | Triples | bool:
    """Return the answer with its first rows or triples, ``most`` at most."""
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    if isinstance(answer, ox.QuerySolutions):
        return _rows(answer, most)
    triples: set[tuple[str, str, str]] = set()
    for subject, predicate, target in answer:
        if len(triples) == most:
            return Triples(tuple(sorted(triples)), cut=True)
        triples.add((str(subject), str(predicate), str(target)))
    return Triples(tuple(sorted(triples)))


@contextmanager
def _engine_errors() -> Iterator[None]:
    """Raise BadQuery for what the engine finds wrong with a query, now or row by row."""
    try:
        yield
    except SyntaxError as error:
        raise _bad(str(error)) from error
    except (ValueError, RuntimeError) as error:
        raise BadQuery(str(error), 0, 0) from error


@contextmanager
def answering(store: GraphStore, sparql: str) -> Iterator[Answer]:
    """Give the engine's own answer to a query as a person types it, as ``run_typed`` reads it.

    Its rows are made while they are read; what goes wrong then is raised here, too.
    """
    sparql = sparql.rstrip()
    with _engine_errors():
        yield _answer(store, completed(sparql))


def run_typed(
    store: GraphStore,
    sparql: str,
    bindings: Mapping[str, Bindable] | None = None,
    bounds: QueryBounds | None = None,
) -> Rows | Triples | bool:
    """Answer a query as a person types it: known prefixes need no declaration.

    ``bindings`` give variables a value. Raises what ``run`` and ``completed`` raise; places in
    errors are those of the query as typed.
    """
    # The engine names the end of the query, where the last line with words is meant.
    sparql = sparql.rstrip()
    whole = completed(sparql, bindings)
    try:
        return run(store, whole, bounds)
    except BadQuery as error:
        if error.line != 1:
            raise
        column = max(1, error.column - added_width(sparql, whole))
        raise BadQuery(error.reason, 1, column) from error


def select(store: GraphStore, sparql: str) -> Rows:
    """Answer a query SELECT of the program's own over all graphs together."""
    answer = store.dataset.query(sparql, use_default_graph_as_union=True)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("expected a query SELECT")
    return _rows(answer)


def _rows(answer: ox.QuerySolutions, most: int | None = None) -> Rows:
    names = tuple(variable.value for variable in answer.variables)
    rows = tuple(tuple(map(_value, row)) for row in islice(answer, most))
    cut = most is not None and next(answer, None) is not None
    return Rows(names, rows, cut=cut)


def _bad(message: str) -> BadQuery:
    found = _POSITION.match(message)
    if found is None:
        return BadQuery(message, 0, 0)
    line, column, reason = found.groups()
    short = reason if len(reason) <= _REASON_WIDTH else f"{reason[:_REASON_WIDTH]}…"
    return BadQuery(short, int(line), int(column))


def _value(term: object) -> Value:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return term.value
    if not isinstance(term, ox.Literal):
        return str(term)
    typed = _TYPED.get(term.datatype.value.rpartition("#")[2], str)
    try:
        return typed(term.value)
    except ValueError:
        # A literal may say of itself that it is a number without being one.
        return term.value
