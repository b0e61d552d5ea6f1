"""What a report tells of a directive, section by section, each figure with its command."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from graph.ask import competency
from graph.ask.owed.answer import owed
from graph.ask.plans import document_view, plans_of
from graph.ask.review import review_items
from graph.ask.sparql import Rows
from graph.rdf.schema import Listing, listed
from graph.read.documents import Documents
from graph.read.lookup import lasting_name
from graph.read.places import place_names
from graph.report.carrying_out import plan_section
from graph.report.owing import owed_section
from graph.report.paper import Figure, Grid, Report, Section, Words
from graph.report.telling import Telling
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.values import DocumentView, Field, Found, PlanRow, Quote, Value
from graph.words.cells import cell_text
from graph.words.headings import HEADINGS, cell_words
from graph.words.labels import MATTER_WORDS, as_typed, word, years_words
from graph.words.sentences import Language
from ontology.dates import PartialDate

_FIELDS: Final = listed(Listing.REPORT)
_REVIEW: Final = "summarizes"
_SOURCES: Final = 2
"""How many files are named for a value that the document's own text does not state."""


def report_on(
    store: GraphStore, document: Found, day: date, language: Language, option: str = ""
) -> Report:
    """Return the report on ``document`` as of ``day``, from what the texts of ``store`` say.

    Each figure names the command whose answer has so many rows; ``option`` is what to say to the
    commands for this store, where it is not the usual one.
    """
    documents = Documents(local_copy(store.dataset))
    plans = plans_of(store, document.iri)
    view = document_view(store, document.iri)
    debts = owed(store, document.iri, as_of=day)
    concerned = {document.iri, *(row.document.iri for row in plans)}
    told = Telling(language, _places(documents, concerned, view))
    texts = len(competency.ask(store, "texts").rows)

    where = f" {told.say('in store', store=option)}" if option else ""

    def asked(question: str) -> list[Mapping[str, Value]]:
        return _records(competency.ask(store, question, document.selector))

    selector = as_typed(document.selector)
    return Report(
        title=told.say("title"),
        about=tuple(filter(None, (told.name(document), document.title))),
        basis=told.say("basis", day=told.day(PartialDate.of_day(day)), texts=texts) + where,
        sections=(
            _directive(told, view),
            plan_section(told, document, plans, _absent(documents, plans), selector),
            owed_section(told, debts, selector),
            _reviews(told, documents, view, asked("reviews"), selector),
            _changes(told, documents, asked("in-force"), asked("changed-by"), selector),
            _matters(told, store, documents, concerned, document),
            _missing(told, asked("places-without-plan"), selector),
        ),
        figure_headings=(told.say("figure"), told.say("value"), told.say("command")),
        notes_heading=told.say("notes"),
        language=language,
    )


def _absent(documents: Documents, plans: Sequence[PlanRow]) -> list[Found]:
    """Return those of which no text is held, nor one of the decision that issues them."""
    return [
        row.document
        for row in plans
        if not row.document.held
        and not any(documents.found(iri).held for iri in documents.issuing(row.document.iri))
    ]


def _places(documents: Documents, iris: Iterable[str], view: DocumentView) -> dict[str, str]:
    """Return what places are called, by their paths and by the last part of these."""
    linked = (found.iri for step in view.incoming for found in (step.subject, step.object))
    names = place_names(documents, sorted({*iris, *linked}))
    return {path.rpartition(".")[2]: name for path, name in names.items()} | names


def _records(rows: Rows) -> list[Mapping[str, Value]]:
    return [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]


def _directive(told: Telling, view: DocumentView) -> Section:
    """Return what the document is: each field as rows show it, and which file says so."""
    rows = []
    told_before = ""
    for field in sorted(view.fields, key=_place_of):
        for value in field.values:
            if not value.shown or field.name not in _FIELDS:
                continue
            heading = word(HEADINGS, told.language, field.name)
            files = ", ".join(view.texts if value.own else value.sources[:_SOURCES])
            # What the same files say is noted once.
            notes = (files,) if files != told_before else ()
            told_before = files
            rows.append((Words(heading), Words(_stated(told, field.name, value.value), notes)))
    return Section(told.say("directive"), grids=(("", Grid((), tuple(rows), (28, 72))),))


def _place_of(field: Field) -> int:
    return _FIELDS.index(field.name) if field.name in _FIELDS else len(_FIELDS)


def _stated(told: Telling, name: str, value: str) -> str:
    if name == "place":
        return told.places.get(value, value)
    return cell_text(name, value, told.language)


