"""The house rules that a machine can hold."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import extract
import graph
import ontology

ROOT = Path(__file__).parents[1]
ROOMS = ("ontology", "extract", "graph")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
INNER_ROOMS = sorted({path.parent for path in MODULES} - {ROOT / room for room in ROOMS})
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
LONGEST_MODULE = 300
FULLEST_FOLDER = 15


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def project_files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        ours = not NOT_OURS.intersection(parts) and "__pycache__" not in parts
        if ours and path.is_file() and path.suffix in TEXT_SUFFIXES:
            yield path


def imported(path: Path) -> Iterator[str]:
    """The first names of the modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_relative_imports(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]


ALLOWED = {
    "ontology": {"rdflib"},
    "extract": {"PIL", "asn1crypto", "lxml", "mammoth", "pypdfium2", "spacy"},
}
STANDARD = {
    "abc",
    "ast",
    "bisect",
    "codecs",
    "collections",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "email",
    "enum",
    "functools",
    "hashlib",
    "heapq",
    "html",
    "importlib",
    "io",
    "itertools",
    "json",
    "lzma",
    "math",
    "operator",
    "os",
    "pathlib",
    "re",
    "shutil",
    "signal",
    "string",
    "struct",
    "subprocess",
    "sys",
    "tempfile",
    "types",
    "typing",
    "unicodedata",
    "warnings",
    "xml",
    "zipfile",
    "zlib",
}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(ROOT).parts[0] in ALLOWED], ids=named
)
def test_inner_rooms_need_little(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    inner = set(ROOMS[: ROOMS.index(room) + 1])
    assert set(imported(path)) <= STANDARD | inner | ALLOWED[room]


READERS_NEED = {
    *("PIL", "asn1crypto", "lxml", "mammoth", "pypdfium2", "xml"),
    *("ctypes", "os", "shutil", "signal", "subprocess", "tempfile"),
}
"""What only the readers of formats need: libraries of formats, and programs that are started."""


def test_only_readers_know_formats() -> None:
    knowing = {
        path.parent.name
        for path in MODULES
        if path.relative_to(ROOT).parts[0] in ALLOWED and READERS_NEED & set(imported(path))
    }
    assert knowing <= {"readers", "paper", "ocr", "ooxml"}


def test_only_one_file_knows_spacy() -> None:
    knowing = [named(path) for path in MODULES if "spacy" in imported(path)]
    assert knowing == ["extract/spacy_component.py"]


@pytest.mark.parametrize("module", ["extract", "graph", "graph.cli.main"])
def test_import_does_not_load_spacy(module: str) -> None:
    script = f"import sys, {module}; print('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


FOLDERS = sorted(
    {
        path.parent
        for place in (*ROOMS, "tests", "benchmarks")
        for path in (ROOT / place).rglob("*")
        if path.suffix in {".py", ".js"}
    }
)


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_no_room_is_crowded(folder: Path) -> None:
    assert max(len(list(folder.glob(kind))) for kind in ("*.py", "*.js")) <= FULLEST_FOLDER


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_is_not_named_as_its_room_or_one_beside_it(path: Path) -> None:
    rooms = {each.name for each in path.parent.iterdir() if each.is_dir()} | {path.parent.name}
    assert path.stem not in rooms


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_and_what_it_exports_have_different_names(path: Path) -> None:
    defined = {
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    commands = path.parent.name == "cli"  # a command is named as what is typed
    assert commands or path.stem not in defined


MOST_BY_POSITION = 5


def takes_more_by_position(node: ast.ClassDef) -> bool:
    """Whether a dataclass has more fields than anyone can tell apart by their position."""
    decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
    annotated = [
        ast.unparse(item.annotation) for item in node.body if isinstance(item, ast.AnnAssign)
    ]
    fields = [kind for kind in annotated if not kind.startswith("ClassVar")]
    return (
        any(text.startswith("dataclass") and "kw_only=True" not in text for text in decorators)
        and len(fields) > MOST_BY_POSITION
    )


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_many_fields_are_given_by_name(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert [node.name for node in classes if takes_more_by_position(node)] == []


def test_a_class_of_six_fields_by_position_is_found() -> None:
    """A check that finds nothing may have looked at nothing."""
    fields = "\n".join(f"    field_{number}: int" for number in range(MOST_BY_POSITION + 1))
    for options, found in (("(frozen=True)", True), ("", True), ("(kw_only=True)", False)):
        (node,) = ast.parse(f"@dataclass{options}\nclass Many:\n{fields}\n").body
        assert isinstance(node, ast.ClassDef)
        assert takes_more_by_position(node) is found


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_is_named_for_a_concept(path: Path) -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "models", "manager", "base"}
    assert not drawers.intersection(path.stem.split("_"))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_says_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("room", INNER_ROOMS, ids=named)
def test_room_asks_one_question(room: Path) -> None:
    """Without an ``__init__`` neither import-linter nor a type checker sees the room."""
    question = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))
    assert question is not None
    assert question.endswith("?")
    assert "\n" not in question


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


MAY_CATCH_ALL = {
    "one_file.py": "a file that fails costs itself alone, and is listed with its error",
    "serving.py": "a question that fails is told to the assistant, and the server goes on",
    "command.py": "what nobody foresaw is told in one sentence, with what to report",
}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_error_is_swallowed_whole(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = (
                {one.id for one in ast.walk(node.type) if isinstance(one, ast.Name)}
                if (node.type)
                else {"Exception"}
            )
            if path.name in MAY_CATCH_ALL and "BaseException" not in caught:
                continue
            assert not caught & {"Exception", "BaseException"}, f"line {node.lineno}"


ELSEWHERE = re.compile(
    r"/(?:work|home|root|Users)/\w | \.\./shared | /tmp/", re.VERBOSE | re.IGNORECASE
)
MAY_NAME = {
    "tests/extract/annotated.py": "finds the annotated texts",
    ".ci/run": "requires them where it finds them",
    "tests/test_house.py": "holds the rule",
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
