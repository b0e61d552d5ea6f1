"""Finding documents by what a person types."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest

from pyoxigraph import Literal, NamedNode

from graph.errors import WrongUse
from graph.identity.numbers import WITHOUT_NUMBER, TypedNumber, distance, parse_typed
from graph.identity.titles import bare_title
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from graph.read.documents import Documents
from graph.read.record import Record
from graph.values import Found
from graph.words.labels import LEVEL_WORDS, level_named
from ontology.dates import partial_date
from ontology.documents.document_types import type_words
from ontology.institutions.periods import NAMED
from ontology.level import Level
from ontology.spelling import slug

_NEAREST = 5
CALLED_BY_TITLE = ("luat", "bo-luat", "phap-lenh")
"""The keys of the types whose documents people call by their title alone."""
_FEWEST = 2
"""How many syllables more than one are a title; fewer are words that any title may hold."""
_KINDS = ("tinh", "thanh-pho", "tp", "huyen", "quan", "thi-xa", "xa", "phuong", "thi-tran")


def matching(documents: Documents, text: str, *, twins: bool = False) -> tuple[str, ...]:
    """Return the IRIs of the documents that ``text`` may mean, in order.

    A name means a document without a number before it means the numbered law with that title;
    with ``twins`` it means both.
    """
    typed = parse_typed(text)
    if typed.iri and documents.exists(typed.iri):
        return (typed.iri,)
    found = documents.having_key(typed.name) if typed.name else ()
    if typed.name == WITHOUT_NUMBER:  # a person may have given one since
        found = tuple(iri for iri in found if _has_no_number(documents, iri))
    if not typed.key and not twins:
        unnumbered = tuple(iri for iri in found if _has_no_number(documents, iri))
        # References that are open are no documents, and come before none.
        found = unnumbered if any(documents.record(iri).identity for iri in unnumbered) else found
    if not found and typed.key:
        found = _numbered(documents, typed)
    if not found and twins and typed.name and not typed.key:
        titles = (documents.having_key(f"{kind}-{typed.name}") for kind in CALLED_BY_TITLE)
        found = tuple(sorted({iri for iris in titles for iri in iris}))
    if not found and typed.name and not typed.key:
        found = _named(documents, typed.name)
    return bearing(documents, found, typed.marks)


def bearing(documents: Documents, iris: Iterable[str], marks: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``iris`` that bear all the marks typed behind an ``@``, in order.

    Who types a register and a period of it means the documents that are in it.
    """
    found = tuple(iris)
    if len(marks) > 1 and (registered := _registered(found, marks)):
        found, marks = registered
    typed = [place_marks(mark) for mark in marks]
    if not typed:
        return found
    for day in (mark for mark in marks if partial_date(mark).day):
        issued = _dated(documents, day)
        found = tuple(iri for iri in found if iri in issued)
    bearers = documents.bearers(found)
    kept = set(found).intersection(
        *({iri for mark in each for iri in bearers.get(mark, ())} for each in typed)
    )
    return tuple(iri for iri in found if iri in kept)


