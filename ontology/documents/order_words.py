"""The words in which texts oblige a body to produce a document, and by when."""

from enum import StrEnum
from functools import cache

from ontology.tables import read_table

_COLUMNS = ("use", "word", "source")


class DutyWord(StrEnum):
    """What a word does in an order.

    Orders: ORDER opens one ("Giao"), GIVE stands within one, WISH opens none; MUST stands behind
    the bearer ("phải"), URGED where a report is owed, MANNER may stand before the verb; LEAD ends a
    line that orders; BOUND behind a deed binds to the next.
    Deeds: ISSUE, REPORT, GUIDE, INTERIM, FINAL, CHANGE. COMPOUND makes a noun of a verb of issuing
    ("chương trình"), NO_GAP never stands between it and its product, GUIDED stands behind GUIDE,
    GUIDED_WAY too, how something is done, GUIDED_DEED behind the bodies that are guided.
    In front of a deed DEED_NOUN makes a noun of it ("chế độ báo cáo") where it is not the end of
    BEFORE_DEED ("kết quả thực hiện báo cáo"), GUIDE_NOUN one of a guide, REVIEW_NOUN one of a
    review; a review is held where TAKEN_UP stands, not at a MEETING.
    Products: PRODUCT is a document, PRODUCT_VERB one whose name is a verb as well, PRINTED_PRODUCT
    one only in a table, OWN_PRODUCT one that its bearer issues itself, HAVING one that it is to
    have, SUBMITTED one where it is laid before another; MADE tells that it is a document, THERE
    that it exists already. A programme is none where it is PERFORMED ("chương trình nghệ thuật") or
    AIRED ("trên truyền hình").
    Tables: the columns are those of a table of tasks; DOCUMENT_COLUMN heads names of documents,
    DONE_COLUMN tells that a table is none, ONGOING stands for a time.
    Bearers: CLASS names bodies of a kind in small letters, BODY bodies without a count, NO_BODY
    what begins as a body does, SOMEBODY those who are none, WORK ends their names; TOP is ordered
    by nobody, TOP_OF_STATE by acts that bind the State; GIVEN_TO begins the clause that tells which
    of a class are meant.
    Places: TASK_HEADING heads tasks, PLAN_HEADING those of a plan alone, since acts use it of
    standing work, NO_TASK_HEADING heads what is for or was done; ASKING and TELLING are types of
    text that ask throughout, or that tell, propose and pass on.
    Against it: PAST tells of deeds, NOT takes the order away, CONDITION and IF make it hang on
    something, ALLOWED leaves it to the bearer; STANDING beside a verb of issuing says what a body
    is for; FOR_APPROVAL is laid before those who decide. A time runs anew where a CASE ARRIVES, and
    once from what ONCE names; LIMIT makes a deadline of it, and where DATED stands may be one.
    What is GATHERED TO_THAT_END that it be reported is reported, and what is gathered for a body
    is without a time, but not ON_OCCASION.
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
    OWN_PRODUCT = "own-product"
    PRINTED_PRODUCT = "printed-product"
    MADE = "made"
    PERFORMED = "performed"
    AIRED = "aired"
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
    PLAN_HEADING = "plan-heading"
    NO_TASK_HEADING = "no-task-heading"
    LEAD = "lead"
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
    URGED = "urged"
    ARRIVES = "arrives"
    CASE = "case"
    ONCE = "once"
    STANDING = "standing"
    FOR_APPROVAL = "for-approval"
    IF = "if"
    COMPOUND = "compound"
    GUIDED = "guided"
    GIVE = "give"
    BOUND = "bound"
    LIMIT = "limit"
    SOMEBODY = "somebody"
    GUIDE_NOUN = "guide-noun"
    THERE = "there"
    MEETING = "meeting"
    TAKEN_UP = "taken-up"
    NO_BODY = "no-body"
    TOP = "top"
    TOP_OF_STATE = "top-of-state"
    GIVEN_TO = "given-to"
    GATHERED = "gathered"
    ON_OCCASION = "on-occasion"
    WORK = "work"
    SUBMITTED = "submitted"
    BEFORE_DEED = "before-deed"
    HAVING = "having"
    GUIDED_DEED = "guided-deed"
    GUIDED_WAY = "guided-way"
    TO_THAT_END = "to-that-end"
    DATED = "dated"


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
