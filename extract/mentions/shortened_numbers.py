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


@dataclass(frozen=True, slots=True)
class _Loose:
    """What stands at ``start`` in a looser hand: a word, and the numbers behind it."""

    start: int
    word: str
    numbered: bool
    members: tuple[re.Match[str], ...]


def numbers_met_in_full(flow: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield what is printed in a looser way of the documents that ``found`` holds in full."""
    whole = [
        (cited, cited.symbol)
        for cited in found
        if cited.symbol and cited.symbol.organ and cited.type not in _NEVER
    ]
    kinds = {(cited.type, symbol.type_code) for cited, symbol in whole}
    types = {kind for kind, _ in kinds}
    words = {word for each in kinds for word in _words(*each)}
    taken = {cited.end for cited in found}
    loose = [
        each
        for word in sorted(words)
        for each in _loose(flow, word, listed=word in types)
        if any(member.end() not in taken for member in each.members)
    ]
    if loose:
        met = _met(whole)
        for each in loose:
            for citation in _meant(each, met[each.word]):
                if citation.end not in taken:
                    yield citation


def _words(kind: str, code: str) -> set[str]:
    """Return what a document may be called before its number: word, word, code."""
    return {word for word in (kind, kind.lower(), code) if len(word) > 1}


def _loose(flow: str, word: str, *, listed: bool) -> Iterator[_Loose]:
    """Yield where ``word`` stands before numbers in a looser hand.

    Where it has to be ``listed`` there are several: one behind a type word is read wherever it is.
    """
    sought = f"{word} "
    at = flow.find(sought)
    while at >= 0:
        behind = at + len(sought)
        plural = flow.endswith(_PLURAL, 0, at)
        before = flow[at - 1] if at else " "
        if (plural or not listed) and not before.isalnum() and before not in "/-":
            said = _NUMBERS.match(flow, behind)
            if said and (plural or not said["more"]) and (said["more"] or not listed):
                members = tuple(_MEMBER.finditer(flow, said.start("first"), said.end()))
                yield _Loose(at, word, bool(said["so"]), members)
        at = flow.find(sought, behind)


def _met(whole: Iterable[tuple[Citation, Symbol]]) -> Mapping[str, _Met]:
    """Return the documents that are cited in full by what they may be called."""
    met: dict[str, _Met] = defaultdict(_Met)
    for cited, symbol in whole:
        for word in _words(cited.type, symbol.type_code):
            met[word].add(cited, symbol)
    return met


def _meant(loose: _Loose, met: _Met) -> Iterator[Citation]:
    """Yield the numbers of ``loose``: none where one of them is not certain."""
    if len(met.kinds) != 1:
        return
    kind = next(iter(met.kinds))
    if loose.word.islower() and kind in _VERBS and not loose.numbered:
        return
    if not all(met.means_one(member.group()) for member in loose.members):
        return
    for number, member in enumerate(loose.members):
        yield Citation(
            start=member.start() if number else loose.start,
            end=member.end(),
            fields_end=member.end(),
            tier=MentionKind.NUMBERED,
            type=kind,
            number=member.group(),
        )
