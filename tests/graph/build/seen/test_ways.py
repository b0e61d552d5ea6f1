"""Where files lie from the store, so that both can be moved together."""

from pathlib import Path

import pytest

from graph.build.seen.ways import from_store, ways_from_store

STORE = "home/.luocdo"


@pytest.mark.parametrize(
    ("file", "there"),
    [
        pytest.param("home/a.txt", "../a.txt", id="beside the store"),
        pytest.param("home/texts/xã/a.txt", "../texts/xã/a.txt", id="below what is beside it"),
        pytest.param("a.txt", "../../a.txt", id="above it"),
        pytest.param("other/home/a.txt", "../../other/home/a.txt", id="a namesake of its folder"),
        pytest.param("home/.luocdo/a.txt", "a.txt", id="within it"),
        pytest.param("home/.luocdo/b/a.txt", "b/a.txt", id="below it"),
        pytest.param("home/.luocdo2/a.txt", "../.luocdo2/a.txt", id="its name begins another"),
    ],
)
def test_the_way_from_the_store_is_the_same_for_one_file_and_for_many(
    tmp_path: Path, file: str, there: str
) -> None:
    path, store = tmp_path.resolve() / file, tmp_path / STORE
    assert from_store(path, store) == there
    way = ways_from_store(store)
    assert [f"{way(str(path.parent))}{path.name}" for _ in range(2)] == [there, there]
