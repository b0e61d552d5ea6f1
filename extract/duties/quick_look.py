"""A quick look at which paragraphs and clauses can hold a deed at all: most hold none."""

from collections.abc import Iterable

from ontology.documents.order_words import DutyWord, duty_words


def tails(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without their first letter, which may be a capital; none holds another."""
    found = sorted({word[1:] for word in words}, key=len)
    return tuple(
        tail for at, tail in enumerate(found) if not any(short in tail for short in found[:at])
    )


_TOLD = tails(
    word
    for use in (DutyWord.REPORT, DutyWord.GUIDE, DutyWord.INTERIM, DutyWord.FINAL, DutyWord.CHANGE)
    for word in duty_words(use)
)
_ISSUED = tails((*duty_words(DutyWord.ISSUE), "cụ thể hóa", "phải"))
_PRODUCTS = tails((*duty_words(DutyWord.PRODUCT), *duty_words(DutyWord.PRODUCT_VERB)))


def may_oblige(words: str) -> bool:
    """Tell whether a text has the words of a deed: of telling, or of issuing with a product."""
    for word in _TOLD:
        if word in words:
            return True
    for word in _ISSUED:
        if word in words:
            return any(product in words for product in _PRODUCTS)
    return False