def _reviews(
    told: Telling,
    documents: Documents,
    view: DocumentView,
    rows: Sequence[Mapping[str, Value]],
    selector: str,
) -> Section:
    figure = Figure(told.say("review count"), len(rows), f"luocdo ask reviews {selector}")
    if not rows:
        return Section(told.say("reviews"), (told.say("no reviews"),), (figure,))
    stated = [step for step in view.incoming if step.relation == _REVIEW]
    cells = []
    for row in rows:
        report = documents.found(str(row["report_iri"]))
        steps = [step for step in stated if step.subject.iri == report.iri]
        kind = cell_words("review", row["review"], told.language)
        years = years_words(told.language, float(row["years"]) if row["years"] else None)
        quotes = " … ".join(told.quote(step.quote) for step in steps[:1])
        cells.append(
            (
                Words(told.name(report), aside=told.day(report.date)),
                Words(told.issuer(report)),
                Words(f"{kind}{years}", tuple(map(told.place, steps[:1])), quotes),
            )
        )
    headings = tuple(told.say(key) for key in ("report", "issuer", "kind"))
    grid = Grid(headings, tuple(cells), (30, 24, 46))
    return Section(told.say("reviews"), (), (figure,), (("", grid),))


def _changes(
    told: Telling,
    documents: Documents,
    force: Sequence[Mapping[str, Value]],
    rows: Sequence[Mapping[str, Value]],
    selector: str,
) -> Section:
    state = cell_words("state", force[0]["state"], told.language)
    words = [told.say("in force", state=state, command=f"luocdo ask in-force {selector}")]
    figure = Figure(told.say("change count"), len(rows), f"luocdo ask changed-by {selector}")
    if not rows:
        return Section(told.say("changes"), (*words, told.say("no changes")), (figure,))
    cells = []
    for row in rows:
        by = documents.found(str(row["by_iri"]))
        where = Quote(
            quote=str(row["quote"] or ""),
            text=str(row["text"] or ""),
            start=int(row["start"] or 0),
            end=int(row["end"] or 0),
            page=int(row["page"] or 0),
        )
        deed = cell_words("relation", row["relation"], told.language)
        cells.append(
            (
                Words(told.name(by), aside=told.day(by.date)),
                Words(told.issuer(by)),
                Words(deed, (told.place(where),), told.quote(where.quote)),
            )
        )
    headings = tuple(told.say(key) for key in ("by", "issuer", "deed"))
    grid = Grid(headings, tuple(cells), (30, 24, 46))
    return Section(told.say("changes"), tuple(words), (figure,), (("", grid),))


def _matters(
    told: Telling, store: GraphStore, documents: Documents, concerned: set[str], directive: Found
) -> Section:
    """Return what is open about the directive and what carries it out.

    That is also which document is meant where it may be the directive.
    """
    named = lasting_name(documents, directive)
    items = [
        item for item in review_items(store) if item.iri in concerned or named in item.candidates
    ]
    if not items:
        return Section(told.say("conflicts"), (told.say("no conflicts"),))
    headings = tuple(told.say(key) for key in ("id", "by", "matter"))
    cells = []
    for item in items:
        kind = word(MATTER_WORDS, told.language, item.kind)
        about = Words(told.name(documents.found(item.iri)), aside=kind)
        told_of = Words(told.language.choose(item.message), (", ".join(item.sources),))
        cells.append((Words(item.id), about, told_of))
    grid = Grid(headings, tuple(cells), (14, 28, 58))
    return Section(told.say("conflicts"), (told.say("conflict intro"),), (), (("", grid),))


def _missing(told: Telling, rows: Sequence[Mapping[str, Value]], selector: str) -> Section:
    """Return the places of which no document is held, as no more than that."""
    command = f"luocdo ask places-without-plan {selector}"
    figure = Figure(told.say("missing count"), len(rows), command)
    if not rows:
        return Section(told.say("missing"), (told.say("none missing"),), (figure,))
    owing = _places_in(told, (row for row in rows if row["owed"]))
    others = _places_in(told, (row for row in rows if not row["owed"]))
    words = (
        *((told.say("missing owed"), owing) if owing else ()),
        *((told.say("missing intro"), others) if others else ()),
    )
    return Section(told.say("missing"), words, (figure,))


def _places_in(told: Telling, rows: Iterable[Mapping[str, Value]]) -> str:
    named = [cell_words("place", row["place"], told.language) for row in rows]
    return "; ".join(named) + "." if named else ""
