"""Which numbered law a name means when all texts are read together.

Texts that print a law's number with its name ("Luật Nhà ở số 27/2023/QH15") say which number the
name has in which year. A name with a year, printed anywhere, is that law; a name without one only
where a single law of the name had been adopted when the text was written.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.identity.naming import LAWS
from extract.mentions.law_names import law_key
from extract.reading import Reading
from graph.identity.candidates import full_dates, year_written
from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId
from ontology.documents.laws import law_names
from ontology.institutions.periods import NAMED
from ontology.institutions.terms import TermKind, all_terms
from ontology.spelling import slug

_ASSEMBLY = ("qh", "ubtvqh")
_TERM = re.compile(r"qh(?P<number>\d+)$")
_NUMBERS_IN_NAME = re.compile(r"\s*số\s*:?\s*\d+/\d{4}/(?:PL-)?(?:QH|UBTVQH)\d+", re.IGNORECASE)
_AMENDING = re.compile(r"(?:luat|bo-luat|phap-lenh)-sua-doi-")
_NAME, _DAY = "name", "day"
_MANY_TEXTS = 3
"""How many texts must give a number, for one text that gives another to be taken for a slip."""


@dataclass(frozen=True, slots=True)
class NumberedLaw:
    """A number and a name that one text prints for one law; the name as ``law_key`` folds it."""

    name: str
    id: DocumentId
    days: frozenset[PartialDate]


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law that one text knows by its name alone.

    ``years`` and ``days`` are those printed behind the name; ``written`` is the year of the text,
    empty where the text bears no date.
    """

    name: str
    years: frozenset[str]
    days: frozenset[PartialDate]
    written: str


@dataclass(frozen=True, slots=True)
class LawNumbers:
    """The numbers of all texts by name and year, each with the days that texts give it.

    ``years`` holds the years in which laws of a name were adopted, as far as texts tell.
    """

    holders: Mapping[tuple[str, str], Mapping[DocumentId, frozenset[PartialDate]]]
    years: Mapping[str, frozenset[str]]


