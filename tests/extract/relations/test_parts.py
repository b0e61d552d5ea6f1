"""What of a document a change reaches: the part of a claim, empty where it is the whole."""

import pytest

from extract import read
from tests.extract.texts import in_article

OBJECT = "Quyết định số 12/2018/QĐ-UBND"
PARTS = [
    pytest.param(f"Bãi bỏ khoản 4 Điều 18 của {OBJECT}.", "khoản 4 Điều 18", id="clause"),
    pytest.param(
        f"Bãi bỏ các điểm a, b khoản 2 Điều 5 và Điều 7 {OBJECT}.",
        "các điểm a, b khoản 2 Điều 5 và Điều 7",
        id="a-list-of-parts-is-kept-as-printed",
    ),
    pytest.param(
        f"Bãi bỏ một số điều của {OBJECT}.", "một số điều", id="provisions-that-are-not-told"
    ),
    pytest.param(
        f"Hủy bỏ cụm từ “chợ đêm” trong Phụ lục II {OBJECT}.",
        "cụm từ “chợ đêm” trong Phụ lục II",
        id="a-phrase-and-where-it-stands",
    ),
    pytest.param(
        f"Bãi bỏ Phụ lục III ban hành kèm theo {OBJECT}.",
        "Phụ lục III",
        id="an-annex-of-what-the-decision-issued",
    ),
    pytest.param(
        f"Sửa đổi, bổ sung khoản 1 Điều 4 của Quy chế ban hành kèm theo {OBJECT}.",
        "khoản 1 Điều 4",
        id="the-part-of-an-attached-document",
    ),
    pytest.param(
        f"{OBJECT} hết hiệu lực một phần kể từ ngày 01/7/2022.", "một phần", id="lapses-in-part"
    ),
    pytest.param(
        f"Xem Quyết định số 7/2022/QĐ-UBND sửa đổi, bổ sung một số điều của {OBJECT}.",
        "một số điều",
        id="a-title-of-another-document",
    ),
    pytest.param(f"Bãi bỏ {OBJECT}.", "", id="the-whole"),
    pytest.param(f"Bãi bỏ toàn bộ {OBJECT}.", "", id="the-whole-said-so"),
    pytest.param(f"{OBJECT} hết hiệu lực kể từ ngày 01/7/2022.", "", id="lapses-as-a-whole"),
    pytest.param(
        f"Bãi bỏ Điều 9 Quyết định số 7/2016/QĐ-UBND và {OBJECT}.",
        "",
        id="a-part-of-one-member-of-a-list-is-none-of-the-next",
    ),
]


@pytest.mark.parametrize(("sentence", "part"), PARTS)
def test_part(sentence: str, part: str) -> None:
    changes = [
        claim
        for claim in read(in_article(sentence)).claims
        if claim.relation in ("repeals", "amends") and claim.object.startswith("12/2018")
    ]
    assert [claim.part for claim in changes] == [part]


def test_items_of_a_list() -> None:
    """An item that names an article loses it; its neighbours are repealed as a whole."""
    reading = read(
        in_article(
            "Bãi bỏ các văn bản sau:\n\na) Quyết định số 3/2014/QĐ-UBND;\n\n"
            "b) khoản 2, khoản 3 Điều 6 Quyết định số 5/2017/QĐ-UBND;\n\n"
            "c) Quyết định số 8/2018/QĐ-UBND."
        )
    )
    parts = {claim.object: claim.part for claim in reading.claims if claim.relation == "repeals"}
    assert parts == {
        "3/2014/QĐ-UBND": "",
        "5/2017/QĐ-UBND": "khoản 2, khoản 3 Điều 6",
        "8/2018/QĐ-UBND": "",
    }
