"""What a graph tells that an earlier one did not: documents, who carries out what, findings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from graph.ask.checks import Finding, run_checks
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.places import place_names
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.values import Found
from graph.words.labels import called, place_words
from graph.words.sentences import Language


@dataclass(frozen=True, slots=True)
class Link:
    """That one document carries out another, by the relation that texts state."""

    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a graph tells: documents whose text is held and links, by IRI, and findings.

    ``names`` are what people call the documents, those below the centre with their place.
    """

    held: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    names: "dict[str, str] | None" = None


@dataclass(frozen=True, slots=True)
class News:
    """What is new: names of documents, links between names, findings."""

    documents: tuple[str, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


def told_by(store: GraphStore, language: Language) -> Told:
    """Return what a graph tells."""
    dataset = local_copy(store.dataset)
    documents = Documents(dataset)
    held = {
        quad.subject.value
        for quad in dataset.quads_for_pattern(None, ld.HAS_TEXT, None, None)
        if isinstance(quad.subject, NamedNode)
    }
    links = {
        Link(quad.subject.value, ld.RELATION_NAMES[predicate], quad.object.value)
        for predicate in ld.CARRYING_OUT
        for quad in dataset.quads_for_pattern(None, predicate, None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    known = sorted(held.union(*((link.subject, link.object) for link in links)))
    places = place_names(documents, known)
    names = {iri: _name(documents.found(iri), places, language) for iri in known}
    ordered = sorted(links, key=lambda link: (link.subject, link.object, link.relation))
    findings = run_checks(replace(store, dataset=dataset))
    return Told(tuple(sorted(held)), tuple(ordered), findings, names)


def news_since(before: Told, after: Told) -> News:
    """Return what ``after`` tells and ``before`` did not."""
    names = after.names or {}
    known = {(finding.rule, finding.iri, finding.message_en) for finding in before.findings}
    return News(
        documents=tuple(names[iri] for iri in _fresh(after.held, before.held)),
        links=tuple(
            Link(names[link.subject], link.relation, names[link.object])
            for link in after.links
            if link not in set(before.links)
        ),
        findings=tuple(
            finding
            for finding in after.findings
            if (finding.rule, finding.iri, finding.message_en) not in known
        ),
    )


def _fresh(after: Sequence[str], before: Sequence[str]) -> list[str]:
    known = set(before)
    return [each for each in after if each not in known]


def _name(found: Found, places: dict[str, str], language: Language) -> str:
    name = called(found, places, language)
    if not found.place or name.endswith(")"):
        return name
    return f"{name} ({place_words(found.place, places)})"
