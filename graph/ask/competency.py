"""Competency questions: SPARQL queries with a name, what they ask, and what they are asked about.

Each stands in a file of its own, ``graph/ask/queries/NAME.rq``, which any SPARQL tool can run as it
is. Its first lines say what it asks in both languages, and of what kind each argument is:

    # vi: …
    # en: …
    # ?directive: document

An argument is a document or a place of the store, never words of the user: it is looked up first,
and its IRI takes the place of UNDEF in the line ``VALUES ?directive { UNDEF }``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pyoxigraph import NamedNode

from graph.ask.meaning import documents_asked
from graph.ask.sparql import Rows, select
from graph.errors import UnknownQuestion, WrongArguments
from graph.read.documents import Documents
from graph.read.places import place_named
from graph.store.disk import GraphStore
from graph.words.sentences import Language
from ontology.spelling import slug

_HEAD = re.compile(
    r"""
    \# [ ] vi: [ ] (?P<vi> .+ ) \n
    \# [ ] en: [ ] (?P<en> .+ ) \n
    (?P<parameters> (?: \# [ ] \?\w+: [ ] \w+ \n )* )
    """,
    re.VERBOSE,
)
_PARAMETER = re.compile(r"\?(?P<name>\w+): (?P<kind>\w+)")
_FILLED = re.compile(r"\?(?P<name>\w+)")
_SUFFIX = ".rq"


class Kind(StrEnum):
    """What an argument of a question is."""

    DOCUMENT = "document"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question is asked about."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, what it asks in both languages, its parameters, and the query."""

    name: str
    vietnamese: str
    english: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def asked(self, sentence: str, arguments: Sequence[str]) -> str:
        """Return ``sentence``, one of the question's own, with what it is asked about filled in."""
        about = dict(zip((parameter.name for parameter in self.parameters), arguments, strict=True))
        return _FILLED.sub(lambda found: about[found["name"]], sentence)


@cache
def all_questions() -> tuple[Question, ...]:
    """Return every question in the order of their names."""
    folder = files("graph.ask").joinpath("queries")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(_SUFFIX))
    return tuple(
        parse_question(name.removesuffix(_SUFFIX), folder.joinpath(name).read_text("utf-8"))
        for name in names
    )


def question_named(name: str) -> Question:
    """Return the question with this name, however it is typed; raises UnknownQuestion."""
    wanted = slug(name)
    for question in all_questions():
        if question.name == wanted:
            return question
    raise UnknownQuestion(name, tuple(question.name for question in all_questions()))


def parse_question(name: str, text: str) -> Question:
    """Return the question in ``text``; ValueError where its first lines are not as they must be."""
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"{name}: expected '# vi: …', '# en: …' and '# ?name: kind' first")
    parameters = tuple(
        Parameter(found["name"], Kind(found["kind"]))
        for found in _PARAMETER.finditer(head["parameters"])
    )
    named = {parameter.name for parameter in parameters}
    for sentence in (head["vi"], head["en"]):
        if set(_FILLED.findall(sentence)) != named:
            raise ValueError(f"{name}: expected {sorted(named)} to be named in '{sentence}'")
    for parameter in parameters:
        if text.count(_blank(parameter.name)) != 1:
            raise ValueError(f"{name}: expected one line '{_blank(parameter.name)}'")
    return Question(name, head["vi"], head["en"], parameters, text)


def listed(questions: Sequence[Question], language: Language) -> list[tuple[str, str, str]]:
    """Return the name of each question, what it is asked about, and what it asks."""
    rows = []
    for question in questions:
        sentence = question.vietnamese if language is Language.VI else question.english
        about = [parameter.name.upper() for parameter in question.parameters]
        rows.append((question.name, " ".join(about), question.asked(sentence, about)))
    return rows


def ask(store: GraphStore, name: str, *arguments: str) -> Rows:
    """Return the rows that answer the question ``name``.

    ``arguments`` are numbers (several in one, too), names or places as people type them, in the
    order of the question's parameters. Raises UnknownQuestion, WrongArguments (too few or too
    many), NotFound and Ambiguous for documents, UnknownPlace and AmbiguousPlace for places.
    """
    question = question_named(name)
    if len(arguments) != len(question.parameters):
        expected = tuple(parameter.name for parameter in question.parameters)
        raise WrongArguments(question.name, expected, len(arguments))
    nodes = (
        _documents_meant(store, typed)
        if parameter.kind is Kind.DOCUMENT
        else (place_named(store, typed),)
        for parameter, typed in zip(question.parameters, arguments, strict=True)
    )
    return select(store, bound(question, tuple(nodes)))


def _documents_meant(store: GraphStore, typed: str) -> tuple[NamedNode, ...]:
    """Return what was typed; with a plan its decision, with a decision its plans."""
    documents = Documents(store.dataset)
    meant: dict[str, None] = {}
    for asked in documents_asked(store, typed):
        iri = asked.iri
        meant |= dict.fromkeys((iri, *documents.plans_issued(iri), *documents.issuing(iri)))
    return tuple(map(NamedNode, meant))


def bound(question: Question, nodes: Sequence[Sequence[NamedNode]]) -> str:
    """Return the query of ``question`` asked about ``nodes``: for each parameter one or several.

    A node is written as pyoxigraph writes it, and is an IRI of the graph whatever was typed.
    """
    sparql = question.sparql
    for parameter, meant in zip(question.parameters, nodes, strict=True):
        blank = _blank(parameter.name)
        sparql = sparql.replace(blank, blank.replace("UNDEF", " ".join(map(str, meant))))
    return sparql


def _blank(name: str) -> str:
    return f"VALUES ?{name} {{ UNDEF }}"
