"""A document whose number is left blank is found, opened and named by what is printed there."""

import json
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
NOTICE = """ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LAI CHÂU        Độc lập - Tự do - Hạnh phúc
Số ……/TB-UBND        Lai Châu, ngày 12 tháng 6 năm 2023

THÔNG BÁO
về lịch tiếp công dân

1. Chiều thứ năm hằng tuần.
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


def test_several_drafts_are_found_and_none_is_chosen(texts: Path, tmp_path: Path) -> None:
    (texts / "notice.txt").write_text(NOTICE, "utf-8")
    assert luocdo("build", texts, "--store", tmp_path / "store").exit_code == 0
    found = luocdo("find", "chưa có số", "--store", tmp_path / "store")
    assert "chưa có số: -KH/HU" in found.stdout
    both = luocdo("find", "chưa có số", "--store", tmp_path / "store", "--format", "json")
    blanks = [hit["document"]["blank_number"] for hit in json.loads(both.stdout)["hits"]]
    assert sorted(blanks) == ["-KH/HU", "/TB-UBND"]
    one = luocdo("find", "--store", tmp_path / "store", "--", "-KH/HU")
    assert "/TB-UBND" not in one.stdout
    shown = luocdo("show", "chưa có số", "--store", tmp_path / "store")
    # One has a place to be known by and the other has not: that makes neither the one meant.
    assert shown.exit_code == 2
    assert "Kế hoạch" in shown.stderr
    assert "Thông báo" in shown.stderr


def test_a_decision_gives_a_draft_its_number(texts: Path, tmp_path: Path) -> None:
    (texts / "notice.txt").write_text(NOTICE, "utf-8")
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(
        "who,when,decision,subject,relation,object,text,why\n"
        "Lan,2026-01-05,name,/TB-UBND,number,15/TB-UBND,,sổ công văn\n"
        "Lan,2026-01-05,name,69-KL/TU,number,70-KL/TU,,đã có số\n"
        "Lan,2026-01-05,name,-KH/HU,number,mười lăm,,không phải số\n",
        "utf-8",
    )
    store = tmp_path / "store"
    built = luocdo("build", texts, "--store", store, "--decisions", decisions)
    assert "69-KL/TU" in built.stderr.split("đã có số", 1)[1]
    assert "mười lăm" in built.stderr
    assert "15/TB-UBND" in luocdo("show", "15/TB-UBND", "--store", store).stdout.splitlines()[0]
    assert "về lịch tiếp công dân" in luocdo("show", "--store", store, "--", "/TB-UBND").stdout
    assert "-KH/HU" in luocdo("show", "chưa có số", "--store", store).stdout


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
