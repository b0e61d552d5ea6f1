"""Which references of one text mean the same document, and which document that is.

In this order: what the reference prints; the same text's other references to that number; the one
that stands in the same relation to the same document; the one last met in the same paragraph. One
candidate or none: what stays open is a document of its own, and is never merged by guess.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.grammar.citation import Citation
from extract.head.home import Home
from extract.head.own_document import OwnDocument
from extract.identity.cited_place import place_of
from extract.identity.register import level_of, may_be_issued_by, period_of, register_of, series_of
from extract.reading import MentionKind
from extract.relations.link import SELF, Link
from extract.text.layout import Layout
from ontology.documents.document_types import all_types, type_by_code, type_by_word
from ontology.documents.identity import RegisterNumber
from ontology.documents.known_documents import known_candidates
from ontology.institutions.periods import Period
from ontology.level import Level
from ontology.spelling import slug


@dataclass(frozen=True, slots=True)
class Entry:
    """What register one reference is from: its number, and its period where that is certain."""

    number: RegisterNumber
    period: Period
    level: Level
    place: str
    apart: str = ""
    """What tells it from another document of its register, period and number: place or date."""


def entries_of(
    layout: Layout, own: OwnDocument, citations: Sequence[Citation], links: Sequence[Link]
) -> dict[int, Entry]:
    """Return the entry of each reference by number; SELF stands for the text's own document."""
    home = own.home
    everyone = {
        number: cited
        for number, cited in enumerate(citations)
        if cited.tier is MentionKind.NUMBERED
    }
    if own.citation.symbol is not None:
        everyone = {SELF: own.citation, **everyone}
    whole = {number: cited for number, cited in everyone.items() if cited.symbol is not None}
    entries = {number: _entry(cited, home, layout.flow) for number, cited in whole.items()}
    _mend_slips(whole, entries)
    _mend_types(entries)
    by_digits: dict[str, dict[int, Citation]] = defaultdict(dict)
    for number, cited in whole.items():
        if cited.symbol and cited.symbol.organ:
            by_digits[cited.symbol.digits][number] = cited
    for number, cited in everyone.items():
        if number != SELF and not (cited.symbol and cited.symbol.organ):  # "Nghị quyết 57(-NQ)"
            alike = by_digits.get(cited.number.lstrip("0") or "0", {})
            same = _same_number(cited, alike, entries, home)
            entries[number] = same or entries.get(number) or _open_number(cited, home)
    _settle(layout, everyone, entries, links, home)
    return entries


def _entry(cited: Citation, home: Home, flow: str) -> Entry:
    assert cited.symbol is not None
    level = level_of(cited, home)
    place = place_of(cited, level, home, flow)
    series = series_of(cited.symbol, level, place, cited.issuer)
    register = register_of(cited.symbol, cited.type)
    period = period_of(cited, cited.symbol, level, place, home)
    if series == "tw" and register == "qd-tw" and cited.date:
        for known in known_candidates("tw", "qdi-tw", cited.symbol.digits):
            if known.date == cited.date:
                register = "qdi-tw"
    return Entry(RegisterNumber(series, register, cited.symbol.digits), period, level, place)


def _mend_slips(whole: Mapping[int, Citation], entries: dict[int, Entry]) -> None:
    """Put a symbol that its type word denies ("Chỉ thị số 49-NQ/TW") with the one that is meant.

    Only where the text prints the number with the symbol that the type word asks for.
    """
    slips = {number: cited for number, cited in whole.items() if _is_denied(cited)}
    numbers = {entry.number for entry in entries.values()} if slips else set()
    for number, cited in slips.items():
        meant = [
            other
            for other in numbers
            if other.series == entries[number].number.series
            and other.number == entries[number].number.number
            and other != entries[number].number
            and _code_of(other.register, cited.type)
        ]
        if len(meant) == 1:
            entries[number] = replace(entries[number], number=meant[0])


def _is_denied(cited: Citation) -> bool:
    """Tell whether the type word of a reference is another than that of its symbol."""
    code = cited.symbol.type_code if cited.symbol else ""
    known = bool(code and cited.type) and type_by_code(code) is not None
    return known and not _prints(code, cited.type)


@lru_cache(maxsize=4096)
def _prints(code: str, type_word: str) -> bool:
    """Tell whether documents of a type word print ``code``: QĐ is Quyết định and Quy định."""
    return any(kind.code == code and slug(kind.word) == slug(type_word) for kind in all_types())


def _code_of(register: str, type_word: str) -> bool:
    code = register.split("-", 1)[0]
    kind = type_by_code(code)
    return kind is not None and slug(kind.word) == slug(type_word)


def _mend_types(entries: dict[int, Entry]) -> None:
    """Give a number of the National Assembly without a type word the type of its namesake."""
    known: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for entry in entries.values():
        number = entry.number
        if number.series in ("qh", "ubtvqh") and number.register:
            known[number.series, number.number, entry.period].add(number.register)
    for reference, entry in entries.items():
        number = entry.number
        if number.register:
            continue
        names = known[number.series, number.number, entry.period]
        if len(names) == 1:
            entries[reference] = replace(entry, number=replace(number, register=min(names)))


