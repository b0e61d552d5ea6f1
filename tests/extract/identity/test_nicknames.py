"""A document by number that brackets call shortly by type and number."""

import pytest

from tests.extract.texts import PLAN, party_plan, reading_of

CITED = "Chương trình số 62-CTr/TU, ngày 03/5/2021 của Tỉnh ủy về trồng rừng"


@pytest.mark.parametrize(
    ("behind", "count"),
    [
        pytest.param("(Chương trình 62)", 1, id="type and number"),
        pytest.param("(gọi tắt là Chương trình 62)", 1, id="with the words that say so"),
        pytest.param("(Chương trình 63)", 3, id="another number is another document"),
        pytest.param("(Đề án 62)", 3, id="another type is another document"),
    ],
)
def test_a_nickname_with_the_number(behind: str, count: int) -> None:
    reading = reading_of(party_plan("về trồng rừng", f"{CITED} {behind}. Xã học Chương trình 62."))
    assert len([each for each in reading.documents if each.key != PLAN]) == count


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Nghị quyết Trung ương 4 khóa XI", id="as it is called"),
        pytest.param("Nghị quyết Trung ương 4 (khóa XI)", id="its term in brackets"),
        pytest.param("Nghị quyết Hội nghị Trung ương 4 khóa XI", id="of the plenum"),
        pytest.param("Nghị quyết Trung ương lần thứ 4 khóa XI", id="with its ordinal"),
        pytest.param(
            "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI", id="in full"
        ),
    ],
)
def test_a_central_plenum_is_the_centre_s_wherever_it_is_named(name: str) -> None:
    for text in (party_plan(f"thực hiện {name}"), party_plan("về rừng", f"Xã học {name}.")):
        found = [each for each in reading_of(text).documents if each.key != PLAN]
        assert [(str(each.id), each.level.value) for each in found] == [
            ("vn/named/nghi-quyet-trung-uong-4-khoa-xi", "central")
        ]


def test_a_plenum_of_a_province_is_none_of_the_centre() -> None:
    name = "Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Đảng bộ tỉnh khóa XII"
    reading = reading_of(party_plan("về rừng", f"Xã học {name}."))
    assert [each.key for each in reading.documents] == [PLAN]


def test_the_plenum_in_a_resolutions_own_title_names_no_other() -> None:
    read = reading_of(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 31-NQ/TW\nHà Nội, ngày 03 tháng 6 năm 2013\n\nNGHỊ QUYẾT\n"
        "HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XI\nvề công tác dân vận\n"
    )
    assert [document.key for document in read.documents] == ["31-NQ/TW"]
