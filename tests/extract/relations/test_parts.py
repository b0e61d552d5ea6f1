"""What of a document a change reaches: the part of a claim, empty where it is the whole."""

import pytest

from extract import read
from tests.extract.texts import decision, in_article

OBJECT = "Quyết định số 12/2018/QĐ-UBND"
PARTS = [
    pytest.param(
        f"Công bố hết hiệu lực một phần {OBJECT}.", "một phần", id="proclaimed-to-lapse-in-part"
    ),
    pytest.param(f"Bãi bỏ khoản 4 Điều 18 của {OBJECT}.", "khoản 4 Điều 18", id="clause"),
    pytest.param(f"Bãi bỏ khoản 4 Điều 18 của bản {OBJECT}.", "khoản 4 Điều 18", id="of-a-paper"),
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
        f"Hủy bỏ các cụm từ {'“chợ đêm”, ' * 30}“chợ phiên” tại Điều 4; cụm từ “chợ” tại Điều 5 "
        f"{OBJECT}.",
        f"các cụm từ {'“chợ đêm”, ' * 30}“chợ phiên” tại Điều 4; cụm từ “chợ” tại Điều 5",
        id="phrases-that-are-quoted-at-length",
    ),
    pytest.param(
        f"Bãi bỏ số thứ tự số 7 tại Phụ lục II {OBJECT}.",
        "số thứ tự số 7 tại Phụ lục II",
        id="a-row-of-an-annex",
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
        f"Bãi bỏ các quy định về chợ đêm của {OBJECT}.",
        "các quy định về chợ đêm",
        id="provisions-by-what-they-are-about",
    ),
    pytest.param(
        f"Bãi bỏ quy định về chợ đêm tại khoản 3 Điều 5 {OBJECT}.",
        "quy định về chợ đêm tại khoản 3 Điều 5",
        id="of-an-article-what-it-says-of-one-thing",
    ),
    pytest.param(
        f"Quyết định này thay thế các quy định về chợ đêm tại {OBJECT}.",
        "các quy định về chợ đêm",
        id="who-replaces-provisions-amends",
    ),
    pytest.param(
        f"Các quy định về chợ đêm tại {OBJECT} hết hiệu lực kể từ ngày 01/7/2022.",
        "Các quy định về chợ đêm",
        id="provisions-lapse",
    ),
    pytest.param(
        f"Quy định về chợ đêm trong Điều 4 {OBJECT} hết hiệu lực.",
        "Quy định về chợ đêm tại Điều 4",
        id="provisions-of-an-article-lapse",
    ),
    pytest.param(
        f"Bãi bỏ Điều 9 Quyết định số 7/2016/QĐ-UBND và khoản 2 Điều 3 {OBJECT}.",
        "khoản 2 Điều 3",
        id="each-member-of-a-list-loses-its-own-part",
    ),
    pytest.param(
        f"Bãi bỏ cụm từ “chợ đêm” tại Điều 9 Quyết định số 7/2016/QĐ-UBND và Điều 3 {OBJECT}.",
        "cụm từ “chợ đêm” tại Điều 3",
        id="what-is-struck-is-shared-by-a-list",
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
    pytest.param(
        f"Sửa đổi một số điều của Quy chế ban hành kèm theo {OBJECT}.",
        "một số điều",
        id="provisions-of-what-the-decision-issued",
    ),
    pytest.param(
        f"Phạm vi điều chỉnh về phí đò tại {OBJECT} bị bãi bỏ.",
        "Phạm vi điều chỉnh về phí đò",
        id="some-of-what-it-governs",
    ),
    pytest.param(
        f"Bãi bỏ đối tượng áp dụng tại khoản 2 Điều 3 {OBJECT}.",
        "đối tượng áp dụng tại khoản 2 Điều 3",
        id="some-of-whom-it-governs",
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


HEADED = [
    pytest.param(
        "Bãi bỏ các nội dung quy định về chợ đêm tại các điều, khoản của các văn bản sau đây:",
        "repeals",
        ("các nội dung quy định về chợ đêm tại Khoản 2 Điều 7", "các nội dung quy định về chợ đêm"),
        id="the-heading-says-what-about",
    ),
    pytest.param(
        "Bãi bỏ một số điều của các văn bản sau:",
        "repeals",
        ("một số điều tại Khoản 2 Điều 7", "một số điều"),
        id="the-heading-says-how-much",
    ),
    pytest.param(
        "Thay thế cụm từ “huyện” bằng cụm từ “xã” tại các văn bản sau:",
        "amends",
        (
            "cụm từ “huyện” bằng cụm từ “xã” tại Khoản 2 Điều 7",
            "cụm từ “huyện” bằng cụm từ “xã”",
        ),
        id="words-are-exchanged-and-no-document-replaced",
    ),
    pytest.param(
        "Các quy định dưới đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:",
        "repeals",
        ("Khoản 2 Điều 7", ""),
        id="what-lapses-stands-first",
    ),
    pytest.param(
        "Bãi bỏ các quy định sau đây:", "repeals", ("Khoản 2 Điều 7", ""), id="says-nothing"
    ),
    pytest.param(
        "Bãi bỏ một số văn bản sau đây:", "repeals", ("Khoản 2 Điều 7", ""), id="some-documents"
    ),
]


@pytest.mark.parametrize(("heading", "relation", "parts"), HEADED)
def test_heading_of_a_list(heading: str, relation: str, parts: tuple[str, str]) -> None:
    """What the heading limits, each item loses of its own part alone."""
    items = f"a) Khoản 2 Điều 7 Quyết định số 3/2014/QĐ-UBND;\n\nb) {OBJECT}."
    reading = read(in_article(f"{heading}\n\n{items}"))
    changes = [claim for claim in reading.claims if claim.rule == "item"]
    assert [claim.part for claim in changes] == list(parts)
    assert {claim.relation for claim in changes} == {relation}


def test_what_is_amended_is_told_from_what_is_repealed() -> None:
    """Both verbs reach one document, each with its part."""
    reading = read(
        in_article(f"Sửa đổi, bổ sung khoản 2 Điều 4 và bãi bỏ khoản 3 Điều 4 {OBJECT}.")
    )
    parts = {claim.relation.value: claim.part for claim in reading.claims}
    assert parts["repeals"] == "khoản 3 Điều 4"
    assert parts["amends"].startswith("khoản 2 Điều 4")


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


def test_part_of_what_was_named_before() -> None:
    """A part is read where the change is said, not where the document was named first."""
    issued = "Căn cứ Quyết định số 3/2014/QĐ-UBND về việc ban hành Quy chế họp tổ hòa giải ở bản;"
    reading = read(
        decision(
            "Về họp bản",
            "Điều 1. Sửa đổi khoản 2, Điều 1 bản Quy chế ban hành kèm theo Quyết định số "
            "3/2014/QĐ-UBND.",
            issued,
        )
    )
    assert [claim.part for claim in reading.claims if claim.relation == "amends"] == [
        "khoản 2, Điều 1"
    ]


def test_several_parts_of_one_document() -> None:
    """Each is claimed with its own words; "một số điều" says nothing besides them."""
    articles = (
        f"Điều 1. Bãi bỏ khoản 2 Điều 4 {OBJECT}.\n\nĐiều 2. Bãi bỏ Điều 9 {OBJECT}.\n\n"
        f"Điều 3. Bãi bỏ một số điều của {OBJECT}."
    )
    ended = [claim for claim in read(decision("Về chợ", articles)).claims if claim.part]
    assert {claim.relation.value for claim in ended} == {"repeals"}
    assert [claim.part for claim in ended] == ["khoản 2 Điều 4", "Điều 9"]
    assert len({claim.span for claim in ended}) == 2


def test_a_heading_tells_no_part_besides_those_below_it() -> None:
    phrase = "cụm từ “chợ” bằng cụm từ “chợ đêm” tại Điều 2"
    articles = f"Điều 1. Thay thế {phrase} {OBJECT}.\n\nĐiều 2. Thay thế cụm từ của {OBJECT}."
    claims = read(decision("Về chợ", articles)).claims
    assert [claim.part for claim in claims if claim.relation == "amends"] == [phrase]


def test_whole_document_and_a_part_of_it() -> None:
    """Who repeals a document has repealed each part of it."""
    articles = f"Điều 1. Bãi bỏ {OBJECT}.\n\nĐiều 2. Bãi bỏ Điều 9 {OBJECT}."
    ended = read(decision("Về chợ", articles)).claims
    assert [claim.part for claim in ended if claim.relation == "repeals"] == [""]
