"""A number that nobody has given yet, as a head prints it; and numbers that are no such thing."""

import pytest

from tests.extract.texts import reading_of

STATE = (
    "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH LAI CHÂU        Độc lập - Tự do"
)
BODY = "\n\nKẾ HOẠCH\nvề công tác hòa giải\n\nI. MỤC ĐÍCH\n1. Giữ gìn tình làng nghĩa xóm."


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        pytest.param("Số:        /KH-UBND", "/KH-UBND", id="wide-blanks-part-it-from-its-word"),
        pytest.param("Số: /KH-UBND", "/KH-UBND", id="one-blank"),
        pytest.param("Số: ……/KH-UBND", "/KH-UBND", id="dots"),
        pytest.param("Số: ____ /2024/QĐ-UBND", "/2024/QĐ-UBND", id="a-line-and-a-year"),
        pytest.param("Số …/QĐ-UBND", "/QĐ-UBND", id="dots-without-a-colon"),
        pytest.param("Số…/KH-UBND", "/KH-UBND", id="nor-a-blank"),
        pytest.param("Số          /TTr-SNV", "/TTr-SNV", id="wide-blanks-without-a-colon"),
        pytest.param("Số: . . . /KH-UBND", "/KH-UBND", id="dots-apart"),
        pytest.param("Số: (…)/KH-UBND", "/KH-UBND", id="dots-in-brackets"),
        pytest.param("Số: [  ]/KH-UBND", "/KH-UBND", id="brackets"),
        pytest.param("Số: xx/KH-UBND", "/KH-UBND", id="letters-that-hold-the-place"),
        pytest.param("Số: …/…/QĐ-UBND", "/…/QĐ-UBND", id="nor-a-year"),
        pytest.param("Số:  /20…/NĐ-CP", "/20…/NĐ-CP", id="half-a-year"),
        pytest.param("Số:      /     /QĐ-UBND", "//QĐ-UBND", id="blanks-for-both"),
        pytest.param("Số: …/…", "/…", id="dots-for-all"),
        pytest.param("Số: ........", "........", id="a-line-of-dots-alone"),
        pytest.param("Số: - /KH-UBND", "/KH-UBND", id="a-dash"),
        pytest.param("Luật số:       /2024/QH15", "/2024/QH15", id="a-law"),
        pytest.param("TỈNH ỦY Số:      -KH/TU", "-KH/TU", id="behind-the-body"),
        pytest.param("Số: 12/KH-UBND", "", id="control-a-number-that-is-there"),
        pytest.param("Số 12/KH-UBND", "", id="control-one-without-a-colon"),
        pytest.param("Số:     12 /KH-UBND", "", id="control-one-behind-wide-blanks"),
        pytest.param("Số: 12-KH/HU", "", id="control-one-of-the-party"),
        pytest.param("Số:", "", id="control-the-word-alone-may-be-a-stamp"),
        pytest.param("Số /QĐ-UBND", "", id="control-no-room-is-seen"),
        pytest.param("(Kèm theo Tờ trình số: …/TTr-UBND)", "", id="control-that-of-another"),
        pytest.param("Thay Kế hoạch số: …/KH-UBND", "", id="control-spoken-of"),
        pytest.param("Số trang: /20", "", id="control-no-letters"),
    ],
)
def test_blank_number(line: str, blank: str) -> None:
    reading = reading_of(f"{STATE}\n{line}        Lai Châu, ngày     tháng 5 năm 2024{BODY}")
    own = {document.key: document for document in reading.documents}[reading.document]
    assert own.blank_number == blank
    assert not own.number or not blank


def test_the_form_of_an_annex_is_not_the_text_s_own() -> None:
    text = f"{STATE}\nSố: 12/KH-UBND{BODY}\n\nMẫu số 1\nSố: …/BC-UBND\nBÁO CÁO"
    reading = reading_of(text)
    assert [document.blank_number for document in reading.documents if document.blank_number] == []
