"""Type words and bodies as patterns, built from the tables: a new row is known to every rule.

Where a rule asks for fewer than all, the column ``uses`` of the table says which. Patterns stand in
brackets, may stand in a verbose pattern, and ask for no border around them.
"""

import re
from collections.abc import Iterable

from ontology.documents.document_types import TypeUse, all_types, words_used
from ontology.institutions.body_heads import BodyHead, BodyUse, heads_used

FURTHER = (" hành động", " thanh tra", " kiểm tra")
"""What may stand behind a type word and says nothing new: "Chương trình hành động"."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, the longest first.

    What is searched for in a whole text should be one such list, not a list within another: then
    the search goes by the first letters alone.

    >>> any_of(["Thông tư", "Thông tư liên tịch"])
    '(?:Thông[ ]tư[ ]liên[ ]tịch|Thông[ ]tư)'
    """
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_spelled, ordered))})"


def whole(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, no letter in front of it or behind it.

    >>> re.search(whole(["giao"]), "giao thông, giaoban").span()
    (0, 4)
    """
    return rf"(?<![^\W\d_]){any_of(words)}(?![^\W\d_])"


def types(*uses: TypeUse) -> str:
    """Return a pattern for the words of the types that have one of ``uses``."""
    return any_of(word for use in uses for word in words_used(use))


def types_in_capitals(*uses: TypeUse) -> str:
    """Return what ``types`` does, as headings print it."""
    return any_of(word.upper() for use in uses for word in words_used(use))


def whole_types(use: TypeUse) -> str:
    """Return the pattern of ``types``, which takes in what says nothing new behind a word."""
    words = words_used(use)
    further = (
        alias
        for kind in all_types()
        if use in kind.uses
        for alias in kind.aliases
        if alias.removeprefix(kind.word) in FURTHER
    )
    return any_of((*words, *further))


def bodies(*uses: BodyUse) -> str:
    """Return a pattern for the first words of the names of bodies that have one of ``uses``.

    >>> re.match(bodies(BodyUse.ACTS), "Bộ luật") is None
    True
    """
    return f"(?:{'|'.join(_unless(head) for head in _longest_first(uses))})"


def bodies_in_capitals(*uses: BodyUse) -> str:
    """Return what ``bodies`` does, as letterheads print it."""
    return any_of(head.head.upper() for head in _longest_first(uses))


def _longest_first(uses: Iterable[BodyUse]) -> list[BodyHead]:
    heads = {head.head: head for use in uses for head in heads_used(use)}
    return sorted(heads.values(), key=lambda head: (-len(head.head), head.head))


def _unless(head: BodyHead) -> str:
    return _spelled(head.head) + (f"(?![ ]{any_of(head.unless)})" if head.unless else "")


def _spelled(word: str) -> str:
    return re.escape(word).replace("\\ ", "[ ]")
