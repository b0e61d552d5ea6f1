"""One guard against formulas, for all that a spreadsheet opens."""

import csv
import io
import re
from pathlib import Path

import pytest

from graph.cli.printing import print_csv, print_json
from graph.harmless import FORMULAS, no_formula
from graph.notebook.table import Table
from graph.values import Found

SCRIPT = Path(__file__).parents[2] / "graph" / "page" / "js" / "csv.js"
TEXTS = [
    pytest.param('=HYPERLINK("https://example.org","x")', id="a formula"),
    pytest.param("+84 912 345 678", id="a sum"),
    pytest.param("-2+3+cmd|' /C calc'!A0", id="a difference that starts a program"),
    pytest.param("@SUM(1+1)*cmd", id="a function as old spreadsheets write it"),
    pytest.param("\t=1+1", id="a tab, which is dropped on opening"),
    pytest.param("\r=1+1", id="the end of a line"),
    pytest.param("\n=1+1", id="the end of a line elsewhere"),
    *(pytest.param(f"{letter}1", id=f"full width {letter}") for letter in "＝＋－＠"),  # noqa: RUF001
]
HARMLESS = [
    pytest.param("69-KL/TU", id="a number of a document"),
    pytest.param(" =1", id="a blank makes it words"),
    pytest.param("-15", id="a negative number"),
    pytest.param("-0.5", id="a negative part"),
    pytest.param(-3, id="a number that is one"),
    pytest.param("", id="nothing"),
    pytest.param(None, id="no value"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_formula_becomes_words_on_stdout_and_in_python(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert no_formula(text) == f"'{text}"
    print_csv(("title",), [(text,)])
    printed = capsys.readouterr().out
    found = Found(iri="https://example.org/1", number="1-KL/TW", title=text)
    table = Table((found,), ("number", "title"))
    for written in (printed, table.to_csv()):
        (row,) = csv.DictReader(io.StringIO(written, newline=""))
        assert row["title"] == f"'{text}"


@pytest.mark.parametrize("value", HARMLESS)
def test_what_is_no_formula_stays(value: object) -> None:
    assert no_formula(value) == value


def test_json_holds_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"title": "=1+1"})
    assert '"=1+1"' in capsys.readouterr().out


def test_the_page_knows_the_same_signs() -> None:
    (signs,) = re.findall(r"/\^\[(.+?)\]/\.test", SCRIPT.read_text("utf-8"))
    read = re.sub(
        r"\\(.)", lambda sign: {"t": "\t", "r": "\r", "n": "\n"}.get(sign[1], sign[1]), signs
    )
    assert sorted(read) == sorted(FORMULAS)
