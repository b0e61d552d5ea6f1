"""From a text to what it says: layout, references, relations, identity."""

from pathlib import Path

from extract.assembly import assemble
from extract.coreference.back_references import short_references
from extract.coreference.short_forms import Known
from extract.grammar.citation import Citation
from extract.head.header import read_header
from extract.head.own_document import OwnDocument
from extract.identity.documents import KnownDocuments, known_documents_of
from extract.identity.resolution import place_all
from extract.mentions.announcements import announced
from extract.mentions.law_names import without_outer_fields
from extract.mentions.names import established, named
from extract.mentions.numbers import numbered
from extract.reading import Reading
from extract.relations.link import SELF, Link
from extract.relations.stated import stated_links
from extract.text.files import source_of
from extract.text.layout import lay_out
from extract.text.source import SourceText
from ontology.spelling import folded


def read(text_or_path: SourceText | str | Path) -> Reading:
    """Return what a text says: documents, mentions and claims, offsets in the text as read.

    A ``str`` is the text itself, a ``Path`` a file in UTF-8, a SourceText a text with its name.

    >>> reading = read("Kế hoạch này thực hiện Kết luận số 69-KL/TU của Tỉnh ủy Lai Châu.")
    >>> for mention in reading.mentions:
    ...     print(mention.span.of(reading.source), mention.issuer, sep=" | ")
    Kết luận số 69-KL/TU | Tỉnh ủy Lai Châu
    """
    source = source_of(text_or_path)
    layout = lay_out(source)
    flow = layout.flow
    own = OwnDocument.of(read_header(layout))
    header, number = own.header, own.citation
    by_number = [
        one for one in numbered(flow) if not (one.start < number.end and number.start < one.end)
    ]
    issued = announced(layout, header, by_number)
    by_name = _distinct([*issued, *named(flow, by_number)])
    by_number = list(without_outer_fields(by_number, by_name))
    repeated = established(flow, issued, [*by_number, *by_name])
    citations = sorted([*by_number, *by_name, *repeated], key=lambda one: (one.start, -one.end))
    links = stated_links(layout, header, citations)
    places = place_all(layout, own, citations, links)
    known = known_documents_of(layout, own, citations, links, places)
    met = [
        Known(
            cited.start,
            cited.end,
            known.document_of(place).type or cited.type,
            known.document_of(place).level,
            known.document_of(place).key,
            known.document_of(place).issuers,
            known.identities[place] == known.identities[SELF],
        )
        for place, cited in enumerate(citations)
    ]
    short = short_references(layout, header, met, _principal(known, links))
    if short:
        known, citations = known.with_short(citations, short)
        links = stated_links(layout, header, citations)
    return assemble(layout, own, known, citations, links)


def _principal(known: KnownDocuments, links: list[Link]) -> dict[str, str]:
    """Return the documents that the text is about, by type: what its title or opening names."""
    about: dict[str, set[str]] = {}
    for one in links:
        if one.subject == SELF and one.rule in ("own-title", "opening"):
            document = known.document_of(one.object)
            about.setdefault(folded(document.type), set()).add(document.key)
    return {word: next(iter(keys)) for word, keys in about.items() if len(keys) == 1}


def _distinct(names: list[Citation]) -> list[Citation]:
    """Return names of which none starts where another does: the first one given is kept."""
    kept: dict[int, Citation] = {}
    for one in names:
        kept.setdefault(one.start, one)
    return list(kept.values())
