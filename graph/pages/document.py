"""What the page of one document shows: its fields, and its links by how they are read out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from graph.pages.words import page_sentence
from graph.rdf import vocabulary as ld
from graph.rdf.schema import PRINTED
from graph.read.assertions import LinkKey
from graph.read.collection import Collected, CollectedLink, Collection
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
    other: Collected
    years: str
    marked: tuple[tuple[str, bool], ...]
    steps: str


def grouped(
    links: Sequence[CollectedLink],
    documents: Mapping[str, Collected],
    named: Mapping[str, str],
    language: Language,
    *,
    back: bool,
    start: int = 0,
    most: int | None = None,
) -> list[tuple[str, str, int, list[Entry]]]:
    """Return the links of one side of a page by how they are read out, each group by date.

    Of each group so many are returned as ``most`` says, from ``start`` on, with how many there are.
    ``named`` is what documents are called, by their IRIs.
    """
    groups: defaultdict[tuple[int, str, str], list[tuple[CollectedLink, Collected]]]
    groups = defaultdict(list)
    for link in links:
        words = inverse_words if back else relation_words
        # Which part is said of each link; that it is a part heads them.
        partly = _SOME_PART if link.part else ""
        heading = words(language, link.best.relation, review=link.best.review, part=partly)
        other = documents[link.key.subject if back else link.key.object]
        key = (_ORDER.get(link.best.relation, len(_ORDER)), link.best.relation, heading)
        groups[key].append((link, other))
    end = None if most is None else start + most
    return [
        (
            relation,
            heading,
            len(found),
            [
                _entry(link, other, named, language)
                for link, other in sorted(found, key=lambda each: each[1].found.date or "9")[
                    start:end
                ]
            ],
        )
        for (_, relation, heading), found in sorted(groups.items(), key=lambda group: group[0])
    ]


def _entry(
    link: CollectedLink, other: Collected, named: Mapping[str, str], language: Language
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
    document: Collected, collection: Collection, language: Language
) -> list[tuple[str, str]]:
    """Return what is known of a document, each value under its heading."""
    found = document.found
    values = {
        "issuer": found.issuer,
        "date": shown_date(language, found.date),
        "term": found.term,
        "level": word(LEVEL_WORDS, language, found.level.value) if found.level else "",
        "place": place_words(found.place, collection.places),
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
