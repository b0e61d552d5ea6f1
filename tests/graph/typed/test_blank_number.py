"""A document whose number is left blank is found, opened and named by what is printed there."""

from pathlib import Path

import pytest

from tests.graph.conftest import luocdo

DRAFT = """HUYỆN ỦY TAM ĐƯỜNG        ĐẢNG CỘNG SẢN VIỆT NAM
*
Số:      -KH/HU        Tam Đường, ngày     tháng 6 năm 2023

KẾ HOẠCH
thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy về công tác dân vận

1. Các chi bộ học tập Kết luận.
"""
TITLE = "thực hiện Kết luận số 69-KL/TU"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "draft.txt").write_text(DRAFT, "utf-8")
    return folder


@pytest.mark.parametrize("typed", ["-KH/HU", "-kh/hu", "chưa có số"])
def test_a_draft_is_opened_by_its_blank(texts: Path, tmp_path: Path, typed: str) -> None:
    assert luocdo("build", texts, "--store", tmp_path / "store").exit_code == 0
    shown = luocdo("show", "--store", tmp_path / "store", "--", typed)
    assert shown.exit_code == 0, shown.stderr
    assert TITLE in shown.stdout
    assert "Chưa có số" in shown.stdout
    assert "-KH/HU" in shown.stdout
    assert luocdo("show", "--store", tmp_path / "store", "--", "-QĐ/HU").exit_code == 1


def test_a_decision_names_a_draft_by_its_blank(texts: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(
        "who,when,decision,subject,relation,object,text,why\n"
        "Lan,2026-01-05,name,-KH/HU,title,về dân vận,,bản giấy ghi vậy\n",
        "utf-8",
    )
    built = luocdo("build", texts, "--store", tmp_path / "store", "--decisions", decisions)
    assert built.exit_code == 0
    assert "Cảnh báo" not in built.stderr
    assert "về dân vận" in luocdo("show", "--store", tmp_path / "store", "--", "-KH/HU").stdout
