"""Checks of what is said of one document, and of documents that share a register."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile

from graph.conflicts import conflict
from graph.documents import Documents
from graph.findings import Finding, Severity
from graph.links import Links
from graph.record import Record
from ontology.identity import NAMED
from ontology.level import Level
from ontology.terms import congress, local_terms_near

_FULL_DATE = len("2013-06-03")
_SOURCES = 5

Dated = tuple[int, str, str]
"""Number, date and IRI of a document."""


def conflicts(documents: Documents, records: Iterable[Record]) -> Iterator[Finding]:
    """Yield the documents that texts give two issuers or two dates."""
    for record in records:
        for name, vi, en in (
            ("issuer", "cơ quan ban hành", "issuers"),
            ("date", "ngày ban hành", "dates"),
        ):
            values = record.stated.get(name, {})
            if conflict(name, values, record.place):
                listed = " / ".join(sorted(values))
                graphs = {graph for found in values.values() for graph in found}
                yield Finding(
                    rule=f"conflicting-{en}",
                    severity=Severity.WARNING,
                    subject=documents.found(record.iri).selector,
                    message_vi=f"các văn bản nêu khác nhau về {vi}: {listed}",
                    message_en=f"texts give different {en}: {listed}",
                    sources=tuple(sorted(map(documents.text_name, graphs))),
                    iri=record.iri,
                )


def open_references(documents: Documents, records: Iterable[Record]) -> Iterator[Finding]:
    """Yield the references of which it is not known which document they mean."""
    links = Links(documents)
    for record in records:
        if record.identity is not None:
            continue
        quotes = links.quotes(record.iri)
        words = f"“{quotes[0].quote}”" if quotes else record.number
        yield Finding(
            rule="open-reference",
            severity=Severity.INFO,
            subject=documents.found(record.iri).selector,
            message_vi=f"chưa xác định {words} là văn bản nào (thiếu nơi ban hành, khóa hoặc năm)",
            message_en=f"not known which document {words} is (place, term or year is missing)",
            sources=tuple(sorted({quote.text for quote in quotes})),
            iri=record.iri,
        )


def dates_outside(documents: Documents, records: Iterable[Record]) -> Iterator[Finding]:
    """Yield the documents dated outside the term or the year that their number belongs to."""
    for record in records:
        day = _day(record.best("date"))
        if record.identity is None or day is None:
            continue
        period = record.identity.period
        if _lies_in(day, period, record.best("level")):
            continue
        graphs = record.stated["date"][day.isoformat()]
        yield Finding(
            rule="date-outside-term",
            severity=Severity.WARNING,
            subject=documents.found(record.iri).selector,
            message_vi=f"ngày {day.isoformat()} nằm ngoài khóa hoặc năm của số hiệu ({period})",
            message_en=f"the date {day.isoformat()} lies outside the number's period ({period})",
            sources=tuple(sorted(map(documents.text_name, graphs))),
            iri=record.iri,
        )


def number_order(documents: Documents, records: Iterable[Record]) -> Iterator[Finding]:
    """Yield the documents whose numbers fall while the dates of their register rise.

    Of each register the longest run in order is taken to be right; what stands outside it is
    reported, beside the nearest document that it contradicts.
    """
    registers: defaultdict[tuple[str, str, str], list[Dated]] = defaultdict(list)
    for record in records:
        identity, day = record.identity, record.best("date")
        if identity is None or identity.period == NAMED or _day(day) is None:
            continue
        digits = "".join(takewhile(str.isdigit, identity.number))
        if digits:
            key = (identity.series, identity.period, identity.symbol)
            registers[key].append((int(digits), day, record.iri))
    for register in registers.values():
        for (_, day, iri), (_, other_day, other) in _out_of_order(sorted(register)):
            name = documents.found(other).selector
            yield Finding(
                rule="number-order",
                severity=Severity.WARNING,
                subject=documents.found(iri).selector,
                message_vi=f"ngày {day} không theo thứ tự số: {name} đề ngày {other_day}",
                message_en=f"dated {day}, out of the order of numbers: {name} is dated {other_day}",
                sources=_dated_in(documents, iri, day),
                iri=iri,
            )


def _dated_in(documents: Documents, iri: str, day: str) -> tuple[str, ...]:
    graphs = documents.record(iri).stated["date"][day]
    return tuple(sorted(map(documents.text_name, graphs)))


def _out_of_order(register: list[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Yield what stands outside the longest run of rising dates, and one that it contradicts."""
    kept = _longest_run([day for _, day, _ in register])
    run = [register[place] for place in kept]
    inside = set(kept)
    for place, outlier in enumerate(register):
        if place in inside:
            continue
        before = [one for one in run if one[:1] <= outlier[:1] and one[1] > outlier[1]]
        after = [one for one in run if one[:1] >= outlier[:1] and one[1] < outlier[1]]
        yield outlier, (before[-1:] + after[:1])[0]


def _longest_run(days: list[str]) -> list[int]:
    """Return the places of the longest run of days that never fall."""
    lasts: list[str] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, day in enumerate(days):
        length = bisect_right(lasts, day)
        before.append(places[length - 1] if length else None)
        lasts[length : length + 1] = [day]
        places[length : length + 1] = [place]
    run: list[int] = []
    step = places[-1] if places else None
    while step is not None:
        run.append(step)
        step = before[step]
    return run[::-1]


def _day(text: str) -> date | None:
    if len(text) != _FULL_DATE:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lies_in(day: date, period: str, level: str) -> bool:
    if period.isdigit():
        return str(day.year) == period
    if period.startswith("nk"):
        near = local_terms_near(day, Level(level)) if level else ()
        return not near or period in near
    term = congress(period[1:]) if period[:1] == "k" and period[1:].isdigit() else None
    return term is None or term.holds(day)
