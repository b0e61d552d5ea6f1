"""The command that holds a draft against the collection: formats, exit codes, hostile words."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.graph.conftest import luocdo

DRAFT = """UBND TỈNH LAI CHÂU
Số: 12/KH-UBND
Lai Châu, ngày 03 tháng 3 năm 2026
KẾ HOẠCH
Dạy nghề làm gốm

Căn cứ Kết luận số 43-KL/TW ngày {day} của Ban Bí thư, tỉnh mở lớp dạy nghề.
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "=draft.txt"
    file.write_text(DRAFT.format(day="08/01/2019"), encoding="utf-8")
    return file


def test_a_fault_is_exit_code_one_with_its_place_and_its_words(store: Path, wrong: Path) -> None:
    result = luocdo("lint", wrong, "--store", store, "--format", "json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)
    text = wrong.read_text(encoding="utf-8")
    assert text[finding["start"] : finding["end"]] == finding["words"]
    assert (finding["given"], finding["known"]) == ("2019-01-08", "2019-01-07")
    assert finding["evidence"]["quote"]
    assert finding["evidence"]["text"]


def test_csv_has_one_row_for_each_finding(store: Path, wrong: Path) -> None:
    result = luocdo("lint", wrong, "--store", store, "--format", "csv", "--lang", "en")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["message"] == "dated 2019-01-08 here, while 43-KL/TW is dated 2019-01-07"
    assert row["text"].endswith(".txt")


def test_the_table_shows_both_days(store: Path, wrong: Path) -> None:
    said = luocdo("lint", wrong, "--store", store).stdout
    assert "08/01/2019" in said
    assert "07/01/2019" in said


def test_a_draft_that_fits_is_exit_code_zero(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT.format(day="07/01/2019"), encoding="utf-8")
    result = luocdo("lint", file, "--store", store)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.strip() == "Dẫn chiếu trong dự thảo khớp với kho."


@pytest.mark.parametrize(
    ("file", "code"),
    [
        pytest.param("missing.txt", 3, id="a file that is not there"),
        pytest.param(".", 3, id="a folder"),
    ],
)
def test_what_cannot_be_read_is_told(store: Path, tmp_path: Path, file: str, code: int) -> None:
    result = luocdo("lint", tmp_path / file, "--store", store)
    assert result.exit_code == code
    assert result.stderr
    assert not result.stdout


def test_without_a_store_it_is_wrong_use(wrong: Path, tmp_path: Path) -> None:
    assert luocdo("lint", wrong, "--store", tmp_path / "none").exit_code == 2
