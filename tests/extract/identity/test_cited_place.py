"""From which place a cited document is, by its issuer and by the text that cites it."""

import pytest

from tests.extract.texts import reading_of

CENTRE = "VĂN PHÒNG CHÍNH PHỦ\n-------\nSố: 5/VPCP-CN\nV/v quy hoạch\n\nHà Nội"
PROVINCE = "UBND TỈNH TIỀN GIANG\n-------\nSố: 5/KH-UBND\n\nMỹ Tho"
DISTRICT = "UBND HUYỆN TĨNH GIA\nTỈNH THANH HÓA\n-------\nSố: 5/KH-UBND\n\nTĩnh Gia"

CITED = [
    (CENTRE, "Tờ trình số 92/TTr-UBND ngày 3/5/2021 của UBND tỉnh Bắc Giang", "bac-giang", "said"),
    (
        CENTRE,
        "đề nghị của UBND tỉnh Bắc Giang (Tờ trình số 92/TTr-UBND ngày 3/5/2021)",
        "bac-giang",
        "the one province that the letter names",
    ),
    (CENTRE, "Tờ trình số 92/TTr-UBND ngày 3/5/2021", "", "not the city where it was signed"),
    (
        CENTRE,
        "Tờ trình số 92/TTr-UBND ngày 3/5/2021 của UBND thành phố Hà Nội",
        "ha-noi",
        "control: named",
    ),
    (
        CENTRE,
        "Tờ trình số 92/TTr-UBND ngày 3/5/2021 của UBND huyện Châu Thành, tỉnh Long An",
        "long-an.chau-thanh",
        "the province behind it",
    ),
    (CENTRE, "Tờ trình số 92/TTr-UBND ngày 3/5/2021 của UBND huyện Châu Thành", "", "ten of them"),
    (
        PROVINCE,
        "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND huyện Châu Thành, tỉnh Long An",
        "long-an.chau-thanh",
        "not the one at home",
    ),
    (
        PROVINCE,
        "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND huyện Châu Thành",
        "tien-giang.chau-thanh",
        "the one at home",
    ),
    (
        PROVINCE,
        "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND huyện Mường Tè",
        "lai-chau.muong-te",
        "one of its name, elsewhere",
    ),
    (
        PROVINCE,
        "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND huyện Cai Lậy",
        "tien-giang.huyen-cai-lay",
        "the district beside the town",
    ),
    (
        PROVINCE,
        "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND xã Tân Thanh, huyện Cái Bè",
        "tien-giang.cai-be.tan-thanh",
        "the district behind it",
    ),
    (PROVINCE, "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND xã Tân Thanh", "", "no district"),
    (
        DISTRICT,
        "Kế hoạch số 92/KH-UBND ngày 3/5/2021 của UBND thành phố Thanh Hóa",
        "thanh-hoa.thanh-hoa",
        "the city, not the home district of the province that is called so",
    ),
]


@pytest.mark.parametrize(("head", "words", "place", "why"), CITED)
def test_place_of_a_cited_document(head: str, words: str, place: str, why: str) -> None:
    reading = reading_of(
        f"{head}, ngày 14 tháng 9 năm 2021\n\nKẾ HOẠCH\nTrồng cây\n\nCăn cứ {words};\n\n"
        "I. MỤC ĐÍCH\n"
    )
    found = [document.place for document in reading.documents if document.number == "92"]
    assert found == [place], why
