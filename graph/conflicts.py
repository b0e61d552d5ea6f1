"""Whether two values that texts state for one field of a document can both hold."""

from collections.abc import Collection, Iterable
from itertools import combinations

from ontology.spelling import slug

_FILLERS = frozenset({"cua", "nuoc", "viet", "nam", "dang", "trung", "uong", "tinh", "huyen", "xa"})
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
    pairs = combinations(sorted(values), 2)
    if name == "date":
        return any(not other.startswith(one) for one, other in pairs)
    if name == "issuer":
        return any(_different_bodies(one, other, place) for one, other in pairs)
    return name in _ONE_VALUE and len({slug(value) for value in values}) > 1


def _different_bodies(one: str, other: str, place: str) -> bool:
    words, others = _words(one, place), _words(other, place)
    return not (words <= others or others <= words)


def _words(body: str, place: str) -> frozenset[str]:
    """Return the words that say which body it is, its place and its rank left out."""
    found: Iterable[str] = slug(body).split("-")
    own = set(place.replace(".", "-").split("-"))
    return frozenset(word for word in found if word not in own and word not in _FILLERS)
