"""From references in the flow to the mentions and claims of a reading."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from itertools import product

from extract.changes.effect import Effect, own_effect, stated_effect
from extract.changes.parts import (
    left_standing,
    part_before,
    part_changed,
    part_of_title,
    said_in_part,
    says_which,
)
from extract.changes.scope import scope_before, scope_of_heading, shared_scope, within
from extract.grammar.citation import Citation
from extract.grammar.pins import pin_before
from extract.head.own_document import OwnDocument
from extract.identity.documents import KnownDocuments
from extract.reading import Claim, Document, Mention, Printed, Reading
from extract.relations.link import SELF, Link
from extract.text.layout import Layout
from extract.text.source import Span
from ontology.dates import NO_DATE, PartialDate, Precision
from ontology.documents.extraction_rules import rule_confidence
from ontology.documents.relation import CARRIES_OUT, Relation

_CITE = "cite"
_CHANGES = frozenset({Relation.AMENDS, Relation.REPEALS, Relation.SUSPENDS, Relation.CORRECTS})
"""What may be done to a part of a document; who replaces a part amends the whole."""
_ENDS = frozenset({Relation.REPEALS, Relation.REPLACES})
_TIMED = _CHANGES | {Relation.REPLACES, Relation.EXTENDS}
"""Changes of which a text says from which day they hold."""
_LONGEST_FIELDS = 160
_LONGEST_OPENING = 160
_PRINTED = tuple(field.name for field in fields(Printed))


def assemble(
    layout: Layout,
    own: OwnDocument,
    known: KnownDocuments,
    citations: Sequence[Citation],
    links: Sequence[Link],
) -> Reading:
    """Return the reading: documents, mentions in the order of the text, claims without repeats."""
    mentions = [
        _mention(layout, cited, known.document_of(number).key)
        for number, cited in enumerate(citations)
    ]
    spans = [mention.span for mention in mentions]
    own_key = known.document_of(SELF).key
    if own.citation.end > own.citation.start:
        mentions.append(_mention(layout, own.citation, own_key))
    mentions.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return Reading(
        source=layout.source,
        document=own_key,
        documents=tuple(known.documents.values()),
        mentions=tuple(mentions),
        claims=tuple(_claims(layout, own, known, citations, links, spans)),
    )


def _mention(layout: Layout, cited: Citation, key: str) -> Mention:
    span = layout.span(cited.start, cited.end)
    whole = layout.span(cited.start, cited.fields_end) if layout.source.origin.unconfirmed else span
    return Mention(
        span=span,
        tier=cited.tier,
        document=key,
        symbol=cited.printed,
        title=cited.name,
        pin=pin_before(layout.flow, cited.start),
        unconfirmed=layout.source.is_unconfirmed(whole.start, whole.end),
        **{name: getattr(cited, name) for name in _PRINTED},
    )


def _is_younger(document: Document, other: Document) -> bool:
    """Tell whether ``document`` is certainly of a later year than ``other``."""
    years = [
        [day.year for day in dated.dates] or [PartialDate.of(dated.symbol[: Precision.YEAR])]
        for dated in (document, other)
    ]
    return all(earlier.is_before(later) for later, earlier in product(*years))


def _evidence(layout: Layout, own: OwnDocument, citations: Sequence[Citation], link: Link) -> Span:
    """Return the words that state a link: from its verb or subject to the object's last field."""
    start, end, title_at = link.start, link.end, own.header.title_at
    last = citations[link.object]
    if end == last.end and last.fields_end - end <= _LONGEST_FIELDS:
        end = last.fields_end
    if link.rule == "own-title" and title_at and 0 < start - title_at[0] <= _LONGEST_OPENING:
        start = title_at[0]
    return layout.span(start, end)


def _part(flow: str, citations: Sequence[Citation], link: Link) -> str:
    """Return the part of the object that a change reaches, empty where it is the whole."""
    last = citations[link.object]
    if link.relation in _ENDS and (rest := left_standing(flow, link.end, last.fields_end)):
        return rest
    if link.relation not in _CHANGES:
        return ""
    number = _where_named(citations, link)
    start, end = citations[number].start, citations[number].end
    if link.rule == "item" and link.context:
        return within(scope_of_heading(flow[slice(*link.context)]), part_before(flow, start))
    if link.rule in ("lapse", "passive"):
        ended = link.relation in (Relation.REPEALS, Relation.SUSPENDS)
        said = said_in_part(flow[end : link.end], ended=ended)
        return said or _part_of_subject(flow, start, ended=ended)
    behind = bisect_right(citations, link.start, hi=number, key=_start)
    between = behind < number and citations[behind].start < start
    if link.rule == "title":
        return part_of_title(flow, citations[number - 1].end if between else link.start, start)
    if not between:
        return part_changed(flow, link.start, start)
    return _part_in_list(flow, citations[behind].start, link, start)


