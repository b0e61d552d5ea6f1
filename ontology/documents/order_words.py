"""The words in which texts oblige a body to produce a document, and by when."""

from enum import StrEnum
from functools import cache

from ontology.tables import read_table

_COLUMNS = ("use", "word", "source")


class DutyWord(StrEnum):
    """What a word does in an order.

    ORDER opens one ("Giao"), WISH opens none; MUST stands behind the bearer ("phải"), MANNER may
    stand before the verb. ISSUE, REPORT, GUIDE, INTERIM, FINAL and CHANGE are the deeds. PRODUCT is
    a document, PRODUCT_VERB one whose name is a verb as well, PRINTED_PRODUCT one only in a table,
    DOCUMENT_COLUMN heads names of documents, ASKING and TELLING are types of text that ask
    throughout, or that tell, propose and pass on. BODY names bodies without a count.
    MADE what tells of a product that it is a document. The columns are those of a table of tasks;
    DONE_COLUMN tells that a table is none. CLASS names bodies of a kind in small letters,
    TASK_HEADING heads orders, PAST tells of deeds, NOT takes the order away;
    CONDITION and ALLOWED make it hang on something, or leave it to the bearer. In front of a deed
    DEED_NOUN makes a noun of it ("chế độ báo cáo"), REVIEW_NOUN one of a review; NO_GAP never
    stands between a verb of issuing and its product.
    """

    ORDER = "order"
    WISH = "wish"
    MUST = "must"
    MANNER = "manner"
    ISSUE = "issue"
    REPORT = "report"
    GUIDE = "guide"
    INTERIM = "interim"
    FINAL = "final"
    CHANGE = "change"
    PRODUCT = "product"
    PRODUCT_VERB = "product-verb"
    PRINTED_PRODUCT = "printed-product"
    MADE = "made"
    TASK_COLUMN = "task-column"
    LEAD_COLUMN = "lead-column"
    JOIN_COLUMN = "join-column"
    PRODUCT_COLUMN = "product-column"
    DUE_COLUMN = "due-column"
    DOCUMENT_COLUMN = "document-column"
    DONE_COLUMN = "done-column"
    ONGOING = "ongoing"
    CLASS = "class"
    TASK_HEADING = "task-heading"
    PAST = "past"
    NOT = "not"
    CONDITION = "condition"
    ALLOWED = "allowed"
    ASKING = "asking"
    TELLING = "telling"
    BODY = "body"
    REVIEW_NOUN = "review-noun"
    DEED_NOUN = "deed-noun"
    NO_GAP = "no-gap"


def duty_words(use: DutyWord) -> tuple[str, ...]:
    """Return the words that have ``use``, in the order of the table; raises TableError.

    >>> duty_words(DutyWord.FINAL)
    ('tổng kết',)
    """
    return _words()[use]


@cache
def _words() -> dict[DutyWord, tuple[str, ...]]:
    words: dict[DutyWord, list[str]] = {use: [] for use in DutyWord}
    for row in read_table("duty_words.csv", _COLUMNS, unique=("use", "word")):
        words[row.choice("use", DutyWord)].append(row.required("word"))
    return {use: tuple(found) for use, found in words.items()}
