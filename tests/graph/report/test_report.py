"""A report in both formats: each of its figures is that of the command beside it."""

import json
import re
import shlex
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Cm
from lxml import etree, html

from graph.report.contents import report_on
from graph.report.web import html_page
from graph.report.word import word_file
from graph.typed.meaning import document_named
from graph.words.sentences import Language
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from tests.graph.conftest import luocdo
from tests.graph.made import DAN_VAN, KH_61, KL_43, KL_69, Link, document, reading, store_of

pytestmark = pytest.mark.slow

DAY = PartialDate("2026-11-28").day
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(store: Path, number: str, file: Path, *more: str) -> Path:
    result = luocdo("report", number, "-o", file, "--store", store, *more)
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    return file


def tables_of(file: Path) -> list[list[list[str]]]:
    """Return the cells of every table, whichever the format."""
    if file.suffix == ".html":
        page = html.fromstring(file.read_bytes())
        return [
            [
                [cell.text_content().strip() for cell in row.iter("td", "th")]
                for row in table.iter("tr")
            ]
            for table in page.iter("table")
        ]
    tables = docx.Document(str(file)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def figures_of(file: Path) -> list[tuple[str, int, str]]:
    return [
        (name, int(value), command)
        for table in tables_of(file)
        for name, value, command in (row for row in table if len(row) == 3)
        if command.startswith("luocdo ")
    ]


@pytest.mark.parametrize(
    ("number", "suffix"),
    [
        ("25-NQ/TW@XI", "docx"),
        ("69-KL/TU@lai-chau", "html"),
        ("217-QĐ/TW", "html"),
        ("1215/KH-UBND", "html"),
    ],
)
def test_every_figure_is_that_of_its_command(
    store: Path, tmp_path: Path, number: str, suffix: str
) -> None:
    figures = figures_of(written(store, number, tmp_path / f"a.{suffix}"))
    assert len(figures) >= 4
    for name, value, command in figures:
        _, *arguments = shlex.split(command)
        result = luocdo(*arguments, "--store", store, "--format", "json")
        answer = json.loads(result.stdout)
        rows = answer["rows"] if arguments[0] == "owed" else answer
        assert len(rows) == value, (name, command, result.stderr)


def test_who_is_late_stands_with_the_words_that_order_it(store: Path, tmp_path: Path) -> None:
    file = written(store, "26-CT/TU", tmp_path / "a.docx")
    answer = json.loads(luocdo("owed", "26-CT/TU", "--store", store, "--format", "json").stdout)
    told = [row for table in tables_of(file) if table[0][0] == "Ai phải làm" for row in table[1:]]
    overdue = [row for row in told if "quá hạn" in row[2]]
    assert len(overdue) == answer["of"]["overdue"] > 0
    orders = {(row["body"], row["quote"]["quote"]) for row in answer["rows"]}
    for who, _, _, order in overdue:
        assert any(body in who and quote in order for body, quote in orders)


def test_bodies_that_one_order_names_stand_together(store: Path, tmp_path: Path) -> None:
    """A chief reads two pages, not a row for each of sixty provinces."""
    file = written(store, "25-NQ/TW@XI", tmp_path / "a.docx")
    answer = json.loads(luocdo("owed", "25-NQ/TW@XI", "--store", store, "--format", "json").stdout)
    (table,) = (table for table in tables_of(file) if table[0][0] == "Ai phải làm")
    ordered = {row["quote"]["quote"] for row in answer["rows"] if row["status"] == "open"}
    assert len(table) - 1 == len(ordered) < answer["of"]["open"]
    names = next(who for who, *_, order in table if "Các tỉnh ủy" in order)
    owing = [row for row in answer["rows"] if "Các tỉnh ủy" in row["quote"]["quote"]]
    still = [row for row in owing if row["status"] == "open"]
    assert names.startswith(f"{len(still)} cơ quan, như {still[0]['body']}")
    assert "Lai Châu" in names


def test_days_are_those_of_the_question_that_is_named(store: Path, tmp_path: Path) -> None:
    file = written(store, "25-NQ/TW@XI", tmp_path / "a.docx")
    shown = {
        row[1].split("\n")[0]: int(days[1])
        for table in tables_of(file)
        for row in table
        if len(row) == 4 and (days := re.search(r"sau (-?\d+) ngày", row[1]))
    }
    asked = luocdo("ask", "lag", "25-NQ/TW@XI", "--store", store, "--format", "json")
    assert shown == {row["plan"]: row["days"] for row in json.loads(asked.stdout)}
    assert "luocdo ask lag 25-NQ/TW@XI" in "\n".join(
        paragraph.text for paragraph in docx.Document(str(file)).paragraphs
    )


def test_every_plan_stands_with_its_words_and_where_they_are(store: Path, tmp_path: Path) -> None:
    file = written(store, "25-NQ/TW@XI", tmp_path / "a.docx")
    found = luocdo("plans", "25-NQ/TW@XI", "--store", store, "--format", "json")
    cells = "\n".join(cell for table in tables_of(file) for row in table for cell in row)
    notes = notes_of(file)
    for plan in json.loads(found.stdout):
        step = plan["steps"][0]
        assert plan["document"]["number"] in cells
        assert f"“{step['quote']}”" in cells
        assert any(
            step["text"] in note and f"{step['start']}-{step['end']}" in note for note in notes
        )


def notes_of(file: Path) -> list[str]:
    with ZipFile(file) as archive:
        root = etree.fromstring(archive.read("word/footnotes.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    notes = {
        note.get(f"{W}id"): "".join(note.itertext()).strip()
        for note in root
        if note.get(f"{W}type") is None
    }
    assert [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")] == list(notes)
    return list(notes.values())


def test_the_page_is_laid_out_as_offices_do(store: Path, tmp_path: Path) -> None:
    document = docx.Document(str(written(store, "25-NQ/TW@XI", tmp_path / "a.docx")))
    page = document.sections[0]
    assert page.page_width == pytest.approx(Cm(21), rel=0.001)
    assert page.page_height == pytest.approx(Cm(29.7), rel=0.001)
    fonts = {style.font.name for style in document.styles if style.name in {"Normal", "Heading 1"}}
    assert fonts == {"Times New Roman"}
    headings = [each.text for each in document.paragraphs if re.match(r"\d\. ", each.text)]
    assert [heading.split(" ")[0] for heading in headings] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
        "6.",
        "7.",
    ]
    first_rows = [table.rows[0]._tr for table in document.tables[1:]]
    assert [len(list(row.iter(f"{W}tblHeader"))) for row in first_rows] == [1] * len(first_rows)


def test_a_place_without_a_plan_is_not_blamed(store: Path, tmp_path: Path) -> None:
    document = docx.Document(str(written(store, "25-NQ/TW@XI", tmp_path / "a.docx")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Quản Bạ, Hà Giang; Sì Lở Lầu, Lai Châu; Sìn Hồ, Lai Châu; Tam Đường, Lai Châu." in text
    assert "không kết luận là nơi ấy chưa ban hành" in text
    assert "chưa thực hiện" not in text


def test_a_reference_that_may_mean_the_directive_is_open(store: Path, tmp_path: Path) -> None:
    for number, open_ in (("25-NQ/TW@XI", 1), ("43-KL/TW", 0), ("124-QĐ/TW", 1)):
        tables = tables_of(written(store, number, tmp_path / "a.html"))
        ids = {row[0] for table in tables if table[0][0] == "Mã" for row in table[1:]}
        reviewed = json.loads(luocdo("review", "--store", store, "--format", "json").stdout)
        assert len(ids) == open_
        assert ids <= {item["id"] for item in reviewed}


def test_notes_of_the_page_lead_there_and_back(store: Path, tmp_path: Path) -> None:
    page = html.fromstring(written(store, "25-NQ/TW@XI", tmp_path / "a.html").read_bytes())
    ids = page.xpath("//@id")
    links = page.xpath("//a/@href")
    assert len(ids) == len(set(ids)) == len(links)
    assert {link.removeprefix("#") for link in links} == set(ids)


def test_a_report_can_be_in_english(store: Path, tmp_path: Path) -> None:
    file = written(store, "25-NQ/TW@XI", tmp_path / "a.html", "--lang", "en")
    page = html.fromstring(file.read_bytes())
    assert page.get("lang") == "en"
    assert "Who carries it out" in page.text_content()


HOSTILE = "<img src=x onerror=alert(1)> {{ 7*7 }} \x07\x1b[31m & “đỏ”"


def test_words_of_texts_stay_words(tmp_path: Path) -> None:
    bad = document(
        "9-KH/HU", "lai-chau.tam-duong.hu/nk2020/kh-hu/9", kind="Kế hoạch", title=HOSTILE
    )
    links = [
        Link("9-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", HOSTILE),
        Link("43-KL/TW", Relation.REPLACES, "69-KL/TU", HOSTILE),
        Link("43-KL/TW", Relation.SUMMARIZES, "69-KL/TU", HOSTILE, review="final", years=5.0),
    ]
    store = store_of(
        tmp_path, reading(f"a{HOSTILE[:4]}.txt", bad, [KL_69, KL_43, KH_61, DAN_VAN], links)
    )
    assert DAY is not None
    report = report_on(store, document_named(store, "69-KL/TU"), DAY, Language.VI)
    page = html_page(report).decode()
    assert "<img" not in page
    assert "{{ 7*7 }}" in page
    assert "\x07" not in page
    assert [len(section.grids) for section in report.sections[1:5]] == [1, 0, 1, 1]
    document_xml = ZipFile(BytesIO(word_file(report))).read("word/document.xml").decode()
    assert "{{ 7*7 }}" in document_xml
    assert "<img" not in document_xml


REFUSED: list[Any] = [
    pytest.param(["25-NQ/TW@XI", "-o", "a.pdf"], ".docx", id="a-format-that-is-none"),
    pytest.param(["9-KL/TW", "-o", "a.docx"], "9-KL/TW", id="no-such-document"),
    pytest.param(["25-NQ/TW@XI", "-o", "none/a.docx"], "none", id="no-such-folder"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_goes_wrong_writes_nothing(
    arguments: list[str], said: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = luocdo("report", *arguments, "--store", store)
    assert result.exit_code in {1, 2}
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def test_commands_of_another_store_say_which(store: Path, tmp_path: Path) -> None:
    file = written(store, "43-KL/TW", tmp_path / "a.html")
    assert f"--store {store}" in html.fromstring(file.read_bytes()).text_content()
