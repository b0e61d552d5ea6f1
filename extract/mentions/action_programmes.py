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

_CALLED = re.compile(
    rf"""(?<![^\W\d_])
    (?P<type>Chương[ ]trình)[ ]hành[ ]động[ ]của[ ]
    (?P<body>{bodies(BodyUse.ISSUES)}(?![^\W\d_])[^,;.:()\n]{{0,50}}?)
    [ ](?:(?:về|nhằm)[ ](?:việc[ ])?)?(?:(?:triển[ ]khai|tổ[ ]chức)[ ])*thực[ ]hiện[ ]$""",
    re.VERBOSE,
)
_VERB = "thực hiện "
_LONGEST = 130


def programmes(flow: str, numbered: Iterable[Citation]) -> Iterator[Citation]:
    """Yield what is called a body's programme of action for a document that is ``numbered``."""
    for carried in numbered:
        if not flow.endswith(_VERB, 0, carried.start):
            continue
        called = _CALLED.search(flow, max(0, carried.start - _LONGEST), carried.start)
        if called:
            yield Citation(
                called.start(),
                carried.end,
                carried.end,
                MentionKind.NAMED,
                called["type"],
                issuer=written_out(called["body"]),
                name=flow[called.start() : carried.fields_end].rstrip(" ,"),
            )
