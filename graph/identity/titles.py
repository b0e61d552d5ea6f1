"""Whether two titles speak of the same thing.

Titles are compared by pairs of neighbouring syllables, for most Vietnamese words have two. Pairs
of syllables that any directive may have (tăng cường sự lãnh đạo của Đảng …) say nothing.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from ontology.spelling import slug

_COMMON = frozenset(
    slug(
        """về việc của và các những trong trên đối với sự cho tại theo đến từ năm giai đoạn thời kỳ
        tình hình mới tăng cường lãnh chỉ đạo Đảng công tác tiếp tục đẩy mạnh thực hiện triển khai
        tổ chức nâng cao chất lượng hiệu quả một số nhiệm vụ giải pháp quy chế định quyết nghị
        kết luận thị ban hành khóa lần thứ bộ chính trị bí trung ương chấp số ngày tháng
        xây dựng phát nhà nước"""
    ).split("-")
)
_CLEAR = 2
"""How many pairs a title must share with the one candidate; fewer where it has no more."""
_SHARE = 0.5
"""Which part of the pairs that tell candidates apart must be the one candidate's."""


def bare_title(title: str) -> str:
    """Return the key of a title without the words that only lead to it.

    >>> bare_title("ve-viec-tang-cuong-cong-tac-dan-van")
    'tang-cuong-cong-tac-dan-van'
    """
    for opening in ("ve-viec-", "ve-", "v-v-"):
        title = title.removeprefix(opening)
    return title


def picked(titles: Iterable[str], candidates: Sequence[Iterable[str]]) -> int | None:
    """Return which of the ``candidates`` (each with its titles) the titles clearly mean.

    None where no candidate or more than one may be meant. Pairs that several candidates share do
    not count.

    >>> picked(["về công tác dân vận"], [["công tác tôn giáo"], ["đổi mới công tác dân vận"]])
    1
    """
    wanted = _pairs(titles)
    pairs = [_pairs(candidate) for candidate in candidates]
    shared = {
        pair
        for index, own in enumerate(pairs)
        for other in pairs[index + 1 :]
        for pair in own & other
    }
    telling = wanted - shared
    hits = [len(telling & own) for own in pairs]
    if not any(hits):
        return None
    best = max(range(len(hits)), key=hits.__getitem__)
    clear = min(_CLEAR, len(telling), len(pairs[best] - shared))
    smaller = min(len(telling), len(pairs[best] - shared))
    if hits[best] < clear or hits[best] < _SHARE * smaller:
        return None
    rest = sum(hits) - hits[best]
    return best if rest * 4 <= hits[best] else None


def agree(titles: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether the two share a word that not every directive has."""
    return bool(_pairs(titles) & _pairs(others))


def contradict(titles: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether both have words of their own, and not one in common."""
    own, other = _pairs(titles), _pairs(others)
    return bool(own) and bool(other) and not own & other


def _pairs(titles: Iterable[str]) -> frozenset[tuple[str, str]]:
    return _pairs_of(frozenset(titles))


@lru_cache(maxsize=4096)
def _pairs_of(titles: frozenset[str]) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for title in titles:
        syllables = slug(title).split("-")
        found.update(
            pair for pair in pairwise(syllables) if not (pair[0] in _COMMON and pair[1] in _COMMON)
        )
    return frozenset(found)
