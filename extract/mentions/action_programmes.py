"""Programmes of action that are called by their body and by what they carry out.

"Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW": no number and no title of
its own, and yet one certain document.
"""

import re
from collections.abc import Iterable, Iterator

from extract.grammar.citation import Citation
from extract.grammar.fields import written_out
from extract.grammar.lexicon import bodies
from extract.reading import MentionKind
from ontology.institutions.body_heads import BodyUse

_CALLED = rf"""(?P<type>Chương[ ]trình)[ ]hành[ ]động[ ]của[ ]
    (?P<body>{bodies(BodyUse.ISSUES)}(?![^\W\d_])[^,;.:()\n]{{0,50}}?)
    [ ](?:(?:về|nhằm|để)[ ](?:việc[ ])?)?
    (?:(?:(?:triển[ ]khai|tổ[ ]chức)[ ])*thực[ ]hiện|triển[ ]khai|cụ[ ]thể[ ]hóa)[ ]"""
_BEFORE = re.compile(rf"(?<![^\W\d_]){_CALLED}$", re.VERBOSE)
_WHOLE = re.compile(
    rf"""{_CALLED}
    (?:[^\W\d_]+[ ]){{1,4}}số[ ](?P<number>\d+[^\s,;]*)                     # Nghị quyết số 57-NQ/TW
    (?:,?[ ]ngày[ ][^,;]{{4,24}}?(?P<year>(?:19|20)\d\d))?""",
    re.VERBOSE | re.IGNORECASE,
)
_VERBS = ("thực hiện ", "triển khai ", "cụ thể hóa ")
_LONGEST = 130


def programmes(flow: str, numbered: Iterable[Citation]) -> Iterator[Citation]:
    """Yield what is called a body's programme of action for a document that is ``numbered``."""
    for carried in numbered:
        if not flow.endswith(_VERBS, 0, carried.start):
            continue
        called = _BEFORE.search(flow, max(0, carried.start - _LONGEST), carried.start)
        if called:
            yield Citation(
                start=called.start(),
                end=carried.end,
                fields_end=carried.end,
                tier=MentionKind.NAMED,
                type=called["type"],
                issuer=written_out(called["body"]),
                name=flow[called.start() : carried.fields_end].rstrip(" ,"),
            )


def programme_of(name: str) -> tuple[str, str] | None:
    """Return what tells a programme of action from all others, None where ``name`` is no such.

    That is its body and the number that it carries out, in one name whatever verb is printed, and
    the year of that number, empty where it is not printed: then which document is meant is open,
    for numbers begin anew.

    >>> programme_of("Chương trình hành động của Tỉnh ủy triển khai Nghị quyết số 5-NQ/TW, năm nay")
    ('Chương trình hành động của Tỉnh ủy thực hiện 5-NQ/TW', '')
    """
    found = _WHOLE.match(name)
    if found is None:
        return None
    body = written_out(found["body"])
    number = found["number"]
    return f"Chương trình hành động của {body} thực hiện {number}", found["year"] or ""
