"""Numbers in a looser hand, of documents that the text names in full: "NQ 29", "nghị quyết 29".

Small letters, a code for the type word and lists of bare numbers ("các Nghị quyết 29, 31 và 33")
may mean many things. They are references only where the text prints one document of that type and
number with its symbol, and no second one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.grammar.citation import Citation
from extract.reading import MentionKind
from ontology.documents.document_types import TypeUse, words_used

_VERBS = words_used(TypeUse.VERB)
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


@dataclass(frozen=True, slots=True)
class _Met:
    """The documents of one type word or code that the text prints in full, by their number."""

    kinds: set[str] = field(default_factory=set)
    registers: Mapping[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    days: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, cited: Citation, number: str, organ: str) -> None:
        self.kinds.add(cited.type)
        self.registers[number].add((organ, f"{cited.type} {cited.year or ''}"))
        self.days[number].update(filter(None, [cited.date]))

    def means_one(self, number: str) -> bool:
        """Tell whether one document has ``number``, for certain."""
        number = number.lstrip("0")
        return len(self.registers.get(number, ())) == 1 and len(self.days.get(number, ())) <= 1


def numbers_met_in_full(flow: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield what is printed in a looser way of the documents that ``found`` holds in full."""
    whole = [cited for cited in found if cited.symbol and cited.symbol.organ and cited.type]
    kinds = {(cited.type, cited.symbol.type_code) for cited in whole if cited.symbol}
    types = {kind for kind, _ in kinds}
    places = [
        (at, word)
        for word in sorted(_words(kinds))
        # A single number behind a type word is read wherever it stands.
        for at in _places(flow, word, listed=word in types)
    ]
    if places:
        met = _met(whole)
        for at, word in places:
            yield from _at(flow, at, word, met[word])


def _words(kinds: Iterable[tuple[str, str]]) -> set[str]:
    """Return what documents of some type words and codes may be called: word, word, code."""
    words = {word for kind, code in kinds for word in (kind, kind.lower(), code)}
    return {word for word in words if len(word) > 1}


def _places(flow: str, word: str, *, listed: bool) -> Iterator[int]:
    """Yield where ``word`` stands before what may be a number in a looser hand.

    Where it has to be ``listed`` it stands behind "các" alone.
    """
    sought = f"{word} "
    at = flow.find(sought)
    while at >= 0:
        behind = at + len(sought)
        if not listed or flow.endswith(_PLURAL, 0, at):
            before = flow[max(0, at - 1) : at]
            apart = not before.isalnum() and before not in "/-"
            if apart and (flow[behind : behind + 1].isdigit() or flow.startswith("số", behind)):
                yield at
        at = flow.find(sought, behind)


def _met(whole: Iterable[Citation]) -> Mapping[str, _Met]:
    """Return the documents that are cited in full by what they may be called."""
    met: dict[str, _Met] = defaultdict(_Met)
    for cited in whole:
        if cited.symbol:
            for word in _words([(cited.type, cited.symbol.type_code)]):
                met[word].add(cited, cited.symbol.number.lstrip("0"), cited.symbol.organ)
    return met


def _at(flow: str, start: int, word: str, met: _Met) -> Iterator[Citation]:
    """Yield the numbers behind ``word`` at ``start``: none where one of them is not certain."""
    said = _NUMBERS.match(flow, start + len(word) + 1)
    if said is None or len(met.kinds) != 1:
        return
    kind = next(iter(met.kinds))
    plural = flow.endswith(_PLURAL, 0, start)
    if word == kind and not (plural and said["more"]):
        return  # a single number behind a capital is read wherever it stands
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
