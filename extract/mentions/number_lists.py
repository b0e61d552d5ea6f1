"""Lists of numbers that print once what their members share: type, symbol, issuer, term or date.

"217, 218-QĐ/TW", "các Nghị định số 36, 39 và 40/2009/NĐ-CP".
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after
from extract.grammar.prior_issuer import issued_before
from extract.grammar.type_words import type_word_before
from extract.reading import MentionKind
from ontology.dates import NO_DATE
from ontology.documents.symbol import Symbol

_MEMBERS = re.compile(
    r"(?:(?<=[ (:])|^)(?P<members>(?:\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?"
    r"(?:[ ]?(?:,|;|/|và|-|&|đến)[ ]*(?:số[ ]+)?))+)$"
)
_MEMBER = re.compile(r"(?P<number>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?")
_NEXT_OF_HEAD = re.compile(r"[^\n]*(?:[;,]|[ ]và)[ ]*(?:và[ ])?số[ ]+")
_LONGEST_TITLE = 300
_LONGEST_SEPARATOR = 12
_WINDOW = 70
_FROM = re.compile(r"[ ]từ[ ](?:số[ ]*:?[ ]*)?$")
"""What begins a range: "các Quyết định từ số 5 đến số 9/QĐ-UBND"."""
_LISTED = re.compile(r"[ ]*(?:[,;]|và|,[ ]và|cùng|&)?[ ]*(?:(?:số|Số)[ ]*:?)?[ ]*")
"""What stands between two members of a list."""
_COMMITTEE = re.compile(r"Ban (?!Chấp hành|Thường vụ|Bí thư|Ban )")
"""What writes with the letters of its council, and issues none of the council's resolutions."""
_SAME_DAY = re.compile(r"[ ](?:ban hành )?cùng ngày(?=[ ]*(?:[.;,)\n]|của |về |và |$))")
"""What gives a reference the day of the one before; ", cùng ngày" may begin what comes next."""
_SENTENCE_END = re.compile(r"[.!?][ ]|\n")
_LIST_MARKS = (",", ";", "/", "-", "&", "và", "đến")


def members_before(flow: str, last: Citation, start: int, symbol: Symbol) -> Iterator[Citation]:
    """Yield the numbers before ``start`` that share the symbol of ``last``."""
    if not flow[max(0, start - 5) : start].rstrip(" số").endswith(_LIST_MARKS):
        return
    window_start = max(0, start - _WINDOW)
    found = _MEMBERS.search(flow[window_start:start])
    if found is None:
        return
    offset = window_start + found.start("members")
    word_start, kind = type_word_before(flow, offset)
    if kind is None and (ranged := _FROM.search(flow, max(0, offset - 12), offset)):
        word_start, kind = offset, type_word_before(flow, ranged.start())[1]
    if kind is None:
        return
    for number, member in enumerate(_MEMBER.finditer(found["members"])):
        year = int(member["year"]) if member["year"] else symbol.year
        here = offset + member.start()
        yield Citation(
            start=word_start if number == 0 else here,
            end=offset + member.end(),
            fields_end=offset + member.end(),
            tier=MentionKind.NUMBERED,
            type=kind.word,
            number=member["number"],
            printed=last.printed,
            symbol=Symbol(member["number"], symbol.type_code, symbol.organ, year, symbol.dashed),
            year=year,
            date=last.date,
            issuer=last.issuer,
            term=last.term,
        )


def with_shared_fields(flow: str, found: list[Citation]) -> list[Citation]:
    """Return the references with what a list prints once, at its head or behind its end."""
    found = list(_without_dates_of_next_clause(flow, found))
    if "cùng ngày" in flow:
        for index in range(1, len(found)):
            found[index] = _of_the_same_day(flow, found[index - 1], found[index])
    for index in range(1, len(found)):
        found[index] = _with_fields_of_head(flow, found[index - 1], found[index])
    in_full = {(cited.type, cited.number) for cited in found if cited.symbol is not None}
    for index in range(len(found) - 2, -1, -1):
        citation, after = found[index], found[index + 1]
        known = citation.symbol is None and (citation.type, citation.number) in in_full
        # "Nghị quyết 71 và Nghị quyết 281 của Chính phủ": the first was printed in full.
        if known or not _may_share(flow, citation, after):
            continue
        alike = (
            citation.symbol is not None
            and after.symbol is not None
            and citation.symbol.register == after.symbol.register
            and citation.year is after.year is None
        )
        elliptical = alike and not flow[after.start].isalpha()
        if (citation.issuer and not elliptical) or not (
            after.issuer or (elliptical and after.date)
        ):
            continue
        found[index] = replace(
            citation,
            type=citation.type or (after.type if alike else ""),
            issuer=citation.issuer or after.issuer,
            term=citation.term or after.term,
            date=citation.date or (after.date if alike else NO_DATE),
        )
    for index in range(1, len(found)):
        before, citation = found[index - 1], found[index]
        elliptical = not citation.type and not flow[citation.start].isalpha()
        same = (
            elliptical
            and before.symbol is not None
            and citation.symbol is not None
            and before.symbol.register == citation.symbol.register
        )
        if same and _LISTED.fullmatch(flow[before.fields_end : citation.start]):
            found[index] = replace(citation, type=before.type)
    return found


