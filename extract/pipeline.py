"""From a text to what it says: layout, references, relations, identity."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extract.assembly import assemble
from extract.coreference.back_references import short_references
from extract.coreference.short_forms import Known
from extract.duties.owed import SpokenOf, duties_in, tasks_in
from extract.duties.task_tables import task_rows
from extract.grammar.citation import Citation
from extract.grammar.registers import register_rows, with_rows, without_own_names
from extract.head.header import read_header
from extract.head.own_document import OwnDocument
from extract.identity.documents import KnownDocuments, known_documents_of
from extract.identity.namesakes import told_apart
from extract.identity.resolution import entries_of
from extract.identity.said_again import numbers_said_again
from extract.mentions.announcements import announced
from extract.mentions.law_names import without_outer_fields
from extract.mentions.names import established, named
from extract.mentions.numbers import numbered
from extract.reading import Document, MentionKind, Reading
from extract.relations.link import SELF, Link
from extract.relations.register_titles import without_heading
from extract.relations.stated import stated_links
from extract.text.files import source_of
from extract.text.layout import lay_out
from extract.text.source import SourceText
from ontology.spelling import folded


def read(text_or_path: SourceText | str | Path) -> Reading:
    """Return what a text says, as ``extract.read`` does."""
    source = source_of(text_or_path)
    layout = lay_out(source)
    flow = layout.flow
    own = OwnDocument.of(read_header(layout))
    header, number = own.header, own.citation
    by_number = [
        citation
        for citation in numbered(flow)
        if not (citation.start < number.end and number.start < citation.end)
    ]
    rows = register_rows(layout)
    by_number = list(with_rows(flow, rows, by_number))
    issued = announced(layout, header, by_number, rows)
    by_name = _distinct([*issued, *named(flow, header, by_number)])
    by_name = without_own_names(rows, by_number, by_name)
    by_number = list(without_outer_fields(by_number, by_name))
    repeated = established(flow, issued, [*by_number, *by_name])
    repeated = without_own_names(rows, by_number, repeated)
    citations = sorted(
        [*by_number, *by_name, *repeated], key=lambda citation: (citation.start, -citation.end)
    )
    links = stated_links(layout, header, citations, rows)
    entries = numbers_said_again(citations, entries_of(layout, own, citations, links))
    entries = told_apart(rows, citations, entries)
    known = known_documents_of(layout, own, citations, links, entries, rows)
    itself = known.document_of(SELF)
    met = [
        Known(
            start=cited.start,
            end=cited.end,
            type=document.type or cited.type,
            level=document.level,
            key=document.key,
            issuers=document.issuers,
            is_self=document is itself,
            name=cited.name if cited.tier is MentionKind.NAMED else "",
        )
        for index, cited in enumerate(citations)
        if (document := known.document_of(index))
    ]
    titled = [
        known.document_of(index)
        for index, cited in enumerate(citations)
        if header.title_at
        and header.title_at[0] <= cited.start < header.title_at[1]
        and known.document_of(index) is not itself
    ]
    short = short_references(layout, header, met, _principal(known, links, titled))
    if short:
        known, citations = known.with_short(citations, short)
        links = stated_links(layout, header, citations, rows)
    reading = assemble(layout, own, known, citations, without_heading(header, links))
    spoken_of = [
        SpokenOf(cited, known.document_of(index).key) for index, cited in enumerate(citations)
    ]
    tasks = tuple(task_rows(layout))
    return replace(
        reading,
        duties=duties_in(layout, header, itself.level, itself.key, spoken_of, tasks),
        tasks=tasks_in(layout, itself.key, tasks),
    )


def _principal(
    known: KnownDocuments, links: list[Link], titled: Sequence[Document]
) -> dict[str, str]:
    """Return the documents that the text is about, by type: what its title or opening names.

    Of what it is related to it is about that; else about what its title names, ``titled``.
    """
    about: dict[str, set[str]] = {}
    for link in links:
        if link.subject == SELF and link.rule in ("own-title", "opening"):
            document = known.document_of(link.object)
            about.setdefault(folded(document.type), set()).add(document.key)
    named: dict[str, set[str]] = {}
    for document in titled:
        named.setdefault(folded(document.type), set()).add(document.key)
    about = {**named, **about}
    return {word: next(iter(keys)) for word, keys in about.items() if len(keys) == 1}


def _distinct(names: list[Citation]) -> list[Citation]:
    """Return names of which none starts where another does: the first one given is kept."""
    kept: dict[int, Citation] = {}
    for citation in names:
        kept.setdefault(citation.start, citation)
    return list(kept.values())
