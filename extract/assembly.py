"""From references in the flow to the documents, mentions and claims of a reading."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.citation import Citation
from extract.link import SELF, Link
from extract.header import Header
from extract.layout import Layout
from extract.mention import Mention, Tier
from extract.naming import grouped, id_of_name, level_of_name, name_of, shortened
from extract.reading import Claim, Document, Reading
from extract.register import Home, place_of
from extract.source import Span
from extract.resolution import Place
from ontology.document_types import type_by_code
from ontology.identity import DocumentId, reference_iri
from ontology.level import Level
from ontology.relation import Relation
from ontology.spelling import slug
from ontology.terms import congress

_LONGEST_FIELDS = 160
_LONGEST_OPENING = 160
Identity = tuple[str, ...]
"""What makes references of one text the same document, before it has a key."""


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """The documents of a text: the identity of each reference, and the document of each identity."""

    identities: Mapping[int, Identity]
    documents: Mapping[Identity, Document]

    def document_of(self, number: int) -> Document:
        """Return the document that reference ``number`` means."""
        return self.documents[self.identities[number]]

    def with_short(
        self, citations: Sequence[Citation], short: Sequence[tuple[Citation, str]]
    ) -> tuple["KnownDocuments", list[Citation]]:
        """Return this with short references added, and all references in the order of the text."""
        by_key = {document.key: identity for identity, document in self.documents.items()}
        everyone = [(cited, self.identities[number]) for number, cited in enumerate(citations)]
        everyone += [(cited, by_key[key]) for cited, key in short]
        everyone.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        identities = {number: identity for number, (_, identity) in enumerate(everyone)}
        identities[SELF] = self.identities[SELF]
        return KnownDocuments(identities, self.documents), [cited for cited, _ in everyone]


def know(
    layout: Layout,
    header: Header,
    own: Citation,
    citations: Sequence[Citation],
    links: Sequence[Link],
    places: Mapping[int, Place],
    home: Home,
) -> KnownDocuments:
    """Return the documents that the references of a text mean."""
    identities: dict[int, Identity] = {number: _by_number(places[number]) for number in places}
    identities.setdefault(SELF, ("self",))
    _add_names(layout, citations, places, identities)
    members: dict[Identity, list[Citation]] = defaultdict(list)
    for number, identity in sorted(identities.items()):
        members[identity].append(own if number == SELF else citations[number])
    levels = _name_levels(citations, links, places, home)
    documents: dict[Identity, Document] = {}
    taken: Counter[str] = Counter()
    ambiguous = _ambiguous(identities.values(), members)
    firsts: dict[Identity, int] = {}
    for number, identity in identities.items():
        firsts.setdefault(identity, number)
    for identity, group in members.items():
        first = firsts[identity]
        if identity == ("self",):
            document = _self(layout, header, home)
        elif first in places:
            document = _numbered(
                layout, places[first], identity, group, namesake=identity in ambiguous
            )
        else:
            document = _named(layout, group, levels.get(first), home)
        taken[document.key] += 1
        if taken[document.key] > 1:
            document = replace(document, key=f"{document.key}#{taken[document.key]}")
        documents[identity] = document
    return KnownDocuments(identities, documents)


def _by_number(place: Place) -> Identity:
    return ("number", *place.group, place.period)


def _add_names(
    layout: Layout,
    citations: Sequence[Citation],
    places: Mapping[int, Place],
    identities: dict[int, Identity],
) -> None:
    """Add the identities of names; a law cited by name and number once keeps its number."""
    numbers = [number for number, cited in enumerate(citations) if cited.tier is Tier.NAMED]
    index = {number: place for place, number in enumerate(numbers)}
    aliases = [
        (index[one], index[two])
        for one, two in zip(numbers, numbers[1:], strict=False)
        if layout.flow[citations[one].end : citations[two].start].strip() == "("
        and citations[two].type == citations[one].type
    ]
    heads = grouped([citations[number] for number in numbers], aliases)
    titled: dict[str, Identity] = {}
    for number, place in places.items():
        cited = citations[number] if number != SELF else None
        if cited and cited.name:
            titled.setdefault(slug(cited.name), _by_number(place))
    for number, head in zip(numbers, heads, strict=True):
        name = name_of(citations[number])
        identities[number] = titled.get(name.text) or ("name", str(head))


def _name_levels(
    citations: Sequence[Citation], links: Sequence[Link], places: Mapping[int, Place], home: Home
) -> dict[int, Level]:
    """Return the level of each named document, taken from the one that issues, approves or renews it."""
    levels: dict[int, Level] = {}
    givers: dict[int, list[Link]] = defaultdict(list)
    for one in links:
        if one.relation in (Relation.PROMULGATES, Relation.APPROVES, Relation.CONTINUES):
            givers[one.object].append(one)
    for number, cited in enumerate(citations):
        if cited.tier is not Tier.NAMED:
            continue
        within = None
        for one in givers.get(number, ()):
            if one.subject == SELF:
                within = home.level
            elif one.subject in places:
                within = places[one.subject].level
        levels[number] = level_of_name(cited, home, within)
    return levels


def _ambiguous(
    identities: Sequence[Identity] | object, members: Mapping[Identity, list[Citation]]
) -> set[Identity]:
    """Return the identities that share register and number with another one of the text."""
    counts = Counter((identity[2:4]) for identity in members if identity[0] == "number")
    return {
        identity for identity in members if identity[0] == "number" and counts[identity[2:4]] > 1
    }


def _self(layout: Layout, header: Header, home: Home) -> Document:
    text = shortened(slug(f"{header.title} {header.date}"))
    place = home.path(home.level)
    dated = place and header.title and len(header.date) == 10
    identity = DocumentId(place, "named", "", text) if dated else None
    iri = identity.iri if identity else reference_iri("self", layout.source.sha256)
    return Document(
        key="self",
        id=identity,
        iri=iri,
        type=header.type,
        dates=tuple(filter(None, [header.date])),
        issuers=tuple(filter(None, [header.issuer])),
        level=home.level,
        title=header.title,
        place=place,
    )


def _numbered(
    layout: Layout, place: Place, identity: Identity, group: Sequence[Citation], *, namesake: bool
) -> Document:
    series, register, number = place.group
    best = max(group, key=lambda one: (one.symbol is not None, one.printed != ""))
    complete = bool(series and register and place.period)
    doc_id = DocumentId(series, place.period, register, number) if complete else None
    dates = _values(one.date for one in group if one.tier is Tier.SELF or one.date)
    issuers = _values(one.issuer for one in group)
    iri = doc_id.iri if doc_id else _open_iri(layout, place, dates)
    term = next((one.term for one in group if one.term), "") or _term_of(place)
    title = next((one.name for one in group if one.name), "")
    key = str(best.symbol) if best.symbol else f"{best.type} {number}".strip()
    if namesake:
        key += f"@{term or place.period or 'open'}"
    return Document(
        key=key,
        id=doc_id,
        iri=iri,
        type=_type_of(group),
        number=best.number,
        symbol=best.printed,
        dates=dates,
        issuers=issuers,
        term=term,
        level=place.level,
        title=title,
        place=place.place,
        series=series,
        register=register,
    )


def _open_iri(layout: Layout, place: Place, dates: Sequence[str]) -> str:
    """Return the IRI of a reference whose document is open: shared with other texts only by a full date."""
    series, register, number = place.group
    day = next((day for day in dates if len(day) == 10), "")
    if series and register and day:
        return reference_iri(series, register, number, day)
    return reference_iri(series, register, number, place.period, layout.source.sha256)


def _term_of(place: Place) -> str:
    if place.group[0] == "tw" and place.period.startswith("k"):
        term = congress(int(place.period[1:]))
        return term.roman if term else ""
    return ""


def _type_of(group: Sequence[Citation]) -> str:
    """Return the type word that the text gives most often, else the one of the symbol."""
    said = Counter(one.type for one in group if one.type)
    if said:
        return said.most_common(1)[0][0]
    symbol = next((one.symbol for one in group if one.symbol), None)
    kind = type_by_code(symbol.type_code) if symbol and symbol.type_code else None
    return kind.word if kind else ""


def _values(values: Iterable[str]) -> tuple[str, ...]:
    """Return each value once, the most frequent first; a value that another one begins with is not new."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    if len(counts) < 2:
        return tuple(counts)
    kept: list[str] = []
    for value in sorted(counts, key=lambda value: -counts[value]):
        if not any(slug(value) in slug(other) or slug(other) in slug(value) for other in kept):
            kept.append(value)
    return tuple(kept)


