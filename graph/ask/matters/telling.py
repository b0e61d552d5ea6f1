"""Open matters in words, each with the lines that would settle it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from graph.ask.matters.contradictions import open_contradictions
from graph.ask.matters.kinds import ReviewItem, ReviewKind, matter_id
from graph.ask.matters.scans import unconfirmed_scans
from graph.ask.matters.text_pairs import open_matters
from graph.decisions.suggestions import candidates, keys_of, line, reference_cells
from graph.decisions.words import problem_words
from graph.read.decided import all_decided
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.lookup import lasting_name
from graph.read.text_pairs import OpenPair
from graph.store.dataset import Dataset
from graph.values import Found, Step
from graph.words.labels import HEADINGS, name_of, relation_words, rule_words, word
from graph.words.sentences import Language, say
from ontology.bilingual import Bilingual

_FEW: Final = 6
"""How many documents that a reference may mean its message names; the lines have all."""


def unapplied(dataset: Dataset) -> Iterator[ReviewItem]:
    """Yield the decisions that could not be applied."""
    for decided in all_decided(dataset):
        if decided.problem:
            yield ReviewItem(
                id=matter_id(ReviewKind.DECISION, decided.written, decided.who, decided.when),
                kind=ReviewKind.DECISION,
                subject=f"{decided.file}:{decided.line}",
                iri="",
                message_vi=problem_words(decided, Language.VI),
                message_en=problem_words(decided, Language.EN),
                sources=(decided.file,),
            )


def conflicts(some: Iterable[Found], documents: Documents) -> Iterator[ReviewItem]:
    """Yield the dates and issuers of documents that texts contradict each other about."""
    for found in open_contradictions(some, documents):
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


def scans(some: Iterable[Found], documents: Documents) -> Iterator[ReviewItem]:
    """Yield those documents whose own number or day OCR alone has read."""
    for scan in unconfirmed_scans(some, documents):
        yield _matter(
            ReviewKind.SCAN,
            scan.found,
            (scan.found.iri,),
            _both("matter scan", fields=scan.told, text=", ".join(scan.texts)),
            sources=scan.texts,
            lines=scan.lines,
        )


def references(some: Iterable[Found], documents: Documents, links: Links) -> Iterator[ReviewItem]:
    """Yield references of which it is not known which document they mean."""
    for found in some:
        quotes = links.quotes(found.iri)
        meant = list(candidates(documents, keys_of(documents, found.iri)))
        texts = sorted({quote.text for quote in quotes})
        subject, text = reference_cells(documents, found, texts)
        yield _matter(
            ReviewKind.REFERENCE,
            found,
            (found.iri,),
            _both(
                "matter reference" if meant else "matter reference: other",
                quote=quotes[0].quote if quotes else found.number,
                candidates=partial(_few, meant),
            ),
            sources=texts,
            candidates=meant,
            lines=[
                line(decision="merge", subject=subject, object=candidate, text=text)
                for candidate in meant or [""]
            ],
        )


def text_pairs(pairs: Iterable[OpenPair], documents: Documents) -> Iterator[ReviewItem]:
    """Yield pairs of texts that are of one document, or may be."""
    for matter in open_matters(pairs, documents):
        yield _matter(
            ReviewKind.TEXTS,
            matter.found,
            matter.pair.shas,
            _both(matter.sentence, **matter.words),
            sources=matter.pair.names,
            candidates=matter.candidates,
            lines=matter.lines,
        )


def alike(
    pairs: Iterable[tuple[Found, Found]], documents: Documents, links: Links
) -> Iterator[ReviewItem]:
    """Yield pairs of schemes that may be one under two names."""
    for found, other in pairs:
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


def link(step: Step, kind: ReviewKind, documents: Documents) -> ReviewItem:
    """Return the link that is stated with little confidence, or inferred."""
    subject, target = (lasting_name(documents, found) for found in (step.subject, step.object))
    ways = ("reject",) if step.subject.iri == step.object.iri else ("accept", "reject")
    texts = {link.text for link in (step, *step.premises)} - {""}
    return _matter(
        kind,
        step.subject,
        ends_of(step),
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


def ends_of(step: Step) -> tuple[str, str, str]:
    """Return what a link says, whichever words say it."""
    return step.subject.iri, step.relation, step.object.iri


def _few(names: Sequence[str], language: Language) -> str:
    """Return names in words, the first of them where they are many."""
    told = ", ".join(names[:_FEW])
    more = len(names) - _FEW
    return f"{told} {say(language, 'more candidates', count=more)}" if more > 0 else told


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
        id=matter_id(kind, *about),
        kind=kind,
        subject=found.selector or found.number,
        iri=found.iri,
        message_vi=message.vi,
        message_en=message.en,
        sources=tuple(sorted(set(sources))),
        candidates=tuple(candidates),
        lines=tuple(lines),
    )
