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