def _named(layout: Layout, group: Sequence[Citation], level: Level | None, home: Home) -> Document:
    best = max(group, key=lambda one: (len(one.date), len(one.name)))
    level = level or Level.CENTRAL
    identity = id_of_name(best, level, home)
    iri = identity.iri if identity else reference_iri("name", slug(best.name), layout.source.sha256)
    return Document(
        key=slug(best.name)[:80].strip("-"),
        id=identity,
        iri=iri,
        type=best.type,
        number=best.number,
        dates=_values(one.date for one in group),
        issuers=_values(one.issuer for one in group),
        level=level,
        title=best.name,
        place=_place_of_name(best, level, home),
    )


def _place_of_name(cited: Citation, level: Level, home: Home) -> str:
    return "" if level is Level.CENTRAL else place_of(cited, level, home) or home.path(level)


def assemble(
    layout: Layout,
    header: Header,
    known: KnownDocuments,
    own: Citation,
    citations: Sequence[Citation],
    links: Sequence[Link],
) -> Reading:
    """Return the reading: documents, mentions in the order of the text, and claims without repeats."""
    mentions = [
        _mention(layout, cited, known.documents[known.identities[number]].key)
        for number, cited in enumerate(citations)
    ]
    if own.end > own.start:
        mentions.append(_mention(layout, own, known.documents[known.identities[SELF]].key))
    mentions.sort(key=lambda one: one.span)
    return Reading(
        layout.source,
        known.documents[known.identities[SELF]].key,
        tuple(known.documents.values()),
        tuple(mentions),
        tuple(_claims(layout, header, known, citations, links)),
    )


