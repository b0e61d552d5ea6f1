"""Party committees within other bodies sign with ĐU, as the committee of a commune does."""

import pytest

from tests.extract.texts import reading_of

REPORT = (
    "ĐẢNG ỦY XÃ EA KAR\n*\nSố 52-BC/ĐU\nEa Kar, ngày 15 tháng 12 năm 2025\n\nBÁO CÁO\n"
    "về hòa giải\n\nTheo Kế hoạch số 15-KH/ĐU, ngày 02/11/2025 của {}.\n"
)

COMMITTEES = [
    pytest.param("Đảng ủy", "dak-lak.xa-ea-kar.du/nk2025/kh-du/15", "commune", id="of-the-commune"),
    pytest.param(
        "Ban Thường vụ Đảng ủy xã",
        "dak-lak.xa-ea-kar.du/nk2025/kh-du/15",
        "commune",
        id="its-board",
    ),
    pytest.param(
        "Đảng ủy UBND tỉnh", "dak-lak.duubnd/nk2025/kh-du/15", "province", id="in-the-state-body"
    ),
    pytest.param(
        "Đảng ủy các cơ quan Đảng tỉnh",
        "dak-lak.duccqd/nk2025/kh-du/15",
        "province",
        id="of-the-party-bodies",
    ),
    pytest.param("Đảng ủy UBND xã", "None", "commune", id="one-that-no-table-knows"),
]


@pytest.mark.parametrize(("issuer", "iri", "level"), COMMITTEES)
def test_whose_number_it_is(issuer: str, iri: str, level: str) -> None:
    documents = reading_of(REPORT.format(issuer)).documents
    cited = next(document for document in documents if document.number == "15")
    assert (str(cited.id), cited.level.value) == (iri, level)


def test_two_committees_are_two() -> None:
    both = "Đảng ủy UBND tỉnh; Kế hoạch số 15-KH/ĐU, ngày 02/11/2025 của Đảng ủy xã"
    documents = reading_of(REPORT.format(both)).documents
    assert len([document for document in documents if document.number == "15"]) == 2


def test_committee_of_a_head() -> None:
    head = REPORT.format("Đảng ủy").replace("XÃ EA KAR", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK")
    own = next(d for d in reading_of(head).documents if d.number == "52")
    assert str(own.id) == "dak-lak.duubnd/nk2025/bc-du/52"


@pytest.mark.parametrize(
    ("above", "credit", "iri"),
    [
        pytest.param(
            "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH",
            "BAN CHẤP HÀNH ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH",
            "lao-cai.duccqd/nk2025/nq-du/27",
            id="of-the-party-bodies",
        ),
        pytest.param(
            "ĐẢNG ỦY UBND TỈNH",
            "BAN THƯỜNG VỤ ĐẢNG ỦY UBND TỈNH",
            "lao-cai.duubnd/nk2025/nq-du/27",
            id="in-the-state-body",
        ),
        pytest.param(
            "ĐẢNG ỦY XÃ BẮC HÀ",
            "BAN CHẤP HÀNH ĐẢNG BỘ XÃ",
            "lao-cai.xa-bac-ha.du/nk2025/nq-du/27",
            id="of-the-commune",
        ),
    ],
)
def test_its_board_has_the_register_of_the_committee(above: str, credit: str, iri: str) -> None:
    text = (
        f"ĐẢNG BỘ TỈNH LÀO CAI\n{above}\n*\nSố 27-NQ/ĐU\nLào Cai, ngày 22 tháng 12 năm 2025\n\n"
        f"NGHỊ QUYẾT\nCỦA {credit}\nvề nhiệm vụ năm 2026\n"
    )
    (own,) = reading_of(text).documents
    assert str(own.id) == iri
