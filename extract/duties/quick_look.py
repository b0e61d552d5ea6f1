"""A quick look at which paragraphs and clauses can hold a deed at all: most hold none."""

from collections.abc import Iterable

from ontology.documents.order_words import DutyWord, duty_words


def tails(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without their first letter, which may be a capital; none holds another."""
    found = sorted({word[1:] for word in words}, key=len)
    return tuple(
        tail for at, tail in enumerate(found) if not any(short in tail for short in found[:at])
    )


_TOLDS = (DutyWord.REPORT, DutyWord.GUIDE, DutyWord.INTERIM, DutyWord.FINAL, DutyWord.CHANGE)
_TOLD = tails(
    (
        *(word for use in _TOLDS for word in duty_words(use)),
        *(f"có {word}" for word in duty_words(DutyWord.HAVING)),
    )
)
_ISSUED = tails((*duty_words(DutyWord.ISSUE), "cụ thể hóa", "phải"))
_PRODUCTS = tails(
    word
    for use in (DutyWord.PRODUCT, DutyWord.PRODUCT_VERB, DutyWord.SUBMITTED)
    for word in duty_words(use)
)


def may_oblige(words: str) -> bool:
    """Tell whether a text has the words of a deed: of telling, or of issuing with a product."""
    for word in _TOLD:
        if word in words:
            return True
    for word in _ISSUED:
        if word in words:
            return any(product in words for product in _PRODUCTS)
    return False
