"""References by number: type word through the end of the symbol, and lists that share either.

Forms read: 69-KL/TU, 29 -KH/HU, 310- QĐ/TU, 29/NQ-TW, 12/2018/QĐ-TTg, 1095/UBND-NV, 64/2025/QH15,
14/2008/TTLT/BTC-BTNMT, 27/CP, 59-CP, 77/kh-lt in lower-cased titles, 217, 218-QĐ/TW and
217/218-QĐ/TW, "các Nghị định số 36, 39 và 40/2009/NĐ-CP", "Nghị định 162/2017", "Nghị quyết số 57".
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from extract.grammar.central_or_provincial import with_certain_organs
from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after, written_out
from extract.grammar.prior_issuer import NOTHING_BEFORE, Prior, issued_before, issuer_beside
from extract.grammar.type_words import (
    names_a_body,
    owner_before,
    type_endings,
    type_word_before,
    without_number_word,
)
from extract.mentions.number_lists import (
    members_before,
    with_issuer_of_list,
    with_shared_fields,
)
from extract.mentions.shortened_numbers import numbers_met_in_full
from extract.reading import MentionKind
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.document_types import TypeUse, type_by_code, type_by_word
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.institutions.issuers import issuer_by_code

_CODE = r"[A-ZĐ][A-Za-zĐđơƠưƯ&\d]*(?![^\W\d_])"
_JOIN = (
    r"(?:[ ]?[-/](?=[A-ZĐ])|[-/][ ](?=[A-ZĐ]{2})|[ ][-/][ ](?=[A-ZĐ]{2,}\b(?![ ]số))"
    r"|\.(?=[A-ZĐ])|\.[ ](?=[A-ZĐ]{2,}[ ]ngày[ ]))"
)
# Nothing is given back ("+"): what stands behind a number begins with none of its letters.
_SYMBOL = re.compile(
    rf"""
    [0-9](?<![\w.,\-].)(?<![^\d]/.)(?<!\d:.)
    (?P<rest>\d{{0,4}}+(?:\.\d{{1,2}}+)?+[a-zđ]?+)                  # the number
    (?:[ ]?/[ ]?(?P<year>(?:19|20)\d\d))?+                          # /2018
    (?P<mark>[ ]?[-/][ ]?|[ ])                                      # -, /, or a space in OCR
    (?P<codes>{_CODE}(?:{_JOIN}{_CODE}){{0,6}}(?:/nb)?)             # KL/TU, TTLT/BTC-BTNMT
    """,
    re.VERBOSE,
)
_LOWER_SYMBOL = re.compile(
    r"""
    (?:số:?[ ]*|[ ])(?P<number>\d{1,5})(?:/(?P<year>(?:19|20)\d\d))?
    (?P<mark>[-/])(?P<codes>[a-zđ]{2,5}(?:[-/][a-zđ][a-zđ&\d]{1,11}){1,3})(?![\w/-])
    """,
    re.VERBOSE,
)
_BARE = re.compile(
    r"""
    (?P<number>[0-9](?<=[ốhtnịưcoyiỐHTNỊƯCOYI:][ :].)\d{0,3}+[a-zđ]?+)
    (?:/(?P<year>(?:19|20)\d\d))?+
    (?![\d%]|[/.,\-][ ]?\d|[/\-][ ]?[A-ZĐa-zđ]|[^\W\d_])""",
    re.VERBOSE,
)
_SHOWS_LOWER = re.compile(r"/(?<=\d/)(?:[a-zđ]{2}|\d{4}/[a-zđ])")
"""What stands in a symbol in lower case: one look tells that a text has none."""
_BLANK = re.compile(r"\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEVER_WITHOUT_YEAR = re.compile(r"(?:TT|TTLT|NĐ|NQLT)-|(?:UBTV)?QH\d")
"""Symbols that stand behind a year, and whose numbers are never as great as one."""
_ANY_TEXT = re.compile(r"[Vv]ăn bản (?:số:? ?)?$")
"""What stands before a number that has no type: "theo Văn bản số 33/UBND-TH"."""
_FORM = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Bb]iểu mẫu|[Pp]hụ lục|[Bb]ảng|[Kk]ý hiệu|[Hh]ình|TCVN|QCVN|TCXDVN|TCXD"
    r"|TCN|ISO|IEC)"
    r"(?:[ ](?!số)[^\W\d_]+){0,2}[ ]*(?:số|số:)?[ ]*$"
)


def numbered(flow: str) -> list[Citation]:
    """Return the references by number in ``flow``, in the order of the text, without overlaps."""
    found: list[Citation] = []
    for match in _SYMBOL.finditer(flow):
        found.extend(_with_symbol(flow, match))
    if _SHOWS_LOWER.search(flow):
        found.extend(_lower(flow, found))
    # The last that begins before an offset is not always the one that goes on the longest.
    starts = sorted((citation.start, citation.end) for citation in found)
    reach = [*accumulate((end for _, end in starts), max)]
    ends = type_endings()
    whole = {(citation.type, citation.number.lstrip("0")) for citation in found}
    bare: list[Citation] = []
    for match in _BARE.finditer(flow):
        start = match.start()
        before = flow[max(0, start - 5) : start].rstrip(" :")
        if before[-2:] in ends and not _is_taken(starts, reach, start):
            bare.extend(_without_symbol(flow, match))
    told = with_issuer_of_list(flow, bare, whole)
    found.extend(citation for citation in told if _identifies(citation, whole))
    found.extend([*numbers_met_in_full(flow, found)])
    listed = with_shared_fields(flow, sorted(found, key=lambda citation: citation.start))
    return with_certain_organs(listed)


def _is_taken(starts: Sequence[tuple[int, int]], reach: Sequence[int], offset: int) -> bool:
    """Tell whether a reference covers ``offset``: which ``reach`` tells of those begun by then."""
    begun = bisect_left(starts, (offset + 1,))
    return begun > 0 and reach[begun - 1] > offset


def _with_symbol(flow: str, match: re.Match[str]) -> Iterator[Citation]:
    start, codes = match.start(), match["codes"]
    word_start, kind = type_word_before(flow, start)
    before = flow[max(0, start - 40) : start]
    spaced = match["mark"] == " "
    text = match.group()
    try:
        symbol = Symbol.parse(text.replace("/nb", ""))
    except ValueError:
        return
    if symbol.year is None and _is_year_alone(flow, start, symbol.number, codes):
        return
    if kind is None or (symbol.organ.startswith(("QH", "UBTVQH")) and flow[word_start].islower()):
        word_start, kind = owner_before(flow, start, symbol)
    if (kind is None and _FORM.search(before)) or not _plausible(
        codes, spaced=spaced, typed=kind is not None
    ):
        return
    if kind is None and "." in symbol.number and symbol.year is None:
        return  # a line of a budget ("2.4 - Chi"), a numbered heading
    name = ""
    if kind and symbol.organ.startswith(("QH", "UBTVQH")):
        name = without_number_word(flow[word_start:start])
        name = "" if type_by_word(name) else name
    law = kind is not None and TypeUse.LAW in kind.uses
    before_number = without_number_word(flow[word_start:start])
    owner = "" if law else before_number.partition(" của ")[2].rstrip(" :")
    word = kind.word if kind else ""
    printed = _BLANK.sub("", text[len("0" + match["rest"]) :]).lstrip("-/.")
    fields = fields_after(flow, match.end())
    issuer = fields.issuer or written_out(owner)
    generic = None if kind else _ANY_TEXT.search(before)
    led = start - len(generic.group()) if generic else word_start
    prior = issued_before(flow, led) if not (issuer and fields.date) else NOTHING_BEFORE
    prior = NOTHING_BEFORE if _contradicts(symbol, prior.issuer) else prior
    first = Citation(
        start=word_start,
        end=match.end(),
        fields_end=fields.end,
        tier=MentionKind.NUMBERED,
        type=word,
        number=symbol.number,
        printed=printed,
        symbol=symbol,
        year=symbol.year,
        date=fields.date or _date_of(prior, issuer),
        issuer=issuer or prior.issuer or issuer_beside(flow, word_start, symbol.organ),
        term=fields.term,
        name=name,
    )
    members = list(members_before(flow, first, start, symbol))
    if members:
        first = Citation(
            start=start,
            end=match.end(),
            fields_end=fields.end,
            tier=MentionKind.NUMBERED,
            type=members[0].type or word,
            number=symbol.number,
            printed=printed,
            symbol=symbol,
            year=symbol.year,
            date=fields.date,
            issuer=fields.issuer,
            term=fields.term,
        )
    yield from members
    yield first


def _is_year_alone(flow: str, start: int, number: str, codes: str) -> bool:
    """Tell whether a number is the year behind one that was not read: "ñ2/2026/TT-BCA"."""
    if _YEAR.fullmatch(number) is None:
        return False
    return flow[max(0, start - 1) : start] == "/" or _NEVER_WITHOUT_YEAR.match(codes) is not None


def _lower(flow: str, found: list[Citation]) -> Iterator[Citation]:
    """Yield symbols in lower case, which only titles set in lower case hold."""
    starts = {citation.end for citation in found}
    for match in _LOWER_SYMBOL.finditer(flow):
        start = match.start("number")
        word_start, kind = type_word_before(flow, start)
        if kind is None or match.end() in starts:
            continue
        first = re.split(r"[-/]", match["codes"])[0]
        if type_by_code(first.upper()) is None and issuer_by_code(first.upper()) is None:
            continue
        symbol = Symbol.parse(flow[start : match.end()].upper())
        fields = fields_after(flow, match.end())
        yield Citation(
            start=word_start,
            end=match.end(),
            fields_end=fields.end,
            tier=MentionKind.NUMBERED,
            type=kind.word,
            number=symbol.number,
            printed=symbol.letters,
            symbol=symbol,
            year=symbol.year,
            date=fields.date,
            issuer=fields.issuer,
            term=fields.term,
        )


def _without_symbol(flow: str, match: re.Match[str]) -> Iterator[Citation]:
    """Yield a number behind a type word: a number and a year, or a number alone."""
    start = match.start("number")
    word_start, kind = type_word_before(flow, start)
    if (
        kind is None
        or flow[word_start].islower()
        or not kind.code
        or TypeUse.SCHEME in kind.uses
        or names_a_body(flow, word_start)
    ):
        return
    year = int(match["year"]) if match["year"] else None
    fields = fields_after(flow, match.end("year") if year else match.end("number"))
    numbered_so = flow[max(0, start - 5) : start].rstrip(" :").endswith(("số", "SỐ"))
    prior = issued_before(flow, word_start) if numbered_so else NOTHING_BEFORE
    # Only the Government issues decrees, so number and year are all of the symbol that matters.
    symbol = Symbol(match["number"], kind.code, "CP", year) if year and kind.code == "NĐ" else None
    yield Citation(
        start=word_start,
        end=match.end("year") if year else match.end("number"),
        fields_end=fields.end,
        tier=MentionKind.NUMBERED,
        type=kind.word,
        number=match["number"],
        printed=str(year or ""),
        symbol=symbol,
        year=year,
        date=fields.date or _date_of(prior, fields.issuer),
        issuer=fields.issuer or prior.issuer,
        term=fields.term,
    )


def _date_of(prior: Prior, issuer: str) -> PartialDate:
    """Return the date in front, if the body behind the number is not another's than that there."""
    return prior.date if issuer in ("", prior.issuer) else NO_DATE


