"""What the page of one document shows: its fields, and its links by how they are read out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from graph.pages.words import page_sentence
from graph.rdf import vocabulary as ld
from graph.rdf.schema import PRINTED
from graph.read.assertions import LinkKey
from graph.read.collection import Collected, CollectedLink
from graph.values import Found
from graph.words.labels import (
    HEADINGS,
    LEVEL_WORDS,
    inverse_words,
    place_words,
    relation_words,
    shown_date,
    word,
)
from graph.words.sentences import Language

_ORDER: Final = {
    name: index
    for index, name in enumerate(
        ("carries_out", "implements", "continues", "details", "guides", "summarizes", "based_on")
    )
}
"""The relations that a page names first, in this order."""


MOST_OF_A_RELATION: Final = 50
"""How many links of one relation the page of a document shows; a law may have thousands."""
_SOME_PART: Final = "một phần"


@dataclass(frozen=True, slots=True)
class Entry:
    """One link as the page of one of its ends lists it; ``marked`` is the quote in pieces."""

    link: CollectedLink
    other: Found
    years: str
    marked: tuple[tuple[str, bool], ...]
    steps: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Some of the links of a document that say the same, one or more, and how many there are."""

    links: Sequence[CollectedLink]
    count: int


def alike(
    links: Sequence[CollectedLink],
    documents: Mapping[str, Found],
    *,
    back: bool,
    most: int | None,
) -> list[Alike]:
    """Return the links of one side of a page by what they say, the first of each by date.

    ``back`` tells that the document of the page is their object; ``most`` is how many of each.
    """
    groups: defaultdict[tuple[str, bool], list[CollectedLink]] = defaultdict(list)
    for link in links:
        groups[link.key.predicate, bool(link.part)].append(link)

    def day(link: CollectedLink) -> str:
        return documents[link.key.subject if back else link.key.object].date or "9"

    return [Alike(sorted(found, key=day)[:most], len(found)) for found in groups.values()]


def grouped(
    lists: Iterable[Alike],
    documents: Mapping[str, Found],
    named: Mapping[str, str],
    language: Language,
    *,
    back: bool,
) -> list[tuple[str, str, int, list[Entry]]]:
    """Return links by how they are read out, with how many there are: relation, words, entries.

    ``named`` is what documents are called, by their IRIs.
    """
    words = inverse_words if back else relation_words
    groups = []
    for each in lists:
        first = each.links[0]
        relation = first.best.relation
        # Which part is said of each link; that it is a part heads them.
        partly = _SOME_PART if first.part else ""
        heading = words(language, relation, review=first.best.review, part=partly)
        entries = [
            _entry(link, documents[link.key.subject if back else link.key.object], named, language)
            for link in each.links
        ]
        groups.append((relation, heading, each.count, entries))
    return sorted(groups, key=lambda group: (_ORDER.get(group[0], len(_ORDER)), *group[:2]))


def _entry(
    link: CollectedLink, other: Found, named: Mapping[str, str], language: Language
) -> Entry:
    def read_out(premise: LinkKey) -> str:
        relation = ld.RELATION_NAMES[NamedNode(premise.predicate)]
        ends = (named[iri] for iri in (premise.subject, premise.object))
        return f" {relation_words(language, relation)} ".join(ends)

    years = (
        ""
        if link.best.years is None
        else page_sentence(language, "years").format(years=f"{link.best.years:g}")
    )
    marked = tuple(_pieces(link.best.quote, link.marks)) if link.passages else ()
    steps = "; ".join(map(read_out, link.premises))
    return Entry(link, other, years, marked, steps)


def _pieces(quote: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield a quote in pieces, those that name the other document marked."""
    at = 0
    for start, end in marks:
        if start >= at:
            yield from ((quote[at:start], False), (quote[start:end], True))
            at = end
    yield quote[at:], False


def fields_of(
    document: Collected, places: Mapping[str, str], language: Language
) -> list[tuple[str, str]]:
    """Return what is known of a document, each value under its heading.

    ``places`` are the names of places by their paths.
    """
    found = document.found
    values = {
        "issuer": found.issuer,
        "date": shown_date(language, found.date),
        "term": found.term,
        "level": word(LEVEL_WORDS, language, found.level.value) if found.level else "",
        "place": place_words(found.place, places),
        **found.more,
    }
    return _headed(values, language)


def details_of(document: Collected, language: Language) -> list[tuple[str, str]]:
    """Return what programs name a document by, which few readers need."""
    found = document.found
    return _headed({"selector": found.selector, "iri": found.iri}, language)


def _headed(values: Mapping[str, str], language: Language) -> list[tuple[str, str]]:
    return [(word(HEADINGS, language, name), values[name]) for name in values if values[name]]


def json_ld(document: Collected, links: Sequence[CollectedLink]) -> dict[str, Any]:
    """Return what is known of a document as JSON-LD that needs no other file to be understood."""
    found = document.found
    facts = {
        "fullNumber": found.number,
        "dct:title": found.title,
        "shownDate": found.date,
        "shownIssuer": found.issuer,
        "level": f"lds:{found.level.value}" if found.level else "",
        "held": found.held,
        **{
            PRINTED[name].predicate.value.removeprefix(ld.NS): words
            for name, words in found.more.items()
        },
    }
    relations: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        relations[link.key.predicate.removeprefix(ld.NS)].append(link.key.object)
    return {
        "@context": {
            "@vocab": ld.NS,
            "lds": ld.SCHEME,
            "dct": "http://purl.org/dc/terms/",
            "level": {"@type": "@id"},
            **{name: {"@type": "@id"} for name in sorted(relations)},
        },
        "@id": found.iri,
        "@type": "Document",
        **{name: value for name, value in facts.items() if value != ""},
        **{name: sorted(iris) for name, iris in sorted(relations.items())},
    }
