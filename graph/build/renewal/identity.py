"""Which documents the texts mean after a change: what it has a part in is settled anew."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.build.renewal.index import Index
from graph.build.renewal.terms import NotSureError, Texts
from graph.identity.buckets import (
    LAW_NUMBERS,
    Statement,
    is_of_laws,
    name_bucket,
    settled,
    statements_of,
)
from graph.identity.candidates import DocumentKey
from graph.identity.copies import SAME_DOCUMENT, with_copies
from graph.identity.laws import LawNumbers, law_numbers
from graph.identity.resolution import Resolution, by_register
from graph.identity.text_heads import head_of
from graph.likeness.heads import Profile
from graph.likeness.pairs import profile_of

_NONE = law_numbers({})
_Told = dict[DocumentKey, Resolution]


@dataclass(slots=True, kw_only=True)
class Identified:
    """The texts of which something is not as it was, by their hashes, and what is settled of them.

    ``known`` and ``own`` hold the own document of each text before and after, where there is one.
    """

    index: Index
    all_texts: Texts
    most: int
    before: _Told = field(default_factory=dict)
    after: _Told = field(default_factory=dict)
    known: dict[str, Profile | None] = field(default_factory=dict)
    own: dict[str, Profile] = field(default_factory=dict)

    @property
    def texts(self) -> frozenset[str]:
        """The hashes of the texts."""
        return frozenset(self.known)

    def touch(self, sha: str) -> None:
        """Remember a text as it was; raises NotSureError where they become too many."""
        if sha in self.known:
            return
        if len(self.known) >= self.most:
            raise NotSureError
        self.known[sha] = next(self.index.profiles("sha = ?", sha), None)
        self.before |= self.index.resolutions([sha])

    def settle(self, key: DocumentKey, resolution: Resolution | None) -> None:
        """Let a document of a text mean something else."""
        sha, name = key
        self.touch(sha)
        raw = ""
        if resolution:
            documents = self.all_texts.reading(sha).documents
            raw = next(document.iri for document in documents if document.key == name)
        self.index.settle(key, resolution, raw)


def identified(index: Index, texts: Texts, most: int) -> Identified:
    """Settle anew in ``index`` what a change of ``texts`` has a part in, and return what changed.

    Raises NotSureError where that is more than ``most`` texts.
    """
    found = Identified(index=index, all_texts=texts, most=most)
    for sha in sorted(texts.changed):
        found.touch(sha)
    _settle_buckets(found, texts)
    for sha in texts.changed - texts.after.keys():
        index.forget(sha)
    for sha in texts.changed & texts.after.keys():
        for key, resolution in by_register(texts.reading(sha)).items():
            found.settle(key, resolution)
    for sha in found.texts & texts.after.keys():
        found.own[sha] = profile_of(head_of(texts.reading(sha)), index.resolutions([sha]))
        index.own(found.own[sha])
    _settle_copies(found, texts)
    for sha in found.texts & texts.after.keys() - found.own.keys():
        found.own[sha] = profile_of(head_of(texts.reading(sha)), index.resolutions([sha]))
    found.after |= index.resolutions(found.texts & texts.after.keys())
    return found


@dataclass(slots=True)
class _Change:
    """What is said in one bucket by more texts, or fewer; who leaves it open no more, or now."""

    times: Counter[str] = field(default_factory=Counter)
    closed: set[tuple[str, Statement]] = field(default_factory=set)
    opened: set[tuple[str, Statement]] = field(default_factory=set)


def _settle_buckets(found: Identified, texts: Texts) -> None:
    index = found.index
    changes: defaultdict[str, _Change] = defaultdict(_Change)
    for sha in texts.changed:
        for names, sign in ((texts.before, -1), (texts.after, 1)):
            for statement in statements_of(texts.reading(sha)) if sha in names else ():
                change = changes[statement.bucket]
                change.times[statement.content] += sign
                if statement.key:
                    (change.opened if sign > 0 else change.closed).add((sha, statement))
    numbers = _numbers(index, changes)
    for name in _other_names(*numbers):
        changes.setdefault(name_bucket(name), _Change())
    for bucket, change in changes.items():
        if bucket != LAW_NUMBERS:
            for key, resolution in _settled_anew(index, bucket, change, numbers):
                found.settle(key, resolution)


def _numbers(index: Index, changes: dict[str, _Change]) -> tuple[LawNumbers, LawNumbers]:
    """Return what texts say of the numbers of laws, before and after the changes."""
    if not any(map(is_of_laws, changes)):
        return _NONE, _NONE
    before = law_numbers(index.contents(LAW_NUMBERS))
    change = changes.get(LAW_NUMBERS)
    if change is None or not any(change.times.values()):
        return before, before
    index.count(LAW_NUMBERS, change.times)
    return before, law_numbers(index.contents(LAW_NUMBERS))


def _other_names(before: LawNumbers, after: LawNumbers) -> Iterator[str]:
    """Yield the names of laws that may mean another number than before."""
    if before is after:
        return
    for name in before.years.keys() | after.years.keys():
        if before.years.get(name) != after.years.get(name):
            yield name
    for name, year in before.holders.keys() | after.holders.keys():
        if before.holders.get((name, year)) != after.holders.get((name, year)):
            yield name


def _settled_anew(
    index: Index, bucket: str, change: _Change, numbers: tuple[LawNumbers, LawNumbers]
) -> Iterator[tuple[DocumentKey, Resolution | None]]:
    """Bring a bucket in line with what changed, and yield what is settled otherwise in it."""
    said = index.contents(bucket)
    before = settled(bucket, said, numbers[0])
    index.count(bucket, change.times)
    for sha, statement in change.closed - change.opened:
        index.leave_open(sha, statement, more=False)
    for sha, statement in change.opened - change.closed:
        index.leave_open(sha, statement, more=True)
    after = settled(bucket, index.contents(bucket), numbers[1])
    others = {each for each in before.keys() | after.keys() if before.get(each) != after.get(each)}
    for content in others:
        meant = after.get(content)
        for key in index.left_open(bucket, content):
            yield key, Resolution(*meant) if meant else None
    for sha, statement in change.opened - change.closed:
        meant = after.get(statement.content)
        if statement.content not in others and meant:
            yield (sha, statement.key), Resolution(*meant)


def _settle_copies(found: Identified, texts: Texts) -> None:
    """Put together what the texts of one document leave open, where such texts changed."""
    index = found.index
    own = [profile for profile in (*found.known.values(), *found.own.values()) if profile]
    groups = [
        [each.sha for each in index.profiles("iri = ? AND numbered = 1", iri)]
        for iri in {profile.iri for profile in own if profile.numbered}
    ]
    alone = found.own.keys() - {sha for group in groups for sha in group}
    for group in (*groups, *([sha] for sha in alone)):
        if len(group) > found.most:
            raise NotSureError
        told = index.resolutions(group)
        stated = {key: each for key, each in told.items() if each.by != SAME_DOCUMENT}
        heads = map(head_of, map(texts.reading, group))
        joined = with_copies(heads, stated) if len(group) > 1 else stated
        for key in told.keys() | joined.keys():
            if told.get(key) != joined.get(key):
                found.settle(key, joined.get(key))
