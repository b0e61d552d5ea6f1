"""Open matters: what a person should decide, and the line that would settle each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from hashlib import sha256

from pyoxigraph import NamedNode

from graph.ask.matters.alike import alike_schemes
from graph.ask.matters.contradictions import open_contradictions
from graph.ask.matters.scans import unconfirmed_scans
from graph.ask.matters.text_pairs import open_matters
from graph.decisions.suggestions import candidates, line, reference_cells
from graph.decisions.words import problem_words
from graph.rdf import vocabulary as ld
from graph.read.assertions import SURE
from graph.read.decided import all_decided
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.lookup import lasting_name
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.values import Found, Step
from graph.words.labels import HEADINGS, name_of, relation_words, rule_words, word
from graph.words.sentences import Language, say
from ontology.bilingual import Bilingual


class ReviewKind(StrEnum):
    """What is open, the most pressing first."""

    DECISION = "decision"
    CONFLICT = "conflict"
    SCAN = "scan"
    REFERENCE = "reference"
    TEXTS = "texts"
    ALIKE = "alike"
    UNSURE = "unsure"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One open matter, with ``lines`` that settle it in one way or another.

    ``id`` stays the same as long as the matter is open. ``subject`` is what to type to see the
    document, ``iri`` its IRI; ``candidates`` are the documents that a reference may mean, or the
    values that contradict each other; ``sources`` the names of the texts (or of the file of
    decisions) that it comes from. Who, when and why stand empty in a line, for a person to fill in.
    """

    id: str
    kind: ReviewKind
    subject: str
    iri: str
    message_vi: str
    message_en: str
    sources: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def message(self) -> Bilingual:
        """What it says, in both languages."""
        return Bilingual(self.message_vi, self.message_en)


def review_items(store: GraphStore) -> tuple[ReviewItem, ...]:
    """Return all that is open in a store, what people decided already left out."""
    documents = Documents(local_copy(store.dataset))
    documents.read_all()
    links = Links(documents)
    links.assertions.read_all()
    return (
        *_decisions(documents),
        *_in_order(_conflicts(documents)),
        *_in_order(_scans(documents)),
        *_in_order(_references(documents, links)),
        *_in_order(_texts(documents)),
        *_alike(documents, links),
        *_in_order(_links(documents, links)),
    )


def _in_order(items: Iterable[ReviewItem]) -> list[ReviewItem]:
    kinds = tuple(ReviewKind)
    return sorted(items, key=lambda item: (kinds.index(item.kind), item.subject, item.iri, item.id))


def _decisions(documents: Documents) -> Iterator[ReviewItem]:
    """Yield the decisions that could not be applied."""
    for decided in all_decided(documents.dataset):
        if decided.problem:
            yield ReviewItem(
                id=_id(ReviewKind.DECISION, decided.written, decided.who, decided.when),
                kind=ReviewKind.DECISION,
                subject=f"{decided.file}:{decided.line}",
                iri="",
                message_vi=problem_words(decided, Language.VI),
                message_en=problem_words(decided, Language.EN),
                sources=(decided.file,),
            )


def _conflicts(documents: Documents) -> Iterator[ReviewItem]:
    """Yield the dates and issuers that texts contradict each other about."""
    for found in open_contradictions(_all(documents, ld.DOCUMENT), documents):
        yield _matter(
            ReviewKind.CONFLICT,
            found.document,
            (found.document.iri, found.field),
            _both(
                "matter conflict",
                field=partial(_field_words, found.field),
                values=found.told,
            ),
            sources=found.texts,
            candidates=found.values,
            lines=found.lines,
        )


def _scans(documents: Documents) -> Iterator[ReviewItem]:
    """Yield the documents whose own number or day OCR alone has read."""
    for scan in unconfirmed_scans(_all(documents, ld.DOCUMENT), documents):
        yield _matter(
            ReviewKind.SCAN,
            scan.found,
            (scan.found.iri,),
            _both("matter scan", fields=scan.told, text=", ".join(scan.texts)),
            sources=scan.texts,
            lines=scan.lines,
        )


def _references(documents: Documents, links: Links) -> Iterator[ReviewItem]:
    """Yield the references of which it is not known which document they mean."""
    for found in _all(documents, ld.UNRESOLVED_REFERENCE):
        quotes = links.quotes(found.iri)
        meant = list(candidates(documents, found))
        texts = sorted({quote.text for quote in quotes})
        subject, text = reference_cells(documents, found, texts)
        yield _matter(
            ReviewKind.REFERENCE,
            found,
            (found.iri,),
            _both(
                "matter reference" if meant else "matter reference: other",
                quote=quotes[0].quote if quotes else found.number,
                candidates=", ".join(meant),
            ),
            sources=texts,
            candidates=meant,
            lines=[
                line(decision="merge", subject=subject, object=candidate, text=text)
                for candidate in meant or [""]
            ],
        )


