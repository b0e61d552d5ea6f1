"""Which number has a law that a text cites by its name?

Where the text prints both together ("Luật Nhà ở số 27/2023/QH15"), or one in brackets behind the
other: "Luật Nhà ở (Luật số 27/2023/QH15)", "Luật số 27/2023/QH15 (Luật Nhà ở)"; and where the title
of an amending law stands behind its number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.grammar.citation import Citation
from extract.identity.naming import LAWS, name_of
from extract.identity.sameness import NumberIdentity
from extract.mentions.law_names import changing_title
from extract.reading import MentionKind
from ontology.spelling import slug

_IN_BRACKETS = re.compile(r"[ ]*\([ ]*(?:tức (?:là )?)?[\"“]?")
_CHANGING = re.compile(r"sửa đổi,? bổ sung[^;.\n]{0,240}$", re.IGNORECASE)
_DEFINED = re.compile(
    r"\([ ]*(?:sau đây |dưới đây )?(?:được )?(?:gọi|viết)[^();.]{0,12} là:?[ ]*[\"“]?$"
)
_REACH = 280


class LawNumbers:
    """The laws that a text cites by name and number, by the name."""

    def __init__(
        self, flow: str, citations: Sequence[Citation], by_number: Mapping[int, NumberIdentity]
    ) -> None:
        self._of: dict[str, list[NumberIdentity]] = defaultdict(list)
        changed: list[tuple[str, NumberIdentity]] = []
        for number, identity in by_number.items():
            cited = citations[number]
            if title := title_of_amending(flow, cited):
                self._add(slug(f"{cited.type} {title}"), identity)
            if cited.name and _CHANGING.search(flow, max(0, cited.start - _REACH), cited.start):
                changed.append((slug(cited.name), identity))
            elif cited.name:
                self._add(slug(cited.name), identity)
        # Behind "Luật sửa đổi … của Luật X" the number may be that of the law that amends.
        for group in (list(_in_brackets(flow, citations, by_number)), changed):
            unknown = {name for name, _ in group if not self._of[name]}
            for name, identity in group:
                if name in unknown:
                    self._add(name, identity)

        if any(len(numbers) > 1 for numbers in self._of.values()):
            self._settle(flow, citations, by_number)

    def _settle(
        self, flow: str, citations: Sequence[Citation], by_number: Mapping[int, NumberIdentity]
    ) -> None:
        """Keep of two laws of a name the one that the text says it calls so from then on."""
        for index, cited in enumerate(citations):
            name = name_of(cited).text if cited.tier is MentionKind.NAMED else ""
            before = flow[max(0, cited.start - 40) : cited.start]
            if len(self._of.get(name, ())) < 2 or not _DEFINED.search(before):
                continue
            for number in range(index - 1, -1, -1):
                if flow.find(". ", citations[number].end, cited.start) >= 0:
                    break
                if by_number.get(number) in self._of[name]:
                    self._of[name] = [by_number[number]]
                    break

    def _add(self, name: str, identity: NumberIdentity) -> None:
        if identity not in self._of[name]:
            self._of[name].append(identity)

    def of(self, cited: Citation) -> NumberIdentity | None:
        """Return the numbered law that a name means: that of its year, or the only one."""
        candidates = self._of.get(name_of(cited).text, [])
        year = cited.date.year
        if year:
            candidates = [identity for identity in candidates if identity.period.year == year]
        return candidates[0] if len(candidates) == 1 else None


def title_of_amending(flow: str, cited: Citation) -> str:
    """Return the title behind the number of a law that amends others, empty for another's.

    "Luật số 46/2014/QH13 sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế".
    """
    if cited.type not in LAWS or cited.name or flow[cited.fields_end : cited.fields_end + 1] != " ":
        return ""
    return changing_title(flow, cited.fields_end + 1)


def _in_brackets(
    flow: str, citations: Sequence[Citation], by_number: Mapping[int, NumberIdentity]
) -> Iterator[tuple[str, NumberIdentity]]:
    """Yield the names and numbers of laws of which one stands in brackets behind the other."""
    for index, (first, second) in enumerate(pairwise(citations)):
        if first.tier is second.tier or first.type not in LAWS or second.type not in LAWS:
            continue
        if first.tier is MentionKind.NAMED:
            name, number = first, index + 1
        else:
            name, number = second, index
        if number not in by_number or citations[number].name:
            continue
        if any(
            _IN_BRACKETS.fullmatch(flow, end, second.start) for end in {first.end, first.fields_end}
        ):
            yield name_of(name).text, by_number[number]
