"""At which level a named document is, by who makes it and who issued what stands in brackets."""

import pytest

from extract import Document, Reading
from tests.extract.texts import PLAN, document, party_plan, reading_of

NAME = 'Đề án "Phát triển cây sâm"'


def reading(words: str) -> Reading:
    return reading_of(party_plan("về phát triển kinh tế", words))


def other(words: str) -> Document:
    (found,) = (each for each in reading(words).documents if each.key != PLAN)
    return found


@pytest.mark.parametrize(
    ("words", "level"),
    [
        pytest.param(f"UBND tỉnh trình Thủ tướng Chính phủ {NAME}.", "province", id="laid before"),
        pytest.param(f"1. Xây dựng {NAME}, xong trong quý II.", "district", id="to be made here"),
        pytest.param(f"1. Triển khai {NAME}.", "central", id="whose it is nobody says"),
        pytest.param(
            '1. Xây dựng Đề án "Mạng lưới đường quốc gia".', "central", id="of the whole country"
        ),
        pytest.param(
            "Theo Quy chế làm việc của Ủy ban Kiểm tra Huyện ủy khóa XX.",
            "district",
            id="how a body works",
        ),
    ],
)
def test_who_makes_a_scheme_tells_its_level(words: str, level: str) -> None:
    assert other(words).level == level


@pytest.mark.parametrize(
    ("words", "issuers"),
    [
        pytest.param(
            "Theo báo cáo của Văn phòng Tỉnh ủy (Báo cáo số 512-BC/VPTU), còn nhiều việc.",
            ("Văn phòng Tỉnh ủy",),
            id="the letters are its own",
        ),
        pytest.param(
            "Huyện ủy nghe Văn phòng Tỉnh ủy báo cáo (Báo cáo số 512-BC/VPTU), còn nhiều việc.",
            ("Văn phòng Tỉnh ủy",),
            id="what it did by the document",
        ),
        pytest.param(
            "Theo ý kiến của Văn phòng Tỉnh ủy (Báo cáo số 512-BC/BTCTU), còn nhiều việc.",
            (),
            id="the letters are another's",
        ),
    ],
)
def test_the_body_right_before_the_brackets(words: str, issuers: tuple[str, ...]) -> None:
    found = reading(words)
    (key,) = (each.key for each in found.documents if each.key != PLAN)
    assert document(found, key).issuers == issuers
