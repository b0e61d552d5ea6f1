"""Which schemes and programmes, named at different length, are one.

"Chương trình MTQG giảm nghèo bền vững" and "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai
đoạn 2021-2025" are one where nothing contradicts it: the same type, the same place, the same words,
one period alone that texts know of, and a text that was written within that period.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.identity.records import SCHEMES
from extract.reading import Reading
from graph.identity.candidates import full_dates, year_written
from ontology.documents.identity import DocumentId
from ontology.institutions.periods import NAMED
from ontology.spelling import slug

_WRITTEN_OUT = {"mtqg": "muc-tieu-quoc-gia"}
_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"-(?:trong-|cho-)?(?:giai-doan|thoi-ky|tu-nam|tu|cac-nam|nam)(?:-tu)?(?:-nam)?"
    rf"-(?P<start>{_YEAR})(?:-den)?(?:-nam)?-(?P<end>{_YEAR})(?![^-])"
)
_UNTIL = re.compile(rf"-den(?:-het)?(?:-nam)?-(?P<end>{_YEAR})(?![^-])")
_VISION = re.compile(rf"(?:-va)?-tam-nhin(?:-den)?(?:-nam)?-(?P<end>{_YEAR})(?![^-])")
_IN_YEAR = re.compile(rf"-(?:trong-)?nam-(?P<end>{_YEAR})(?![^-])")
_FEWEST = 4
"""From how many syllables behind the type word on a name says enough."""
_LONGEST = 10
"""How many years before its last one a scheme "until 2030" may have begun."""
_SAYS_LITTLE = frozenset(
    slug("quốc gia cấp về và các của tổng thể mục tiêu trong đối với cho").split("-")
)


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a name prints; an empty one is not printed. ``vision`` is "tầm nhìn đến"."""

    start: str = ""
    end: str = ""
    vision: str = ""

    def holds(self, year: str) -> bool:
        """Tell whether the scheme may have been running in ``year``."""
        first = self.start or str(int(self.end) - _LONGEST)
        return first <= year <= self.end


@dataclass(frozen=True, slots=True)
class SchemeName:
    """A name taken apart: the type word and the words without the years, folded."""

    type: str
    words: str
    years: Years

    @property
    def telling(self) -> frozenset[str]:
        """The words that tell it from others; "quốc gia" and the like do not."""
        return frozenset(self.words.split("-")) - _SAYS_LITTLE


@dataclass(frozen=True, slots=True)
class NamedScheme:
    """A scheme as one text knows it; ``written`` is the year of the text, empty if not known."""

    id: DocumentId
    name: SchemeName
    days: frozenset[str]
    issuers: frozenset[str]
    written: str


def scheme_name(kind: str, title: str) -> SchemeName | None:
    """Return the parts of a title; None where ``kind`` is no scheme, or it says too little.

    >>> scheme_name("Đề án", "Đề án dạy nghề cho lao động nông thôn đến năm 2020").years.end
    '2020'
    """
    if kind not in SCHEMES:
        return None
    opening = slug(kind)
    text = f"-{slug(title)}"
    for short, whole in _WRITTEN_OUT.items():
        text = text.replace(f"-{short}-", f"-{whole}-")
    text = text.removeprefix(f"-{opening}")
    vision = _VISION.search(text)
    text = _VISION.sub("", text)
    span = _SPAN.search(text)
    until = None if span else _UNTIL.search(text) or _IN_YEAR.search(text)
    found = span or until
    if found:
        text = text[: found.start()] + text[found.end() :]
    words = text.strip("-")
    if words.count("-") + 1 < _FEWEST:
        return None
    start = span["start"] if span else ""
    if found and found.re is _IN_YEAR:
        start = found["end"]
    end = found["end"] if found else ""
    return SchemeName(opening, words, Years(start, end, vision["end"] if vision else ""))


