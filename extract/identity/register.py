"""Which register a number was taken from: the level of the body, and the letters as in an id."""

import re
from functools import lru_cache

from extract.grammar.citation import Citation
from extract.head.home import Home, issuer_behind
from ontology.documents.document_types import YearPlace, type_by_code, type_by_word
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.institutions.issuers import issuer_of
from ontology.institutions.periods import Period, local_term_at
from ontology.institutions.places import REFORM, merged_by_reform
from ontology.institutions.terms import congress, congress_at
from ontology.level import Level
from ontology.spelling import slug
from ontology.system import System

INDIVIDUAL = ".cb"
"""Behind the letters of State numbers without a year, where a register with the year exists too."""
_BEFORE_REFORM = (Period(REFORM.year), Period("nk2020"))
"""The periods that were running in a province on the day when it was merged."""
_PLACED = re.compile(
    r"(?<![^\W\d_])(?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?=[ ][^\W\d_a-zđ])"
)
"""A body whose name says where it is: its letters may be those of a namesake elsewhere."""
_ANY_COMMITTEE = "ĐU"
_OF_A_BODY = re.compile(
    r"Đảng ủy (?:UBND|Ủy ban nhân dân|[Cc]ác cơ quan|[Cc]ơ quan|Quân sự|Công an|Bộ đội|Khối"
    r"|Mặt trận|MTTQ|Quân khu|Bộ [CĐNQTX]|Sở|Trường|Đại học|Học viện|Viện|Bệnh viện|Công ty"
    r"|Tổng [Cc]ông ty|Tập đoàn|Ngân hàng)(?![^\W\d_])"
)
"""Party committees within other bodies: they sign with the letters ĐU as that of a commune does."""
_BOARD = re.compile(r"Ban (?:Chấp hành Đảng bộ|Thường vụ Đảng ủy)(?= )")
_OFFICES = ("Sở ", "Giám đốc Sở", "Liên sở", "liên sở", "Liên Sở")


def level_of(cited: Citation, home: Home) -> Level:
    """Return the level of the body that issued a cited document.

    A department of a province prints the code of its ministry now and then (63/TTr-LĐTBXH). Since
    no district is left, its offices ("Phòng Kinh tế") are those of the commune that cites them.
    """
    level = _level_of(cited.symbol.organ if cited.symbol else "", cited.issuer, home.level)
    ended = level is Level.DISTRICT and cited.date and not cited.date.is_before(REFORM)
    return Level.COMMUNE if ended and home.level is Level.COMMUNE else level


@lru_cache(maxsize=4096)
def _level_of(organ: str, printed: str, citing: Level) -> Level:
    """Return the level of the body with the letters ``organ`` or the name ``printed``."""
    if _is_within_a_body(organ, printed):
        return body_level(_committee(printed)) or Level.COMMUNE
    if printed.startswith(_OFFICES):
        return Level.PROVINCE
    issuer = issuer_behind(organ) if organ else None
    if issuer is not None and issuer.level is not None:
        # "TU" is the committee of a province, and of a city within one: "Thành ủy Vinh".
        is_town = organ == "TU" and printed and body_level(printed) is Level.DISTRICT
        if is_town:
            return Level.DISTRICT
        placed = body_level(printed) if _PLACED.search(printed) else None
        return placed or issuer.level
    said = body_level(printed) if printed else None
    if said is not None:
        is_town = citing is Level.DISTRICT and printed.lower().endswith("thành phố")
        return Level.DISTRICT if said is Level.PROVINCE and is_town else said
    if issuer is not None:
        return citing if citing is not Level.CENTRAL else Level.PROVINCE
    return _level_by_letters(organ) or citing


def _is_within_a_body(organ: str, printed: str) -> bool:
    """Tell whether the committee with the letters ĐU is another than that of a commune."""
    return organ == _ANY_COMMITTEE and _OF_A_BODY.search(_committee(printed)) is not None


def _committee(printed: str) -> str:
    """Return the Party committee for which its board signs: "Ban Chấp hành Đảng bộ UBND tỉnh"."""
    return _BOARD.sub("Đảng ủy", printed)


def _level_by_letters(organ: str) -> Level | None:
    """Return the level that the letters of a body tell which the tables do not know."""
    if organ.endswith(("TU", "TTU")):
        return Level.PROVINCE
    if organ.endswith("HU"):
        return Level.DISTRICT
    if organ.endswith(("TW", "TƯ")):
        return Level.CENTRAL
    return Level.PROVINCE if organ.startswith("S") and len(organ) > 2 else None