def _mention(layout: Layout, cited: Citation, key: str) -> Mention:
    return Mention(
        layout.span(cited.start, cited.end),
        cited.tier,
        key,
        cited.type,
        cited.number,
        cited.printed,
        cited.date,
        cited.issuer,
        cited.term,
        cited.name,
        cited.pin,
    )


def _evidence(layout: Layout, header: Header, citations: Sequence[Citation], one: Link) -> Span:
    """Return the words that state a link: from its verb or its subject to the object's last field."""
    start, end = one.start, one.end
    last = citations[one.object]
    if end == last.end and last.tail - end <= _LONGEST_FIELDS:
        end = last.tail
    if (
        one.rule == "own-title"
        and header.title_at
        and 0 < start - header.title_at[0] <= _LONGEST_OPENING
    ):
        start = header.title_at[0]
    return layout.span(start, end)


def _claims(
    layout: Layout,
    header: Header,
    known: KnownDocuments,
    citations: Sequence[Citation],
    links: Sequence[Link],
) -> list[Claim]:
    key = {number: known.documents[identity].key for number, identity in known.identities.items()}
    best: dict[tuple[str, Relation, str], Claim] = {}
    for one in links:
        subject, object_ = key[one.subject], key[one.object]
        if subject == object_:
            continue
        claim = Claim(
            subject,
            one.relation,
            object_,
            _evidence(layout, header, citations, one),
            one.rule,
            one.confidence,
            one.review,
            one.years,
            layout.span(*one.context) if one.context else None,
        )
        held = best.get((subject, one.relation, object_))
        if held is None or (claim.confidence, claim.years or 0) > (
            held.confidence,
            held.years or 0,
        ):
            best[subject, one.relation, object_] = claim
    for subject, relation, object_ in list(best):
        if relation is Relation.CONTINUES:
            best.pop((subject, Relation.IMPLEMENTS, object_), None)
    own = key[SELF]
    related = {object_ for subject, _, object_ in best if subject == own}
    in_titles = {one.object for one in links if one.subject != SELF}
    in_titles |= {one.subject for one in links if one.rule in ("passive", "attached")}
    for number, cited in enumerate(citations):
        object_ = key[number]
        if number not in in_titles and object_ not in related and object_ != own:
            related.add(object_)
            best[own, Relation.CITES, object_] = Claim(
                own, Relation.CITES, object_, layout.span(cited.start, cited.end), "cite", 0.6
            )
    return sorted(best.values(), key=lambda one: (one.span, one.subject, one.relation, one.object))
