"""The part of a report that tells who owes which document by when, and what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Owed
from graph.ask.owed.judging import Status
from graph.ask.owed.rows import OwedRow
from graph.decisions.words import decided_words, listed_words
from graph.export.sheets import SHEET_NAMES
from graph.harmless import plain
from graph.report.paper import Figure, Grid, Section, Words
from graph.report.telling import Telling
from graph.values import Found
from graph.words.labels import DOUBT_WORDS, HEADINGS, OWED_SIGNS, OWED_WORDS, word
from graph.words.sentences import say
from graph.words.whereabouts import place_line

_HEADINGS: Final = ("bearer", "owes", "became", "ordered in")
_SHARES: Final = (22, 24, 24, 30)
_TOLD_ONE_BY_ONE: Final = frozenset(Status) - {Status.MET, Status.LAPSED}
"""What is met in time stands among the plans, and what lapsed is owed by nobody."""


def owed_section(told: Telling, answer: Owed, selector: str) -> Section:
    """Return what is owed of the document that ``selector`` asks for, the late and missing named.

    Each figure has a command of its own, which asks as of the same day.
    """
    command = f"luocdo owed {selector} --as-of {answer.as_of}"
    heading = word(SHEET_NAMES, told.language, "owed")
    if not answer.owed:
        return Section(heading, (told.say("nothing owed"),), (_all(told, answer, command),))
    rows = [row for row in answer.rows if row.status in _TOLD_ONE_BY_ONE]
    grids = (("", _grid(told, rows)),) if rows else ()
    counts = (_all(told, answer, command), *_figures(told, answer, command))
    words = (figures(answer, told.language), told.say("owed silence"))
    return Section(heading, words, counts, grids)


def _all(told: Telling, answer: Owed, command: str) -> Figure:
    return Figure(told.say("owed count"), answer.owed, command)


def _figures(told: Telling, answer: Owed, command: str) -> Iterator[Figure]:
    for status, count in answer.of.items():
        name = told.say("owed of status", status=word(OWED_WORDS, told.language, status))
        yield Figure(name, count, f"{command} --status {status}")


def _grid(told: Telling, rows: list[OwedRow]) -> Grid:
    headings = tuple(word(HEADINGS, told.language, key) for key in _HEADINGS)
    alike: defaultdict[tuple[object, ...], list[OwedRow]] = defaultdict(list)
    for row in rows:
        alike[_all_but_who(row)].append(row)
    return Grid(headings, tuple(_row(told, group) for group in alike.values()), _SHARES)


def _all_but_who(row: OwedRow) -> tuple[object, ...]:
    """Return what the bodies that one order names have in common, if it went alike with them."""
    order = (row.product, row.expects, row.review, row.due_until, row.due_printed)
    about = tuple(found.iri for found in row.about)
    words = (_by_iri(row.set_by), row.quote.quote, row.listed)
    became = (row.status, _by_iri(row.met_by), row.doubt, _by_iri(row.perhaps), row.decided)
    return (order, about, words, became)


def _by_iri(found: Found | None) -> str:
    return found.iri if found else ""


def _row(told: Telling, group: Sequence[OwedRow]) -> tuple[Words, ...]:
    row = group[0]
    due = (
        say(told.language, "due by", day=told.day(row.due_until))
        if row.due_until
        else plain(row.due_printed)
    )
    status = f"{OWED_SIGNS[row.status]} {word(OWED_WORDS, told.language, row.status)}"
    met = (told.place(row.words),) if row.words and row.words.text else ()
    deed = word(OWED_WORDS, told.language, row.review or row.expects)
    about = ", ".join(map(told.name, row.about))
    return (
        _who(told, group),
        Words(f"{plain(row.product)}: {deed}", aside=about),
        Words("\n".join(filter(None, (status, due))), met, "\n".join(_why(told, row))),
        Words(_by(told, row), (told.place(row.quote),), told.quote(row.quote.quote)),
    )


def _who(told: Telling, group: Sequence[OwedRow]) -> Words:
    """Return who owes it; of many bodies one by its name, and where they all stand."""
    places = [place_line(row.place, (row.body,)) for row in group]
    name = plain(group[0].body)
    if len(group) == 1:
        return Words(name, aside=places[0])
    where = (place or plain(row.body) for place, row in zip(places, group, strict=True))
    return Words(told.say("owing bodies", count=len(group), first=name), aside=", ".join(where))


def _by(told: Telling, row: OwedRow) -> str:
    if row.set_by:
        return told.name(row.set_by)
    return plain(listed_words(row.listed, told.language)) if row.listed else ""


def _why(told: Telling, row: OwedRow) -> Iterator[str]:
    """Yield what meets a debt, why that is not known, and who said what became of it."""
    if row.met_by:
        yield told.name(row.met_by)
    if row.doubt:
        yield word(DOUBT_WORDS, told.language, row.doubt)
    if row.perhaps:
        yield say(told.language, "perhaps", document=told.name(row.perhaps))
    if row.decided:
        yield plain(decided_words(row.decided, told.language))