def _contradicts(symbol: Symbol, issuer: str) -> bool:
    """Tell whether a body stands at another level than the one whose letters a symbol has.

    A department of a province prints the code of its ministry now and then (63/TTr-LĐTBXH).
    """
    office = "Sở " in issuer or "Phòng " in issuer or "phòng " in issuer
    body = issuer_by_code(symbol.organ) if issuer and not office else None
    level = body_level(issuer) if body else None
    return bool(body and body.level and level and body.level is not level)


def _identifies(cited: Citation, whole: Collection[tuple[str, str]]) -> bool:
    """Tell whether a number without a symbol can be one certain document's."""
    known = (cited.type, cited.number.lstrip("0")) in whole
    return known or cited.symbol is not None or bool(cited.year or cited.date.day or cited.issuer)


@lru_cache(maxsize=4096)
def _plausible(codes: str, *, spaced: bool, typed: bool) -> bool:
    """Tell whether the letters behind a number are a symbol and not a word or a unit."""
    first = re.split(r"[-/. ]", codes, maxsplit=1)[0]
    known = type_by_code(first) is not None or issuer_by_code(first) is not None
    many = len(codes) > len(first)
    if spaced:
        return typed and many and type_by_code(first) is not None
    if typed:
        return len(codes) >= 2 and (known or many or first.isupper())
    capitals = sum(letter.isupper() for letter in codes)
    return known and (many or issuer_by_code(first) is not None) and len(codes) > 2 and capitals > 1
