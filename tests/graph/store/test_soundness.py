"""Whether the files of a store are as they were written: told by a sum for each piece of them."""

import json
from pathlib import Path

import pytest

from graph.store.soundness import PIECE, is_sound, write_sums


def dataset_in(folder: Path, tables: bytes) -> Path:
    dataset = folder / "dataset"
    dataset.mkdir(parents=True)
    (dataset / "1.sst").write_bytes(b"facts")
    (folder / "tables.sqlite").write_bytes(tables)
    return dataset


def told(dataset: Path) -> list[int]:
    sums = json.loads(dataset.with_name("soundness.json").read_bytes())["../tables.sqlite"][1]
    return [int(each) for each in sums]


BEFORE = b"a" * PIECE + b"b" * PIECE + b"c" * 10


@pytest.mark.parametrize(
    ("now", "written"),
    [
        pytest.param(BEFORE, set(), id="a copy"),
        pytest.param(b"x" + BEFORE[1:], {0}, id="a change in the first piece"),
        pytest.param(BEFORE + b"d" * 5, {2}, id="the last piece is longer"),
        pytest.param(BEFORE + b"d" * 2 * PIECE, {2, 3, 4}, id="pieces more"),
        pytest.param(BEFORE[: PIECE + 7], {1}, id="a piece less"),
        pytest.param(b"", set(), id="nothing"),
    ],
)
def test_what_was_not_written_needs_no_new_sum(
    tmp_path: Path, now: bytes, written: set[int]
) -> None:
    origin, dataset = dataset_in(tmp_path / "1", BEFORE), dataset_in(tmp_path / "2", now)
    write_sums(origin)
    write_sums(dataset)
    anew = told(dataset)
    write_sums(dataset, origin, {"tables.sqlite": written})
    assert told(dataset) == anew
    assert is_sound(dataset, rehash=True)


def test_a_copy_that_a_disk_has_spoilt_is_not_sound_because_it_was_copied(tmp_path: Path) -> None:
    origin = dataset_in(tmp_path / "1", BEFORE)
    dataset = dataset_in(tmp_path / "2", BEFORE[:-1] + b"!")
    write_sums(origin)
    write_sums(dataset, origin, {"tables.sqlite": {0}})
    assert is_sound(dataset), "it looks as it did"
    assert not is_sound(dataset, rehash=True)


def test_the_one_sum_of_an_earlier_version_tells_nothing(tmp_path: Path) -> None:
    dataset = dataset_in(tmp_path, BEFORE)
    write_sums(dataset)
    path = dataset.with_name("soundness.json")
    sums = json.loads(path.read_bytes())
    path.write_text(json.dumps({name: [look, 7] for name, (look, _) in sums.items()}))
    assert is_sound(dataset, rehash=True)
