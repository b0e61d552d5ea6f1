"""What is owed, in the site: a list of directives, a page for each of them, parts of documents."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, Final

from jinja2 import Environment

from graph.pages.cells import Finding, Naming, debt_cells, status_words, task_cells
from graph.pages.debts import Debts, Named, ShownDebt, ShownTask
from graph.values import Quote, Step
from graph.words.labels import OWED_SIGNS
from graph.words.sentences import Language

OWED: Final = PurePosixPath("owed.html")
"""The list of what is owed."""
MOST_OF_A_DOCUMENT: Final = 50
"""How many debts of a kind the page of a document shows; the pages of what is owed have all."""

Address = Callable[[PurePosixPath, str], str]
"""The address on a page of a document, empty where it has no page."""
Words = Callable[[PurePosixPath, Quote | Step], str]
"""The address on a page of words, empty where their text is no part of the site."""


class OwedPages:
    """What is owed, as pages that need no script: nothing where nothing is owed.

    ``names`` is what the site calls documents, by their IRIs.
    """

    def __init__(
        self,
        debts: Debts,
        language: Language,
        names: Mapping[str, str],
        *,
        address: Address,
        words_at: Words,
    ) -> None:
        self._debts = debts
        self._language = language
        self._names = names
        self._address = address
        self._words_at = words_at
        self._orders = _by(debts.rows, lambda row: [row.set_by])
        self._about = _by(debts.rows, lambda row: row.about)
        self._meets = _by(debts.rows, lambda row: [row.met_by])
        self._tasks: defaultdict[str, list[ShownTask]] = defaultdict(list)
        for task in debts.tasks:
            self._tasks[task.set_by.iri].append(task)

    def __bool__(self) -> bool:
        return bool(self._debts.rows or self._debts.tasks)

    def of_document(self, iri: str, here: PurePosixPath) -> dict[str, Any]:
        """Return what a document orders, what others order about it, what it meets, its tasks."""
        orders = self._orders.get(iri, [])
        about = self._about.get(iri, [])
        others = [row for row in about if row.set_by is None or row.set_by.iri != iri]
        found = (
            ("owed orders", orders),
            ("owed about it", others),
            ("owed meets", self._meets.get(iri, [])),
        )
        return {
            "owing": [
                (heading, len(rows), [self._debt(row, here) for row in rows[:MOST_OF_A_DOCUMENT]])
                for heading, rows in found
                if rows
            ],
            "tasks": [self._task(task, here) for task in self._tasks.get(iri, [])],
            "all_owed": f"{'../' * (len(here.parts) - 1)}{owed_path(iri)}",
        }

    def pages(self, environment: Environment) -> Iterator[tuple[PurePosixPath, str]]:
        """Yield the list of directives about which something is owed, and the page of each."""
        if not self:
            return
        by_directive = self._debts.by_directive()
        yield (
            OWED,
            environment.get_template("owed.html.j2").render(
                here=OWED,
                figures=self._language.choose(self._debts.figures),
                left_out=self._debts.left_out,
                directives=[
                    (self._directive(rows, OWED), owed_path(iri), self._counts(rows))
                    for iri, rows in by_directive.items()
                ],
                tasks=[self._task(task, OWED) for task in self._debts.tasks],
            ),
        )
        template = environment.get_template("owed_of.html.j2")
        for iri, rows in by_directive.items():
            path = owed_path(iri)
            content = template.render(
                here=path,
                directive=self._directive(rows, path),
                rows=[self._debt(row, path) for row in rows],
                counts=self._counts(rows),
            )
            yield path, content

    def _debt(self, row: ShownDebt, here: PurePosixPath) -> dict[str, object]:
        return debt_cells(row, self._language, *self._ways(here))

    def _task(self, task: ShownTask, here: PurePosixPath) -> dict[str, object]:
        return task_cells(task, self._language, *self._ways(here))

    def _ways(self, here: PurePosixPath) -> tuple[Naming, Finding]:
        return partial(self._named, here), partial(self._words_at, here)

    def _named(self, here: PurePosixPath, document: Named) -> tuple[str, str]:
        """Return what the site calls a document, and its address; empty where it has no page."""
        name = self._names.get(document.iri, document.name)
        return name, self._address(here, document.iri)

    def _directive(self, rows: Sequence[ShownDebt], here: PurePosixPath) -> tuple[str, str]:
        directive = rows[0].directive
        return self._named(here, directive) if directive else ("", "")

    def _counts(self, rows: Sequence[ShownDebt]) -> list[tuple[str, str, int]]:
        """Return each status, its sign and words, and how many debts have it."""
        counts = Counter(row.status for row in rows)
        found = (status for status in OWED_SIGNS if counts[status])
        return [(status, status_words(status, self._language), counts[status]) for status in found]


def owed_path(iri: str) -> PurePosixPath:
    """Return where the page of what is owed of a directive lies."""
    return PurePosixPath(f"owed/{sha256(iri.encode()).hexdigest()[:32]}.html")


def _by(
    rows: Iterable[ShownDebt], documents: Callable[[ShownDebt], Iterable[Named | None]]
) -> Mapping[str, list[ShownDebt]]:
    found: defaultdict[str, list[ShownDebt]] = defaultdict(list)
    for row in rows:
        for document in documents(row):
            if document:
                found[document.iri].append(row)
    return found
