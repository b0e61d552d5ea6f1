"""Numbers in a looser hand, of documents that the text names in full: "NQ 29", "nghị quyết 29".

Small letters, a code for the type word and lists of bare numbers ("các Nghị quyết 29, 31 và 33")
may mean many things. They are references only where the text prints one document of that type and
number with its symbol, and no second one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.grammar.citation import Citation
from extract.reading import MentionKind
from ontology.documents.document_types import TypeUse, words_used
from ontology.documents.symbol import Symbol

_VERBS = words_used(TypeUse.VERB)
_NEVER = frozenset(("", *words_used(TypeUse.LAW)))
"""Types that nobody calls by a number alone."""
_NUMBER = r"\d{1,4}+[a-zđ]?+(?![^\W_]|[/-]|[.,]\d)"
_NUMBERS = re.compile(
    rf"""(?P<so>số:?[ ])?(?P<first>{_NUMBER})
    (?P<more>(?:(?:,|,?[ ]và)[ ](?:số[ ])?{_NUMBER})*+)
    (?=[ ]*(?:[,.;:)”"\n]|$)(?![ ]?\d)|[ ](?:của|về|và|đã|được|là|có|cũng|vào|trong|tại|trên|đến
      |để|này|nêu|với|theo|cho|từ|còn|chưa|đi)(?![^\W\d_]))""",
    re.VERBOSE,
)
"""What stands behind them goes on as behind a name: "kế hoạch 5 năm" is none of number 5."""
_MEMBER = re.compile(r"\d+[a-zđ]?")
_PLURAL = ("các ", "Các ", "những ", "Những ", "hai ", "ba ")
_LISTS = "ác "
"""What "các" and "Các" end with."""
_BEGINS_A_NUMBER = frozenset("s0123456789")


@dataclass(frozen=True, slots=True)
class _Met:
    """The documents of one type word or code that the text prints in full, by their number."""

    kinds: set[str] = field(default_factory=set)
    registers: Mapping[str, set[tuple[str, str, int | None]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    days: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, cited: Citation, symbol: Symbol) -> None:
        number = symbol.number.lstrip("0")
        self.kinds.add(cited.type)
        self.registers[number].add((symbol.organ, cited.type, cited.year))
        if cited.date:
            self.days[number].add(cited.date)

    def means_one(self, number: str) -> bool:
        """Tell whether one document has ``number``, for certain."""
        number = number.lstrip("0")
        return len(self.registers.get(number, ())) == 1 and len(self.days.get(number, ())) <= 1


def numbers_met_in_full(flow: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield what is printed in a looser way of the documents that ``found`` holds in full."""
    for word, met in _met(found).items():
        if len(met.kinds) != 1:
            continue
        # A single number behind a capital is read wherever it stands: only lists are looked for.
        sought = f"{_LISTS if len(word) > 3 and word[0].isupper() else ''}{word} "
        at = flow.find(sought)
        while at >= 0:
            behind = at + len(sought)
            start = behind - len(word) - 1
            if flow[behind : behind + 1] in _BEGINS_A_NUMBER and _is_a_word(flow, start):
                yield from _at(flow, start, word, met)
            at = flow.find(sought, behind)


def _is_a_word(flow: str, at: int) -> bool:
    return at == 0 or not (flow[at - 1].isalnum() or flow[at - 1] in "/-")


def _met(found: Sequence[Citation]) -> Mapping[str, _Met]:
    """Return the documents that have a symbol by what they may be called: word, word, code."""
    met: dict[str, _Met] = defaultdict(_Met)
    seen = set()
    for cited in found:
        symbol = cited.symbol
        if symbol is None or not symbol.organ or cited.type in _NEVER:
            continue
        if (printed := (cited.type, symbol, cited.date)) in seen:
            continue
        seen.add(printed)
        for word in (cited.type, cited.type.lower(), symbol.type_code):
            if len(word) > 1:
                met[word].add(cited, symbol)
    return met


def _at(flow: str, start: int, word: str, met: _Met) -> Iterator[Citation]:
    """Yield the numbers behind ``word`` at ``start``: none where one of them is not certain."""
    said = _NUMBERS.match(flow, start + len(word) + 1)
    if said is None:
        return
    kind = next(iter(met.kinds))
    plural = flow.endswith(_PLURAL, 0, start)
    if word == kind and not (plural and said["more"]):
        return
    if said["more"] and not plural:
        return
    if word.islower() and kind in _VERBS and not said["so"]:
        return
    members = list(_MEMBER.finditer(flow, said.start("first"), said.end()))
    if not all(met.means_one(member.group()) for member in members):
        return
    for number, member in enumerate(members):
        yield Citation(
            start=member.start() if number else start,
            end=member.end(),
            fields_end=member.end(),
            tier=MentionKind.NUMBERED,
            type=kind,
            number=member.group(),
        )