def numbered_laws(reading: Reading) -> frozenset[NumberedLaw]:
    """Return the laws that a text prints with number and name, its own document included."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        titles[mention.document].add(mention.title)
    found: set[NumberedLaw] = set()
    for document in reading.documents:
        identity = document.id
        if identity is None or identity.period == NAMED or identity.series not in _ASSEMBLY:
            continue
        for title in filter(None, titles[document.key] | {document.title}):
            if document.type in LAWS and _sat_in_its_year(identity):
                found.add(
                    NumberedLaw(_key(title, document.type), identity, full_dates(document.dates))
                )
    return frozenset(found)


def named_laws(reading: Reading) -> Iterator[tuple[str, NamedLaw]]:
    """Yield the laws that a text names without a number, each with its key in the reading.

    A text's own document is not among them: a law without its number may be a draft.
    """
    written = year_written(reading)
    for document in reading.documents:
        if document.key == reading.document or document.number:
            continue
        if document.type in LAWS and document.title:
            years = frozenset(day.year for day in document.dates)
            name = _key(document.title, document.type)
            yield document.key, NamedLaw(name, years, full_dates(document.dates), written)


def said_of_laws(reading: Reading) -> Iterator[str]:
    """Yield what a text says of the numbers of laws, in a form that can be counted and kept."""
    for law in numbered_laws(reading):
        yield json.dumps([_NAME, str(law.id), law.name], ensure_ascii=False)
        yield from (json.dumps([_DAY, str(law.id), day], ensure_ascii=False) for day in law.days)


def law_numbers(said: Mapping[str, int]) -> LawNumbers:
    """Return what all texts say of the numbers of laws: ``said``, with the number of texts."""
    texts: dict[tuple[str, DocumentId], int] = {}
    days: defaultdict[DocumentId, set[PartialDate]] = defaultdict(set)
    for content, count in said.items():
        kind, law, value = json.loads(content)
        identity = DocumentId.parse(law)
        if kind == _NAME:
            texts[value, identity] = count
        else:
            days[identity].add(PartialDate(value))
    everyone = {identity for _, identity in texts}
    changing = {identity for name, identity in texts if _AMENDING.match(name)}
    given: defaultdict[tuple[str, str], dict[DocumentId, int]] = defaultdict(dict)
    years: defaultdict[str, set[str]] = defaultdict(set)
    for (name, identity), count in texts.items():
        # "Luật X số N" may be cut out of "Luật sửa đổi … của Luật X số N", the amending law's.
        if _may_be_of(name, identity.period) and (
            identity not in changing or _AMENDING.match(name)
        ):
            given[name, identity.period][identity] = count
            years[name].add(identity.period)
    holders = {key: _without_slips(key[0], counts, everyone) for key, counts in given.items()}
    return LawNumbers(
        {
            key: {held: frozenset(days.get(held, ())) for held in found}
            for key, found in holders.items()
        },
        {name: frozenset(found) for name, found in years.items()},
    )


def settled_laws(
    name: str, contents: Iterable[str], numbers: LawNumbers
) -> dict[str, tuple[DocumentId, str]]:
    """Return which of the ``contents`` of the bucket of a name mean one law, and which."""
    laws = {content: _named_law(name, content) for content in contents}
    printed = {year for law in laws.values() for year in law.years if _may_be_of(name, year)}
    adopted = numbers.years.get(name, frozenset()) | printed
    found = {content: _meant(law, numbers, adopted) for content, law in laws.items()}
    return {content: meant for content, meant in found.items() if meant}


def written_down(law: NamedLaw) -> str:
    """Return what a text says of a law that it names, its name apart."""
    return json.dumps([sorted(law.years), sorted(law.days), law.written], ensure_ascii=False)


def _named_law(name: str, content: str) -> NamedLaw:
    years, days, written = json.loads(content)
    return NamedLaw(name, frozenset(years), frozenset(map(PartialDate, days)), written)


def _meant(
    law: NamedLaw, numbers: LawNumbers, adopted: frozenset[str]
) -> tuple[DocumentId, str] | None:
    by = "date" if law.years else "only-holder"
    years = law.years or _adopted_by(law, adopted)
    if len(years) != 1:
        return None
    holders = numbers.holders.get((law.name, min(years)), {})
    if len(holders) != 1:
        return None
    ((identity, days),) = holders.items()
    if law.days and days and not law.days & days:
        return None
    return identity, by


def _adopted_by(law: NamedLaw, adopted: frozenset[str]) -> frozenset[str]:
    """Return those of the years in which a law of the name was ``adopted`` by the text's.

    None where the table does not know the name: then texts may not know of all such laws.
    """
    known = _table().get(law.name, frozenset())
    if not known:
        return frozenset()
    return frozenset(year for year in known | adopted if not law.written or year <= law.written)


def _may_be_of(name: str, year: str) -> bool:
    """Tell whether the table leaves it possible that a law of this name is of this year.

    The table knows every year of the names that it holds up to the last year that it has.
    """
    known = _table().get(name)
    return not known or year in known or year > _last_year()


def _without_slips(
    name: str, counts: Mapping[DocumentId, int], everyone: Collection[DocumentId]
) -> list[DocumentId]:
    """Return the numbers of one name and year, without those that can only be misprinted.

    No two laws of one year have one name, those that amend another apart. So of several numbers one
    is right: not the one that is out of turn among the numbers of ``everyone``, nor the one that a
    single text gives against many.
    """
    if len(counts) == 1 or _AMENDING.match(name):
        return list(counts)
    most = max(counts.values())
    return [
        identity
        for identity, count in counts.items()
        if not _out_of_turn(identity, everyone)
        and (count == most or count > 1 or most < _MANY_TEXTS)
    ]


def _out_of_turn(identity: DocumentId, everyone: Collection[DocumentId]) -> bool:
    """Tell whether most numbers of other years of the same Assembly contradict this one.

    The numbers of an Assembly run on from year to year until its term ends.
    """
    others = [
        (other.period < identity.period) == (int(other.number) < int(identity.number))
        for other in everyone
        if other.period != identity.period
        and (other.series, other.symbol) == (identity.series, identity.symbol)
    ]
    return others.count(False) * 2 > len(others)


def _sat_in_its_year(identity: DocumentId) -> bool:
    """Tell whether the number is one of an Assembly that sat in the year of the number."""
    symbol = _TERM.search(identity.symbol)
    if symbol is None or not identity.number.isdigit():
        return False
    return any(
        term.kind is TermKind.ASSEMBLY
        and term.number == int(symbol["number"])
        and str(term.starts.year) <= identity.period
        and (term.ends is None or identity.period <= str(term.ends.year))
        for term in all_terms()
    )


def _key(title: str, word: str) -> str:
    """Return what a title is compared by: with its type word, without the numbers of others."""
    bare = _NUMBERS_IN_NAME.sub("", title)
    if not slug(bare).startswith(tuple(f"{slug(law)}-" for law in LAWS)):
        bare = f"{word} {bare}"
    return law_key(bare)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    years: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for law in law_names():
        years[law_key(law.name)] |= {str(year) for year in law.years}
    return years


@cache
def _last_year() -> str:
    return max(year for years in _table().values() for year in years)
