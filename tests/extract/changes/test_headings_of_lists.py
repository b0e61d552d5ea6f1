"""What the line above a list of documents says of each: how it may be worded, where it ends."""

import pytest

from tests.extract.texts import DECISION, assert_claims, decision, in_article

ITEMS = "a) Quyết định số 31/2012/QĐ-UBND;\n\nb) Quyết định số 7/2014/QĐ-UBND."


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        pytest.param(
            "Kể từ ngày Quyết định này có hiệu lực, các văn bản sau đây hết hiệu lực thi hành:",
            "repeals",
            id="from-a-day-of-this-act",
        ),
        pytest.param(
            "Từ ngày 01 tháng 01 năm 2023, bãi bỏ các Quyết định sau:", "repeals", id="from-a-day"
        ),
        pytest.param(
            "Khi Quyết định này có hiệu lực, các Quyết định sau hết hiệu lực:", "repeals", id="when"
        ),
        pytest.param(
            "Quyết định này thay thế các Quyết định sau đây:", "replaces", id="this-replaces"
        ),
        pytest.param("Quyết định này bãi bỏ:", "repeals", id="this-repeals-without-a-noun"),
        pytest.param(
            "Quyết định này có hiệu lực từ ngày ký và thay thế các Quyết định sau:",
            "replaces",
            id="in-force-and-replaces",
        ),
    ],
)
def test_each_item_is_what_the_heading_says(heading: str, relation: str) -> None:
    assert_claims(
        in_article(f"Hiệu lực\n\n1. {heading}\n\n{ITEMS}"),
        (DECISION, relation, "31/2012/QĐ-UBND"),
        (DECISION, relation, "7/2014/QĐ-UBND"),
    )


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(
            "2. Quyết định số 7/2014/QĐ-UBND tiếp tục có hiệu lực.", id="an-item-as-the-heading-is"
        ),
        pytest.param(
            "2. Tiếp tục áp dụng các Quyết định sau:\n\na) Quyết định số 7/2014/QĐ-UBND.",
            id="another-heading",
        ),
        pytest.param(
            "2. Áp dụng theo Điều 3:\n\na) Như trên;\n\nb) Quyết định số 7/2014/QĐ-UBND.",
            id="another-heading-above-an-item-without-a-document",
        ),
    ],
)
def test_a_list_ends_where_the_marks_of_its_heading_go_on(behind: str) -> None:
    body = f"Điều 1. Hiệu lực\n\n1. Bãi bỏ:\n\na) Quyết định số 31/2012/QĐ-UBND.\n\n{behind}"
    assert_claims(decision("Về công tác hòa giải", body), (DECISION, "repeals", "31/2012/QĐ-UBND"))


def test_a_list_below_a_list_has_its_own_verb() -> None:
    body = (
        "1. Quyết định này thay thế:\n\na) Quyết định số 31/2012/QĐ-UBND.\n\n"
        "2. Bãi bỏ:\n\na) Quyết định số 7/2014/QĐ-UBND."
    )
    assert_claims(
        in_article(f"Hiệu lực\n\n{body}"),
        (DECISION, "replaces", "31/2012/QĐ-UBND"),
        (DECISION, "repeals", "7/2014/QĐ-UBND"),
    )


def test_this_is_only_an_act_of_the_type_of_the_text() -> None:
    heading = "Nghị quyết này thay thế các Quyết định sau:"
    assert_claims(in_article(f"Hiệu lực\n\n1. {heading}\n\n{ITEMS}"))


@pytest.mark.parametrize("joined", [", số", " và số"])
def test_each_member_of_a_list_lapses_that_shares_its_type_word(joined: str) -> None:
    assert_claims(
        in_article(
            f"Các Quyết định số 31/2012/QĐ-UBND ngày 15/5/2012{joined} 7/2014/QĐ-UBND ngày "
            "20/9/2014 hết hiệu lực thi hành."
        ),
        (DECISION, "repeals", "31/2012/QĐ-UBND"),
        (DECISION, "repeals", "7/2014/QĐ-UBND"),
    )
