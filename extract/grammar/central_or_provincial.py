"""TƯ in a symbol is TW or TU: letters for the centre (Trung ương), or a slip for Tỉnh ủy's.

The issuer tells; else the same number printed with TU, and never with TW, elsewhere in the text.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.level import Level

_UNDECIDED = "TƯ"
_CENTRAL = "TW"
_LOCAL = "TU"


def with_certain_organs(found: Sequence[Citation]) -> list[Citation]:
    """Return the references of a text, of which none has TƯ in its symbol any more."""
    if not any(cited.symbol and cited.symbol.organ.endswith(_UNDECIDED) for cited in found):
        return list(found)
    printed = {
        (cited.symbol.type_code, cited.symbol.digits, cited.symbol.organ)
        for cited in found
        if cited.symbol
    }
    return [_certain(cited, printed) for cited in found]


def _certain(cited: Citation, printed: set[tuple[str, str, str]]) -> Citation:
    symbol = cited.symbol
    if symbol is None or not symbol.organ.endswith(_UNDECIDED):
        return cited
    level = body_level(cited.issuer) if cited.issuer else None
    if level is None:
        stem = symbol.organ.removesuffix(_UNDECIDED)
        key = symbol.type_code, symbol.digits
        local = (*key, stem + _LOCAL) in printed and (*key, stem + _CENTRAL) not in printed
        level = Level.PROVINCE if local else None
    return replace(cited, symbol=settled(symbol, level))


def settled(symbol: Symbol, level: Level | None) -> Symbol:
    """Return ``symbol`` with TW for TƯ at the centre or where nothing tells, else with TU.

    >>> str(settled(Symbol.parse("45-KL/TƯ"), Level.PROVINCE))
    '45-KL/TU'
    """
    if not symbol.organ.endswith(_UNDECIDED):
        return symbol
    letters = _CENTRAL if level in (None, Level.CENTRAL) else _LOCAL
    return replace(symbol, organ=symbol.organ.removesuffix(_UNDECIDED) + letters)
