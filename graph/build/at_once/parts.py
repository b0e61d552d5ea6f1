"""The facts of texts, worked out by several processes and handed over as lines of N-Quads.

Which document each reference means is settled before; what a process then writes of a text depends
on that text alone, so that it does not matter which one does, and when.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice
from typing import Generic, TypeVar

from pyoxigraph import Quad, RdfFormat, Store

from graph.build.at_once.pieces import in_order
from graph.build.at_once.runner import Runner
from graph.build.readings import ReadingCache
from graph.facts.link_judgements import LinkJudgements
from graph.facts.texts import text_facts
from graph.identity.candidates import DocumentKey
from graph.identity.resolution import Resolution, Resolutions
from graph.rdf import vocabulary as ld
from graph.tables.of_texts.handed_rows import line_of_text

_BATCH = 50
"""The facts of how many texts are handed over at once."""
_LOADED = 32 << 20
"""About how many bytes of lines are loaded at once: loading takes some five times their memory."""
_MOST_QUADS = 125_000
"""How many quads are loaded at once where they are not written as lines: about as many bytes."""
_FEW_QUADS = 2_000
"""How many are added one by one as quickly as in bulk."""
_PRINT = 16
"""Of how many bytes the print of a fact is: no two of any archive will ever have the same."""
_REMEMBERED = 250_000
"""How many facts about what many texts name are known not to be needed again."""

Fact = TypeVar("Fact", Quad, bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What is settled of texts before their facts are written; ``names`` are those of the files."""

    cache: ReadingCache
    names: Mapping[str, set[str]]
    resolutions: Resolutions
    link_judgements: LinkJudgements


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of N-Quads: those of the texts' own graphs, and those about what many texts name.

    Of these it tells in how many of the texts each stands. ``rows`` are lines of the rows of texts.
    """

    own: bytes
    shared: Mapping[bytes, int]
    rows: bytes


Count = Callable[[Mapping[bytes, int]], None]


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told what while facts are loaded, if somebody is.

    ``count`` in how many more texts each fact stands about what many texts name, again and again,
    ``rows`` the rows of the texts (``handed_rows``).
    """

    count: Count | None = None
    rows: Callable[[bytes], object] | None = None


def load_facts(dataset: Store, settled: Settled, runner: Runner, told: Told | None = None) -> None:
    """Put the facts of all texts of ``settled`` into ``dataset``; ``runner`` has them worked out.

    Raises DamagedReadingError, and what ``runner`` raises.
    """
    told = told or Told()
    shas = sorted(settled.names)
    if runner.alone:
        quads: SharedFacts[Quad] = SharedFacts(told.count)
        add(dataset, _all_facts(shas, settled, quads, told))
        quads.tell()
        return
    with closing(in_order(_part, list(_shares(shas, settled)), runner)) as parts:
        shared_lines: SharedFacts[bytes] = SharedFacts(told.count)
        with ThreadPoolExecutor(1) as loading:
            loaded: Future[None] | None = None
            for lines in _gathered(parts, shared_lines, told):
                if loaded:
                    loaded.result()
                # While some are loaded the next ones are gathered, so that no process waits.
                loaded = loading.submit(_load, dataset, lines)
            if loaded:
                loaded.result()
        shared_lines.tell()


def _load(dataset: Store, lines: bytes) -> None:
    dataset.bulk_load(lines, format=RdfFormat.N_QUADS, lenient=True)


def _all_facts(
    shas: Iterable[str], settled: Settled, shared_quads: "SharedFacts[Quad]", told: Told
) -> Iterator[Quad]:
    for sha in shas:
        own, shared = split(facts_of(sha, settled))
        if told.rows:
            told.rows(line_of_text(own))
        yield from own
        yield from shared_quads.new(dict.fromkeys(shared, 1))


def add(dataset: Store, quads: Iterable[Quad]) -> None:
    """Add ``quads``: few at once, for bulk loading has a price of its own; many in bulk.

    Where they are very many, some are in ``dataset`` before the last are asked for.
    """
    coming = iter(quads)
    while some := list(islice(coming, _MOST_QUADS)):
        if len(some) < _FEW_QUADS:
            dataset.extend(some)
        else:
            dataset.bulk_extend(some)


def facts_of(sha: str, settled: Settled) -> Iterator[Quad]:
    """Yield the facts of one text."""
    cache = settled.cache
    return text_facts(
        cache.load(sha),
        settled.resolutions,
        sorted(settled.names[sha]),
        (cache.version, cache.read_at(sha)),
        settled.link_judgements,
    )


def _gathered(parts: Iterable[_Part], shared: "SharedFacts[bytes]", told: Told) -> Iterator[bytes]:
    """Yield the lines of ``parts``, as many at once as are worth loading."""
    blocks: list[bytes] = []
    size = 0
    for part in parts:
        if told.rows:
            told.rows(part.rows)
        for block in (part.own, *shared.new(part.shared)):
            blocks.append(block)
            size += len(block)
        if size >= _LOADED:
            yield b"".join(blocks)
            blocks, size = [], 0
    yield b"".join(blocks)


class SharedFacts(Generic[Fact]):
    """Facts about what many texts name: which are new, and in how many texts each stands."""

    def __init__(self, count: Count | None) -> None:
        self._count = count
        self._texts: Counter[Fact] = Counter()

    def new(self, facts: Mapping[Fact, int]) -> Iterator[Fact]:
        """Yield the facts that were not seen lately: most texts name the same bodies and places."""
        for fact, texts in facts.items():
            if fact not in self._texts:
                if len(self._texts) >= _REMEMBERED:
                    self.tell()
                yield fact
            self._texts[fact] += texts

    def tell(self) -> None:
        """Tell what was counted since this was last told."""
        if self._count:
            self._count({fingerprint(fact): texts for fact, texts in self._texts.items()})
        self._texts.clear()


def fingerprint(fact: Quad | bytes) -> bytes:
    """Return what a fact is counted by; a line of N-Quads and its quad have the same."""
    line = fact if isinstance(fact, bytes) else f"{fact} .\n".encode()
    return blake2b(line, digest_size=_PRINT).digest()


def split(facts: Iterable[Quad]) -> tuple[list[Quad], list[Quad]]:
    """Return the facts of a text's own graph, and those about what many texts name."""
    own: list[Quad] = []
    shared: list[Quad] = []
    for fact in facts:
        (shared if fact.graph_name == ld.DOCUMENTS_GRAPH else own).append(fact)
    return own, shared


def _shares(shas: Sequence[str], settled: Settled) -> Iterator[Settled]:
    """Yield what is settled of some texts after the other, and nothing of other texts."""
    by_text: defaultdict[str, dict[DocumentKey, Resolution]] = defaultdict(dict)
    for key, resolution in settled.resolutions.items():
        by_text[key[0]][key] = resolution
    for start in range(0, len(shas), _BATCH):
        some = shas[start : start + _BATCH]
        yield replace(
            settled,
            names={sha: settled.names[sha] for sha in some},
            resolutions={key: found for sha in some for key, found in by_text[sha].items()},
        )


def _part(share: Settled) -> _Part:
    own: list[str] = []
    rows: list[bytes] = []
    texts: Counter[Quad] = Counter()
    for sha in sorted(share.names):
        stated, shared = split(facts_of(sha, share))
        own += (f"{fact} .\n" for fact in stated)
        rows.append(line_of_text(stated))
        texts.update(set(shared))
    shared_lines = {f"{fact} .\n".encode(): count for fact, count in texts.items()}
    return _Part("".join(own).encode(), shared_lines, b"".join(rows))
