"""Files are there whole or not at all, whoever stops halfway."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import Unwritable
from graph.knowledge_graph import KnowledgeGraph
from graph.whole_files import asked_for, is_draft, replacing, write_whole
from tests.graph.conftest import luocdo

BEFORE, AFTER = b"before", b"after"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    for content in (BEFORE, AFTER):
        write_whole(file, content)
        assert file.read_bytes() == content
    assert names(tmp_path) == ["page.html"]


def test_whoever_stops_halfway_leaves_the_earlier_file(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    write_whole(file, BEFORE)

    def stop() -> None:
        with replacing(file) as draft:
            draft.write_bytes(AFTER)
            assert is_draft(draft)
            assert draft.suffix == file.suffix
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert file.read_bytes() == BEFORE
    assert names(tmp_path) == ["page.html"]


def test_permissions_stay_and_a_new_file_has_those_of_any(tmp_path: Path) -> None:
    file, other = tmp_path / "page.html", tmp_path / "other.html"
    write_whole(file, BEFORE)
    other.write_bytes(BEFORE)
    assert file.stat().st_mode == other.stat().st_mode
    file.chmod(0o640)
    write_whole(file, AFTER)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_goes_on_to_lead_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    file, link = tmp_path / "public" / "page.html", tmp_path / "page.html"
    file.write_bytes(BEFORE)
    link.symlink_to(file)
    write_whole(link, AFTER)
    assert link.is_symlink()
    assert file.read_bytes() == AFTER


def test_a_device_stays_one(tmp_path: Path) -> None:
    device = Path("/dev/null")
    before = device.stat().st_mode
    write_whole(device, AFTER)
    assert device.stat().st_mode == before
    assert names(tmp_path) == []


def _fails(error: OSError) -> Callable[[Path], None]:
    def fail(path: Path) -> None:
        with asked_for(path):
            raise error

    return fail


@pytest.mark.parametrize(
    ("error", "named"),
    [
        pytest.param(OSError(28, "No space left on device"), True, id="a full disk names no file"),
        pytest.param(OSError("IO error: corrupted block"), False, id="of a spoilt store"),
        pytest.param(OSError(5, "I/O", "/proc/none"), False, id="another file is told of itself"),
    ],
)
def test_an_error_of_the_file_alone_is_told_as_such(
    tmp_path: Path, error: OSError, named: bool
) -> None:
    with pytest.raises(Unwritable if named else OSError) as met:
        _fails(error)(tmp_path / "page.html")
    assert isinstance(met.value, Unwritable) is named


COMMANDS = [
    pytest.param(("explore", "-o", "{}/page.html"), id="page"),
    pytest.param(("export", "-o", "{}/graph.csv"), id="export"),
    pytest.param(("export", "-o", "{}/graph.neo4j.csv"), id="pair"),
    pytest.param(("export", "-o", "{}/graph.jsonld"), id="json-ld"),
    pytest.param(("site", "-o", "{}/site"), id="site"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_names_the_file_that_it_cannot_write(
    store: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_bytes(BEFORE)
    typed = [word.format(tmp_path / "file") for word in command]
    done = luocdo(*typed, "--store", store)
    assert done.exit_code == 2
    assert "Không ghi được" in done.stderr
    assert typed[-1] in done.stderr
    assert names(tmp_path) == ["file"]


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_leaves_a_draft(store: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    typed = [word.format(tmp_path) for word in command]
    for _ in range(2):
        assert luocdo(*typed, "--store", store).exit_code == 0
    assert not [path for path in tmp_path.rglob("*") if is_draft(path)]


def test_a_table_is_written_whole(store: Path, tmp_path: Path) -> None:
    table = KnowledgeGraph.open(store).find("43-KL/TW")
    table.to_csv(tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with pytest.raises(Unwritable):
        table.to_csv(tmp_path / "none" / "table.csv")
