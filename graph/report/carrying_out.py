"""The part of a report that tells who carries a directive out: by level, by place, since when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from graph.report.paper import Figure, Grid, Section, Words
from graph.report.telling import Telling
from graph.values import Found, PlanRow, Step
from graph.words.labels import relation_words
from ontology.dates import partial_date
from ontology.level import Level

_SHARES: Final = (7, 31, 24, 38)


def plan_section(
    told: Telling,
    directive: Found,
    plans: Sequence[PlanRow],
    absent: Sequence[Found],
    selector: str,
) -> Section:
    """Return who carries out ``directive``, each with its own words; ``selector`` asks for it.

    ``absent`` are those of which no text is held.
    """
    heading = told.say("carried out")
    if not plans:
        figure = Figure(told.say("all plans"), 0, f"luocdo plans {selector}")
        return Section(heading, (told.say("no plans"),), (figure,))
    names = "; ".join(map(told.name, absent))
    words = [told.say("not held", count=len(absent), names=names)] if absent else []
    lag = f"luocdo ask lag {selector}"
    days = any(_days_after(directive, row.document) is not None for row in plans)
    return Section(
        heading,
        (*words, *([told.say("days after what", command=lag)] if days else [])),
        tuple(_figures(told, plans, selector)),
        (("", _grid(told, directive, plans)),),
    )


def _figures(told: Telling, plans: Sequence[PlanRow], selector: str) -> Iterator[Figure]:
    """Yield how many there are: of all, of each level, of each province."""
    command = f"luocdo plans {selector}"
    yield Figure(told.say("all plans"), len(plans), command)
    direct = sum(len(row.steps) == 1 for row in plans)
    yield Figure(told.say("direct plans"), direct, f"{command} --direct")
    levels = Counter(row.document.level for row in plans)
    for level in Level:
        if levels[level]:
            name = told.say("plans of a level", level=told.level(level))
            yield Figure(name, levels[level], f"{command} --level {level}")
    provinces = Counter(row.document.place.partition(".")[0] for row in plans)
    for place in sorted(filter(None, provinces)):
        name = told.say("plans of a place", place=told.places.get(place, place))
        yield Figure(name, provinces[place], f"{command} --place {place}")


def _grid(told: Telling, directive: Found, plans: Sequence[PlanRow]) -> Grid:
    """Return a row for each document, those of a level together, then by place and date."""
    headings = tuple(told.say(key) for key in ("number", "plan", "issuer", "quote"))
    cells: list[tuple[Words, ...]] = []
    for level in (*Level, None):
        rows = [row for row in plans if row.document.level is level]
        rows.sort(key=lambda row: (row.document.place, row.document.date or "9", row.document.iri))
        if rows:
            name = told.level(level) if level else told.say("level unknown")
            cells.append((Words(told.say("level heading", level=name, count=len(rows))),))
            cells += [_row(told, directive, row, number) for number, row in enumerate(rows, 1)]
    return Grid(headings, tuple(cells), _SHARES)


def _row(told: Telling, directive: Found, row: PlanRow, number: int) -> tuple[Words, ...]:
    document, step = row.document, row.steps[0]
    days = _days_after(directive, document)
    after = f" ({told.say('days after', days=days)})" if days is not None else ""
    date = f"{told.day(document.date)}{after}" if document.date else ""
    return (
        Words(str(number)),
        Words(told.name(document), aside=date),
        Words(told.issuer(document)),
        _said(told, step),
    )


def _said(told: Telling, step: Step) -> Words:
    """Return what the document carries out, and in which words it says so."""
    relation = relation_words(told.language, step.relation)
    line = f"{relation} {told.name(step.object)}"
    stated = step.premises if step.inferred else (step,)
    notes = tuple(told.place(each) for each in stated if each.text)
    quotes = " … ".join(told.quote(each.quote) for each in stated if each.quote)
    return Words(line, notes, quotes)


def _days_after(directive: Found, document: Found) -> int | None:
    """Return how many days after the directive a document was issued; None if not known."""
    first, then = partial_date(directive.date).day, partial_date(document.date).day
    return (then - first).days if first and then else None
