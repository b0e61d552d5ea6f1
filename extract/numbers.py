"""References by number: type word through the end of the symbol, and lists that share either.

Forms read: 69-KL/TU, 29 -KH/HU, 310- QĐ/TU, 29/NQ-TW, 12/2018/QĐ-TTg, 1095/UBND-NV, 64/2025/QH15,
14/2008/TTLT/BTC-BTNMT, 27/CP, 59-CP, 77/kh-lt in lower-cased titles, 217, 218-QĐ/TW and
217/218-QĐ/TW, "các Nghị định số 36, 39 và 40/2009/NĐ-CP", "Nghị định 162/2017", "Nghị quyết số 57".
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from extract.citation import Citation
from extract.fields import fields_after, written_out
from extract.mention import Tier
from ontology.document_types import DocumentType, all_types, type_by_code, type_by_word
from ontology.issuers import issuer_by_code
from ontology.symbol import Symbol

_CODE = r"[A-ZĐ][A-Za-zĐđơƠưƯ&\d]*(?![^\W\d_])"
_JOIN = r"(?:[ ]?[-/](?=[A-ZĐ])|[-/][ ](?=[A-ZĐ]{2})|[ ][-/][ ](?=[A-ZĐ]{2,}\b)|\.(?=[A-ZĐ]))"
_SYMBOL = re.compile(
    rf"""
    \d(?<![\w/.,\-]\d)(?<!\d:\d)(?P<rest>\d{{0,4}}(?:\.\d{{1,2}})?[a-zđ]?)   # the number
    (?:[ ]?/[ ]?(?P<year>(?:19|20)\d\d))?                           # /2018
    (?P<mark>[ ]?[-/][ ]?|[ ])                                      # -, /, or a space in OCR
    (?P<codes>{_CODE}(?:{_JOIN}{_CODE}){{0,6}}(?:/nb)?)             # KL/TU, TTLT/BTC-BTNMT
    """,
    re.VERBOSE,
)
_LOWER_SYMBOL = re.compile(
    r"""
    (?:số:?[ ]*|[ ])(?P<number>\d{1,5})(?:/(?P<year>(?:19|20)\d\d))?
    (?P<mark>[-/])(?P<codes>[a-zđ]{2,5}(?:[-/][a-zđ&\d]{2,12}){1,3})(?![\w/-])
    """,
    re.VERBOSE,
)
_BARE = re.compile(
    r"""(?P<number>\d(?<=[ốhtnịưcoyiỐHTNỊƯCOYI:][ :]\d)\d{0,3}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?
    (?![\d%]|[/.,\-][ ]?\d|[/\-][ ]?[A-ZĐa-zđ]|[^\W\d_])""",
    re.VERBOSE,
)
_MEMBERS = re.compile(
    r"(?:(?<=[ (:])|^)(?P<members>(?:\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?(?:[ ]?(?:,|;|/|và|-|&)[ ]*(?:số[ ]+)?))+)$"
)
_MEMBER = re.compile(r"(?P<number>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?")
_NUMBER_WORDS = ("số", "SỐ", "Số")
_OWNED = re.compile(
    r"(?P<type>[^\W\d_]+(?:[ ][^\W\d_]+){0,3}?)[ ](?P<owner>(?:của|liên|do|Trung ương)[ ][^;,.\n()\d]{2,60})[ ]số:?[ ]*$"
)
_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|LUẬT|BỘ LUẬT|PHÁP LỆNH)[ ]")
_FORM = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Bb]iểu mẫu|[Pp]hụ lục|[Bb]ảng|[Kk]ý hiệu|[Hh]ình|TCVN|QCVN|TCXDVN|TCXD|TCN|ISO|IEC|tàu|xe|lô|tờ)"
    r"(?:[ ](?!số)[^\W\d_]+){0,2}[ ]*(?:số|số:)?[ ]*$"
)
_WINDOW = 70
_LIST_MARKS = (",", ";", "/", "-", "&", "và")


def numbered(flow: str) -> list[Citation]:
    """Return the references by number in ``flow``, in the order of the text, without overlaps."""
    found: list[Citation] = []
    for match in _SYMBOL.finditer(flow):
        found.extend(_with_symbol(flow, match))
    if re.search(r"\d/[a-zđ]{2}|\d/\d{4}/[a-zđ]", flow):
        found.extend(_lower(flow, found))
    taken = {place for one in found for place in range(one.start, one.end)}
    ends = _type_endings()
    whole = {(one.type, one.number.lstrip("0")) for one in found}
    for match in _BARE.finditer(flow):
        start = match.start()
        before = flow[max(0, start - 5) : start].rstrip(" :")
        if before[-2:] in ends and start not in taken:
            bare = _without_symbol(flow, match)
            found.extend(one for one in bare if _identifies(one, whole))
    return _with_shared_fields(flow, sorted(found, key=lambda one: one.start))


def _with_shared_fields(flow: str, found: list[Citation]) -> list[Citation]:
    """Return the references with what a list prints once, behind its last member: issuer, term, date."""
    for place in range(len(found) - 2, -1, -1):
        one, after = found[place], found[place + 1]
        if one.issuer or not after.issuer or not 0 < after.start - one.tail <= 8:
            continue
        if flow[one.tail : after.start].strip() not in (",", "và", "", ", và", ";"):
            continue
        alike = (
            one.symbol is not None
            and after.symbol is not None
            and one.symbol.register == after.symbol.register
        )
        found[place] = replace(
            one,
            issuer=one.issuer or after.issuer,
            term=one.term or after.term,
            date=one.date or (after.date if alike else ""),
        )
    return found


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
    if kind is None or (symbol.organ.startswith(("QH", "UBTVQH")) and flow[word_start].islower()):
        word_start, kind = _owner_before(flow, start, symbol)
    if (kind is None and _FORM.search(before)) or not _plausible(
        codes, spaced=spaced, typed=kind is not None
    ):
        return
    name = ""
    if kind and symbol.organ.startswith(("QH", "UBTVQH")):
        name = _without_number_word(flow[word_start:start])
        name = "" if type_by_word(name) else name
    law = kind is not None and kind.word in ("Luật", "Bộ luật", "Pháp lệnh")
    owner = "" if law else _without_number_word(flow[word_start:start]).partition(" của ")[2]
    word = kind.word if kind else ""
    printed = re.sub(r"\s+", "", text[len("0" + match["rest"]) :]).lstrip("-/.")
    fields = fields_after(flow, match.end())
    first = Citation(
        word_start,
        match.end(),
        fields.end,
        Tier.NUMBERED,
        word,
        symbol.number,
        printed,
        symbol,
        symbol.year,
        fields.date,
        fields.issuer or written_out(owner) or issuer_before(flow, word_start),
        fields.term,
        name,
    )
    members = list(_members(flow, first, start, symbol))
    if members:
        first = Citation(
            start,
            match.end(),
            fields.end,
            Tier.NUMBERED,
            members[0].type or word,
            symbol.number,
            printed,
            symbol,
            symbol.year,
            fields.date,
            fields.issuer,
            fields.term,
        )
    yield from members
    yield first


_ISSUED_BY = re.compile(
    r"(?P<body>(?:Ban |BTV |Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|UBND|Ủy ban|HĐND|Hội đồng|Chính phủ|Thủ tướng|Bộ |Quốc hội|Sở )"
    r"[^,;.:()\n]{0,50}?)[ ](?:đã )?(?:ban hành|xây dựng|có|ra)[ ](?:và[ ]\S+[ ]\S+[ ])?$"
)
_PROPOSED_BY = re.compile(r"[Đđ]ề nghị của (?P<body>[^;.\n]{4,140}?)[ ]tại[ ]$")
_ASKED_BY = re.compile(r"của (?P<body>[^\W\d_][^,;.:()\n]{2,90}?)[ ](?:tại|theo)[ ](?:các )?$")


def issuer_before(flow: str, start: int) -> str:
    """Return the body that stands before a reference as its issuer ("Huyện ủy ban hành …")."""
    before = flow[max(0, start - 90) : start]
    found = (
        _PROPOSED_BY.search(flow, max(0, start - 170), start)
        or _ISSUED_BY.search(before)
        or _ASKED_BY.search(before)
    )
    return written_out(found["body"]) if found else ""


def _members(flow: str, last: Citation, start: int, symbol: Symbol) -> Iterator[Citation]:
    """Yield the numbers before ``start`` that share the symbol of ``last``."""
    if not flow[max(0, start - 5) : start].rstrip(" số").endswith(_LIST_MARKS):
        return
    window_start = max(0, start - _WINDOW)
    found = _MEMBERS.search(flow[window_start:start])
    if found is None:
        return
    offset = window_start + found.start("members")
    word_start, kind = type_word_before(flow, offset)
    if kind is None:
        return
    for number, member in enumerate(_MEMBER.finditer(found["members"])):
        year = int(member["year"]) if member["year"] else symbol.year
        here = offset + member.start()
        yield Citation(
            word_start if number == 0 else here,
            offset + member.end(),
            offset + member.end(),
            Tier.NUMBERED,
            kind.word,
            member["number"],
            last.printed,
            Symbol(member["number"], symbol.type_code, symbol.organ, year, symbol.dashed),
            year,
            last.date,
            last.issuer,
            last.term,
        )


def _lower(flow: str, found: list[Citation]) -> Iterator[Citation]:
    """Yield symbols in lower case, which only titles set in lower case hold."""
    starts = {one.end for one in found}
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
            word_start,
            match.end(),
            fields.end,
            Tier.NUMBERED,
            kind.word,
            symbol.number,
            symbol.letters,
            symbol,
            symbol.year,
            fields.date,
            fields.issuer,
            fields.term,
        )


def _without_symbol(flow: str, match: re.Match[str]) -> Iterator[Citation]:
    """Yield a number behind a type word: a number and a year, or a number alone."""
    start = match.start("number")
    word_start, kind = type_word_before(flow, start)
    if (
        kind is None
        or not kind.code
        or kind.word in ("Đề án", "Chương trình", "Dự án", "Quy hoạch")
    ):
        return
    year = int(match["year"]) if match["year"] else None
    fields = fields_after(flow, match.end("year") if year else match.end("number"))
    # Only the Government issues decrees, so number and year are all of the symbol that matters.
    symbol = Symbol(match["number"], kind.code, "CP", year) if year and kind.code == "NĐ" else None
    yield Citation(
        word_start,
        match.end("year") if year else match.end("number"),
        fields.end,
        Tier.NUMBERED,
        kind.word,
        match["number"],
        str(year or ""),
        symbol,
        year,
        fields.date,
        fields.issuer,
        fields.term,
    )


def _identifies(cited: Citation, whole: Collection[tuple[str, str]]) -> bool:
    """Tell whether a number without a symbol can be one certain document's."""
    known = (cited.type, cited.number.lstrip("0")) in whole
    return (
        known
        or cited.symbol is not None
        or bool(cited.year or len(cited.date) == 10 or cited.issuer)
    )


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
    return known and (many or issuer_by_code(first) is not None) and len(codes) > 2


def type_word_before(flow: str, place: int) -> tuple[int, DocumentType | None]:
    """Return where the type word right before ``place`` starts, and the type; else place and None.

    "số", a colon and words that narrow the type ("liên tịch", "kết luận") may stand in between.
    """
    window_start = max(0, place - 48)
    stripped = _without_number_word(flow[window_start:place])
    line = stripped.rfind("\n") + 1
    words = stripped[line:].split(" ")
    for count in (4, 3, 2, 1):
        kind = _type_of(" ".join(words[-count:])) if count <= len(words) else None
        if kind is not None:
            start = (
                window_start
                + line
                + len(" ".join(words[:-count]))
                + (1 if len(words) > count else 0)
            )
            return start, kind
    return place, None


def _without_number_word(text: str) -> str:
    """Return ``text`` without the "số:" at its end."""
    bare = text.rstrip(" :")
    return bare[:-2].rstrip(" (") if bare.endswith(_NUMBER_WORDS) else bare


@cache
def _type_endings() -> frozenset[str]:
    """Return the last two letters of what may stand right before a number."""
    words = {word for kind in all_types() if kind.code for word in (kind.word, *kind.aliases)}
    endings = {word[-2:] for word in words} | {*_NUMBER_WORDS}
    return frozenset(endings | {ending.upper() for ending in endings})


@lru_cache(maxsize=65536)
def _type_of(words: str) -> DocumentType | None:
    return type_by_word(words) or type_by_word(
        words.removesuffix(" liên tịch").removesuffix(" hành động").removesuffix(" kết luận")
    )


def _owner_before(flow: str, start: int, symbol: Symbol) -> tuple[int, DocumentType | None]:
    """Return the start and type of a reference whose issuer or name stands before its number."""
    before = flow[max(0, start - 160) : start]
    if not before.rstrip(" :").endswith(("số", "SỐ")):
        return start, None
    if symbol.organ.startswith(("QH", "UBTVQH")):
        return _law_before(before, start)
    owned = _OWNED.search(before[-100:])
    if owned:
        for skip in range(owned["type"].count(" ") + 1):
            words = owned["type"].split(" ")[skip:]
            kind = type_by_word(" ".join(words))
            if kind is not None:
                begin = owned.end("type") - len(" ".join(words))
                return start - len(before[-100:]) + begin, kind
    return start, None


def _law_before(before: str, start: int) -> tuple[int, DocumentType | None]:
    """Return the start of "Luật Tổ chức Chính phủ số" and its type."""
    clause = re.split(r"[;\n]|\. |: ", before)[-1]
    heads = list(_LAW.finditer(clause))
    if not heads:
        return start, None
    changing = [head for head in heads if clause.startswith("sửa đổi", head.end())]
    head = (changing or heads)[-1]
    return start - len(clause) + head.start(), type_by_word(head.group().strip())
