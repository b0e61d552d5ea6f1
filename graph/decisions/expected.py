"""A person's list of who owes what, which no text orders: a CSV file that builds remember.

Its columns are ``body``, ``about``, ``product``, ``due`` and ``why``; ``who`` and ``when`` tell who
wrote a line. Each is a decision of the kind ``expect``, which a file of decisions may hold as well.
"""

import csv
from pathlib import Path
from typing import Final

from extract.duties.bearers import bearer_in
from extract.duties.deadlines import due_in
from extract.duties.products import product_in_cell
from extract.reading import Document, Duty
from extract.text.source import Span
from graph.decisions.file import Decision, DecisionFile, Fault, spaced
from graph.decisions.kinds import Expected, Kind, WrongCell, require
from graph.errors import DecisionsUnreadable
from graph.harmless import unguarded
from graph.words.refusals import cause_of
from graph.words.sentences import Cause
from ontology.dates import partial_date

COLUMNS: Final = ("body", "about", "product", "due", "why")
_MORE: Final = ("who", "when")
_DELIMITERS: Final = ",;\t"
_COMMENT: Final = "#"
RULE: Final = "expected"
"""The rule of a duty that a person states."""


def read_expected(path: Path) -> DecisionFile:
    """Read a list of who owes what; the columns may stand in any order.

    A line that is wrong costs itself alone. Raises DecisionsUnreadable where there is no such file,
    where it is not UTF-8, or where its first line does not name the columns.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DecisionsUnreadable(path, cause_of(error)) from error
    except UnicodeDecodeError as error:
        raise DecisionsUnreadable(path, Cause("not utf-8", {"byte": str(error.start)})) from error
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith(_COMMENT)
    ]
    if not lines:
        return DecisionFile(path.name)
    number, head = lines[0]
    delimiter, columns = _header(head)
    if not delimiter:
        raise DecisionsUnreadable(path, Cause("expected columns", {"line": str(number)}))
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for number, line in lines[1:]:
        try:
            decisions.append(_decision(number, line, delimiter, columns, path.name))
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


def _header(head: str) -> tuple[str, tuple[str, ...]]:
    """Return what stands between the cells, and the columns; nothing where they are others."""
    for delimiter in _DELIMITERS:
        names = tuple(name.strip().strip('"').casefold() for name in head.split(delimiter))
        known = set(names)
        if known >= set(COLUMNS) and known <= {*COLUMNS, *_MORE} and len(known) == len(names):
            return delimiter, names
    return "", ()


def _decision(
    number: int, line: str, delimiter: str, columns: tuple[str, ...], file: str
) -> Decision:
    try:
        (found,) = csv.reader([line], delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise WrongCell("", line, Expected.LINE) from error
    if len(found) != len(columns):
        raise WrongCell("", str(len(found)), Expected.CELLS)
    cells = dict.fromkeys((*COLUMNS, *_MORE), "")
    cells |= zip(columns, (spaced(unguarded(cell)) for cell in found), strict=True)
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


def expected_duty(decision: Decision, about: Document) -> Duty:
    """Return what a line says is owed about a document; raises WrongCell for what is none.

    Who owes it is told as in a text that stands where ``about`` does.
    """
    product = product_in_cell(decision.relation)
    if product is None:
        raise WrongCell("product", decision.relation, Expected.PRODUCT)
    bearer = bearer_in(decision.subject)
    if bearer is None:
        raise WrongCell("body", decision.subject, Expected.BODY)
    return Duty(
        bearer=bearer.printed,
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
        several=bearer.several,
        exceptions=bearer.exceptions,
    )


def _due(typed: str) -> str:
    """Return the value of a last day as typed: "2024-10-31", "31/10/2024", "quý IV/2024"."""
    if not typed:
        return ""
    if day := partial_date(typed):
        return str(day)
    found = due_in(typed) or due_in(f"trước {typed}") or due_in(f"trong {typed}")
    if found is None:
        raise WrongCell("due", typed, Expected.DATE)
    return found.value