def named_schemes(reading: Reading) -> Iterator[tuple[str, NamedScheme]]:
    """Yield the schemes that a text names, its own document apart, with the keys in the reading."""
    written = year_written(reading)
    for document in reading.documents:
        identity = document.id
        if identity is None or identity.period != NAMED or document.key == reading.document:
            continue
        name = scheme_name(document.type, document.title)
        if name is not None:
            days = full_dates(document.dates)
            issuers = frozenset(map(slug, document.issuers))
            yield document.key, NamedScheme(identity, name, days, issuers, written)


def written_down(scheme: NamedScheme) -> str:
    """Return what a text says of a scheme, its type, its words and its register apart."""
    years = scheme.name.years
    parts = [str(scheme.id), years.start, years.end, years.vision, sorted(scheme.days)]
    return json.dumps([*parts, sorted(scheme.issuers), scheme.written], ensure_ascii=False)


def settled_schemes(kind: str, words: str, contents: Iterable[str]) -> dict[str, DocumentId]:
    """Return which of the ``contents`` of a bucket are called by a longer name, too: its id.

    A bucket holds the schemes of one register, of one type and of the same words.
    """
    known = {_scheme(kind, words, content): content for content in contents}
    found: dict[str, DocumentId] = {}
    for same in _one_each(known):
        if not _contradict(same):
            # The name that says most, the same whatever the order of the texts.
            target = min((s.id for s in same), key=lambda i: (-len(i.number), str(i)))
            found.update((known[scheme], target) for scheme in same if scheme.id != target)
    return found


def _scheme(kind: str, words: str, content: str) -> NamedScheme:
    identity, start, end, vision, days, issuers, written = json.loads(content)
    name = SchemeName(kind, words, Years(start, end, vision))
    return NamedScheme(
        DocumentId.parse(identity), name, frozenset(days), frozenset(issuers), written
    )


def _one_each(group: Iterable[NamedScheme]) -> Iterator[set[NamedScheme]]:
    """Yield what is one each of schemes that differ in their periods alone.

    A name without a period is another's only where texts know of one period, which it fits.
    """
    of_span: defaultdict[tuple[str, str], set[NamedScheme]] = defaultdict(set)
    for scheme in group:
        of_span[scheme.name.years.start, scheme.name.years.end].add(scheme)
    bare = of_span.pop(("", ""), set())
    if not of_span:
        yield bare
    for same in of_span.values():
        whole = fullest(scheme.name.years for scheme in same)
        if whole and len(of_span) == 1:
            yield same | {s for s in bare if s.written and whole.holds(s.written)}
        elif whole:
            yield same


def fullest(printed: Iterable[Years]) -> Years | None:
    """Return the years that all are, some without their vision; None where they differ."""
    everyone = set(printed)
    spans = {(years.start, years.end) for years in everyone}
    visions = {years.vision for years in everyone} - {""}
    if len(spans) != 1 or len(visions) > 1:
        return None
    ((start, end),) = spans
    return Years(start, end, next(iter(visions), "")) if end else None


def _contradict(group: Iterable[NamedScheme]) -> bool:
    """Tell whether two of the schemes bear different days, or were issued by different bodies."""
    days = {scheme.days for scheme in group} - {frozenset()}
    issuers = {scheme.issuers for scheme in group} - {frozenset()}
    return len(days) > 1 or len(issuers) > 1


def may_be_one(name: SchemeName, other: SchemeName) -> bool:
    """Tell whether a person should look whether two names of one place are one scheme.

    That is where they say the same but for a period, or for words such as "quốc gia", or where the
    one goes on where the other stops.
    """
    if name.type != other.type or {*_digits(name)} != {*_digits(other)}:
        return False
    if name.years.end and other.years.end and fullest({name.years, other.years}) is None:
        return False
    if name.telling == other.telling:
        return True
    short, long = sorted((name.words, other.words), key=len)
    rest = long.removeprefix(f"{short}-")
    return rest != long and not rest.startswith("va-")


def _digits(name: SchemeName) -> Iterator[str]:
    return (word for word in name.words.split("-") if word.isdigit())
