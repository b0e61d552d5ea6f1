"""``luocdo demo``: what a newcomer sees first."""

import re
import sys
from pathlib import Path

import pytest

from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_demo_answers_writes_a_page_and_names_what_is_next(
    language: str, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    done = luocdo("demo", folder, env={"LUOCDO_LANG": language, "COLUMNS": "200"})
    assert done.exit_code == 0, done.stderr
    assert "61-KH/HU" in done.stdout
    assert sorted(path.name for path in (folder / "texts").iterdir()) == sorted(
        path.name for path in CORPUS.iterdir() if path.suffix in {".txt", ".md"}
    )
    assert "<html" in (folder / "luocdo.html").read_text("utf-8")[:200]
    *_, notebook_line, _, last = done.stderr.splitlines()
    (notebook,) = re.findall(r"\S+\.ipynb", notebook_line)
    assert Path(notebook).exists()
    assert last.strip() == f"luocdo serve --open --store {folder / 'store'}"


def test_the_demo_says_how_the_command_is_found_where_it_is_not(tmp_path: Path) -> None:
    (programs := tmp_path / "bin").mkdir()
    lost = luocdo("demo", tmp_path / "demo", env={"PATH": str(programs)})
    activate = Path(sys.prefix) / "bin" / "activate"
    assert (f"  source {activate}" in lost.stderr.splitlines()) == activate.exists()
    (programs / "luocdo").touch(mode=0o755)
    found = luocdo("demo", tmp_path / "demo", env={"PATH": str(programs)})
    assert "activate" not in found.stderr


def test_what_the_folder_holds_is_kept(tmp_path: Path) -> None:
    changed = tmp_path / "texts" / "tw_43-kl-tw_2019.txt"
    changed.parent.mkdir()
    changed.write_text("Kế hoạch của tôi thực hiện Kết luận số 43-KL/TW.", "utf-8")
    assert luocdo("demo", tmp_path).exit_code == 0
    assert changed.read_text("utf-8").startswith("Kế hoạch của tôi")
