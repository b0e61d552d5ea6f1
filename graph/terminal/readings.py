"""What one text says, as people read it: the document itself, its citations, its relations."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from extract.reading import Document, MentionKind, Reading
from graph.harmless import plain
from graph.rdf.schema import Listing, listed
from graph.words.labels import (
    HEADINGS,
    LEVEL_WORDS,
    TIER_WORDS,
    relation_words,
    rule_words,
    shown_date,
    word,
)
from graph.words.sentences import Language, say
from graph.words.whereabouts import place_line


def reading_view(reading: Reading, language: Language) -> Group:
    """Return a summary of ``reading``, with the quote of every relation and its place."""
    documents = {document.key: document for document in reading.documents}
    parts: list[RenderableType] = [_self(documents[reading.document], language)]
    cited = [document for document in reading.documents if document.key != reading.document]
    if cited:
        parts.append(_citations(cited, reading, language))
    if reading.claims:
        parts.append(_relations(reading, language))
    else:
        parts.append(Text(say(language, "no relations"), "dim"))
    return Group(*parts)


def _self(document: Document, language: Language) -> Group:
    table = Table.grid(padding=(0, 2))
    for name in (*listed(Listing.READING), "iri"):
        if value := _told(document, name, language):
            table.add_row(Text(word(HEADINGS, language, name), "dim"), Text(plain(value)))
    title = [Text(plain(document.title))] if document.title else []
    return Group(Text(_name(document), "bold"), *title, table)


def _told(document: Document, name: str, language: Language) -> str:
    """Return what a text says in one field of a document; a text may say several things."""
    if name == "date":
        return "; ".join(shown_date(language, date) for date in document.dates)
    if name == "issuer":
        return "; ".join(document.issuers)
    if name == "place":
        return place_line(document.place, document.issuers)
    value = getattr(document, name)
    return word(LEVEL_WORDS, language, value) if name == "level" else str(value)


def _citations(cited: list[Document], reading: Reading, language: Language) -> Table:
    table = Table(title=_heading("citations", len(cited), language), title_justify="left")
    for heading in ("document", "date", "issuer", "term", "count", "tier"):
        table.add_column(word(HEADINGS, language, heading), overflow="fold")
    tiers_of: dict[str, list[MentionKind]] = {}
    for mention in reading.mentions:
        tiers_of.setdefault(mention.document, []).append(mention.tier)
    for document in cited:
        tiers = tiers_of.get(document.key, [])
        words = (word(TIER_WORDS, language, tier) for tier in MentionKind if tier in tiers)
        table.add_row(
            Text(_name(document)),
            Text(plain("; ".join(shown_date(language, date) for date in document.dates))),
            Text(plain("; ".join(document.issuers))),
            Text(plain(document.term)),
            str(len(tiers)),
            Text(", ".join(words), "dim"),
        )
    return table


def _relations(reading: Reading, language: Language) -> Table:
    title = _heading("relations", len(reading.claims), language)
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    table.add_column(word(HEADINGS, language, "relation"), ratio=40, overflow="fold")
    table.add_column(word(HEADINGS, language, "quote"), ratio=60, overflow="fold")
    names = {document.key: _name(document) for document in reading.documents}
    for claim in reading.claims:
        words = relation_words(
            language,
            claim.relation,
            review=claim.review,
            years=claim.years,
            part=plain(claim.part),
        )
        line = Text.assemble(
            names[claim.subject], (f" —{words}→ ", "bold green"), names[claim.object]
        )
        quote = f"“{plain(claim.span.of(reading.source))}”"
        if claim.context:
            quote = f"“{plain(claim.context.of(reading.source))}” … {quote}"
        found_by = rule_words(language, claim.rule)
        source = f"{claim.span.start}-{claim.span.end} · {found_by} · {claim.confidence:g}"
        table.add_row(line, Text.assemble((quote, "italic"), (f"\n{source}", "dim")))
    return table


def _heading(key: str, count: int, language: Language) -> Text:
    return Text(f"{say(language, key)} ({count})", "bold")


def _name(document: Document) -> str:
    # The key tells namesakes apart ("25-NQ/TW@XI"); that of a name is a slug, made for machines.
    number = document.key if document.symbol else document.title or document.number
    if number.casefold().startswith(document.type.casefold()):
        return plain(number)
    return plain(f"{document.type} {number}")
