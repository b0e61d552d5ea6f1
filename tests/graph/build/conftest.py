"""Three texts that speak of one another, and where their store is built."""

from pathlib import Path

import pytest

from graph.ask.plans import plans_of
from graph.opening import open_store
from graph.typed.meaning import document_named

CONCLUSION = """TỈNH ỦY LAI CHÂU
*
Số 69-KL/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Lai Châu, ngày 09 tháng 4 năm 2021

KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về tiếp tục thực hiện công tác dân vận

Thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI.
"""

PLAN = """ĐẢNG BỘ TỈNH LAI CHÂU
HUYỆN ỦY TAM ĐƯỜNG
*
Số 61-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Tam Đường, ngày 18 tháng 6 năm 2021

KẾ HOẠCH
thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy về công tác dân vận
"""

REPORT = """ĐẢNG BỘ TỈNH LAI CHÂU
HUYỆN ỦY TAM ĐƯỜNG
*
Số 426-BC/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Tam Đường, ngày 21 tháng 7 năm 2023

BÁO CÁO
sơ kết 02 năm thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy Lai Châu

Huyện ủy ban hành Kế hoạch số 61-KH/HU, ngày 18/6/2021 về thực hiện Kết luận số 69-KL/TU.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with three texts that speak of one another."""
    folder = tmp_path / "texts"
    (folder / "huyen").mkdir(parents=True)
    (folder / "69-kl-tu.txt").write_text(CONCLUSION, encoding="utf-8")
    (folder / "huyen" / "61-kh-hu.md").write_text(PLAN, encoding="utf-8")
    (folder / "huyen" / "426-bc-hu.TXT").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "store"


def numbers(directory: Path, number: str) -> list[str]:
    store = open_store(directory)
    return [row.document.number for row in plans_of(store, document_named(store, number).iri)]
