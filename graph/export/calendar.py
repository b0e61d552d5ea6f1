"""Last days as a calendar that calendar programs open (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from graph.harmless import plain


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day: ``id`` is the same in every calendar, ``title`` and ``told`` are for people."""

    id: str
    day: date
    title: str
    told: str


def calendar_of(deadlines: Iterable[Deadline], name: str, as_of: date) -> bytes:
    """Return a calendar called ``name`` with each of ``deadlines`` once, as an event of a day.

    A program that reads it again replaces what it has under the same ids.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Luocdo//Luocdo//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plain(name))
    for deadline in {each.id: each for each in deadlines}.values():
        event = Event()
        event.add("uid", f"{deadline.id}@luocdo")
        event.add("dtstamp", datetime.combine(as_of, time(), UTC))
        event.add("dtstart", deadline.day)
        event.add("summary", plain(deadline.title))
        event.add("description", "\n".join(map(plain, deadline.told.split("\n"))))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
