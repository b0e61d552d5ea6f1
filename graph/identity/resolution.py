"""Identity across texts: which document a reference means that its own text leaves open.

A number is settled by what other texts and the table of known documents say of its candidates: by
an exact date, a term, a title, or because one candidate alone is possible. A law that a text knows
by its name, and a scheme by a shorter name, is settled likewise. There is no other way: what two
candidates may be, or none, stays open. Only what texts are certain of settles what others
leave open, so the order in which texts are read cannot matter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.reading import Reading
from graph.identity.buckets import LAW_NUMBERS, Statement, settled, statements_of
from graph.identity.candidates import DocumentKey
from graph.identity.laws import law_numbers
from graph.identity.open_numbers import certain_numbers
from graph.identity.text_heads import TextHead, head_of
from ontology.documents.identity import DocumentId


@dataclass(frozen=True, slots=True)
class Resolution:
    """The document that is meant, and what told so.

    ``id`` is None where a person says that it is open: then ``reference`` is its IRI.
    """

    id: DocumentId | None
    by: str
    reference: str = ""

    @property
    def iri(self) -> str:
        """The IRI under which the document stands in the graph."""
        return self.id.iri if self.id else self.reference


Resolutions = Mapping[DocumentKey, Resolution]
"""The documents that more is known of than their own texts say."""


@dataclass(frozen=True, slots=True)
class Said:
    """What many texts say: in each bucket, how many texts say what, and which leave what open."""

    times: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    open: defaultdict[tuple[str, str], list[DocumentKey]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, sha: str, statement: Statement) -> None:
        """Add what the text with this hash says."""
        self.times[statement.bucket][statement.content] += 1
        if statement.key:
            self.open[statement.bucket, statement.content].append((sha, statement.key))


@dataclass(frozen=True, slots=True)
class Testimony:
    """All that identity over texts needs of one text: whoever holds its reading can tell it.

    ``moved`` are its documents of which the table knows that they are in another register.
    """

    head: TextHead
    statements: frozenset[Statement]
    moved: Mapping[DocumentKey, Resolution]


def testimony_of(reading: Reading) -> Testimony:
    """Return what identity needs of a text."""
    return Testimony(head_of(reading), frozenset(statements_of(reading)), by_register(reading))


def resolve(testimonies: Iterable[Testimony], said: Said | None = None) -> Resolutions:
    """Return the documents that more is known of from all texts than from their own one.

    A document that is missing here is what its own reading says: its id, or an unresolved
    reference. What the texts say is added to ``said``, if that is given.
    """
    said = said if said is not None else Said()
    resolutions: dict[DocumentKey, Resolution] = {}
    for testimony in testimonies:
        resolutions |= testimony.moved
        for statement in testimony.statements:
            said.add(testimony.head.sha, statement)
    numbers = law_numbers(said.times.get(LAW_NUMBERS, {}))
    for bucket, contents in sorted(said.times.items()):
        for content, meant in settled(bucket, contents, numbers).items():
            resolutions |= dict.fromkeys(said.open[bucket, content], Resolution(*meant))
    return resolutions


def by_register(reading: Reading) -> dict[DocumentKey, Resolution]:
    """Return the documents of which the table knows that they are in another register."""
    return {
        (reading.source.sha256, document.key): Resolution(right, "known-register")
        for document, identity, right in certain_numbers(reading)
        if right != identity
    }
