"""What is owed, as pages show it: who writes a page gives it, for pages ask nothing themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from graph.values import Quote, Step
from ontology.bilingual import Bilingual

_NOTHING: Final = Bilingual("", "")


class Named(NamedTuple):
    """A document: its IRI, and what it is called where it has no page."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDebt:
    """One debt and what became of it, by its status.

    ``where`` is the place of ``body``; ``deed`` is what is to be done (issue, report, change, or
    interim and final for a review); ``due`` the last day in ISO, ``due_printed`` its words;
    ``met_words`` those by which ``met_by`` meets it; ``doubt`` why it is not known, and ``perhaps``
    what may meet it; ``decided`` what a person said of it, ``listed`` whose list names it where no
    document orders it; ``also`` the words of further texts that order the same.
    """

    id: str
    status: str
    body: str
    where: str
    product: str
    deed: str
    about: tuple[Named, ...]
    set_by: Named | None
    due: str
    due_printed: str
    quote: Quote
    rule: str
    confidence: float
    met_by: Named | None = None
    met_words: Step | None = None
    passed_to: str = ""
    doubt: str = ""
    perhaps: Named | None = None
    decided: Bilingual = _NOTHING
    listed: Bilingual = _NOTHING
    also: tuple[Quote, ...] = ()

    @property
    def directive(self) -> Named | None:
        """The document that it is for: the one that it is about, else the one that orders it."""
        return self.about[0] if self.about else self.set_by


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTask:
    """Work that leaves no document: who leads, what is to be done, what comes of it, by when."""

    body: str
    task: str
    outcome: str
    joining: str
    set_by: Named
    due: str
    due_printed: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts:
    """What is owed as of a day, and how it adds up; ``left_out`` counts what is not held."""

    as_of: str = ""
    figures: Bilingual = _NOTHING
    rows: tuple[ShownDebt, ...] = ()
    tasks: tuple[ShownTask, ...] = ()
    left_out: int = 0

    def by_directive(self) -> Mapping[str, list[ShownDebt]]:
        """Return the debts of each document that they are for, by its IRI."""
        found: dict[str, list[ShownDebt]] = {}
        for row in self.rows:
            directive = row.directive
            found.setdefault(directive.iri if directive else "", []).append(row)
        return found

    def places(self) -> Mapping[str, list[tuple[int, int]]]:
        """Return where each text orders something, by its name."""
        found: dict[str, list[tuple[int, int]]] = {}
        for quote in self._quotes():
            if quote.end:
                found.setdefault(quote.text, []).append((quote.start, quote.end))
        return found

    def _quotes(self) -> Iterator[Quote]:
        for row in self.rows:
            yield from (row.quote, *row.also)
        yield from (task.quote for task in self.tasks)


NO_DEBTS: Final = Debts()
"""For a page that is to go without."""