def _open_number(cited: Citation, home: Home) -> Entry:
    """Return the entry of a number whose symbol is not printed and not known."""
    kind = type_by_word(cited.type)
    level = level_of(cited, home)
    digits = cited.number.lstrip("0") or "0"
    number = RegisterNumber("", slug(kind.code) if kind else "", digits)
    return Entry(
        number, Period(str(cited.year or cited.date.year)), level, place_of(cited, level, home)
    )


def _same_number(
    cited: Citation, whole: Mapping[int, Citation], entries: Mapping[int, Entry], home: Home
) -> Entry | None:
    """Return the one entry of this text that a number without a symbol can mean."""
    digits = cited.number.lstrip("0") or "0"
    fitting = {
        other: entries[other]
        for other, full in whole.items()
        if full.symbol
        and full.symbol.digits == digits
        and slug(full.type or "") == slug(cited.type)
        and (cited.year is None or entries[other].period == str(cited.year))
        and full.date.agrees_with(cited.date)
        and may_be_issued_by(cited, full.symbol, entries[other].level, home)
    }
    if (
        len(
            {(entry.number, entry.period) for entry in fitting.values() if entry.period}
            or {entry.number for entry in fitting.values()}
        )
        == 1
    ):
        return next(
            (entry for entry in fitting.values() if entry.period), next(iter(fitting.values()))
        )
    return None


def _settle(
    layout: Layout,
    everyone: Mapping[int, Citation],
    entries: dict[int, Entry],
    links: Sequence[Link],
    home: Home,
) -> None:
    """Give the references of a group whose period is open the period of their namesake."""
    to = _by_object(links)
    groups: dict[RegisterNumber, list[int]] = defaultdict(list)
    for number in sorted(entries):
        groups[entries[number].number].append(number)
    for group, numbers in groups.items():
        periods = {entries[number].period for number in numbers if entries[number].period}
        for number in numbers:
            if entries[number].period:
                continue
            period = Period()
            if len(periods) == 1 and number != SELF:
                period = next(iter(periods))
            elif len(periods) > 1:
                period = (
                    _of_same_term(number, numbers, entries, everyone)
                    or _in_same_relation(number, numbers, entries, to)
                    or _last_before(number, numbers, entries, layout, everyone)
                )
            elif group.series == "tw":
                period = _by_title(group, everyone[number], home)
            if period:
                entries[number] = replace(entries[number], period=period)
                if not periods and group.series == "tw":
                    periods = {period}


def _by_object(links: Sequence[Link]) -> Mapping[int, Sequence[Link]]:
    to: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        to[link.object].append(link)
    return to


def _of_same_term(
    number: int,
    numbers: Sequence[int],
    entries: Mapping[int, Entry],
    everyone: Mapping[int, Citation],
) -> Period:
    """Return the period of the namesakes that print the same congress term, if it is one."""
    term = everyone[number].term
    periods = {
        entries[other].period
        for other in (numbers if term else ())
        if entries[other].period and everyone[other].term == term
    }
    return periods.pop() if len(periods) == 1 else Period()


def _in_same_relation(
    number: int,
    numbers: Sequence[int],
    entries: Mapping[int, Entry],
    to: Mapping[int, Sequence[Link]],
) -> Period:
    """Return the period of the one namesake that stands in the same relation, else nothing.

    ``to`` are the links by the reference that is their object.
    """
    subjects = {
        (link.relation, entries[link.subject].number)
        for link in to.get(number, ())
        if link.subject in entries
    }
    related = {
        entries[other].period
        for other in (numbers if subjects else ())
        if other != number and entries[other].period
        for link in to.get(other, ())
        if link.subject in entries and (link.relation, entries[link.subject].number) in subjects
    }
    return next(iter(related)) if len(related) == 1 else Period()


def _last_before(
    number: int,
    numbers: Sequence[int],
    entries: Mapping[int, Entry],
    layout: Layout,
    everyone: Mapping[int, Citation],
) -> Period:
    """Return the period of the namesake that came last before in the paragraph, else nothing."""
    block = layout.block_at(everyone[number].start) if number != SELF else None
    before = [
        other
        for other in numbers
        if other != SELF
        and other < number
        and entries[other].period
        and block is layout.block_at(everyone[other].start)
    ]
    return entries[before[-1]].period if before else Period()


def _by_title(number: RegisterNumber, cited: Citation, home: Home) -> Period:
    """Return the term of the one known document of this number whose subject the title repeats."""
    title = set(slug(cited.name).split("-")) if cited.name else set()
    if len(title) < 4:
        return Period()
    fitting = []
    for known in known_candidates(number.series, number.register, number.number):
        subject = set(slug(known.subject).split("-"))
        if len(subject & title) >= 4 and len(subject & title) >= 0.6 * len(subject):
            fitting.append(known)
    if len(fitting) == 1 and not home.written.year.is_before(fitting[0].date.year):
        return fitting[0].id.period
    return Period()
