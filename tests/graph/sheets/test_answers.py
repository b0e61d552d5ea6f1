"""Every command that has a format writes its answer as a workbook, and into a named file."""

import inspect
import json
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.cli.command import app
from graph.cli.command_list import COMMANDS
from tests.graph.conftest import CORPUS, luocdo

TEXT = CORPUS / "tw_43-kl-tw_2019.txt"
DRAFT = CORPUS / "lai-chau_tam-duong_98-kh-hu_2022.txt"
QUERY = (
    "SELECT DISTINCT ?plan ?relation ?issued WHERE { ?plan ?relation ?d ; ld:date ?issued "
    "FILTER(?relation = ld:implements) } ORDER BY ?issued"
)
TABLE: dict[str, tuple[list[Any], list[str]]] = {
    "plans": (["plans", "25-NQ/TW@XI"], ["25-NQ-TW@XI", "Từng bước"]),
    "plans-of-two": (["plans", "217/218-QĐ/TW"], ["217-QĐ-TW", "Từng bước"]),
    "show": (["show", "124-QĐ/TW"], ["Văn bản", "Thuộc tính", "Quan hệ", "Nơi nhắc đến"]),
    "check": (["check"], ["Điều cần xem"]),
    "review": (["review"], ["Việc cần người xem"]),
    "ask": (["ask"], ["Câu hỏi"]),
    "ask-a-question": (["ask", "lag", "43-KL/TW"], ["Kết quả"]),
    "ask-whether-in-force": (["ask", "in-force", "25-NQ/TW@XI"], ["Kết quả"]),
    "ask-files": (["ask", "files"], ["Tệp"]),
    "query": (["query", "-"], ["Kết quả"]),
    "extract": (["extract", TEXT], ["Văn bản", "Quan hệ"]),
    "build": (["build", CORPUS], ["Số liệu", "Tệp"]),
    "find": (["find", "đối thoại"], ["Văn bản"]),
    "lint": (["lint", DRAFT], ["Điều cần xem"]),
    "owed": (["owed", "69-KL/TU@lai-chau"], ["Việc phải làm"]),
}
"""A row for each command with a format, and for each kind of answer of those that have several."""


def test_every_command_with_a_format_stands_in_the_table() -> None:
    for module, _ in COMMANDS.values():
        import_module(f"graph.cli.{module}")
    answering = {
        command.name
        for command in app.registered_commands
        if command.callback and "output" in inspect.signature(command.callback).parameters
    }
    assert answering == {arguments[0] for arguments, _ in TABLE.values()}


def asked(arguments: list[Any], store: Path, *more: Any) -> Any:
    where = [] if arguments[0] == "extract" else ["--store", store]
    return luocdo(*arguments, *where, *more, stdin=QUERY)


@pytest.mark.parametrize(("arguments", "sheets"), TABLE.values(), ids=TABLE)
def test_an_answer_is_a_workbook(arguments: list[Any], sheets: list[str], store: Path) -> None:
    result = asked(arguments, store, "--format", "xlsx")
    book = openpyxl.load_workbook(BytesIO(result.stdout_bytes))
    assert book.sheetnames[: len(sheets)] == sheets, result.stderr
    for sheet in book:
        headings = [cell.value for cell in sheet[1]]
        # Where a heading has no words, the name of the column would stand there.
        assert all(headings)
        assert [name for name in headings if name.islower() and name.isascii()] == []
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
    cells = [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]
    shown = [str(cell.value) for cell in cells if cell.value is not None]
    assert bool(shown) is (result.exit_code == 0)
    assert [text for text in shown if text.startswith("https://w3id.org/luocdo/")] == []
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_words_days_and_files_are_what_people_read(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "plans.xlsx"
    assert luocdo("plans", "43-KL/TW", "--store", store, "-o", file).exit_code == 0
    sheet = openpyxl.load_workbook(file).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    first = dict(zip(headings, sheet[2], strict=True))
    assert first["Ngày"].is_date
    assert first["Ngày"].value.date().isoformat() == "2019-04-12"
    assert (first["Nơi"].value, first["Quan hệ"].value) == ("Hà Giang", "thực hiện")
    assert first["Tệp"].hyperlink.target.endswith("/ha-giang_133-kh-tu_2019.txt")
    english = tmp_path / "plans-en.xlsx"
    luocdo("plans", "43-KL/TW", "--store", store, "-o", english, "--lang", "en")
    assert openpyxl.load_workbook(english).worksheets[0]["A1"].value == "Document"


def test_the_suffix_of_a_file_tells_the_format(store: Path, tmp_path: Path) -> None:
    printed = luocdo("check", "--store", store, "--format", "csv").stdout
    for name, begins in (("a.csv", b"\xef\xbb\xbfseverity"), ("a.json", b"["), ("a.txt", b"2 ph")):
        result = luocdo("check", "--store", store, "-o", tmp_path / name)
        assert (result.exit_code, result.stdout) == (0, "")
        assert name in result.stderr
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert (tmp_path / "a.csv").read_text("utf-8-sig") == printed
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))


REFUSED = [
    pytest.param(["check", "-o", "a.odt"], ".xlsx", id="a-suffix-that-tells-no-format"),
    pytest.param(["check", "-o", "a.xlsx", "--format", "json"], "json", id="two-formats"),
    pytest.param(["plans", "9-KL/TW", "-o", "a.xlsx"], "9-KL/TW", id="an-error-keeps-the-file"),
    pytest.param(["check", "-o", "none/a.xlsx"], "none", id="no-such-folder"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_goes_wrong_leaves_the_file_as_it_was(
    arguments: list[str], said: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.xlsx").write_text("before")
    result = luocdo(*arguments, "--store", store)
    assert result.exit_code in {1, 2}
    assert said in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert (tmp_path / "a.xlsx").read_text() == "before"


def test_a_terminal_shows_no_workbook(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.cli.printing.on_terminal", lambda: True)
    result = luocdo("check", "--store", store, "--format", "xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-o" in result.stderr
