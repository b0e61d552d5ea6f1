"""Which numbered law a name means when all texts are read together.

Texts that print a law's number with its name ("Luật Nhà ở số 27/2023/QH15") say which number the
name has in which year. A name with a year, printed anywhere, is that law; a name without one only
where a single law of the name had been adopted when the text was written.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.identity.naming import LAWS
from extract.mentions.law_names import law_key
from extract.reading import Document, Reading
from ontology.documents.identity import NAMED, DocumentId
from ontology.documents.laws import law_names
from ontology.institutions.terms import TermKind, all_terms
from ontology.spelling import slug

_ASSEMBLY = ("qh", "ubtvqh")
_TERM = re.compile(r"qh(?P<number>\d+)$")
_NUMBERS_IN_NAME = re.compile(r"\s*số\s*:?\s*\d+/\d{4}/(?:PL-)?(?:QH|UBTVQH)\d+", re.IGNORECASE)
_AMENDING = re.compile(r"(?:luat|bo-luat|phap-lenh)-sua-doi-")
_FULL_DATE = len("2013-06-03")
_YEAR = len("2013")
_MANY_TEXTS = 3
"""How many texts must give a number, for one text that gives another to be taken for a slip."""


@dataclass(frozen=True, slots=True)
class NumberedLaw:
    """A number and a name that one text prints for one law; the name as ``law_key`` folds it."""

    name: str
    id: DocumentId
    days: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law that one text knows by its name alone.

    ``years`` and ``days`` are those printed behind the name; ``written`` is the year of the text,
    empty where the text bears no date.
    """

    name: str
    years: frozenset[str]
    days: frozenset[str]
    written: str


@dataclass(frozen=True, slots=True)
class LawNumbers:
    """The numbers of all texts by name and year, each with the days that texts give it.

    ``years`` holds the years in which laws of a name were adopted, as far as texts tell.
    """

    holders: Mapping[tuple[str, str], Mapping[DocumentId, frozenset[str]]]
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
                found.add(NumberedLaw(_key(title, document.type), identity, _days(document)))
    return frozenset(found)


def named_laws(reading: Reading) -> Iterator[tuple[str, NamedLaw]]:
    """Yield the laws that a text names without a number, each with its key in the reading.

    A text's own document is not among them: a law without its number may be a draft.
    """
    own = next((item.dates for item in reading.documents if item.key == reading.document), ())
    written = max((day[:_YEAR] for day in own), default="")
    for document in reading.documents:
        if document.key == reading.document or document.number:
            continue
        if document.type in LAWS and document.title:
            years = frozenset(day[:_YEAR] for day in document.dates)
            name = _key(document.title, document.type)
            yield document.key, NamedLaw(name, years, _days(document), written)


def law_numbers(
    readings: Iterable[frozenset[NumberedLaw]], names: Iterable[NamedLaw]
) -> LawNumbers:
    """Return what the laws of all texts, one set for each text, say of numbers and names."""
    texts: Counter[tuple[str, DocumentId]] = Counter()
    days: defaultdict[DocumentId, set[str]] = defaultdict(set)
    for laws in readings:
        texts.update({(law.name, law.id) for law in laws})
        for law in laws:
            days[law.id] |= law.days
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
    for law in names:
        years[law.name].update(year for year in law.years if _may_be_of(law.name, year))
    return LawNumbers(
        {
            key: {identity: frozenset(days[identity]) for identity in _without_slips(counts)}
            for key, counts in given.items()
        },
        {name: frozenset(found) for name, found in years.items()},
    )


def meant_law(law: NamedLaw, numbers: LawNumbers) -> tuple[DocumentId, str] | None:
    """Return the number that a name means and what tells so; None where it stays open."""
    by = "date" if law.years else "only-holder"
    years = law.years or _adopted_by(law, numbers)
    if len(years) != 1:
        return None
    holders = numbers.holders.get((law.name, *years), {})
    if len(holders) != 1:
        return None
    ((identity, days),) = holders.items()
    if law.days and days and not law.days & days:
        return None
    return identity, by


def _adopted_by(law: NamedLaw, numbers: LawNumbers) -> frozenset[str]:
    """Return the years in which a law of the name had been adopted when the text was written.

    None where the table does not know the name: then texts may not know of all such laws.
    """
    known = _table().get(law.name, frozenset())
    if not known:
        return frozenset()
    years = known | numbers.years.get(law.name, frozenset())
    return frozenset(year for year in years if not law.written or year <= law.written)


def _may_be_of(name: str, year: str) -> bool:
    """Tell whether the table leaves it possible that a law of this name is of this year.

    The table knows every year of the names that it holds up to the last year that it has.
    """
    known = _table().get(name)
    return not known or year in known or year > _last_year()


def _without_slips(counts: Mapping[DocumentId, int]) -> Iterator[DocumentId]:
    """Yield the numbers of one name and year, but for one that a single text gives against many.

    No two laws of one year have one name, so all numbers but one are slips.
    """
    most = max(counts.values())
    for identity, count in counts.items():
        if count == most or count > 1 or most < _MANY_TEXTS:
            yield identity


def _sat_in_its_year(identity: DocumentId) -> bool:
    """Tell whether the National Assembly of the symbol sat in the year of the number."""
    term = _TERM.search(identity.symbol)
    return bool(term and identity.period in _years_of_assemblies().get(term["number"], ()))


def _key(title: str, word: str) -> str:
    """Return what a title is compared by: with its type word, without the numbers of others."""
    bare = _NUMBERS_IN_NAME.sub("", title)
    if not slug(bare).startswith(tuple(f"{slug(law)}-" for law in LAWS)):
        bare = f"{word} {bare}"
    return law_key(bare)


def _days(document: Document) -> frozenset[str]:
    return frozenset(day for day in document.dates if len(day) == _FULL_DATE)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    years: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for law in law_names():
        years[law_key(law.name)] |= {str(year) for year in law.years}
    return years


@cache
def _last_year() -> str:
    return max(year for years in _table().values() for year in years)


@cache
def _years_of_assemblies() -> Mapping[str, frozenset[str]]:
    return {
        str(term.number): frozenset(
            str(year)
            for year in range(
                term.starts.year, (term.ends.year if term.ends else int(_last_year()) + 10) + 1
            )
        )
        for term in all_terms()
        if term.kind is TermKind.ASSEMBLY
    }
