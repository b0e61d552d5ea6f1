"""A number that a text says again without its body: whose is it?"""

import pytest

from tests.extract.texts import cited, decision, party_plan, reading_of

NOTICE = (
    "UBND XÃ NA HANG\nSố: 56/TB-UBND\nNa Hang, ngày 21 tháng 10 năm 2025\n\nTHÔNG BÁO\n"
    "Về họp xã\n\n{}\n"
)
OF_THE_PROVINCE = "Theo Kế hoạch số 210/KH-UBND ngày 03/10/2025 của UBND tỉnh Tuyên Quang"

CASES = [
    pytest.param(
        f"{OF_THE_PROVINCE}, xã họp. Theo Kế hoạch số 210/KH-UBND, bản họp.",
        ["tuyen-quang.ubnd/2025-07/kh-ubnd/210"],
        id="of-the-body-that-was-named",
    ),
    pytest.param(
        f"Theo Kế hoạch số 210/KH-UBND, bản họp. {OF_THE_PROVINCE}, xã họp.",
        ["None", "tuyen-quang.ubnd/2025-07/kh-ubnd/210"],
        id="named-only-behind-it",
    ),
    pytest.param(
        f"{OF_THE_PROVINCE}, xã họp. Theo Kế hoạch số 210/KH-UBND ngày 09/10/2025, bản họp.",
        ["tuyen-quang.na-hang.ubnd/2025/kh-ubnd/210", "tuyen-quang.ubnd/2025-07/kh-ubnd/210"],
        id="a-date-of-its-own",
    ),
]


@pytest.mark.parametrize(("body", "plans"), CASES)
def test_number_said_again(body: str, plans: list[str]) -> None:
    documents = reading_of(NOTICE.format(body)).documents
    found = [str(document.id) for document in documents if document.number == "210"]
    assert sorted(found) == plans


def test_office_of_a_commune() -> None:
    """Since no district is left, an office that a commune cites is its own."""
    reading = reading_of(NOTICE.format("Theo Báo cáo số 19/BC-PKT ngày 18/10/2025, xã họp."))
    levels = {document.number: document.level for document in reading.documents}
    assert levels["19"].value == "commune"


def test_a_bare_year_beside_a_whole_day_is_the_year_of_the_work() -> None:
    again = "thực hiện Nghị quyết số 35-NQ/TW năm 2021"
    body = f"Xem Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị. Kế hoạch {again}."
    found = cited(reading_of(party_plan(f"về {again}", body)), "Nghị quyết số 35-NQ/TW")
    assert found.dates == ("2018-10-22",)


@pytest.mark.parametrize(
    ("again", "documents"),
    [
        pytest.param("Quyết định số 7/QĐ-UBND ngày 02/3/2020", 1, id="without-its-year"),
        pytest.param("Quyết định số 7/QĐ-UBND ngày 03/3/2020", 2, id="of-another-day"),
        pytest.param("Quyết định số 7/QĐ-UBND", 2, id="without-its-day"),
        pytest.param("Kế hoạch số 7/KH-UBND ngày 02/3/2020", 2, id="of-another-type"),
    ],
)
def test_a_number_that_leaves_its_year_out(again: str, documents: int) -> None:
    whole = "Quyết định số 7/2020/QĐ-UBND ngày 02/3/2020 của UBND tỉnh"
    reading = reading_of(
        decision("Về hòa giải", f"Điều 1. Xem {whole}. Sửa {again} của UBND tỉnh.")
    )
    assert sum(document.number == "7" for document in reading.documents) == documents
