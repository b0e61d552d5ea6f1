"""What one place in a text says about a document: only what is printed there."""

from dataclasses import dataclass
from enum import StrEnum

from extract.source import Span


class Tier(StrEnum):
    """How a document is referred to."""

    SELF = "self"
    NUMBERED = "numbered"
    NAMED = "named"
    BACKREF = "backref"


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to a document; an empty field was not printed.

    ``type`` is the type word ("Kết luận"), ``number`` and ``symbol`` the halves of what is printed
    ("69" and "KL/TU"), ``date`` ISO (a year or a month alone where no more is printed), ``issuer``
    with abbreviations written out, ``term`` Roman, ``pin`` the part that is cited
    ("khoản 2 Điều 5"). ``document`` is the key of the document in the same reading.

    >>> from extract import read
    >>> mention = read("Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP của Chính phủ.").mentions[0]
    >>> mention.number, mention.symbol, mention.issuer, mention.pin
    ('30', '2020/NĐ-CP', 'Chính phủ', 'khoản 2 Điều 5')
    """

    span: Span
    tier: Tier
    document: str
    type: str = ""
    number: str = ""
    symbol: str = ""
    date: str = ""
    issuer: str = ""
    term: str = ""
    title: str = ""
    pin: str = ""
