"""Whether two values that texts state for one field of a document can both hold."""

import re
from collections.abc import Collection, Iterable
from itertools import combinations

from ontology.dates import partial_date
from ontology.institutions.issuers import abbreviations, issuer_by_code
from ontology.spelling import slug

_FILLERS = frozenset(
    slug("của nước Việt Nam Đảng Trung ương tỉnh huyện xã phường trưởng chủ tịch").split("-")
)
_COMMITTEES = re.compile(r"\b(tinh|thanh|huyen|quan|thi|dang|xa)-uy\b")
"""Tỉnh ủy and its kind are one word; the rank alone, without ủy, says nothing."""
_ONE_VALUE = frozenset({"type", "term", "level"})


def conflict(name: str, values: Collection[str], place: str = "") -> bool:
    """Tell whether two of the ``values`` of the field ``name`` contradict each other.

    A year agrees with every day in it; a name of a body with one that says more or less of the
    same ("Ban Bí thư", "Ban Bí thư Trung ương Đảng"). ``place`` is the path of the place of the
    document, whose name bodies bear or leave out.

    >>> conflict("issuer", ["Ban Bí thư", "Bộ Chính trị"])
    True
    >>> conflict("date", ["2021", "2021-04-09"])
    False
    """
    if name == "date":
        days = combinations(map(partial_date, values), 2)
        return not all(day.agrees_with(other) for day, other in days)
    pairs = combinations(sorted(values), 2)
    if name == "issuer":
        return not all(same_body(body, other, place) for body, other in pairs)
    return name in _ONE_VALUE and len({slug(value) for value in values}) > 1


def same_body(body: str, other: str, place: str = "") -> bool:
    """Tell whether two names may be of one body in ``place``: the one says no other than the other.

    >>> same_body("UBND tỉnh", "Ủy ban nhân dân tỉnh Lai Châu", "lai-chau")
    True
    """
    words, others = _words(body, other, place), _words(other, body, place)
    return words <= others or others <= words


def _words(body: str, other: str, place: str) -> frozenset[str]:
    """Return the words that say which body it is, its place and its rank left out.

    The head of a body stands for it ("Bộ trưởng", "Chủ tịch UBND").
    """
    written_out = slug(" ".join(_written_out(word, other) for word in body.split()))
    found: Iterable[str] = _COMMITTEES.sub(r"\1uy", written_out).split("-")
    own = set(place.replace(".", "-").split("-"))
    return frozenset(word for word in found if word not in own and word not in _FILLERS)


def _written_out(word: str, other: str) -> str:
    """Return what an abbreviation stands for, other words as they are.

    One that no table knows may be the initials of words of the ``other`` name of the body.
    """
    if not word.isupper() or len(word) < 2:
        return abbreviations().get(word, word)
    issuer = issuer_by_code(word)
    known = abbreviations().get(word) or (issuer.names[0] if issuer else "")
    return known or _words_with_initials(word, other) or word


def _words_with_initials(letters: str, name: str) -> str:
    """Return the words of ``name`` that ``letters`` abbreviate, none where there are no such.

    >>> _words_with_initials("PTNT", "Bộ Nông nghiệp và Phát triển nông thôn")
    'phat trien nong thon'
    """
    words = [word for word in slug(name).split("-") if word not in ("", "va")]
    wanted = slug(letters).replace("-", "")
    index = "".join(word[0] for word in words).find(wanted)
    return " ".join(words[index : index + len(wanted)]) if index >= 0 else ""