def _where_named(citations: Sequence[Citation], link: Link) -> int:
    """Return the reference by which the words of a link name its object.

    "Sửa đổi khoản 2 Quy định ban hành kèm theo Quyết định số 5" names what was issued by number 5.
    """
    if citations[link.object].start >= link.start:
        return link.object
    between = range(*(bisect_right(citations, at, key=_start) for at in (link.start, link.end)))
    return next((number for number in between if citations[number].end == link.end), link.object)


def _part_in_list(flow: str, first: int, link: Link, start: int) -> str:
    """Return what a change reaches of a reference that is not the first one behind its verb."""
    part = part_before(flow, start)
    if link.rule != "list":
        return part
    of_first = part_changed(flow, link.start, first)
    return within(shared_scope(of_first, part_before(flow, first)), part)


def _part_of_subject(flow: str, start: int, *, ended: bool) -> str:
    """Return the part of a reference at ``start`` of which the words behind it speak."""
    part = part_before(flow, start)
    at = flow.rfind(part, 0, start) if part else start
    return within(scope_before(flow, at) if ended else "", part)


def _start(cited: Citation) -> int:
    return cited.start


def _effect(
    flow: str, citations: Sequence[Citation], link: Link, in_force: Effect | None
) -> Effect | None:
    """Return the day from which a change holds: its own, else that of the text which makes it."""
    if link.relation not in _TIMED:
        return None
    last = citations[link.object]
    end = max(link.end, last.fields_end if last.fields_end - link.end <= _LONGEST_FIELDS else 0)
    found = stated_effect(flow, link.start, end)
    if found is None and link.context:
        found = stated_effect(flow, *link.context)
    return found or (in_force if link.subject == SELF else None)


def _claims(
    layout: Layout,
    own: OwnDocument,
    known: KnownDocuments,
    citations: Sequence[Citation],
    links: Sequence[Link],
    spans: Sequence[Span],
) -> list[Claim]:
    """Return the surest claim of each kind for each pair, and what the text cites besides.

    What changes several parts of one document in several places is claimed in each of them.
    ``spans`` are those of the citations in the text as read.
    """
    key = {number: known.document_of(number).key for number in known.identities}
    itself = known.document_of(SELF)
    signed = itself.dates[0] if len(itself.dates) == 1 else NO_DATE
    in_force = own_effect(layout.flow, itself.type, signed)
    best: dict[tuple[str, Relation, str], Claim] = {}
    in_part: dict[tuple[str, Relation, str], dict[str, Claim]] = defaultdict(dict)
    for link in links:
        subject, object_ = key[link.subject], key[link.object]
        if subject == object_:
            continue
        effect = _effect(layout.flow, citations, link, in_force)
        claim = Claim(
            subject=subject,
            relation=link.relation,
            object=object_,
            span=_evidence(layout, own, citations, link),
            rule=link.rule,
            confidence=link.confidence,
            review=link.review,
            years=link.years,
            context=layout.span(*link.context) if link.context else None,
            part=_part(layout.flow, citations, link),
            since=effect.day if effect else NO_DATE,
            since_span=layout.span(effect.start, effect.end) if effect else None,
        )
        if link.relation in _CHANGES and says_which(claim.part):
            in_part[subject, link.relation, object_].setdefault(claim.part.casefold(), claim)
        held = best.get((subject, link.relation, object_))
        if held is None or (claim.confidence, claim.years or 0) > (
            held.confidence,
            held.years or 0,
        ):
            best[subject, link.relation, object_] = claim
    by_key = {document.key: document for document in known.documents.values()}
    for subject, relation, object_ in list(best):
        if relation is Relation.CONTINUES:
            best.pop((subject, Relation.IMPLEMENTS, object_), None)
        if relation in CARRIES_OUT and _is_younger(by_key[object_], by_key[subject]):
            del best[subject, relation, object_]
    own_key = key[SELF]
    related = {object_ for subject, _, object_ in best if subject == own_key}
    in_titles = {link.object for link in links if link.subject != SELF}
    in_titles |= {link.subject for link in links if link.rule in ("passive", "attached")}
    for number in range(len(citations)):
        object_ = key[number]
        if number not in in_titles and object_ not in related and object_ != own_key:
            related.add(object_)
            best[own_key, Relation.CITES, object_] = Claim(
                subject=own_key,
                relation=Relation.CITES,
                object=object_,
                span=spans[number],
                rule=_CITE,
                confidence=rule_confidence(_CITE),
            )
    further = (
        claim
        for pair, parts in in_part.items()
        if (held := best.get(pair)) and held.part
        for part, claim in parts.items()
        if part != held.part.casefold()
    )
    return sorted([*best.values(), *further], key=_place)


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.span.start, claim.span.end, claim.subject, claim.relation, claim.object
