"""Which documents a text knows: references are put together by number or by name, and get a key."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from extract.grammar.citation import Citation
from extract.grammar.registers import RegisterRow
from extract.head.home import Home
from extract.head.own_document import OwnDocument
from extract.head.signer import signer_of
from extract.identity.law_numbers import LawNumbers
from extract.identity.naming import LAWS, grouped, level_of_maker, level_of_name
from extract.identity.records import named_record, numbered_record, own_record
from extract.identity.resolution import Entry
from extract.identity.sameness import Identity, NameIdentity, NumberIdentity, OwnIdentity
from extract.reading import Document, MentionKind
from extract.relations.link import SELF, Link
from extract.text.layout import Layout
from ontology.documents.relation import Relation
from ontology.level import Level

_ALIAS = re.compile(
    r"""[^;.,:()\n]{0,40}(?:
      \([ ]*(?:sau[ ]đây[ ]|dưới[ ]đây[ ]|còn[ ])?(?:được[ ])?(?:(?:gọi|viết)[ ])?
        (?:tắt[ ]|chung[ ])?(?:là:?[ ])?
    | ,[ ](?:sau[ ]đây[ ]|dưới[ ]đây[ ]|còn[ ])?(?:được[ ])?(?:gọi|viết)[ ]
        (?:tắt[ ]|chung[ ])?là:?[ ]
    )["“]?""",
    re.VERBOSE,
)
"""What stands between a name and its nickname: "Đề án phát triển … tại tỉnh (Đề án 30)"."""
_CALLED = re.compile(r"[^;.:()\n]{0,200}\((?:[^();.\n]{0,24}[ ]là:?[ ])?[\"“]?")
"""What stands between a number and a nickname with that number."""


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """The identity of each reference of a text, and the document of each identity."""

    identities: Mapping[int, Identity]
    documents: Mapping[Identity, Document]
    _meant: Mapping[int, Document]

    @classmethod
    def of(cls, identities: Mapping[int, Identity], documents: Mapping[Identity, Document]) -> Self:
        """Return these; an identity is made of many parts, so each is looked up once."""
        meant = {number: documents[identity] for number, identity in identities.items()}
        return cls(identities, documents, meant)

    def document_of(self, number: int) -> Document:
        """Return the document that reference ``number`` means."""
        return self._meant[number]

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
        return KnownDocuments.of(identities, self.documents), [cited for cited, _ in everyone]


def known_documents_of(
    layout: Layout,
    own: OwnDocument,
    citations: Sequence[Citation],
    links: Sequence[Link],
    entries: Mapping[int, Entry],
    rows: Sequence[RegisterRow] = (),
) -> KnownDocuments:
    """Return the documents that the references of a text mean.

    ``entries`` says for each reference by number, by its own number, which register it is from.
    """
    identities: dict[int, Identity] = {number: _by_number(entries[number]) for number in entries}
    identities.setdefault(SELF, OwnIdentity())
    _add_names(layout, citations, entries, identities, rows)
    _part_attachments(links, identities)
    members: dict[Identity, list[Citation]] = defaultdict(list)
    for number, identity in sorted(identities.items()):
        members[identity].append(own.citation if number == SELF else citations[number])
    levels = _name_levels(layout.flow, citations, links, entries, own.home)
    documents: dict[Identity, Document] = {}
    taken: Counter[str] = Counter()
    ambiguous = _ambiguous(members)
    firsts: dict[Identity, int] = {}
    for number, identity in identities.items():
        firsts.setdefault(identity, number)
    # A name may be keyed by the decision that issues it, so numbers come first.
    for identity, group in sorted(
        members.items(), key=lambda pair: isinstance(pair[0], NameIdentity)
    ):
        first = firsts[identity]
        if isinstance(identity, OwnIdentity):
            document = own_record(layout, own)
        elif first in entries:
            document = numbered_record(
                layout, entries[first], group, own.header.title, namesake=identity in ambiguous
            )
        else:
            issued_by = identity.issued_by if isinstance(identity, NameIdentity) else None
            decision = documents.get(issued_by) if issued_by else None
            document = named_record(layout, group, levels.get(first), own.home, decision)
        taken[document.key] += 1
        if taken[document.key] > 1:
            document = replace(document, key=f"{document.key}#{taken[document.key]}")
        documents[identity] = document
    itself = identities[SELF]
    documents[itself] = replace(
        documents[itself], signer=signer_of(layout.view), blank_number=own.header.blank_number
    )
    return KnownDocuments.of(identities, documents)


def _by_number(entry: Entry) -> NumberIdentity:
    return NumberIdentity(entry.number, entry.period, entry.apart)


def _add_names(
    layout: Layout,
    citations: Sequence[Citation],
    entries: Mapping[int, Entry],
    identities: dict[int, Identity],
    rows: Sequence[RegisterRow],
) -> None:
    """Add the identities of names; a law cited by name and number once keeps its number."""
    numbers = [number for number, cited in enumerate(citations) if cited.tier is MentionKind.NAMED]
    index = {number: at for at, number in enumerate(numbers)}
    aliases = [
        (index[name], index[nickname])
        for name, nickname in pairwise(numbers)
        if citations[nickname].type == citations[name].type
        and _ALIAS.fullmatch(layout.flow, citations[name].end, citations[nickname].start)
    ]
    heads = grouped([citations[number] for number in numbers], aliases)
    listed = {row.name for row in rows if row.name}
    # Plans of several bodies have one title in a register; a law's is its own.
    by_number = {
        number: _by_number(entry)
        for number, entry in entries.items()
        if number != SELF
        and (citations[number].type in LAWS or citations[number].name not in listed)
    }
    laws = LawNumbers(layout.flow, citations, by_number)
    years = _years_of_laws(citations, numbers, heads)
    called = {
        head: by_number[number - 1]
        for number, head in zip(numbers, heads, strict=True)
        if number - 1 in by_number
        and _is_nickname(layout.flow, *citations[number - 1 : number + 1])
    }
    for number, head in zip(numbers, heads, strict=True):
        cited = citations[number]
        if number_of := laws.of(cited) or called.get(head):
            identities[number] = number_of
        elif len(years[head]) > 1:
            identities[number] = NameIdentity(head, cited.date.year)
        else:
            identities[number] = NameIdentity(head)


def _is_nickname(flow: str, numbered: Citation, named: Citation) -> bool:
    """Tell whether a name in brackets is the number of the document before it, put shortly.

    "Chương trình số 62-CTr/HU, ngày 03/5/2021 (Chương trình 62)".
    """
    same = named.type == numbered.type and named.number == numbered.number
    return same and _CALLED.fullmatch(flow, numbered.end, named.start) is not None


def _years_of_laws(
    citations: Sequence[Citation], numbers: Sequence[int], heads: Sequence[int]
) -> Mapping[int, set[str]]:
    """Return for each name the years that laws of this name are printed with: each is another."""
    years: dict[int, set[str]] = defaultdict(set)
    for number, head in zip(numbers, heads, strict=True):
        cited = citations[number]
        if cited.type in LAWS and cited.date:
            years[head].add(cited.date.year)
    return years


def _part_attachments(links: Sequence[Link], identities: dict[int, Identity]) -> None:
    """Tell attachments of one name apart by the decision that issues each.

    A price list or a regulation comes out anew under the same name: it is its decision's. A mention
    that names no decision means the one last met.
    """
    issued = {
        link.object: identities[link.subject]
        for link in links
        if link.relation is Relation.PROMULGATES
        and isinstance(identities[link.object], NameIdentity)
    }
    names = {identities[number] for number in issued}
    last: dict[Identity, Identity] = {}
    waiting: dict[Identity, list[int]] = defaultdict(list)
    for number in sorted(identities):
        name = identities[number]
        if name not in names or not isinstance(name, NameIdentity):
            continue
        if number in issued:
            last[name] = issued[number]
            for earlier in waiting.pop(name, ()):
                identities[earlier] = replace(name, issued_by=last[name])
        if name in last:
            identities[number] = replace(name, issued_by=last[name])
        else:
            waiting[name].append(number)


def _name_levels(
    flow: str,
    citations: Sequence[Citation],
    links: Sequence[Link],
    entries: Mapping[int, Entry],
    home: Home,
) -> dict[int, Level]:
    """Return the level of each named document: that of what issues, approves or renews it."""
    levels: dict[int, Level] = {}
    givers: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.relation in (Relation.PROMULGATES, Relation.APPROVES, Relation.CONTINUES):
            givers[link.object].append(link)
    for number, cited in enumerate(citations):
        if cited.tier is not MentionKind.NAMED:
            continue
        within, issued = None, False
        for link in givers.get(number, ()):
            if link.subject == SELF:
                within = home.level
            elif link.subject in entries:
                within = entries[link.subject].level
            issued = issued or link.relation is Relation.PROMULGATES
        # "Bảng giá đất của huyện X" is the province's where its decision issues it.
        level = within if within and issued else level_of_name(cited, within)
        if level is Level.CENTRAL and within is None and cited.type not in LAWS:
            level = level_of_maker(flow, cited, home.level) or level
        levels[number] = level
    return levels


def _ambiguous(members: Mapping[Identity, list[Citation]]) -> set[Identity]:
    """Return the identities that share register and number with another one of the text."""
    numbers = [identity for identity in members if isinstance(identity, NumberIdentity)]
    counts = Counter(_printed(identity) for identity in numbers)
    return {identity for identity in numbers if counts[_printed(identity)] > 1}


def _printed(identity: NumberIdentity) -> tuple[str, str]:
    """Return what a text prints of a number, whatever its register is."""
    return identity.number.register, identity.number.number
