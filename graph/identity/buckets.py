"""What texts say of identity, sorted into buckets, and what each bucket settles.

What a reference means depends on what stands in its bucket alone (and, for a law by its name, on
the one bucket of all numbers of laws): so a change of one text settles anew what it has a part in,
and whoever holds a bucket whole may settle it, wherever the texts lie.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from extract.reading import Reading
from graph.identity import laws, schemes
from graph.identity.laws import LawNumbers
from graph.identity.open_numbers import Meant, said_of_numbers, settled_numbers
from ontology.documents.identity import RegisterNumber


class BucketKind(StrEnum):
    """What a bucket holds all of that texts say."""

    NUMBER = "number"
    LAW_NUMBERS = "law numbers"
    LAW_NAME = "law name"
    SCHEME = "scheme"


LAW_NUMBERS = json.dumps([BucketKind.LAW_NUMBERS.value])
"""The one bucket of all numbers of laws: it settles nothing by itself."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one text says in a bucket; ``key`` is the document that it leaves open, if it does."""

    bucket: str
    content: str
    key: str = ""


def statements_of(reading: Reading) -> Iterator[Statement]:
    """Yield what a text says, each once: of numbers, of laws, of schemes."""
    found: set[Statement] = set()
    for number, content, key in said_of_numbers(reading):
        bucket = _bucket(BucketKind.NUMBER, number.series, number.register, number.number)
        found.add(Statement(bucket, content, key))
    found |= {Statement(LAW_NUMBERS, content) for content in laws.said_of_laws(reading)}
    for key, law in laws.named_laws(reading):
        bucket = _bucket(BucketKind.LAW_NAME, law.name)
        found.add(Statement(bucket, laws.written_down(law), key))
    for key, scheme in schemes.named_schemes(reading):
        name = scheme.name
        bucket = _bucket(BucketKind.SCHEME, scheme.id.series, name.type, name.words)
        found.add(Statement(bucket, schemes.written_down(scheme), key))
    yield from found


def settled(bucket: str, said: Mapping[str, int], numbers: LawNumbers) -> dict[str, Meant]:
    """Return which of what is ``said`` in a bucket means one document, and which.

    ``said`` tells of each content in how many texts it stands.
    """
    kind, *parts = json.loads(bucket)
    if not said:
        return {}
    if kind == BucketKind.NUMBER:
        return settled_numbers(RegisterNumber(*parts), said)
    if kind == BucketKind.LAW_NAME:
        return laws.settled_laws(parts[0], said, numbers)
    if kind == BucketKind.SCHEME:
        found = schemes.settled_schemes(parts[1], parts[2], said)
        return {content: (identity, "title") for content, identity in found.items()}
    return {}


def is_of_laws(bucket: str) -> bool:
    """Tell whether a bucket holds names or numbers of laws."""
    return json.loads(bucket)[0] in (BucketKind.LAW_NAME, BucketKind.LAW_NUMBERS)


def name_bucket(name: str) -> str:
    """Return the bucket of the laws of a name."""
    return _bucket(BucketKind.LAW_NAME, name)


def _bucket(kind: BucketKind, *parts: str) -> str:
    return json.dumps([kind.value, *parts], ensure_ascii=False)
