"""A workbook is opened again by another library: what its cells are, and what they cannot do."""

from datetime import date
from io import BytesIO
from pathlib import Path, PureWindowsPath
from typing import Any

import openpyxl
import pytest

from graph.export import workbook as written
from graph.export.files import export
from graph.export.sheets import sheet_of
from graph.export.workbook import Cell, FileLink, Sheet, workbook_of
from graph.store.disk import GraphStore
from graph.words.sentences import Language
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KL_69, Link, document, reading, store_of


def opened(*sheets: Sheet, language: Language = Language.VI) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook_of(sheets, language)))


def cell_of(cell: Cell, language: Language = Language.VI) -> Any:
    return opened(Sheet("a", ("b",), ((cell,),)), language=language).active["A2"]


FORMULAS = [
    pytest.param('=HYPERLINK("http://x","y")', id="equals"),
    pytest.param("+1+cmd|' /c calc'!A0", id="plus"),
    pytest.param("-2+3", id="minus"),
    pytest.param("@SUM(1)", id="at"),
    pytest.param("＝1+1", id="full-width"),  # noqa: RUF001
]


@pytest.mark.parametrize("text", FORMULAS)
def test_words_are_never_a_formula(text: str) -> None:
    cell = cell_of(text)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


TYPES = [
    pytest.param(date(2021, 4, 9), "d", "dd/mm/yyyy", id="a-day-is-a-day"),
    pytest.param(date(1899, 12, 31), "s", "General", id="excel-has-no-day-before-1900"),
    pytest.param(7, "n", "General", id="a-number"),
    pytest.param(0.95, "n", "General", id="a-fraction"),
    pytest.param("69-KL/TU", "s", "General", id="a-number-of-a-document"),
    pytest.param("0123", "s", "General", id="digits-are-words"),
    pytest.param("http://example.org/", "s", "General", id="an-address-is-no-link"),
    pytest.param(None, "n", "General", id="nothing"),
]


@pytest.mark.parametrize(("value", "kind", "form"), TYPES)
def test_a_cell_is_what_it_says(value: Cell, kind: str, form: str) -> None:
    cell = cell_of(value)
    assert (cell.data_type, cell.number_format, cell.hyperlink) == (kind, form, None)


def test_days_are_written_as_in_the_language() -> None:
    assert cell_of(date(2021, 4, 9), Language.EN).number_format == "yyyy-mm-dd"


def test_what_steers_a_terminal_is_left_out_and_lines_stay() -> None:
    assert cell_of("a\x1b[31m\x07b\r\n\u202ec\ud800").value.startswith("ab\nc")


def test_a_cell_ends_where_excel_ends_it() -> None:
    assert len(cell_of("ồ" * 40_000).value) < 32_767


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (Path("/a b/kết #1 50%.txt"), "FILE:///a%20b/k%E1%BA%BFt%20%231%2050%25.txt"),
        (PureWindowsPath(r"C:\a b\kết.pdf"), "file:///C:\\a%20b\\kết.pdf"),
    ],
    ids=["a-uri", "as-windows-has-it"],
)
def test_a_link_opens_the_file(path: Path, target: str) -> None:
    cell = cell_of(FileLink("=xem", path))
    assert (cell.value, cell.data_type, cell.hyperlink.target) == ("=xem", "s", target)


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    names = ["25-NQ/TW@XI", "25-nq-tw@xi", "[a]*?", "'x'", "", "y" * 40, "y" * 40]
    sheets = opened(*(Sheet(name, ("a",), ()) for name in names)).sheetnames
    assert sheets[:5] == ["25-NQ-TW@XI", "25-nq-tw@xi 2", "-a---", "x", "-"]
    assert [len(name) for name in sheets[5:]] == [31, 31]


def test_headings_stay_in_sight_and_filter() -> None:
    sheet = opened(Sheet("a", ("b", "c"), (("x", 1), ("y", 2)))).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.b) == ("A2", "A1:B3", True)


def test_what_one_sheet_cannot_hold_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "_MOST_ROWS", 2)
    monkeypatch.setattr(written, "_MOST_LINKS", 1)
    rows = tuple((FileLink(name, Path("/a")),) for name in "abc")
    book = opened(Sheet("s", ("h",), rows))
    assert [[cell.value for cell in sheet["A"]] for sheet in book] == [["h", "a", "b"], ["h", "c"]]
    links = [bool(cell.hyperlink) for sheet in book for cell in sheet["A"][1:]]
    assert links == [True, False, True]


RECORD = {
    "document": "Kết luận 1-KL/TU",
    "date": "2021-04",
    "since": "2021-04-09",
    "place": "lai-chau.tam-duong",
    "relation": "implements",
    "level": "province",
    "held": True,
    "iri": "https://w3id.org/luocdo/id/doc/x",
    "start": 4,
    "issuer": "",
    "page": 0,
    "message_vi": "có",
    "message_en": "yes",
}


@pytest.mark.parametrize(
    ("language", "headings", "cells"),
    [
        (
            Language.VI,
            ("Văn bản", "Ngày", "Từ ngày", "Nơi", "Quan hệ", "Cấp", "Có toàn văn"),
            ("Kết luận 1-KL/TU", "04/2021", date(2021, 4, 9), "Tam Đường, Lai Châu", "thực hiện"),
        ),
        (
            Language.EN,
            ("Document", "Date", "Since", "Place", "Relation", "Level", "Text held"),
            ("Kết luận 1-KL/TU", "2021-04", date(2021, 4, 9), "Tam Đường, Lai Châu", "implements"),
        ),
    ],
)
def test_people_read_words_and_what_is_for_programs_is_left_out(
    language: Language, headings: tuple[str, ...], cells: tuple[Cell, ...]
) -> None:
    sheet = sheet_of("documents", tuple(RECORD), [RECORD], language)
    assert sheet.headings[:7] == headings
    assert sheet.rows[0][: len(cells)] == cells
    assert len(sheet.headings) == 9  # the issuer, which is not known, and one message
    assert sheet.rows[0][7] is None


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    hostile = document("=1+1", "vn/named/hostile", title="=cmd|'/c calc'!A0")
    link = Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "-thực hiện")
    directory = tmp_path_factory.mktemp("workbook")
    (directory / "a.txt").touch()
    return store_of(directory, reading("a.txt", KH_61, [KL_69, hostile], [link]))


def test_an_export_has_documents_and_links(store: GraphStore, tmp_path: Path) -> None:
    file = tmp_path / "graph.xlsx"
    assert export(store, file) == 4
    documents, links = openpyxl.load_workbook(file)
    assert (documents.title, links.title) == ("Văn bản", "Quan hệ")
    rows = list(documents.iter_rows(min_row=2))
    headings = [cell.value for cell in documents[1]]
    title, day, place, own = map(headings.index, ("Trích yếu", "Ngày", "Nơi", "Tệp gốc"))
    assert {row[title].value for row in rows} >= {"=cmd|'/c calc'!A0"}
    assert all(cell.data_type != "f" for row in rows for cell in row)
    (plan,) = (row for row in rows if row[own].value)
    assert plan[day].value.date() == date(2021, 6, 18)
    assert plan[place].value == "Tam Đường, Lai Châu"
    assert plan[own].hyperlink.target.casefold() == (store.directory / "a.txt").as_uri().casefold()
    ends = ["Kế hoạch 61-KH/HU", "thực hiện", "Kết luận 69-KL/TU"]
    assert [cell.value for cell in links[2]][:3] == ends
