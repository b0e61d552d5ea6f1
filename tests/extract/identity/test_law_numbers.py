"""Which number has a law that a text cites by name, and which scheme a nickname means."""

import pytest

from tests.extract.texts import in_body, mention_of, reading_of, triples

SAME = [
    pytest.param(
        "Theo Luật Nhà ở (Luật số 27/2023/QH15), bản lập tổ.", "Luật Nhà ở", id="number-in-brackets"
    ),
    pytest.param(
        "Theo Luật số 27/2023/QH15 (Luật Nhà ở), bản lập tổ.", "Luật Nhà ở", id="name-in-brackets"
    ),
    pytest.param(
        "Luật Nhà ở ngày 27 tháng 11 năm 2023 nêu rõ. Luật số 27/2023/QH15 (Luật Nhà ở) có chín "
        "chương.",
        "Luật Nhà ở",
        id="date-before-the-number",
    ),
    pytest.param(
        "Theo Luật Nhà ở số 27/2023/QH15. Luật Nhà ở số 65/2014/QH13 đã hết hiệu lực. Hỏi về Luật "
        "Nhà ở năm 2023.",
        "Luật Nhà ở",
        id="of-two-the-one-of-its-year",
    ),
    pytest.param(
        "Luật số 27/2023/QH15 sửa đổi, bổ sung một số điều của Luật Nhà ở, có hiệu lực từ 2024. "
        "Hỏi về Luật sửa đổi, bổ sung một số điều của Luật Nhà ở.",
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở",
        id="title-of-an-amending-law-behind-its-number",
    ),
    pytest.param(
        "Luật số 27/2023/QH15 sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật số 65/2014/QH13 "
        "sửa đổi, bổ sung một số điều của Luật Nhà ở. Hỏi về Luật sửa đổi, bổ sung một số điều của "
        "Luật Nhà ở năm 2023.",
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở",
        id="of-two-amending-laws-the-one-of-its-year",
    ),
]


@pytest.mark.parametrize(("sentence", "name"), SAME)
def test_name_and_number_are_one_law(sentence: str, name: str) -> None:
    assert mention_of(reading_of(in_body(sentence)), name).document == "27/2023/QH15"


APART = [
    pytest.param(
        "Theo Luật Nhà ở, Luật số 27/2023/QH15, bản lập tổ.", id="side-by-side-without-brackets"
    ),
    pytest.param(
        "Luật Nhà ở số 27/2023/QH15 thay Luật Nhà ở số 65/2014/QH13. Bản học Luật Nhà ở.",
        id="of-two-without-a-year",
    ),
    pytest.param(
        "Luật Nhà ở năm 2014 (Luật số 27/2023/QH15 sắp thay) còn dùng.", id="of-another-year"
    ),
]


@pytest.mark.parametrize("sentence", APART)
def test_law_that_nothing_settles_stays_a_name(sentence: str) -> None:
    assert mention_of(reading_of(in_body(sentence)), "Luật Nhà ở").document == "luat-nha-o"


NICKNAMES = [
    pytest.param("(viết tắt là Đề án 25)", id="written-short"),
    pytest.param("(sau đây gọi tắt là Đề án 25)", id="called-short"),
    pytest.param("(Đề án 25)", id="bare"),
    pytest.param(", sau đây gọi là Đề án 25", id="without-brackets"),
]


@pytest.mark.parametrize("said", NICKNAMES)
def test_nickname_is_the_scheme_before_it(said: str) -> None:
    sentence = f'Xem Đề án "Tổ hòa giải kiểu mẫu" {said}. Các bản làm Đề án 25 năm nay.'
    found = reading_of(in_body(sentence.replace('" ,', '",')))
    assert mention_of(found, "Đề án 25").document == "de-an-to-hoa-giai-kieu-mau"


def test_scheme_behind_a_comma_is_another() -> None:
    found = reading_of(in_body('Xem Đề án "Tổ hòa giải kiểu mẫu", Đề án 25.'))
    assert mention_of(found, "Đề án 25").document == "de-an-25"


def test_of_two_amending_laws_none_without_a_year() -> None:
    reading = reading_of(
        in_body(
            "Luật số 27/2023/QH15 sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật số "
            "65/2014/QH13 sửa đổi, bổ sung một số điều của Luật Nhà ở. Hỏi về Luật sửa đổi, bổ "
            "sung một số điều của Luật Nhà ở."
        )
    )
    meant = mention_of(reading, "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở").document
    assert meant not in ("27/2023/QH15", "65/2014/QH13")


AMENDING = [
    pytest.param(
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở số 35/2018/QH14.",
        "35/2018/QH14",
        {"luat-nha-o"},
        id="no-law-of-the-name-is-of-that-year",
    ),
    pytest.param(
        "Luật sửa đổi, bổ sung một số điều của Luật Hòa giải ở cơ sở, Luật Nhà ở và Luật Kế toán "
        "số 35/2018/QH14.",
        "35/2018/QH14",
        {"luat-hoa-giai-o-co-so", "luat-nha-o", "luat-ke-toan"},
        id="number-behind-the-last-of-a-list",
    ),
    pytest.param(
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở số 27/2023/QH15.",
        "luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-nha-o-so-27-2023-qh15",
        {"27/2023/QH15"},
        id="a-law-of-the-name-is-of-that-year",
    ),
    pytest.param(
        "Luật sửa đổi, bổ sung một số điều của Luật Kế toán số 88/2015/QH13, Luật Nhà ở số "
        "35/2018/QH14.",
        "luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-ke-toan",
        {"88/2015/QH13", "35/2018/QH14"},
        id="each-has-its-own-number",
    ),
    pytest.param(
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở số 35/2090/QH30.",
        "luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-nha-o-so-35-2090-qh30",
        {"35/2090/QH30"},
        id="later-than-what-is-known",
    ),
]


@pytest.mark.parametrize(("law", "amending", "amended"), AMENDING)
def test_whose_number_stands_behind_an_amending_law(
    law: str, amending: str, amended: set[str]
) -> None:
    claimed = triples(reading_of(in_body(f"Xem {law}")))
    assert {object_ for _, relation, object_ in claimed if relation == "amends"} == amended
    assert all(subject.startswith(amending) for subject, _, _ in claimed)
