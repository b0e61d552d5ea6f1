"""Answers as people read them: rich tables, with every quote beside what it states."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from graph.ask.rules import Severity
from graph.harmless import plain
from graph.read.decided import reason_of
from graph.terminal.decisions import decided_text, decisions_table
from graph.terminal.scans import provenance_lines, unconfirmed_words
from graph.values import DocumentView, Found, PlanRow, Quote, Step
from graph.words.cells import cell_text
from graph.words.labels import (
    HEADINGS,
    LEVEL_WORDS,
    SEVERITY_WORDS,
    inverse_words,
    name_of,
    open_words,
    part_words,
    relation_words,
    rule_words,
    shown_date,
    word,
    years_words,
)
from graph.words.sentences import Language, say
from graph.words.whereabouts import place_line

if TYPE_CHECKING:
    from graph.ask.checks import Finding

QUOTES_SHOWN = 10
"""How many places that mention a document ``show`` lists; JSON holds all."""

SOURCES_SHOWN = 3
"""How many of the texts that a finding rests on are named in its row; JSON holds all."""


def plans_table(directive: Found, rows: Sequence[PlanRow], language: Language) -> Table:
    """Return the plans that carry out ``directive``, each with its chain and its quotes."""
    title = say(language, "plans of", count=len(rows), document=name_of(directive))
    table = headed_table(title, language, ("document", 30), ("issuer", 20), ("chain", 50))
    for row in rows:
        chain = Group(
            *(
                part
                for step in row.steps
                for part in (_line(step, language), _evidence(step, language))
            )
        )
        table.add_row(
            document_card(row.document, language), where_issued(row.document, language), chain
        )
    return table


def candidates_table(candidates: Iterable[Found], language: Language) -> Table:
    """Return documents that share a number, each with the words that ask for it alone."""
    table = headed_table(
        "", language, ("selector", 26), ("term", 0), ("date", 0), ("issuer", 24), ("title", 50)
    )
    for found in candidates:
        table.add_row(
            Text(plain(found.selector), "bold"),
            _text(found.term),
            _text(shown_date(language, found.date)),
            where_issued(found, language),
            _text(_typed_title(found)),
        )
    return table


def _typed_title(found: Found) -> str:
    """Return type and title; the title of a law begins with its type."""
    said = found.title.casefold().startswith(found.type.casefold())
    return found.title if said else f"{found.type} {found.title}"


def _further_title(document: Found) -> str:
    """Return the title of a document, empty where what it is called says it."""
    told = (document.number == document.title, name_of(document).startswith(document.title))
    return "" if any(told) else document.title


def document_view(view: DocumentView, language: Language) -> Group:
    """Return one document: its fields, its relations both ways, where it is mentioned."""
    parts: list[RenderableType] = [Text(plain(name_of(view.document)), "bold")]
    if title := _further_title(view.document):
        parts.append(_text(title))
    parts.append(_text(" · ".join(_marks(view.document, language)), "dim"))
    if view.texts:
        parts.append(_text(say(language, "own texts", texts=", ".join(view.texts)), "dim"))
    parts.extend(_text(line, "dim") for line in provenance_lines(view.provenance, language))
    parts.append(_fields(view, language))
    if view.outgoing:
        parts.append(_relations(view.outgoing, language, outgoing=True))
    if view.incoming:
        parts.append(_relations(view.incoming, language, outgoing=False))
    if view.decisions:
        parts.append(decisions_table(view.decisions, language))
    if view.quotes:
        parts.append(_mentions(view.quotes, language))
    return Group(*parts)


def findings_table(findings: "Sequence[Finding]", language: Language) -> Table:
    """Return what the checks found, the text of each in ``language``."""
    counts = Counter(finding.severity for finding in findings)
    severities = ", ".join(
        f"{counts[severity]} {word(SEVERITY_WORDS, language, severity)}"
        for severity in Severity
        if counts[severity]
    )
    title = say(language, "findings", count=len(findings), severities=severities)
    table = headed_table(title, language, ("severity", 0), ("message", 55), ("sources", 35))
    for finding in findings:
        message = language.choose(finding.message)
        table.add_row(
            _text(word(SEVERITY_WORDS, language, finding.severity)),
            Group(Text(plain(finding.subject), "bold"), _text(message)),
            _sources(finding.sources, SOURCES_SHOWN),
        )
    return table


def rows_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Return plain values under the names of their columns."""
    table = Table()
    for column in columns:
        table.add_column(Text(plain(column)), overflow="fold")
    for row in rows:
        table.add_row(*(_text("" if cell is None else str(cell)) for cell in row))
    return table