def _texts(documents: Documents) -> Iterator[ReviewItem]:
    """Yield the pairs of texts that are of one document, or may be."""
    for matter in open_matters(documents):
        yield _matter(
            ReviewKind.TEXTS,
            matter.found,
            matter.pair.shas,
            _both(matter.sentence, **matter.words),
            sources=matter.pair.names,
            candidates=matter.candidates,
            lines=matter.lines,
        )


def _alike(documents: Documents, links: Links) -> Iterator[ReviewItem]:
    """Yield the pairs of schemes that may be one under two names."""
    for found, other in alike_schemes(documents):
        subject, target = lasting_name(documents, found), lasting_name(documents, other)
        quotes = (*links.quotes(found.iri), *links.quotes(other.iri))
        yield _matter(
            ReviewKind.ALIKE,
            found,
            (found.iri, other.iri),
            _both("matter alike", subject=name_of(found), object=name_of(other)),
            sources={quote.text for quote in quotes},
            candidates=[target],
            lines=[line(decision="merge", subject=subject, object=target)],
        )


def _links(documents: Documents, links: Links) -> Iterator[ReviewItem]:
    """Yield the links that a text states with little confidence, and those that are inferred."""
    dataset = documents.dataset
    seen: set[tuple[str, str, str]] = set()
    for status, kind in (
        (ld.ACCEPTED, ReviewKind.UNSURE),
        (ld.PROPOSED, ReviewKind.UNSURE),
        (ld.INFERRED, ReviewKind.INFERRED),
    ):
        steps = [
            links.assertions.step(quad.subject)
            for quad in dataset.quads_for_pattern(None, ld.STATUS, status, None)
            if isinstance(quad.subject, NamedNode)
        ]
        sure = {
            _ends(step) for step in steps if step.confidence >= SURE or step.relation == "cites"
        }
        for step in sorted(steps, key=lambda step: (-step.confidence, step.text, step.start)):
            unsure = status != ld.ACCEPTED or _ends(step) not in sure
            if unsure and _ends(step) not in seen:
                seen.add(_ends(step))
                yield _link(documents, step, kind)


def _ends(step: Step) -> tuple[str, str, str]:
    return step.subject.iri, step.relation, step.object.iri


def _link(documents: Documents, step: Step, kind: ReviewKind) -> ReviewItem:
    subject, target = (lasting_name(documents, found) for found in (step.subject, step.object))
    ways = ("reject",) if step.subject.iri == step.object.iri else ("accept", "reject")
    texts = {link.text for link in (step, *step.premises)} - {""}
    return _matter(
        kind,
        step.subject,
        _ends(step),
        _both(
            f"matter {kind}",
            subject=name_of(step.subject),
            relation=lambda language: relation_words(
                language, step.relation, review=step.review, years=step.years, part=step.part
            ),
            object=name_of(step.object),
            quote=step.quote,
            confidence=f"{step.confidence:.2f}",
            rule=lambda language: rule_words(language, step.rule),
        ),
        sources=texts,
        lines=[
            line(decision=way, subject=subject, relation=step.relation, object=target)
            for way in ways
        ],
    )


def _all(documents: Documents, kind: NamedNode) -> Iterator[Found]:
    """Yield every document of a kind, in order."""
    quads = documents.dataset.quads_for_pattern(None, ld.TYPE, kind, ld.DOCUMENTS_GRAPH)
    iris = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    yield from map(documents.found, sorted(iris))


def _both(key: str, **values: str | Callable[[Language], str]) -> Bilingual:
    """Return a sentence in both languages; what differs between them is asked for each."""
    vi, en = (
        say(
            language,
            key,
            **{
                name: value if isinstance(value, str) else value(language)
                for name, value in values.items()
            },
        )
        for language in (Language.VI, Language.EN)
    )
    return Bilingual(vi, en)


def _field_words(field: str, language: Language) -> str:
    return word(HEADINGS, language, field).lower()


def _matter(
    kind: ReviewKind,
    found: Found,
    about: tuple[str, ...],
    message: Bilingual,
    *,
    sources: Iterable[str],
    candidates: Iterable[str] = (),
    lines: Iterable[str] = (),
) -> ReviewItem:
    return ReviewItem(
        id=_id(kind, *about),
        kind=kind,
        subject=found.selector or found.number,
        iri=found.iri,
        message_vi=message.vi,
        message_en=message.en,
        sources=tuple(sorted(set(sources))),
        candidates=tuple(candidates),
        lines=tuple(lines),
    )


def _id(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()[:8]
