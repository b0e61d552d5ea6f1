"""What the repository holds: no place outside it, nothing that is kept ignored, its rooms alone."""

import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import extract
import graph
import ontology
from tests.test_house import ROOMS, ROOT, named

TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".csv",
    ".txt",
    ".ipynb",
    ".yaml",
    ".yml",
    ".json",
    ".html",
    ".css",
    ".j2",
    ".ttl",
    ".rq",
    ".sparql",
    "",
}
NOT_OURS = {
    ".git",
    ".venv",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
    ".luocdo",
    "build",
    "node_modules",
}


def project_files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        ours = not NOT_OURS.intersection(parts) and "__pycache__" not in parts
        if ours and path.is_file() and path.suffix in TEXT_SUFFIXES:
            yield path


def test_nothing_that_is_kept_is_ignored() -> None:
    """What Git ignores is left out of a wheel, though it is in the repository."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""


ELSEWHERE = re.compile(
    r"/(?:work|home|root|Users)/\w | \.\./shared | /tmp/", re.VERBOSE | re.IGNORECASE
)
MAY_NAME = {
    "tests/extract/annotated.py": "finds the annotated texts",
    ".ci/run": "requires them where it finds them",
    "tests/test_repository.py": "holds the rule",
}


def test_no_file_names_a_place_outside_the_repository() -> None:
    found = [
        f"{named(path)}: {hit[0]}"
        for path in project_files()
        if named(path) not in MAY_NAME
        for hit in [ELSEWHERE.search(path.read_text("utf-8", errors="replace"))]
        if hit
    ]
    assert found == []


def test_rooms_are_this_repository_s() -> None:
    for room in (ontology, extract, graph):
        assert room.__file__ is not None
        assert Path(room.__file__).resolve().is_relative_to(ROOT.resolve())


def test_notebooks_hide_no_room() -> None:
    assert not [room for room in ROOMS if (ROOT / "notebooks" / f"{room}.py").exists()]


def test_public_face_of_extract_is_small_and_whole() -> None:
    assert len(extract.__all__) < 20
    assert all(hasattr(extract, name) for name in extract.__all__)


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """By itself pytest leaves out what is called "build", as two of our rooms are."""
    left_out = pytestconfig.getini("norecursedirs")
    folders = {
        folder
        for room in (*ROOMS, "tests")
        for path in (ROOT / room).rglob("*.py")
        for folder in path.relative_to(ROOT).parent.parts
    }
    assert "build" in folders
    assert [name for name in folders if any(fnmatch(name, pattern) for pattern in left_out)] == []
