"""Why it is not known what became of a debt.

Before a body is called overdue, its own papers are looked through for one that may well be what it
owes, though no link says so: a person decides.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from graph.ask.owed.known.holdings import Holdings, Paper, reviews_otherwise, series_of
from graph.ask.owed.known.orders import Order
from ontology.documents.order_words import DutyWord, duty_words
from ontology.institutions.periods import NAMED
from ontology.spelling import folded, slug

_DRAFTED = re.compile(
    r"(?<![^\W\d_])(?:tham mưu|dự thảo|giúp)(?![^\W\d_])|[,;] trình ", re.IGNORECASE
)
"""Words that have something written for others to issue: "tham mưu UBND tỉnh ban hành Kế hoạch"."""
_REPORT = folded("Báo cáo")
_ANY = folded("Văn bản")


class Reason(StrEnum):
    """Why it is not known.

    WHO: the words of the order leave open who owes it; SINCE: its day is not known; NOTHING_HELD:
    nothing of that body from that time is held; PERIOD: a document may be of this period or of the
    next; NO_DAY: one that does it bears no day; OTHERWISE: one of the same kind is related to what
    it is about, but not as ordered; OVER_OTHERS: one carries it out over other plans alone;
    BY_OTHERS: who prepares what is owed need not be who issues it: "Quyết định của Thủ tướng";
    ITSELF: what it is about is the document that is owed, which has no number yet; PASSED: who owed
    it ended, and it may be that another than the one that took over most of its work has this.
    """

    WHO = "who"
    SINCE = "since"
    NOTHING_HELD = "nothing-held"
    PERIOD = "period"
    NO_DAY = "no-day"
    OTHERWISE = "otherwise"
    OVER_OTHERS = "over-others"
    BY_OTHERS = "by-others"
    ITSELF = "itself"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why it is not known, and the document that may meet the debt, where it is for one."""

    reason: Reason
    paper: Paper | None = None


def doubt_about(
    order: Order, series: Sequence[str], holdings: Holdings, as_of: date
) -> Doubt | None:
    """Return why a debt of which no document is known that meets it may be met all the same.

    ``series`` are the registers of those who owe it, in order.
    """
    for reason, paper in _candidates(order, series, holdings):
        first = paper.date.earliest
        if paper.iri != order.set_by and fits(order, paper):
            if first is None:
                return Doubt(Reason.NO_DAY, paper)
            if first <= as_of and not paper.date.is_before(order.ordered):
                return Doubt(reason, paper)
    if _is_issued_by_others(order, series):
        return Doubt(Reason.BY_OTHERS)
    named = _as_named(order.product)
    return Doubt(Reason.ITSELF) if any(named in about for about in order.about) else None


def _is_issued_by_others(order: Order, series: Collection[str]) -> bool:
    """Tell whether a document of others may be what is owed, which no register of the bearer holds.

    So it is of laws and decisions that a department drafts, of all that it is told to draft or to
    lay before others, and of what changes a document that another body issued.
    """
    if _is_drafted(order.words):
        return True
    if order.expects == "change":
        return not any(series_of(about) in series for about in order.about)
    return not _is_issued_by_who_owes_it(order.product)


@lru_cache(maxsize=10_000)
def _is_drafted(words: str) -> bool:
    return _DRAFTED.search(" ".join(words.split())) is not None


@lru_cache(maxsize=1_000)
def _is_issued_by_who_owes_it(product: str) -> bool:
    kind = folded(product)
    return any(kind.startswith(folded(own)) for own in duty_words(DutyWord.OWN_PRODUCT))


@lru_cache(maxsize=1_000)
def _as_named(product: str) -> str:
    """Return the part of an IRI that a document called as the product has, one without number."""
    return f"/{NAMED}/{slug(product)}"


def _candidates(
    order: Order, series: Sequence[str], holdings: Holdings
) -> Iterator[tuple[Reason, Paper]]:
    for register in series:
        for about in order.about:
            for answer in holdings.answering.get((about, register), ()):
                if not reviews_otherwise(order.review, answer.predicate):
                    yield Reason.OTHERWISE, answer.paper
            if order.expects == "issue":
                for paper in holdings.reaching.get((about, register), ()):
                    yield Reason.OVER_OTHERS, paper


def fits(order: Order, paper: Paper) -> bool:
    """Tell whether a document is of the type that is owed: "Chương trình" is one of action.

    What is owed for a review is no plan for one.
    """
    return _is_one_of(paper.types, order.product, order.expects)


@lru_cache(maxsize=10_000)
def _is_one_of(types: tuple[str, ...], product: str, expects: str) -> bool:
    return any(_is_product(product, expects, kind) for kind in types)


def _is_product(wanted: str, expects: str, kind: str) -> bool:
    product, given = folded(wanted), folded(kind)
    if expects in {"report", "review"}:
        return given in {_REPORT, product}
    if product == _ANY or expects == "change":
        return True
    return product == given or product.startswith(f"{given} ") or given.startswith(f"{product} ")
