"""What a draft prints of each document that it cites by a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.grammar.fields import fields_after
from extract.reading import Claim, Document, Mention, MentionKind, Reading
from extract.text.source import Span, composed
from graph.identity.numbers import full_number, number_key
from ontology.documents.relation import Relation

_FIELDS_WIDTH = 300
"""How far behind a number its date, its body and its term may stand."""
_TITLE = re.compile(r"[\s,(“\"]*(?P<title>(?:về|Về|V/v|v/v)\s[^;.:”\"()]+)")
_OWN_CHANGES = frozenset({Relation.REPLACES, Relation.REPEALS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One citation by number: the mention, the document that the draft takes it for, its words.

    ``span`` reaches from the number to the end of its date, body and term; ``title`` is what is
    printed of its title behind these, empty where nothing is.
    """

    mention: Mention
    document: Document
    span: Span
    words: str
    title: str
    file: str
    page: int

    @property
    def number(self) -> str:
        """The number as it is printed."""
        return full_number(self.mention.number, self.mention.symbol)

    @property
    def key(self) -> str:
        """The key that documents of this number are found by."""
        return number_key(self.mention.number, self.mention.symbol)


def citations_of(reading: Reading) -> Iterator[Cited]:
    """Yield each citation of another document by number and symbol, in the order of the text."""
    documents = {document.key: document for document in reading.documents}
    source = reading.source
    for mention in reading.mentions:
        numbered = mention.tier is MentionKind.NUMBERED and mention.number and mention.symbol
        if not numbered or mention.document == reading.document:
            continue
        start, end = mention.span.start, mention.span.end
        span = Span(start, _end_of_fields(source.text, end))
        yield Cited(
            mention=mention,
            document=documents[mention.document],
            span=span,
            words=span.of(source),
            title=mention.title or _title_behind(source.text, span.end),
            file=source.name,
            page=source.page_at(start),
        )


def _title_behind(text: str, end: int) -> str:
    """Return the words behind ``end`` that begin as a title does, up to the end of their clause."""
    behind, _ = composed(text[end : end + _FIELDS_WIDTH])
    found = _TITLE.match(behind)
    return " ".join(found["title"].split()) if found else ""


def _end_of_fields(text: str, end: int) -> int:
    """Return where date, body and term behind ``end`` do; ``end`` where there are none.

    Lines may break within them, with any number of blanks; letters may be decomposed.
    """
    behind, offsets = composed(text[end : end + _FIELDS_WIDTH])
    kept = [
        index
        for index, char in enumerate(behind)
        if not char.isspace() or not behind[index - 1 : index].isspace()
    ]
    fields = fields_after("".join(" " if behind[at].isspace() else behind[at] for at in kept), 0)
    return end + offsets[kept[fields.end - 1] + 1] if fields.end else end


def ended_by_itself(reading: Reading) -> frozenset[str]:
    """Return the keys of the documents that the draft says have been, or are, replaced."""
    return frozenset(claim.object for claim in reading.claims if _ends(claim))


def _ends(claim: Claim) -> bool:
    return claim.relation in _OWN_CHANGES