def headed_table(title: str, language: Language, *columns: tuple[str, int]) -> Table:
    """Return an empty table; each of ``columns`` has a heading and how wide it is to others."""
    table = Table(
        title=Text(plain(title), "bold") if title else None,
        title_justify="left",
        show_lines=True,
        expand=True,
    )
    for heading, ratio in columns:
        words = word(HEADINGS, language, heading)
        table.add_column(words, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    return table


def _text(value: str, style: str = "") -> Text:
    return Text(plain(value), style)


def document_card(document: Found, language: Language, *, title: bool = True) -> Text:
    """Return what a document is called, with its date, its title and what is open about it."""
    parts = [(plain(name_of(document)), "bold")]
    if document.date:
        parts.append((f"\n{shown_date(language, document.date)}", ""))
    if title and (further := _further_title(document)):
        parts.append((f"\n{plain(further)}", ""))
    if said := open_words(document, language):
        parts.append((f"\n({plain(said)})", "italic"))
    if document.unconfirmed_fields:
        parts.append((f"\n({unconfirmed_words(document, language)})", "italic"))
    return Text.assemble(*parts)


def where_issued(document: Found, language: Language) -> Text:
    """Return who issued a document, at which level and where."""
    level = word(LEVEL_WORDS, language, document.level) if document.level else ""
    place = place_line(document.place, (document.issuer,))
    return Text("\n".join(plain(part) for part in (document.issuer, level, place) if part))


def _marks(document: Found, language: Language) -> list[str]:
    marks = [say(language, "held" if document.held else "not held")]
    if document.mentions:
        marks.append(say(language, "mentions", count=document.mentions))
    if said := open_words(document, language):
        marks.append(plain(said))
    if document.unconfirmed_fields:
        marks.append(unconfirmed_words(document, language))
    return marks


def _line(step: Step, language: Language) -> Text:
    words = relation_words(
        language, step.relation, review=step.review, years=step.years, part=plain(step.part)
    )
    return Text.assemble(
        plain(name_of(step.subject)), (f" —{words}→ ", "bold green"), plain(name_of(step.object))
    )


def _evidence(step: Step, language: Language) -> RenderableType:
    decided = [decided_text(decision, language) for decision in step.decisions]
    if reason_of(step.decisions) and not step.end:
        # No words of a text: who says so, and why, is the evidence.
        return Group(*decided)
    if not step.inferred:
        return Group(_quote(step.quote, _passage(step, language)), *decided)
    premises = [_quote(premise.quote, _passage(premise, language)) for premise in step.premises]
    inferred = Text(
        f"({say(language, 'inferred')}: {plain(rule_words(language, step.rule))})", "italic"
    )
    return Group(inferred, *premises, *decided)


def _passage(words: Step | Quote, language: Language) -> str:
    page = f"{say(language, 'page', page=words.page)}, " if words.page else ""
    scan = f" ({say(language, 'unconfirmed')})" if words.unconfirmed else ""
    return f"{words.text}, {page}{words.start}-{words.end}{scan}"


def _quote(quote: str, passage: str) -> Text:
    return Text.assemble((f"“{plain(quote)}”", "italic"), (f"\n{plain(passage)}", "dim"))


def _fields(view: DocumentView, language: Language) -> Table:
    table = headed_table("", language, ("field", 18), ("value", 45), ("sources", 37))
    table.show_lines = False
    for field in view.fields:
        heading = word(HEADINGS, language, field.name)
        if field.conflict:
            heading = f"{heading} ({say(language, 'conflict')})"
        for number, stated in enumerate(field.values):
            table.add_row(
                _text("" if number else heading),
                _text(
                    _stated(view, field.name, stated.value, language),
                    "bold" if stated.shown else "",
                ),
                _sources(stated.sources, 1),
            )
    return table


def _stated(view: DocumentView, field: str, value: str, language: Language) -> str:
    if field == "place":
        return place_line(value, (view.document.issuer,))
    return cell_text(field, value, language)


def _relations(steps: Sequence[Step], language: Language, *, outgoing: bool) -> Table:
    title = say(language, "outgoing" if outgoing else "incoming")
    table = headed_table(f"{title} ({len(steps)})", language, ("relation", 40), ("quote", 60))
    links: dict[tuple[str, ...], list[Step]] = {}
    for step in steps:
        kind = (step.relation, step.review, str(step.years), step.part)
        link = (*kind, step.subject.iri, step.object.iri)
        links.setdefault(link, []).append(step)
    for stated in links.values():
        first = stated[0]
        if outgoing:
            words = relation_words(
                language,
                first.relation,
                review=first.review,
                years=first.years,
                part=plain(first.part),
            )
            line = Text.assemble((words, "bold green"), " ", plain(name_of(first.object)))
        else:
            words = inverse_words(language, first.relation, review=first.review, part=first.part)
            behind = years_words(language, first.years) + part_words(plain(first.part))
            line = Text.assemble((words, "bold green"), " ", plain(name_of(first.subject)), behind)
        table.add_row(line, Group(*(_evidence(step, language) for step in stated)))
    return table


def _sources(names: Sequence[str], most: int) -> Text:
    shown = "\n".join(plain(name) for name in names[:most])
    rest = len(names) - most
    return Text(f"{shown} (+{rest})" if rest > 0 else shown, "dim")


def _mentions(quotes: Sequence[Quote], language: Language) -> Table:
    title = f"{say(language, 'quotes')} ({len(quotes)})"
    table = headed_table(title, language, ("quote", 55), ("where", 45))
    table.show_lines = False
    for quote in quotes[:QUOTES_SHOWN]:
        table.add_row(
            _text(f"“{plain(quote.quote)}”", "italic"), _text(_passage(quote, language), "dim")
        )
    if len(quotes) > QUOTES_SHOWN:
        table.caption = say(language, "more", count=len(quotes) - QUOTES_SHOWN)
    return table
