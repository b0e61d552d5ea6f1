"""What a text says of each document that it means: all its references to one, put together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.grammar.citation import Citation
from extract.grammar.titles import title_after
from extract.head.home import Home
from extract.head.own_document import OwnDocument
from extract.identity.cited_place import place_of
from extract.identity.law_numbers import title_of_amending
from extract.identity.naming import id_of_name, shortened
from extract.identity.resolution import Entry
from extract.reading import Document
from extract.text.layout import Layout
from ontology.dates import PartialDate
from ontology.documents.document_types import TypeUse, type_by_code, words_used
from ontology.documents.identity import DocumentId, reference_iri
from ontology.institutions.periods import NAMED
from ontology.level import Level
from ontology.spelling import slug

_Text = TypeVar("_Text", bound=str)


def own_record(layout: Layout, own: OwnDocument) -> Document:
    """Return the text's own document where its head prints no number."""
    header, home = own.header, own.home
    text = shortened(slug(f"{header.title} {header.date}"))
    place = home.path(home.level)
    dated = place and header.title and header.date.day
    identity = DocumentId(place, NAMED, "", text) if dated else None
    iri = identity.iri if identity else reference_iri("self", layout.source.sha256)
    printed = _printed("self", identity, iri, [own.citation], own.citation)
    return replace(printed, level=home.level, place=place)


def _printed(
    key: str, identity: DocumentId | None, iri: str, group: Sequence[Citation], best: Citation
) -> Document:
    """Return a document with what the references of ``group`` print of it, ``best`` above all."""
    return Document(
        key=key,
        id=identity,
        iri=iri,
        type=best.type,
        number=best.number,
        dates=_dates(group),
        issuers=_values(citation.issuer for citation in group),
        title=best.name,
    )


def numbered_record(
    layout: Layout, entry: Entry, group: Sequence[Citation], own_title: str, *, namesake: bool
) -> Document:
    """Return the document that the references of ``group`` mean, which print its number.

    ``own_title`` is that of the text; ``namesake`` tells that the text means another document of
    that number as well.
    """
    number = entry.number
    best = group[0] if len(group) == 1 else max(group, key=_completeness)
    complete = bool(number.series and number.register and entry.period and not entry.apart)
    parts = (number.series, entry.period, number.register, number.number)
    doc_id = DocumentId(*parts) if complete else None
    iri = doc_id.iri if doc_id else _open_iri(layout, entry, group)
    term = next((citation.term for citation in group if citation.term), "") or _term_of(entry)
    key = str(best.symbol) if best.symbol else f"{best.type} {number.number}".strip()
    if namesake:
        key += f"@{entry.apart or term or entry.period or 'open'}"
    return replace(
        _printed(key, doc_id, iri, group, _in_words_of(layout.flow, group, best, own_title)),
        symbol=best.printed,
        term=term,
        level=entry.level,
        place=entry.place,
        series=number.series,
        register=number.register,
    )


def _completeness(cited: Citation) -> tuple[bool, bool]:
    return cited.symbol is not None, cited.printed != ""


def _in_words_of(flow: str, group: Sequence[Citation], best: Citation, own_title: str) -> Citation:
    """Return ``best`` with the type and the title that the whole of ``group`` gives."""
    kind, title = _type_of(group), _title_of(flow, group, own_title)
    if (kind, title) == (best.type, best.name):
        return best  # what copies a reference takes longer than to compare
    return replace(best, type=kind, name=title)


def _title_of(flow: str, group: Sequence[Citation], own_title: str) -> str:
    """Return the name of the document, else the title that most of its references print.

    Of several it is the first; empty where none prints one. At the end of the text's own title
    another's may go on with the text's words: "hướng dẫn Nghị định A quy định chi tiết Luật B |
    đối với quân nhân". One printed elsewhere that it begins with is whole.
    """
    for citation in group:
        if citation.name:
            return citation.name
    printed = [
        title_of_amending(flow, cited)
        or title_after(flow, cited.start, cited.end, cited.fields_end)
        for cited in group
    ]
    if len(printed) == 1:
        return printed[0]
    counts = Counter(filter(None, printed))
    title = counts.most_common(1)[0][0] if counts else ""
    if title and own_title.endswith(title):
        whole = (other for other in counts if title.startswith(f"{other} "))
        title = max(whole, key=len, default=title)
    return title


def _open_iri(layout: Layout, entry: Entry, group: Sequence[Citation]) -> str:
    """Return the IRI of a reference whose document is open.

    Only a full date makes it one with the references of other texts.
    """
    number = entry.number
    clues = (number.series, number.register, number.number)
    dates = _dates(group)
    day = next((day for day in dates if day.day), "")
    if number.series and number.register and day:
        return reference_iri(*clues, day)
    apart = [entry.apart] if entry.apart else []
    return reference_iri(*clues, entry.period, *apart, layout.source.sha256)


def _term_of(entry: Entry) -> str:
    term = entry.period.term if entry.number.series == "tw" else None
    return term.roman if term else ""


def _type_of(group: Sequence[Citation]) -> str:
    """Return the type word that the text gives most often, else the one of the symbol."""
    said = [citation.type for citation in group if citation.type]
    if said:
        return said[0] if len(said) == 1 else Counter(said).most_common(1)[0][0]
    symbol = next((citation.symbol for citation in group if citation.symbol), None)
    kind = type_by_code(symbol.type_code) if symbol and symbol.type_code else None
    return kind.word if kind else ""


def _dates(group: Sequence[Citation]) -> tuple[PartialDate, ...]:
    """Return the dates that references print; beside a whole day a bare year is of the deed.

    "Thực hiện Nghị quyết số 35-NQ/TW năm 2024" says in which year a resolution of 2018 is worked
    on.
    """
    dates = [citation.date for citation in group if citation.date]
    if any(date.day for date in dates):
        dates = [date for date in dates if date.month]
    return _values(dates)


def _values(values: Iterable[_Text]) -> tuple[_Text, ...]:
    """Return each value once, the most frequent first; part of another value is not a new one."""
    counts: dict[_Text, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    if len(counts) < 2:
        return tuple(counts)
    kept: list[_Text] = []
    for value in sorted(counts, key=lambda value: -counts[value]):
        if not any(slug(value) in slug(other) or slug(other) in slug(value) for other in kept):
            kept.append(value)
    return tuple(kept)


SCHEMES = words_used(TypeUse.SCHEME)
"""Types whose names hold their period, so that the name alone tells them apart."""


def named_record(
    layout: Layout,
    group: Sequence[Citation],
    level: Level | None,
    home: Home,
    decision: Document | None,
) -> Document:
    """Return the document that the references of ``group`` mean by name.

    Where no level is known it is one of the centre. ``decision`` is what issues it, where the text
    says so: an attachment is told apart from its namesakes by the decision's own key.
    """
    best = max(group, key=lambda citation: (citation.date.precision, len(citation.name)))
    level = level or Level.CENTRAL
    identity = id_of_name(best, level, home)
    if identity and decision and best.type not in SCHEMES:
        name = shortened(f"{identity.number}-{slug(str(decision.id))}")
        identity = replace(identity, number=name) if decision.id else None
    iri = identity.iri if identity else reference_iri("name", slug(best.name), layout.source.sha256)
    key = slug(best.name)[:80].strip("-")
    where = level, "" if level is Level.CENTRAL else place_of(best, level, home)
    return _named(_printed(key, identity, iri, group, best), group, *where)


def _named(printed: Document, group: Sequence[Citation], level: Level, place: str) -> Document:
    term = next((cited.term for cited in group if cited.term), "")
    return replace(printed, term=term, level=level, place=place)