def with_issuer_of_list(
    flow: str, bare: Sequence[Citation], whole: Collection[tuple[str, str]]
) -> list[Citation]:
    """Return numbers without symbols, each with whose the list is that it stands in.

    "Nghị quyết 57, Nghị quyết 68 của Bộ Chính trị"; what is printed in ``whole`` somewhere has an
    issuer of its own.
    """
    told = list(bare)
    for index in range(len(told) - 2, -1, -1):
        cited, after = told[index], told[index + 1]
        said = cited.issuer or cited.date or cited.symbol or cited.year
        if said or cited.type != after.type or after.date or not after.issuer:
            continue
        met = (cited.type, cited.number.lstrip("0")) in whole
        if not met and _LISTED.fullmatch(flow[cited.fields_end : after.start]):
            told[index] = replace(cited, issuer=after.issuer, term=after.term)
    return told


def _may_share(flow: str, cited: Citation, after: Citation) -> bool:
    """Tell whether ``after`` is the next of a list, with the letters of the same body."""
    between = flow[cited.fields_end : after.start]
    near = 0 < len(between) <= _LONGEST_SEPARATOR and _organ(cited) == _organ(after)
    if cited.type != after.type and _COMMITTEE.match(after.issuer):
        return False
    return near and _LISTED.fullmatch(between) is not None


def _of_the_same_day(flow: str, before: Citation, cited: Citation) -> Citation:
    """Return ``cited`` with the day of the reference before, where it is "cùng ngày".

    "Số 20-NQ/TW ngày 25/10/2017 và 21-NQ/TW cùng ngày"; no sentence ends between the two.
    """
    said = None if cited.date else _SAME_DAY.match(flow, cited.fields_end)
    if said is None or before.date.day is None:
        return cited
    if _SENTENCE_END.search(flow, before.end, cited.start):
        return cited
    fields = fields_after(flow, said.end())
    return replace(
        cited,
        date=before.date,
        issuer=cited.issuer or fields.issuer,
        term=cited.term or fields.term,
        fields_end=max(said.end(), fields.end),
    )


def _organ(cited: Citation) -> str:
    return cited.symbol.organ if cited.symbol else ""


def _with_fields_of_head(flow: str, before: Citation, cited: Citation) -> Citation:
    """Return ``cited`` with what its list names once: "các Nghị quyết của HĐND: số …; số …"."""
    if (cited.issuer and cited.type) or cited.symbol is None or before.symbol is None:
        return cited
    alike = (cited.symbol.type_code, cited.symbol.organ) == (
        before.symbol.type_code,
        before.symbol.organ,
    )
    between = flow[before.fields_end : cited.start]
    goes_on = len(between) <= _LONGEST_TITLE and _NEXT_OF_HEAD.fullmatch(between)
    bare = bool(between) and not flow[cited.start].isalpha() and _LISTED.fullmatch(between)
    if not alike or not (goes_on or bare):
        return cited
    return replace(cited, issuer=cited.issuer or before.issuer, type=cited.type or before.type)


def _without_dates_of_next_clause(flow: str, found: list[Citation]) -> Iterator[Citation]:
    """Yield the references without the date in front of the next one: "số 4-NQ/TU, ngày …, UBND".

    The date is the next one's where a body that issues it stands between, and it has no other.
    """
    for index, citation in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if after and citation.date and citation.date == after.date:
            date_at = issued_before(flow, after.start).date_at
            if citation.end <= date_at < citation.fields_end:
                end = citation.end + len(flow[citation.end : date_at].rstrip(" ,;"))
                prior = issued_before(flow, citation.start)
                own = prior.date if citation.issuer in ("", prior.issuer) else NO_DATE
                yield replace(citation, date=own, fields_end=end)
                continue
        yield citation
