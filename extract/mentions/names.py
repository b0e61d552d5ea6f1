"""References by name: laws, schemes, programmes, strategies, resolutions of congresses.

A name is marked where one certain document is meant: a law by its title, a scheme or strategy with
a title in quotation marks or behind a capital letter, a nickname with a number ("Đề án 06"), a
congress resolution with its ordinal. Plurals and common nouns ("các chương trình") are not.
"""

from collections.abc import Iterable

from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after
from extract.head.header import Header
from extract.mentions.action_programmes import programmes
from extract.mentions.charter_names import congress_resolutions, constitutions
from extract.mentions.law_names import cited_laws
from extract.mentions.scheme_names import schemes
from extract.reading import MentionKind

_LONG = 8
"""From how many words a name is known in lower case ("kế hoạch kiểm tra" is any plan)."""


def named(flow: str, header: Header, taken: Iterable[Citation]) -> list[Citation]:
    """Return the references by name in ``flow``, in the order of the text.

    ``header`` says which text it is; ``taken`` are the references by number: where one of them
    starts, it is the one that is read.
    """
    numbered = sorted(taken, key=lambda citation: citation.start)
    starts = {citation.start for citation in numbered}
    everyone = [
        *cited_laws(flow),
        *constitutions(flow),
        *congress_resolutions(flow),
        *schemes(flow, header.type, header.title),
        *programmes(flow, numbered),
    ]
    found = [citation for citation in everyone if citation.start not in starts]
    return sorted(found, key=lambda citation: (citation.start, -citation.end))


def established(flow: str, names: Iterable[Citation], taken: Iterable[Citation]) -> list[Citation]:
    """Return the other places where a name that was established in the text is repeated."""
    known = {citation.name.lower(): citation for citation in names if citation.name.count(" ") >= 4}
    lower = flow.lower() if known else flow
    if len(lower) != len(flow):
        return []
    occupied = {citation.start for citation in taken}
    found: dict[int, Citation] = {}
    for name in known.values():
        wanted = name.name.lower()
        offset = lower.find(wanted)
        long = name.name.count(" ") >= _LONG
        while offset >= 0:
            if offset not in occupied and (long or flow[offset].isupper()):
                fields = fields_after(flow, offset + len(wanted))
                found.setdefault(
                    offset,
                    Citation(
                        start=offset,
                        end=offset + len(wanted),
                        fields_end=fields.end,
                        tier=MentionKind.NAMED,
                        type=name.type,
                        name=name.name,
                    ),
                )
            offset = lower.find(wanted, offset + len(wanted))
    return list(found.values())
