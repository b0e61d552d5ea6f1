"""Orders in prose: a bearer, a verb of issuing or reporting, a product, and by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.duties.bearers import Bearer, bearer_in, bearer_with_clause
from extract.duties.clauses_of_tasks import Sentence
from extract.duties.constructions import Found, found_in
from extract.duties.deeds import first_deed
from extract.duties.products import Product
from extract.duties.subjects import HANDLED, HANDLES, WORKED, Subject, named_in, subject_of
from extract.duties.what_holds import holds
from extract.grammar.lexicon import any_of
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words

_END = r"(?![^\W\d_])"
_WISH = re.compile(rf"(?:{any_of(duty_words(DutyWord.WISH))}){_END}", re.IGNORECASE)
_JOINS = re.compile(
    rf"phối hợp(?: chặt chẽ)? (?:với |cùng )?"
    rf"(?P<who>(?:[^.;:(),]|,(?=[ ](?:[{UPPER}]|các[ ])))+?)(?=,?[ ]{HANDLES}|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What one clause obliges to: offsets in the flow.

    ``ordered`` where an order word says so, ``asked`` where nothing does but the deadline.
    """

    start: int
    end: int
    deed_end: int
    bearer: Bearer | None
    ordered: bool
    announced: bool
    product: Product
    due: str
    due_at: tuple[int, int] | None
    joins: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads clause by clause; ``before`` are the earlier clauses of the same sentence."""

    before: tuple[Sentence, ...] = ()

    def read(self, sentence: Sentence) -> tuple[Order | None, "Reader"]:
        """Return the order of a clause, if it holds one, and the reader of the next clause."""
        words = sentence.words
        if _WISH.match(words):
            return None, Reader()
        before = self.before if sentence.follows else ()
        following = Reader((*before, sentence))
        found = found_in(words)
        if found is None:
            return None, following
        spoken = Subject(None) if found.bearer else _spoken_of(before)
        bearer = _as_printed(found.bearer, sentence) or spoken.bearer or sentence.addressed
        # Who is given one task in a sentence is given the next one, too.
        found = replace(found, bearer=bearer, ordered=found.ordered or spoken.ordered)
        if holds(found, sentence):
            return _order(found, sentence, asked=False), following
        dated = found.due is not None and found.bearer is not None
        asked = dated and (sentence.asks or sentence.act)
        if asked and holds(found, replace(sentence, tasked=True)):
            return _order(found, sentence, asked=True), following
        return None, following


def _spoken_of(before: Sequence[Sentence]) -> Subject:
    """Return whom the last of the clauses that names anybody speaks of, and if it orders."""
    for sentence in reversed(before):
        words = sentence.words
        if sentence.heads and (bearer := bearer_with_clause(words)):
            return Subject(bearer)
        deed = first_deed(words)
        acts = deed is not None or sentence.heads or HANDLED.search(words) is not None
        lead = (words[: deed.start] if deed else words) if acts else ""
        if (subject := subject_of(lead)).bearer:
            return subject
        if not sentence.heads and bearer_in(words) is not None:
            return Subject(named_in(words) if WORKED.search(words) else None)
    return Subject(None)


def _order(found: Found, sentence: Sentence, *, asked: bool) -> Order:
    start, due = sentence.start, found.due
    joined = _JOINS.search(sentence.words[: found.deed.start])
    return Order(
        start=start,
        end=sentence.end,
        deed_end=start + found.deed.end,
        bearer=found.bearer,
        ordered=found.ordered,
        announced=found.announced,
        product=found.deed.product,
        due=due.value if due else "",
        due_at=(start + due.start, start + due.end) if due else None,
        joins=sentence.printed[slice(*joined.span("who"))].strip() if joined else "",
        asked=asked,
    )


def _as_printed(bearer: Bearer | None, sentence: Sentence) -> Bearer | None:
    """Return ``bearer`` with the citations that its name holds."""
    if bearer is None or "¤" not in bearer.printed:
        return bearer
    start = sentence.words.index(bearer.printed)
    return replace(bearer, printed=sentence.printed[start : start + len(bearer.printed)])
