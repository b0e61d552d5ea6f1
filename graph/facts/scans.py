"""Number and day of a text that OCR alone has read, and what confirms them.

A printed 29 is read as 22 with the same confidence as any word, and is then another document. So a
number counts as read only where another place, another text or a person says the same.
"""

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from extract.reading import MentionKind, Reading
from graph.rdf import vocabulary as ld

_HEAD = 3_000
"""In how many characters the head of a scan stands, stamps and all."""
_DIGITS = re.compile(r"\d+")
_PRINTED = (MentionKind.SELF.value, MentionKind.NUMBERED.value)
_DECISION = Literal("decision")


def ocr_facts(reading: Reading) -> Iterator[Quad]:
    """Yield which fields of a text's own document nothing but OCR has read in it."""
    source = reading.source
    if not source.origin.unconfirmed:
        return
    sha = source.sha256
    own = next(document for document in reading.documents if document.key == reading.document)
    text, graph = ld.text_node(sha), ld.text_graph(sha)
    if own.number and not _said_elsewhere(reading):
        yield Quad(text, ld.READ_BY_OCR, ld.NUMBER, graph)
    days = [day for day in own.dates if _is_read(reading, day)]
    if any(not _said_elsewhere(reading, day) for day in days):
        yield Quad(text, ld.READ_BY_OCR, ld.DATE, graph)


def _said_elsewhere(reading: Reading, day: str = "") -> bool:
    """Tell whether a place that was not read by OCR has the text's own number, and the day."""
    return any(
        mention.document == reading.document
        and mention.number
        and not mention.unconfirmed
        and (not day or mention.date == day)
        for mention in reading.mentions
    )


def _is_read(reading: Reading, day: str) -> bool:
    """Tell whether OCR has read the last part of a date in the head."""
    last = int(day.rpartition("-")[2]) if day.rpartition("-")[2].isdecimal() else 0
    source = reading.source
    return any(
        int(digits) == last
        for span in source.origin.unconfirmed
        if span.start < _HEAD
        for digits in _DIGITS.findall(span.of(source))
    )


def unconfirmed_facts(dataset: Store) -> Iterator[Quad]:
    """Yield the fields of documents that scans of them alone state, from all that is written.

    Another text confirms a number where it says the day as well, if the scan has one: a number
    that was read wrongly is that of another document, which other texts may name.
    """
    documents = {
        held.subject
        for quad in dataset.quads_for_pattern(None, ld.READ_BY_OCR, None, None)
        for held in dataset.quads_for_pattern(None, ld.HAS_TEXT, quad.subject, None)
        if isinstance(held.subject, NamedNode)
    }
    for document in documents:
        yield from unconfirmed_of(dataset, document)


def unconfirmed_of(dataset: Store, document: NamedNode) -> Iterator[Quad]:
    """Yield the fields of one document that scans of it alone state."""
    for held in dataset.quads_for_pattern(document, ld.HAS_TEXT, None, None):
        scan, text = held.graph_name, held.object
        if not isinstance(scan, NamedNode) or not isinstance(text, NamedNode):
            continue
        fields = list(dataset.quads_for_pattern(text, ld.READ_BY_OCR, None, scan))
        if not fields or _decided(dataset, document, scan):
            continue
        if not _confirmed(dataset, document, scan):
            for quad in fields:
                yield Quad(document, ld.UNCONFIRMED_FIELD, quad.object, ld.DOCUMENTS_GRAPH)


def _decided(dataset: Store, document: NamedNode, scan: NamedNode) -> bool:
    """Tell whether a person gave the document its day, or said which document the text means.

    Who gives the day names the document by its number, and so confirms both.
    """
    if any(dataset.quads_for_pattern(document, ld.IDENTIFIED_BY, _DECISION, scan)):
        return True
    return any(dataset.quads_for_pattern(document, ld.DATE, None, ld.DECISIONS_GRAPH))


def _confirmed(dataset: Store, document: NamedNode, scan: NamedNode) -> bool:
    """Tell whether another text that is no scan there names the document, with the same day."""
    days = _days(dataset, document, scan)
    return any(
        not days or days & _days(dataset, document, text)
        for text in _texts_naming(dataset, document)
        if text != scan
    )


def _days(dataset: Store, document: NamedNode, text: NamedNode) -> set[str]:
    quads = dataset.quads_for_pattern(document, ld.DATE, None, text)
    return {str(quad.object) for quad in quads}


def _texts_naming(dataset: Store, document: NamedNode) -> Iterator[NamedNode]:
    """Yield the graphs of texts that name a document by its number, in words that are no scan."""
    for quad in dataset.quads_for_pattern(None, ld.REFERS_TO, document, None):
        place, text = quad.subject, quad.graph_name
        if not isinstance(text, NamedNode) or isinstance(place, Triple):
            continue
        said = {
            found.predicate: found.object
            for found in dataset.quads_for_pattern(place, None, None, text)
        }
        tier = said.get(ld.TIER)
        printed = isinstance(tier, Literal) and tier.value in _PRINTED
        if printed and ld.UNCONFIRMED not in said:
            yield text