def may_be_issued_by(cited: Citation, symbol: Symbol, level: Level, home: Home) -> bool:
    """Tell whether the body printed behind a bare number may be that of ``symbol`` at ``level``.

    "Nghị quyết số 5 của Tỉnh ủy" is neither 5-NQ/TW nor 5/NQ-HĐND.
    """
    if not cited.issuer:
        return True
    said = level_of(cited, home)
    if body_level(cited.issuer) and said is not level:
        return False
    named, lettered = issuer_of(cited.issuer, said), issuer_behind(symbol.organ)
    return named is None or lettered is None or named.series == lettered.series


def register_of(symbol: Symbol, type_word: str) -> str:
    """Return the letters of a symbol as an id holds them, with the type where it is not printed.

    Laws and resolutions of the National Assembly share one shape, so the type word is part of it;
    where it is not known the letters are empty.
    """
    return _register_of(symbol.type_code, symbol.organ, type_word, dated=symbol.year is not None)


@lru_cache(maxsize=4096)
def _register_of(code: str, organ: str, type_word: str, *, dated: bool) -> str:
    if organ.startswith(("QH", "UBTVQH")) and not code:
        kind = type_by_word(type_word) if type_word else None
        name = {"Bộ luật": "luat"}.get(
            kind.word if kind else "", slug(kind.code or kind.word) if kind else ""
        )
        return f"{name}-{slug(organ)}" if name else ""
    if not code and organ in ("CP", "TTg", "HĐBT", "CTN", "UB") and type_word:
        kind = type_by_word(type_word)
        code = kind.code if kind else ""
        return slug(f"{code}-{organ}")
    register = slug(f"{code}-{organ}")
    kind = type_by_code(code, party=False) if code else None
    issuer = issuer_behind(organ) if organ else None
    state = issuer is None or issuer.system is not System.PARTY
    if state and kind and kind.year is YearPlace.BOTH and not dated:
        return register + INDIVIDUAL
    return register


def series_of(symbol: Symbol, level: Level, place: str, printed: str = "") -> str:
    """Return the register's name, empty where the place or the body is not known.

    ``printed`` is the name of the body behind the number, empty where none is.
    """
    if _is_within_a_body(symbol.organ, printed):
        issuer = issuer_of(_committee(printed), level) if level is not Level.COMMUNE else None
        return (issuer.series_at(place) or "") if issuer else ""
    return _series_of(symbol.organ, level, place)


@lru_cache(maxsize=4096)
def _series_of(organ: str, level: Level, place: str) -> str:
    issuer = issuer_behind(organ) if organ else None
    if issuer is None or (not issuer.series.startswith("{") and issuer.level is not level):
        head = slug(organ.split("-", maxsplit=1)[0]) if organ else ""
        if not head or level is Level.CENTRAL:
            return head
        return f"{place}.{head}" if place else ""
    return issuer.series_at(place) or ""


def period_of(cited: Citation, symbol: Symbol, level: Level, place: str, home: Home) -> Period:
    """Return the term or year in which a number was given, empty where the text does not tell.

    In a merged province the numbers of 2025 began again in July: a period of its own, ``2025-07``.
    """
    period = _period(cited, symbol, level)
    if level is not Level.PROVINCE or not merged_by_reform(place):
        return period
    if period.year == REFORM.year and not cited.date.month:
        return Period() if home.written.is_since(REFORM) else period
    in_year = cited.date.year == REFORM.year and cited.date.is_since(REFORM)
    # The Party's numbers went on anew until the first congress of the new province.
    return Period(REFORM.month) if in_year and period in _BEFORE_REFORM else period


def _period(cited: Citation, symbol: Symbol, level: Level) -> Period:
    if symbol.year:
        return _of_year(str(symbol.year))
    if not is_party(symbol):
        return _of_year(cited.date.year)
    day = cited.date.day
    if level is not Level.CENTRAL:
        return local_term_at(day, level) if day else Period()
    term = congress(cited.term) if cited.term else None
    return Period.of_term(term or (congress_at(day) if day else None))


@lru_cache(maxsize=4096)
def _of_year(year: str) -> Period:
    return Period(year)


def is_party(symbol: Symbol) -> bool:
    """Tell whether a number belongs to a register of the Party, which runs through a term."""
    issuer = issuer_behind(symbol.organ) if symbol.organ else None
    if issuer is not None:
        return issuer.system is System.PARTY
    return symbol.dashed and symbol.year is None
