"""Work that tables of tasks give and that leaves no document: listed, and never owed.

Nobody can tell from documents whether it was done, so it has no status and is counted apart.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.owed.debts import Owing, opened_class, owing_together
from graph.ask.owed.known.assignments import GIVEN, Assignments, as_text
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.links import Links
from graph.store.disk import GraphStore
from graph.values import Found, Quote
from ontology.dates import PartialDate, partial_date

_FIELDS: Final = {
    **GIVEN,
    "task": ld.TASK_PRINTED,
    "outcome": ld.OUTCOME,
}
_PLACES: Final = """SELECT DISTINCT ?given ?text ?start WHERE {
  ?given a <KIND> ; ld:evidence ?mention . ?mention ld:inText ?text ; ld:start ?start
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One task of the graph, with its fields as they are written; IRIs stand for documents.

    ``bodies`` do it together; ``each`` is the class of which every body does.
    """

    said: dict[str, str]
    ordered: PartialDate
    bodies: tuple[BodyAt, ...]
    each: BodyClass | None

    def owing(self) -> tuple[Owing, ...]:
        """Return the bodies that do it, those of a class one by one."""
        if self.each:
            return opened_class(self.each, self.ordered)
        return owing_together(self.bodies)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task: who leads (``body``, as printed), what is to be done and what comes of it.

    The other fields are as those of a debt; nothing says what became of it.
    """

    body: str
    task: str
    outcome: str
    set_by: Found
    due: str
    due_from: str
    due_until: str
    due_printed: str
    quote: Quote
    rule: str
    confidence: float
    joining: str = ""


def work_of(store: GraphStore, setting: Collection[str], as_of: date) -> tuple[Work, ...]:
    """Return the tasks that documents gave by a day, in the order of their texts.

    ``setting`` are the IRIs of the documents, empty for all.
    """
    tasks = Assignments(store, ld.TASK)
    places = sorted(
        (as_text(text), int(start or 0), as_text(given))
        for given, text, start in tasks.asked(_PLACES)
    )
    if not places:
        return ()
    said = {name: tasks.field(node) for name, node in _FIELDS.items()}
    ordered, bodies, classes = tasks.ordered(), tasks.bodies(), tasks.classes()
    found = (
        Work(
            said={name: values.get(task, "") for name, values in said.items()},
            ordered=partial_date(ordered.get(task, "")),
            bodies=bodies.get(task, ()),
            each=classes.get(task),
        )
        for task in dict.fromkeys(task for _, _, task in places)
    )
    given = [
        work
        for work in found
        if (not setting or work.said["set_by"] in setting) and not _is_later(work.ordered, as_of)
    ]
    # What texts of one document have in common is one task.
    return tuple({_what(work): work for work in reversed(given)}.values())[::-1]


def task_rows(found: Collection[Work], documents: Documents, links: Links) -> Iterator[TaskRow]:
    """Yield the rows of tasks, with the words that give them."""
    for work in found:
        said = work.said
        yield TaskRow(
            body=said["printed"],
            task=said["task"],
            outcome=said["outcome"],
            set_by=documents.found(said["set_by"]),
            due=said["due"],
            due_from=said["due_from"],
            due_until=said["due_until"],
            due_printed=said["due_printed"],
            quote=links.assertions.quote(NamedNode(said["mention"])),
            rule=said["rule"],
            confidence=float(said["confidence"]),
            joining=said["joining"],
        )


def _is_later(ordered: PartialDate, as_of: date) -> bool:
    first = ordered.earliest
    return first is not None and first > as_of


def _what(work: Work) -> tuple[object, ...]:
    """Return what makes a task: all but where it stands."""
    told = (value for name, value in work.said.items() if name not in ("mention", "confidence"))
    return (*told, work.bodies, work.each)
