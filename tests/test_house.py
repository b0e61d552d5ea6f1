"""The house rules that a machine can hold."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("ontology", "extract", "graph")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
INNER_ROOMS = sorted({path.parent for path in MODULES} - {ROOT / room for room in ROOMS})
LONGEST_MODULE = 300
FULLEST_FOLDER = 15


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The first names of the modules that a module imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.split(".")[0]


def imports_by_full_names(path: Path) -> bool:
    return not any(
        isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(parsed(path))
    )


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
    "difflib",
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


def needs_little_in_inner_rooms(path: Path) -> bool:
    room = next((part for part in reversed(path.parts) if part in ROOMS), "")
    if room not in ALLOWED:
        return True
    inner = set(ROOMS[: ROOMS.index(room) + 1])
    return set(imported(path)) <= STANDARD | inner | ALLOWED[room]


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


def can_be_read_in_one_sitting(path: Path) -> bool:
    return len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


KINDS = ("*.py", "*.js")
FOLDERS = sorted(
    {
        path.parent
        for place in (*ROOMS, "tests", "benchmarks")
        for path in (ROOT / place).rglob("*")
        if path.suffix in {".py", ".js"}
    }
)


def test_no_room_is_crowded() -> None:
    modules = {(named(one), kind): len(list(one.glob(kind))) for one in FOLDERS for kind in KINDS}
    assert [each for each, count in modules.items() if count > FULLEST_FOLDER] == []


def is_not_named_as_its_room_or_one_beside_it(path: Path) -> bool:
    rooms = {each.name for each in path.parent.iterdir() if each.is_dir()} | {path.parent.name}
    return path.stem not in rooms


def is_not_named_as_what_it_exports(path: Path) -> bool:
    defined = {
        node.name for node in parsed(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    commands = path.parent.name == "cli"  # a command is named as what is typed
    return commands or path.stem not in defined


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


def takes_many_fields_by_name(path: Path) -> bool:
    classes = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    return not any(map(takes_more_by_position, classes))


def fills_few_by_position(path: Path) -> bool:
    """Whether nobody has to count to know which value is which, in named tuples neither."""
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    return not any(
        isinstance(call.func, ast.Name)
        and call.func.id.lstrip("_")[:1].isupper()
        and call.func.id != "TypeVar"
        and len(call.args) > MOST_BY_POSITION
        for call in calls
    )


def test_a_class_of_six_fields_by_position_is_found() -> None:
    """A check that finds nothing may have looked at nothing."""
    fields = "\n".join(f"    field_{number}: int" for number in range(MOST_BY_POSITION + 1))
    for options, found in (("(frozen=True)", True), ("", True), ("(kw_only=True)", False)):
        (node,) = ast.parse(f"@dataclass{options}\nclass Many:\n{fields}\n").body
        assert isinstance(node, ast.ClassDef)
        assert takes_more_by_position(node) is found


def is_named_for_a_concept(path: Path) -> bool:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "models", "manager", "base"}
    return not drawers.intersection(path.stem.split("_"))


def says_what_it_is(path: Path) -> bool:
    tree = parsed(path)
    return not tree.body or bool(ast.get_docstring(tree))


def test_every_room_asks_one_question() -> None:
    """Without an ``__init__`` neither import-linter nor a type checker sees the room."""
    asked = {room: ast.get_docstring(parsed(room / "__init__.py")) or "" for room in INNER_ROOMS}
    assert [room for room, text in asked.items() if not re.fullmatch(r".+\?", text)] == []


MAY_CATCH_ALL = {
    "bounds.py": "what a query raises in its thread is raised where its answer is waited for",
    "cluster.py": "what work on another machine raises is raised where its result is waited for",
    "one_file.py": "a file that fails costs itself alone, and is listed with its error",
    "serving.py": "a question that fails is told to the assistant, and the server goes on",
    "command.py": "what nobody foresaw is told in one sentence, with what to report",
}


def swallows_no_error_whole(path: Path) -> bool:
    handlers = [each for each in ast.walk(parsed(path)) if isinstance(each, ast.ExceptHandler)]
    for handler in handlers:
        caught = (
            {one.id for one in ast.walk(handler.type) if isinstance(one, ast.Name)}
            if handler.type
            else {"Exception"}
        )
        may = {"Exception"} if path.name in MAY_CATCH_ALL else set()
        if caught & {"Exception", "BaseException"} - may:
            return False
    return True


RULES = (
    imports_by_full_names,
    needs_little_in_inner_rooms,
    can_be_read_in_one_sitting,
    is_not_named_as_its_room_or_one_beside_it,
    is_not_named_as_what_it_exports,
    takes_many_fields_by_name,
    fills_few_by_position,
    is_named_for_a_concept,
    says_what_it_is,
    swallows_no_error_whole,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Callable[[Path], bool]) -> None:
    assert [named(path) for path in MODULES if not rule(path)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_can_be_broken(rule: Callable[[Path], bool], tmp_path: Path) -> None:
    """A check that finds nothing may have looked at nothing."""
    room = tmp_path / "extract" / "helpers"
    (room / "fields").mkdir(parents=True)
    broken = [room / f"{name}.py" for name in ("helpers", "fields", "seen", "long")]
    text = (
        "import numpy\nfrom . import other\n\ndef seen() -> None:\n    try:\n        pass\n"
        "    except Exception:\n        pass\n\n@dataclass\nclass Many:\n"
        + "".join(f"    field_{number}: int\n" for number in range(MOST_BY_POSITION + 1))
        + "\nMany(1, 2, 3, 4, 5, 6)\n"
        + "\n" * LONGEST_MODULE
    )
    for path in broken:
        path.write_text(text, "utf-8")
    assert not all(rule(path) for path in broken)
