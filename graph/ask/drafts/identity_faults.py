"""Whether date, body, term and title of a citation are those of the document with its number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.drafts.cited import Cited
from graph.ask.drafts.finding import DraftFinding, FindingKind, placed
from graph.ask.drafts.holders import Holder, is_titled_otherwise, titled_alone
from graph.ask.drafts.known_words import words_that_tell
from graph.ask.drafts.number_order import breaks_the_order
from graph.ask.rules import Severity
from graph.read.documents import Documents
from graph.values import Quote
from ontology.institutions.terms import congress_at
from ontology.level import Level


@dataclass(frozen=True, slots=True)
class Meant:
    """The one document that a citation means, None where that is open; and what does not fit."""

    holder: Holder | None
    finding: DraftFinding | None = None


def meant_by(documents: Documents, cited: Cited, holders: Sequence[Holder]) -> Meant:
    """Return which of the documents with its number a citation means, and whether all of it fits.

    What a citation prints rules documents out. Where nothing is left, the one that the rest of the
    citation means beyond doubt is held against it; where there is no such one, the citation may
    mean a document that the collection does not know.
    """
    mention = cited.mention
    day = mention.date
    agreeing = [holder for holder in holders if day and holder.date_agrees(day)]
    if agreeing:
        return _by_its_date(documents, cited, agreeing, holders)
    if day:
        possible = [holder for holder in holders if holder.date_agrees(day) is not False]
        if not possible:
            holder = _beyond_doubt(cited, holders)
            return Meant(holder, _wrong_date(documents, cited, holder) if holder else None)
    else:
        possible = list(holders)
    return _of_body(documents, cited, _narrowed(cited, possible))


def impossible(cited: Cited) -> DraftFinding | None:
    """Return what a citation says against itself: a day outside the year or term of its number."""
    mention, identity = cited.mention, cited.document.id
    day = mention.date
    year = mention.symbol[:4] if mention.symbol[:4].isdigit() else ""
    if day and len(year) == 4 and day.year != year:
        return _against_itself(cited, year)
    if not (day.day and mention.term and identity and identity.series == "tw"):
        return None
    term = congress_at(day.day)
    if term is None or term.roman == mention.term:
        return None
    return _against_itself(cited, mention.term)


def _against_itself(cited: Cited, known: str) -> DraftFinding:
    """Return that the day is outside ``known``; what tells so are the words of the draft."""
    start, end = cited.mention.span.start, cited.mention.span.end
    words = cited.words[: end - start]
    return replace(
        placed(cited, FindingKind.IMPOSSIBLE, Severity.VIOLATION),
        given=cited.mention.date,
        known=known,
        evidence=Quote(quote=words, text=cited.file, start=start, end=end, page=cited.page),
    )


def _by_its_date(
    documents: Documents, cited: Cited, agreeing: Sequence[Holder], holders: Sequence[Holder]
) -> Meant:
    """Return what a citation means whose day is that of a document; title and term must fit it."""
    mention = cited.mention
    if len(agreeing) > 1:
        return _of_body(documents, cited, _narrowed(cited, agreeing))
    (holder,) = agreeing
    titled = titled_alone(holders, cited.title)
    if titled and titled != holder and is_titled_otherwise(holder, cited.title):
        return Meant(None, _namesake(documents, cited, holder, titled, "title", cited.title))
    if mention.term and holder.record.term and holder.record.term != mention.term:
        named = [other for other in holders if other.record.term == mention.term]
        if len(named) == 1:
            return Meant(None, _namesake(documents, cited, holder, named[0], "term", mention.term))
    return _of_body(documents, cited, agreeing)


def _beyond_doubt(cited: Cited, holders: Sequence[Holder]) -> Holder | None:
    """Return the one document that a citation means although its day is another.

    The number tells it where it holds its year, or where the day lies in the term or year of the
    one document that bears it then; else the title must. Registers of places are told by more
    than the number, for a draft may leave out whose it is.
    """
    mention, identity = cited.mention, cited.document.id
    same = [holder for holder in holders if identity and holder.record.identity == identity]
    titled = titled_alone(holders, cited.title)
    if len(same) == 1 and titled in (None, same[0]):
        (holder,) = same
        central = holder.record.best("level") == Level.CENTRAL
        told = holder.is_titled(cited.title)
        body = bool(mention.issuer) and holder.issuer_agrees(mention.issuer)
        return holder if central or told or body else None
    return titled


def _narrowed(cited: Cited, holders: Sequence[Holder]) -> list[Holder]:
    """Return the documents that term, identity and title leave."""
    left = list(holders)
    term = cited.mention.term
    if term:
        left = [holder for holder in left if holder.record.term in ("", term)]
    own = [holder for holder in left if holder.record.identity == cited.document.id]
    left = own or ([] if cited.document.id else left)
    titled = titled_alone(left, cited.title) if len(left) > 1 else None
    return [titled] if titled else left


def _of_body(documents: Documents, cited: Cited, holders: Sequence[Holder]) -> Meant:
    """Return the document if one is left, and whether the body that is printed issued it."""
    if len(holders) != 1:
        return Meant(None)
    (holder,) = holders
    body = cited.mention.issuer
    if not body or holder.issuer_agrees(body) is not False:
        return Meant(holder)
    return Meant(holder, _told(documents, cited, holder, "issuer", body))


def _wrong_date(documents: Documents, cited: Cited, holder: Holder) -> DraftFinding | None:
    """Return that another day is known; not where that is one text's word and cannot be right."""
    known = holder.best("date")
    if not holder.is_sure("date") and breaks_the_order(documents, holder, known):
        return None
    return _told(documents, cited, holder, "date", cited.mention.date)


def _told(
    documents: Documents, cited: Cited, holder: Holder, name: str, given: str
) -> DraftFinding:
    known = holder.best(name)
    return replace(
        placed(
            cited,
            FindingKind(name),
            Severity.VIOLATION if holder.is_sure(name) else Severity.WARNING,
        ),
        given=given,
        known=known,
        document=documents.found(holder.record.iri).selector,
        iri=holder.record.iri,
        evidence=words_that_tell(documents, holder, name, known),
    )


def _namesake(
    documents: Documents, cited: Cited, dated: Holder, other: Holder, name: str, given: str
) -> DraftFinding:
    """Return that the day is that of one document, and title or term are those of another."""
    day = other.best("date")
    return replace(
        placed(cited, FindingKind.NAMESAKE, Severity.VIOLATION),
        given=given,
        known=dated.record.term if name == "term" else dated.best(name),
        document=documents.found(dated.record.iri).selector,
        iri=dated.record.iri,
        by=documents.found(other.record.iri).selector,
        by_iri=other.record.iri,
        since=day,
        evidence=words_that_tell(
            documents, other, "date" if day else "number", day or other.best("number")
        ),
    )
