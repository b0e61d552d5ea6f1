"""The citations of a draft held against the collection, one after the other."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extract.reading import Reading
from graph.ask.drafts.cited import Cited, citations_of, ended_by_itself
from graph.ask.drafts.finding import DraftFinding, FindingKind, placed
from graph.ask.drafts.force import ended, no_longer_in_force
from graph.ask.drafts.holders import holders_of
from graph.ask.drafts.identity_faults import impossible, meant_by
from graph.ask.drafts.number_order import out_of_order
from graph.ask.drafts.other_number import of_another_number
from graph.ask.rules import Severity
from graph.identity.candidates import own_dates
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.disk import GraphStore
from ontology.dates import today


def check_draft(store: GraphStore, reading: Reading) -> tuple[DraftFinding, ...]:
    """Return what in a draft does not fit the collection, in the order of the draft.

    Each citation has at most one finding on what it says of the document, and one on whether that
    was in force on the draft's own day, today where it has none. The same is said of one document
    once.
    """
    documents = Documents(store.dataset)
    without = ld.text_graph(reading.source.sha256).value
    meant: dict[str, list[Cited]] = {}
    found: list[DraftFinding] = []
    for cited in citations_of(reading):
        iri, finding = _held_against(documents, cited, without)
        if finding:
            found.append(finding)
        if iri and cited.mention.document not in ended_by_itself(reading):
            meant.setdefault(iri, []).append(cited)
    found += _out_of_force(store, documents, reading, meant)
    return tuple(sorted(_once(found), key=lambda one: (one.start, one.kind)))


def is_fault(finding: DraftFinding) -> bool:
    """Tell whether a finding is a fault, and not a note alone."""
    return finding.severity is not Severity.INFO


def _held_against(
    documents: Documents, cited: Cited, without: str
) -> tuple[str, DraftFinding | None]:
    """Return the IRI of the document that a citation means, and what does not fit."""
    holders = holders_of(documents, cited, without)
    meant = meant_by(documents, cited, holders)
    iri = meant.holder.record.iri if meant.holder else ""
    if meant.finding:
        return iri, meant.finding
    if contradiction := impossible(cited):
        return iri, contradiction
    if meant.holder and meant.holder.stated("date"):
        return iri, None
    other = of_another_number(documents, cited, without)
    finding = other or out_of_order(documents, cited, without)
    if finding or holders:
        return iri, finding
    return "", placed(cited, FindingKind.UNKNOWN, Severity.INFO)


def _out_of_force(
    store: GraphStore, documents: Documents, reading: Reading, meant: dict[str, list[Cited]]
) -> Iterator[DraftFinding]:
    now = today()
    written = _written(reading) or now
    over = ended(store, meant, written, now, reading.source.name)
    for iri, row in over.items():
        for cited in meant[iri]:
            finding = no_longer_in_force(cited, reading, documents.found(iri).selector, row)
            if finding:
                yield finding


def _written(reading: Reading) -> date | None:
    """Return the day that a draft gives itself, None where it leaves it open."""
    return max((day.day for day in own_dates(reading) if day.day), default=None)


def _once(findings: list[DraftFinding]) -> Iterator[DraftFinding]:
    """Yield each finding where it stands first."""
    seen: set[DraftFinding] = set()
    for finding in sorted(findings, key=lambda one: one.start):
        anywhere = replace(finding, words="", start=0, end=0, page=0)
        if anywhere not in seen:
            seen.add(anywhere)
            yield finding
