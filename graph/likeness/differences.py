"""Whether what two texts differ in is what two texts of ONE document differ in.

A scan differs from the Word file in letters here and there, a draft from what was signed in blanks
and in sentences. Two documents written from one model differ in a name, a number or a year, each
alone in its place, and mostly in the same way wherever it stands. So two texts of which such words
stand in each other's place are two documents, however much else they share.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.likeness.tokens import Tokens, is_year
from ontology.spelling import slug

_SHORT = 6
"""Up to how many words on each side one thing stands in another's place; more is new wording."""
_LONG = 40
"""Up to how many words are compared letter by letter; more is another passage."""
_SHARED = 2
"""Up to how many words two names in each other's place may share."""
_NEAR = 0.6
"""From which likeness of its letters on a word may be another misread."""
_NAME = 0.5
_LEAST_NOISE = 3
_NOISE = 0.004
"""From which share of misread words on a text is one that a machine read from a picture."""
_FIGURES, _NOISY_FIGURES = 0.1, 0.35
"""Up to which share of the figures may differ, in plain texts and in misread ones."""


@dataclass(slots=True, kw_only=True)
class _Difference:
    """What stands in two texts in the same place, counted."""

    equal: int = 0
    near: int = 0
    misread: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    figures: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    far: set[tuple[str, str]] = field(default_factory=set)
    """Those of ``names`` of which neither may be the other misread."""

    def found_once(self, words: str, others: str) -> bool:
        """Tell whether a word of either is nowhere in both texts at one place."""
        return not all(self.kept[word] for word in (*words.split(), *others.split()))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two texts say the same: the ``share`` of their words, 0 where they are two documents.

    ``misread`` tells that one of them was read from a picture, by the letters that differ.
    """

    share: float
    misread: bool


NONE = Agreement(0.0, misread=False)


def agreement(tokens: Tokens, other: Tokens) -> Agreement:
    """Return how far two texts are one document by their words."""
    longest = max(len(tokens.keys), len(other.keys))
    if min(len(tokens.keys), len(other.keys)) < longest / 2:
        return NONE
    difference = _compared(tokens, other)
    misread = difference.misread >= max(_LEAST_NOISE, _NOISE * longest)
    if _told_apart(difference, misread=misread):
        return NONE
    return Agreement((difference.equal + difference.near) / longest, misread)


def _told_apart(difference: _Difference, *, misread: bool) -> bool:
    """Tell whether names or figures stand in each other's place as in two documents."""
    for words, others in difference.names if not misread else difference.far:
        if difference.found_once(words, others):
            return True
    for words, others in difference.figures:
        kept = difference.kept[words] or difference.kept[others]
        if is_year(words) and is_year(others) and not (misread and kept):
            return True
    for swaps in (difference.names, difference.figures):
        if any(
            count > 1 and count >= difference.kept[words] + difference.kept[others]
            for (words, others), count in swaps.items()
        ):
            return True
    swapped = difference.figures.total()
    same = sum(count for word, count in difference.kept.items() if word[:1].isdigit())
    allowed = _NOISY_FIGURES if misread else _FIGURES
    return swapped > max(1, allowed * (same + swapped))


def _compared(tokens: Tokens, other: Tokens) -> _Difference:
    found = _Difference()
    telling = tokens.names | tokens.figures
    for tag, here, there in _regions(tokens, other):
        if tag:
            found.equal += len(here)
            found.kept.update(tokens.keys[index] for index in here if index in telling)
        elif here and there:
            _count(found, tokens, here, other, there)
    return found


def _count(found: _Difference, tokens: Tokens, here: range, other: Tokens, there: range) -> None:
    """Count what stands in the place ``here`` of one text and ``there`` in the other."""
    words = " ".join(tokens.keys[index] for index in here)
    others = " ".join(other.keys[index] for index in there)
    near = max(len(here), len(there)) <= _LONG and _likeness(words, others) >= _NEAR
    if near:
        found.near += min(len(here), len(there))
    if max(len(here), len(there)) > _SHORT:
        return
    figures = _at(tokens, here, tokens.figures), _at(other, there, other.figures)
    names = _at(tokens, here, tokens.names), _at(other, there, other.names)
    if all(figures) and figures[0] != figures[1]:
        found.figures[figures] += 1
    if all(names) and names[0] != names[1]:
        found.names[names] += 1
        if not near and _likeness(*names) < _NAME:
            found.far.add(names)
    if near and not any(figures) and not any(names):
        found.misread += 1


def _at(tokens: Tokens, place: range, telling: frozenset[int]) -> str:
    return " ".join(tokens.keys[index] for index in place if index in telling)


def _regions(tokens: Tokens, other: Tokens) -> Iterator[tuple[bool, range, range]]:
    """Yield the places that are equal, and those between them that are not, in order."""
    from rapidfuzz.distance import Levenshtein

    start, first = 0, 0
    for step in Levenshtein.opcodes(tokens.keys, other.keys):
        here = range(step.src_start, step.src_end)
        there = range(step.dest_start, step.dest_end)
        if step.tag != "equal" or _inside_name(tokens, here, other, there):
            continue
        if start < here.start or first < there.start:
            yield False, range(start, here.start), range(first, there.start)
        start, first = here.stop, there.stop
        yield True, here, there
    if start < len(tokens.keys) or first < len(other.keys):
        yield False, range(start, len(tokens.keys)), range(first, len(other.keys))


def _inside_name(tokens: Tokens, here: range, other: Tokens, there: range) -> bool:
    """Tell whether two names share what is equal: "Giang Ma" and "Bản Giang"."""
    return len(here) <= _SHARED and tokens.names.issuperset(here) and other.names.issuperset(there)


def _likeness(words: str, others: str) -> float:
    """Return how alike the letters of two words are, marks left out, from 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(slug(words), slug(others))
