"""A person's list of who owes what, which no text orders: a CSV file that builds remember.

Its columns are ``body``, ``about``, ``product``, ``due`` and ``why``; ``who`` and ``when`` tell who
wrote a line. Each is a decision of the kind ``expect``, which a file of decisions may hold as well.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from extract.duties.bearers import bearer_in
from extract.duties.deadlines import due_in
from extract.duties.products import product_in_cell
from extract.reading import Document, Duty
from extract.text.source import Span
from graph.decisions.file import (
    Decision,
    DecisionFile,
    Fault,
    lines_of,
    named_columns,
    text_of,
    words_of,
)
from graph.decisions.kinds import Expected, Kind, WrongCell, require
from graph.decisions.referents import Unmet
from graph.errors import DecisionsUnreadable
from graph.facts.bearers import Bearers, bearers_of
from graph.facts.standing import BodyAt
from graph.values import Found
from graph.words.sentences import Cause
from ontology.dates import partial_date
from ontology.institutions.units import unit_at
from ontology.level import Level

COLUMNS: Final = ("body", "about", "product", "due", "why")
_MORE: Final = ("who", "when")
RULE: Final = "expected"
"""The rule of a duty that a person states."""


@dataclass(frozen=True, slots=True)
class ListedDuty:
    """What a line says is owed about the document ``about``, and who owes it."""

    duty: Duty
    about: NamedNode
    bearers: Bearers


def read_expected(path: Path) -> DecisionFile:
    """Read a list of who owes what; the columns may stand in any order.

    A line that is wrong costs itself alone. Raises DecisionsUnreadable where there is no such file,
    where it is not UTF-8, or where its first line does not name the columns.
    """
    lines = lines_of(text_of(path))
    if not lines:
        return DecisionFile(path.name)
    number, head = lines[0]
    delimiter, columns = named_columns(head, _are_columns)
    if not delimiter:
        raise DecisionsUnreadable(path, Cause("expected columns", {"line": str(number)}))
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for number, line in lines[1:]:
        try:
            decisions.append(_decision(number, words_of(line, delimiter), columns, path.name))
        except WrongCell as wrong:
            faults.append(Fault(path.name, number, wrong.column, wrong.given, wrong.expected))
    return DecisionFile(path.name, tuple(decisions), tuple(faults))


def with_expected(decided: DecisionFile, expected: DecisionFile) -> DecisionFile:
    """Return what people decided, with what they say is owed."""
    return DecisionFile(
        decided.name,
        (*decided.decisions, *expected.decisions),
        (*decided.faults, *expected.faults),
    )


def _are_columns(names: tuple[str, ...]) -> bool:
    known = set(names)
    return set(COLUMNS) <= known <= {*COLUMNS, *_MORE} and len(known) == len(names)


def _decision(number: int, words: list[str], columns: tuple[str, ...], file: str) -> Decision:
    if len(words) != len(columns):
        raise WrongCell("", str(len(words)), Expected.CELLS)
    cells = dict.fromkeys((*COLUMNS, *_MORE), "") | dict(zip(columns, words, strict=True))
    for column in ("body", "about", "product", "why"):
        require(cells, column)
    if cells["when"] and not partial_date(cells["when"]).day:
        raise WrongCell("when", cells["when"], Expected.DAY)
    return Decision(
        line=number,
        who=cells["who"],
        when=cells["when"],
        kind=Kind.EXPECT,
        subject=cells["body"],
        relation=cells["product"],
        object=cells["about"],
        text=cells["due"],
        why=cells["why"],
        file=file,
    )


def listed_duty(decision: Decision, found: Found) -> ListedDuty:
    """Return what a line says is owed about the document ``found``; raises Unmet.

    Who owes it is told as in a text that stands where the document does.
    """
    product = product_in_cell(decision.relation)
    if product is None:
        raise Unmet("no-product", decision.relation)
    bearer = bearer_in(decision.subject)
    day = partial_date(found.date)
    about = Document(
        key=found.iri,
        id=None,
        iri=found.iri,
        dates=(day,) if day else (),
        level=found.level or Level.CENTRAL,
        place=found.place,
    )
    duty = Duty(
        bearer=bearer.printed if bearer else "",
        product=product.type,
        expects=product.expects,
        span=Span(0, 1),
        rule=RULE,
        confidence=1.0,
        set_by="",
        review=product.review,
        about=(about.key,),
        due=_due(decision.text),
        due_text=decision.text,
        several=bearer is not None and bearer.several,
        exceptions=bearer.exceptions if bearer else "",
    )
    bearers = bearers_of(duty, about)
    # A text may speak of a district that no table knows; a person has mistyped it.
    if not bearers or not all(map(_is_known, bearers if isinstance(bearers, tuple) else ())):
        raise Unmet("no-body", decision.subject)
    return ListedDuty(duty, NamedNode(found.iri), bearers)


def _is_known(body: BodyAt) -> bool:
    """Tell whether a body is of a place that there is, or was."""
    below_a_province = "." in body.place
    return not below_a_province or unit_at(body.place) is not None


def _due(typed: str) -> str:
    """Return the value of a last day as typed: "2024-10-31", "31/10/2024", "quý IV/2024"."""
    if not typed:
        return ""
    if day := partial_date(typed):
        return str(day)
    found = due_in(typed) or due_in(f"trước {typed}") or due_in(f"trong {typed}")
    if found is None:
        raise Unmet("no-date", typed)
    return found.value