def _registered(
    iris: tuple[str, ...], marks: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the documents in a register and a period that are typed, and the other marks.

    None where these two are not among ``marks``, or no document is in them.
    """
    registers = _registers(iris)
    for series in sorted(registers.keys() & marks):
        for period in sorted(registers[series].keys() & marks):
            others = tuple(mark for mark in marks if mark not in (series, period))
            return tuple(registers[series][period]), others
    return None


@lru_cache(1_024)
def _registers(iris: tuple[str, ...]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return which of some documents are in each register, and there in each period, as marks."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for iri in iris:
        if iri.startswith(ld.DOCUMENT_BASE):
            series, period, _ = iri.removeprefix(ld.DOCUMENT_BASE).split("/", 2)
            found[slug(series)][slug(period)].append(iri)
    return found


def _dated(documents: Documents, day: str) -> set[str]:
    """Return the IRIs of the documents that have a whole date: of one day there are few."""
    quads = documents.dataset.quads_for_pattern(None, ld.DATE, date_literal(day), None)
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}


def titled(documents: Documents, text: str) -> tuple[str, ...]:
    """Return the numbered documents with the title that was typed, or with its words in theirs.

    A type word before the title chooses among the types. Titles are read one after the other: they
    are no keys, for what is typed of one is seldom the whole.
    """
    wanted = slug(text)
    kind = type_opening(wanted)
    words = bare_title(wanted.removeprefix(f"{kind}-") if kind else wanted)
    if words.count("-") < _FEWEST:
        return ()
    whole: set[str] = set()
    beginning: set[str] = set()
    holding: set[str] = set()
    for quad in documents.dataset.quads_for_pattern(None, ld.TITLE, None, None):
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, Literal):
            continue
        title = slug(quad.object.value)
        if f"-{words}-" not in f"-{title}-":
            continue
        bare = bare_title(title.removeprefix(f"{kind}-") if kind else title)
        # What is only within a title is often that of another document which it carries out.
        best = whole if bare == words else beginning if bare.startswith(words) else holding
        best.add(quad.subject.value)
    found = (_of_kind(documents, iris, kind) for iris in (whole, beginning, holding))
    return next(filter(None, found), ())


def type_opening(key: str) -> str:
    """Return the key of the longest type word that ``key`` begins with, empty where there is none.

    >>> type_opening("ket-luan-so-69"), type_opening("hop-kin")
    ('ket-luan', '')
    """
    kinds = (kind for kind in map(slug, type_words()) if f"{key}-".startswith(f"{kind}-"))
    return max(kinds, key=len, default="")


def _of_kind(documents: Documents, iris: Iterable[str], kind: str) -> tuple[str, ...]:
    """Return those that have a number, of the type that was typed if any was."""
    return tuple(
        iri
        for iri in sorted(iris)
        if not _has_no_number(documents, iri)
        and (not kind or kind in map(slug, documents.record(iri).stated.get("type", ())))
    )


def nearest(documents: Documents, text: str) -> tuple[str, ...]:
    """Return what to type for the documents whose numbers come nearest to ``text``."""
    typed = parse_typed(text)
    if not typed.key:
        words = set(typed.name.split("-"))
        ranked = (
            (-len(words & set(key.split("-"))), iri)
            for key, iri in _keys(documents)
            if not key[:1].isdigit() and len(words & set(key.split("-"))) > 1
        )
        close = [iri for _, iri in nsmallest(_NEAREST, set(ranked))]
    else:
        by_distance = (
            (far, iri)
            for key, iri in _keys(documents)
            if (far := distance(typed.key, key)) is not None
        )
        close = [iri for _, iri in nsmallest(_NEAREST, set(by_distance))]
    return tuple(dict.fromkeys(documents.found(iri).selector for iri in close))


def _numbered(documents: Documents, typed: TypedNumber) -> tuple[str, ...]:
    """Return the documents with a number; the type word chooses among them if it fits any."""
    found = documents.having_key(typed.key if typed.letters else typed.number)
    if typed.year and not typed.letters:
        found = tuple(iri for iri in found if typed.year in documents.marked(iri).marks())
    if not typed.words:
        return found
    of_type = tuple(iri for iri in found if typed.words in map(slug, documents.types(iri)))
    # Without letters the type word is all that says which register is meant.
    return of_type if of_type or not typed.letters else found


def _named(documents: Documents, name: str) -> tuple[str, ...]:
    """Return the documents whose name holds the words that were typed."""
    found = {iri for key, iri in _keys(documents) if f"-{name}-" in f"-{key}-"}
    return tuple(sorted(iri for iri in found if _has_no_number(documents, iri)))


def _has_no_number(documents: Documents, iri: str) -> bool:
    return not documents.record(iri).stated.get("number")


def _keys(documents: Documents) -> Iterator[tuple[str, str]]:
    for quad in documents.dataset.quads_for_pattern(None, ld.SEARCH_KEY, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.object.value, quad.subject.value


def place_marks(place: str) -> frozenset[str]:
    """Return the keys of a place as typed, with and without the word for its kind.

    >>> sorted(place_marks("huyện Tam Đường"))
    ['huyen-tam-duong', 'tam-duong']
    """
    mark = slug(place)
    bare = (mark.removeprefix(f"{kind}-") for kind in _KINDS)
    return frozenset({mark, *bare})


def level_typed(typed: Level | str | None) -> Level | None:
    """Return the level that a word in either language names; WrongUse where it names none."""
    if typed is None or isinstance(typed, Level):
        return typed
    level = level_named(typed)
    if level is None:
        known = [word for words in LEVEL_WORDS.items() for word in (words[1][0], words[0])]
        raise WrongUse("unknown level", level=typed, known=", ".join(known))
    return level


def lasting_name(documents: Documents, found: Found | Record) -> str:
    """Return what means a document whatever others there will be.

    That is its number with its register and its period, ``69-KL/TU@lai-chau.tu@nk2020``; where that
    is not enough, the key of the document; the IRI of a reference that is open.
    """
    known = documents.lasting([found.iri])
    if known:
        return known[found.iri]
    identity = documents.record(found.iri).identity
    if identity is None:
        return found.iri
    if identity.period != NAMED:
        typed = f"{found.number}@{identity.series}@{identity.period}"
        if matching(documents, typed) == (found.iri,):
            return typed
    return str(identity)
