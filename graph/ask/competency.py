"""Competency questions: SPARQL queries with a name, what they ask, and what they are asked about.

Each stands in a file of its own, ``graph/ask/queries/NAME.rq``, which any SPARQL tool can run as it
is. Its first lines say what it asks in both languages, and of what kind each argument is:

    # vi: …
    # en: …
    # ?directive: document

``document, optional`` marks one that may be left out; then the question is asked of all. An
argument is a document or a place of the store, never words of the user: it is looked up first,
and its IRI takes the place of UNDEF in the line ``VALUES ?directive { UNDEF }``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import chain, zip_longest
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.comparing import compared
from graph.ask.files import FILES, files_of
from graph.ask.sparql import Rows, select
from graph.ask.validity import states
from graph.errors import UnknownQuestion, WrongArguments, WrongUse
from graph.read.documents import Documents
from graph.read.places import place_named
from graph.store.disk import GraphStore
from graph.tables.counting import counted_rows
from graph.typed.meaning import documents_asked
from graph.words.labels import name_of
from graph.words.sentences import SENTENCES, Language, say
from ontology.bilingual import Bilingual
from ontology.dates import today
from ontology.spelling import slug

_HEAD = re.compile(
    r"""
    \# [ ] vi: [ ] (?P<vi> .+ ) \n
    \# [ ] en: [ ] (?P<en> .+ ) \n
    (?P<parameters> (?: \# [ ] \?\w+: [ ] \w+ (?: ,[ ]optional )? \n )* )
    """,
    re.VERBOSE,
)
_PARAMETER = re.compile(r"\?(?P<name>\w+): (?P<kind>\w+)(?P<optional>, optional)?")
_FILLED = re.compile(r"\?(?P<name>\w+)")
_SUFFIX = ".rq"
IN_FORCE: Final = "in-force"
"""The question whose rows are statements that a state is drawn from, on a day."""
COVERAGE: Final = "coverage"
MISSING: Final = "places-without-plan"
COMPARE: Final = "compare"
DATED: Final = (IN_FORCE, COVERAGE, MISSING)
"""The questions that are asked of a day; two of them tell beside what is held what is owed."""


class Kind(StrEnum):
    """What an argument of a question is."""

    DOCUMENT = "document"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question is asked about; an optional one may be left out."""

    name: str
    kind: Kind
    optional: bool = False

    @property
    def shown(self) -> str:
        """How a list of questions names it: in brackets where it may be left out."""
        return f"[{self.name.upper()}]" if self.optional else self.name.upper()


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, what it asks in both languages, its parameters, and the query."""

    name: str
    sentence: Bilingual
    parameters: tuple[Parameter, ...]
    sparql: str

    def asked(self, language: Language, arguments: Sequence[str]) -> str:
        """Return what the question asks, with what it is asked about filled in."""
        everything = say(language, "each document")
        given = [*arguments, *(everything,) * (len(self.parameters) - len(arguments))]
        about = dict(zip((parameter.name for parameter in self.parameters), given, strict=True))
        sentence = language.choose(self.sentence)
        return _FILLED.sub(lambda found: about[found["name"]], sentence)


def asked_alike(question: Question) -> tuple[Question, ...]:
    """Return the other questions that are asked about the same, for whom one tells nothing."""
    kinds = [parameter.kind for parameter in question.parameters]
    return tuple(
        other
        for other in all_questions()
        if other.name != question.name and [each.kind for each in other.parameters] == kinds
    )


def _files_asked() -> Question:
    return Question(FILES, SENTENCES["files asked"], (), sparql="")


@cache
def all_questions() -> tuple[Question, ...]:
    """Return every question that is asked of the graph, in the order of their names."""
    folder = files("graph.ask").joinpath("queries")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(_SUFFIX))
    return tuple(
        parse_question(name.removesuffix(_SUFFIX), folder.joinpath(name).read_text("utf-8"))
        for name in names
    )


def askable() -> tuple[Question, ...]:
    """Return what can be asked by name: every question, and ``files``, which has no query."""
    return tuple(sorted((*all_questions(), _files_asked()), key=lambda question: question.name))


def question_named(name: str) -> Question:
    """Return the question with this name, however it is typed; raises UnknownQuestion."""
    wanted = slug(name)
    for question in askable():
        if question.name == wanted:
            return question
    raise UnknownQuestion(name, tuple(question.name for question in askable()))


def parse_question(name: str, text: str) -> Question:
    """Return the question in ``text``; ValueError where its first lines are not as they must be."""
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"{name}: expected '# vi: …', '# en: …' and '# ?name: kind' first")
    parameters = tuple(
        Parameter(found["name"], Kind(found["kind"]), found["optional"] is not None)
        for found in _PARAMETER.finditer(head["parameters"])
    )
    named = {parameter.name for parameter in parameters}
    for sentence in (head["vi"], head["en"]):
        if set(_FILLED.findall(sentence)) != named:
            raise ValueError(f"{name}: expected {sorted(named)} to be named in '{sentence}'")
    for parameter in parameters:
        if text.count(_blank(parameter.name)) != 1:
            raise ValueError(f"{name}: expected one line '{_blank(parameter.name)}'")
    return Question(name, Bilingual(head["vi"], head["en"]), parameters, text)


def listed(questions: Sequence[Question], language: Language) -> list[tuple[str, str, str]]:
    """Return the name of each question, what it is asked about, and what it asks."""
    rows = []
    for question in questions:
        names = [parameter.name.upper() for parameter in question.parameters]
        about = " ".join(parameter.shown for parameter in question.parameters)
        rows.append((question.name, about, question.asked(language, names)))
    return rows


def ask(
    store: GraphStore,
    name: str,
    *arguments: str,
    as_of: str | None = None,
    state: str | None = None,
) -> Rows:
    """Return the rows that answer the question ``name``.

    ``arguments`` are numbers (several in one, too), names or places as people type them, in the
    order of the question's parameters; ``as_of`` is the day that one of ``DATED`` is asked of, as
    typed, today if none; ``state`` is what ``files`` are to be. Raises UnknownQuestion,
    WrongArguments (too few or too many), WrongUse (a day or a state that is none, or that the
    question does not take), NotFound and Ambiguous for documents,
    UnknownPlace and AmbiguousPlace for places.
    """
    question = question_named(name)
    least = sum(not parameter.optional for parameter in question.parameters)
    if not least <= len(arguments) <= len(question.parameters):
        expected = tuple(parameter.name for parameter in question.parameters)
        raise WrongArguments(question.name, expected, len(arguments))
    if question.name not in DATED and as_of is not None:
        raise WrongUse("no question of a day", question=question.name, questions=", ".join(DATED))
    if question.name == FILES:
        return files_of(store, state)
    if state is not None:
        raise WrongUse("no question of a state", question=question.name, command=f"ask {FILES}")
    now = today()
    day = now if as_of is None else _day_typed(as_of)
    meant = tuple(
        _documents_meant(store, typed)
        if parameter.kind is Kind.DOCUMENT
        else ((place_named(store, typed),),)
        for parameter, typed in zip(question.parameters, arguments, strict=False)
    )
    nodes = [tuple(chain.from_iterable(each)) for each in meant]
    rows = _counted(store, question, nodes) or select(store, bound(question, nodes))
    if question.name == IN_FORCE:
        return states(rows, _silent(store, chain.from_iterable(meant), rows), day, now)
    if question.name == COMPARE:
        return compared(store, rows, tuple(chain.from_iterable(nodes)))
    if question.name in DATED:
        return _with_owed(store, question, nodes, rows, day)
    return rows


def _with_owed(
    store: GraphStore,
    question: Question,
    nodes: Sequence[Sequence[NamedNode]],
    rows: Rows,
    day: date,
) -> Rows:
    """Return the rows of a question by place, with what the bodies of each place owe by a day."""
    from graph.ask.owed.by_place import coverage_with_owed, missing_with_owed

    if question.name == COVERAGE:
        return coverage_with_owed(store, rows, day)
    plans = select(store, bound(question_named("plans"), nodes))
    column = plans.variables.index("place")
    covered = {str(row[column]) for row in plans.rows if row[column]}
    about = [node.value for meant in nodes for node in meant]
    return missing_with_owed(store, rows, about, covered, day)


def _counted(
    store: GraphStore, question: Question, nodes: Sequence[Sequence[NamedNode]]
) -> Rows | None:
    """Return what the tables beside the dataset answer, None where the graph has to be asked."""
    about = {
        parameter.name: [node.value for node in meant]
        for parameter, meant in zip_longest(question.parameters, nodes, fillvalue=())
        if isinstance(parameter, Parameter)
    }
    found = counted_rows(store, question.name, about)
    return None if found is None else Rows(*found)


def _day_typed(as_of: str) -> date:
    from graph.typed.days import day_typed  # loads the rules that read texts

    return day_typed(as_of)


def _silent(
    store: GraphStore, meant: Iterable[Sequence[NamedNode]], rows: Rows
) -> tuple[tuple[str, str, str], ...]:
    """Return name, IRI and day of issue of each document meant that ``rows`` say nothing of."""
    documents = Documents(store.dataset)
    column = rows.variables.index("object_iri")
    told = {row[column] for row in rows.rows}
    silent = []
    for nodes in meant:
        if told.isdisjoint(node.value for node in nodes):
            found = documents.found(nodes[0].value)
            silent.append((documents.label(found.iri) or name_of(found), found.iri, found.date))
    return tuple(silent)


def _documents_meant(store: GraphStore, typed: str) -> tuple[tuple[NamedNode, ...], ...]:
    """Return each document typed; with a plan its decision, with a decision its plans."""
    documents = Documents(store.dataset)
    return tuple(
        tuple(map(NamedNode, (iri, *documents.plans_issued(iri), *documents.issuing(iri))))
        for iri in (asked.iri for asked in documents_asked(store, typed))
    )


def bound(question: Question, nodes: Sequence[Sequence[NamedNode]]) -> str:
    """Return the query of ``question`` asked about ``nodes``: for each parameter one or several.

    A parameter without nodes is open: its line is left out. A node is written as pyoxigraph writes
    it, and is an IRI of the graph whatever was typed.
    """
    sparql = question.sparql
    for parameter, meant in zip_longest(question.parameters, nodes, fillvalue=()):
        assert isinstance(parameter, Parameter)
        blank = _blank(parameter.name)
        filled = blank.replace("UNDEF", " ".join(map(str, meant))) if meant else ""
        sparql = sparql.replace(blank, filled)
    return sparql


def _blank(name: str) -> str:
    return f"VALUES ?{name} {{ UNDEF }}"
