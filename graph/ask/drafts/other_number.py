"""Whether day and title of a citation are those of a document with another number."""

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from graph.ask.drafts.cited import Cited
from graph.ask.drafts.finding import DraftFinding, FindingKind, placed
from graph.ask.drafts.holders import Holder
from graph.ask.drafts.known_words import words_that_tell
from graph.ask.rules import Severity
from graph.identity.titles import bare_title
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from graph.read.documents import Documents
from ontology.spelling import slug

_FEWEST = 3
"""How many syllables more than one tell a title from the beginning of any."""


def of_another_number(documents: Documents, cited: Cited, without: str) -> DraftFinding | None:
    """Return the one document of the same register with this day and this title.

    None where there is no such one, or more than one.
    """
    mention, identity = cited.mention, cited.document.id
    if not (mention.date.day and cited.title and identity):
        return None
    found = []
    for iri in _dated(documents, date_literal(mention.date)):
        holder = Holder(documents.record(iri), without)
        other = holder.record.identity
        same = other is not None and replace(other, number=identity.number) == identity
        dated = mention.date in holder.stated("date")
        if same and other != identity and dated and _one_title(cited.title, holder.stated("title")):
            found.append(holder)
    if len(found) != 1:
        return None
    (holder,) = found
    return replace(
        placed(cited, FindingKind.NUMBER, Severity.VIOLATION),
        given=cited.number,
        known=holder.record.number,
        document=documents.found(holder.record.iri).selector,
        iri=holder.record.iri,
        evidence=words_that_tell(documents, holder, "date", mention.date),
    )


def _one_title(title: str, others: Iterable[str]) -> bool:
    """Tell whether one of two titles is the beginning of the other, and longer than any title's."""
    own = bare_title(slug(title))
    return any(
        shorter.count("-") >= _FEWEST and longer.startswith(shorter)
        for shorter, longer in (sorted((own, bare_title(slug(other))), key=len) for other in others)
    )


def _dated(documents: Documents, day: Literal) -> list[str]:
    quads = documents.dataset.quads_for_pattern(None, ld.DATE, day, None)
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})
