"""The head of a text: which document it is itself.

Party form (Hướng dẫn 36-HD/VPTW, 1.2-1.6), State form (Nghị định 30/2020/NĐ-CP, Phụ lục I), and
texts that begin with their title and issuer because their head was lost on the way.
"""

from dataclasses import dataclass

from extract.grammar.central_or_provincial import settled
from extract.head.issuer import issuer_by_symbol, own_issuer, signing_body
from extract.head.number import attested_on, blank_number, own_date, own_number, passed_on
from extract.head.places import letterhead, own_place
from extract.head.title import own_title, type_by_symbol
from extract.text.layout import Layout
from extract.text.source import composed
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.level import Level

_HEAD_BLOCKS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the head of a text says of the text's own document; offsets are those in the flow.

    ``blank_number`` is what is printed behind a number that nobody has given yet.
    """

    symbol: Symbol | None
    printed: str
    number_at: tuple[int, int] | None
    blank_number: str
    type: str
    issuer: str
    date: PartialDate
    title: str
    title_at: tuple[int, int] | None
    province: str
    district: str
    commune: str


def read_header(layout: Layout) -> Header:
    """Return what the first blocks of a text say of the document itself."""
    flow = layout.flow
    blocks = [block for block in layout.blocks[:_HEAD_BLOCKS] if block.note is None]
    symbol, printed, number_at = own_number(flow, blocks)
    seat, date = own_date(flow, blocks)
    date = date or (attested_on(flow) if symbol is None else NO_DATE) or passed_on(flow)
    kind, title_at, title_block = own_title(flow, blocks, symbol)
    title = " ".join(flow[slice(*title_at)].split()) if title_at else ""
    issuer = own_issuer(flow, blocks, title_block)
    if symbol:
        away = Level.PROVINCE if seat and seat != "Hà Nội" else None
        symbol = settled(symbol, body_level(issuer) if issuer else away)
    province, district, commune = own_place(
        flow, issuer, seat, letterhead(flow, blocks), symbol, date
    )
    if symbol and symbol.organ == "TW" and issuer in ("", "Ban Chấp hành Trung ương"):
        issuer = signing_body(composed(layout.source.text)[0]) or issuer
    if not issuer:
        issuer = issuer_by_symbol(symbol, seat)
    return Header(
        symbol=symbol,
        printed=printed,
        number_at=number_at,
        blank_number="" if symbol else blank_number(flow, blocks),
        type=kind or type_by_symbol(symbol),
        issuer=issuer,
        date=date,
        title=title,
        title_at=title_at,
        province=province,
        district=district,
        commune=commune,
    )
