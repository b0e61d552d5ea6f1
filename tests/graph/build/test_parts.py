"""Facts that several processes write: the same as one writes, whatever becomes of a process."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store

from extract.reading import Reading
from graph.build.at_once import hearing, kept_workers, parts
from graph.build.at_once.kept_workers import started
from graph.build.at_once.parts import Settled, load_facts
from graph.build.at_once.processes import Processes
from graph.build.readings import DamagedReadingError, ReadingCache
from ontology.documents.relation import Relation
from tests.graph.made import KL_69, Link, document, reading, resolved

pytestmark = pytest.mark.slow

PLANS = [
    reading(
        f"{n}.txt",
        document(f"{n}-KH/TU", f"lai-chau.tu/nk2020/kh-tu/{n}", kind="Kế hoạch", place="lai-chau"),
        [KL_69],
        [Link(f"{n}-KH/TU", Relation.IMPLEMENTS, KL_69.key, f"thực hiện, câu {n}")],
    )
    for n in range(1, 13)
]


@dataclass(frozen=True, slots=True)
class Ending(ReadingCache):
    """Readings at one of which a process ends that is not this one, as if it were killed."""

    parent: int = field(default_factory=os.getpid)

    def load(self, sha: str) -> Reading:
        if os.getpid() != self.parent and sha == max(each.source.sha256 for each in PLANS):
            os._exit(9)
        return ReadingCache.load(self, sha)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_BATCH", 2)


def settled(made: Callable[[Path, str], ReadingCache], folder: Path) -> Settled:
    cache = made(folder, "made")
    names = {cache.save(plan): {plan.source.name} for plan in PLANS}
    return Settled(cache=cache, names=names, resolutions=resolved(PLANS), link_judgements={})


def facts(of: Settled, jobs: int) -> set[Quad]:
    dataset = Store()
    load_facts(dataset, of, Processes(jobs))
    return set(dataset)


def test_a_process_that_ends_costs_no_fact(tmp_path: Path) -> None:
    whole = facts(settled(ReadingCache, tmp_path), 1)
    assert len(whole) > 12 * 20
    assert facts(settled(Ending, tmp_path), 2) == whole


def test_processes_that_ended_at_identity_are_not_missed_at_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_workers, "_FEW", 2)
    monkeypatch.setattr(hearing, "_BATCH", 2)
    of = settled(Ending, tmp_path)
    shas = sorted(of.names)
    dataset = Store()
    with started(Processes(2), len(shas)) as runner:
        told = list(hearing.testimonies(shas, of.cache, runner))
        compared = hearing.sketches(shas, of.cache, runner)
        load_facts(dataset, of, runner)
    whole = settled(ReadingCache, tmp_path)
    assert told == list(hearing.testimonies(shas, whole.cache, Processes(1)))
    assert compared.keys() == hearing.sketches(shas, whole.cache, Processes(1)).keys()
    assert set(dataset) == facts(whole, 1)


def test_what_is_loaded_in_pieces_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = facts(settled(ReadingCache, tmp_path), 1)
    monkeypatch.setattr(parts, "_LOADED", 1)
    monkeypatch.setattr(parts, "_MOST_QUADS", 7)
    monkeypatch.setattr(parts, "_FEW_QUADS", 5)
    for jobs in (1, 2):
        assert facts(settled(ReadingCache, tmp_path), jobs) == whole


def test_a_reading_that_is_damaged_is_told_by_any_number(tmp_path: Path) -> None:
    for jobs in (1, 2):
        of = settled(ReadingCache, tmp_path)
        sha = sorted(of.names)[7]
        (found,) = tmp_path.rglob(f"{sha}*")
        found.write_bytes(b"half")
        with pytest.raises(DamagedReadingError):
            facts(of, jobs)
