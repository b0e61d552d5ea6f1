"""From which day a change holds, and what of a document it reaches."""

import pytest

from extract import Claim
from extract.changes.effect import own_effect
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from tests.extract.texts import decision, reading_of

ENDS = (Relation.REPEALS, Relation.REPLACES, Relation.SUSPENDS)


def end_in(article: str) -> tuple[Claim, str]:
    """Return the end that a decision states, and the words that print its day."""
    reading = reading_of(decision("Về việc sắp xếp các quỹ", article))
    claim = next(claim for claim in reading.claims if claim.relation in ENDS)
    return claim, claim.since_span.of(reading.source) if claim.since_span else ""


DAYS = [
    pytest.param(
        "Điều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND kể từ ngày 01/7/2022.",
        "2022-07-01",
        "kể từ ngày 01/7/2022",
        id="behind the document",
    ),
    pytest.param(
        "Điều 1. Quyết định số 05/2018/QĐ-UBND hết hiệu lực thi hành kể từ ngày 01 tháng 7 năm "
        "2022.",
        "2022-07-01",
        "hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2022",
        id="behind the lapse",
    ),
    pytest.param(
        "Điều 1. Kể từ ngày 01/7/2022, bãi bỏ Quyết định số 05/2018/QĐ-UBND.",
        "2022-07-01",
        "Kể từ ngày 01/7/2022,",
        id="in front",
    ),
    pytest.param(
        "Điều 2. Quyết định này có hiệu lực từ ngày 10/01/2022 và thay thế Quyết định số "
        "05/2018/QĐ-UBND.",
        "2022-01-10",
        "hiệu lực từ ngày 10/01/2022",
        id="the effect of the text, in the same sentence",
    ),
    pytest.param(
        "Điều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND.\n"
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 10 tháng 01 năm 2022.",
        "2022-01-10",
        "có hiệu lực thi hành kể từ ngày 10 tháng 01 năm 2022",
        id="the effect of the text, in another article",
    ),
    pytest.param(
        "Điều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND.\n"
        "Điều 2. Khoản 3 Điều 5 Quyết định này có hiệu lực từ ngày 10/01/2022; Điều 6 Quyết định "
        "này có hiệu lực từ ngày 01/7/2022.",
        "",
        "",
        id="the text prints several days: none is taken",
    ),
    pytest.param(
        "Điều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND.\n"
        "Điều 2. Quy chế này có hiệu lực từ ngày 10/01/2022.",
        "",
        "",
        id="the day of what is attached is not that of the text",
    ),
    pytest.param(
        "Điều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND về mức trợ cấp từ ngày 01/7/2018.",
        "",
        "",
        id="a day in the title of what ends",
    ),
    pytest.param(
        "Điều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND kể từ ngày 31/6/2022.",
        "",
        "",
        id="a day that no calendar has",
    ),
]


@pytest.mark.parametrize(("article", "day", "words"), DAYS)
def test_the_day_from_which_an_end_holds(article: str, day: str, words: str) -> None:
    claim, printed = end_in(article)
    assert (claim.since, printed) == (day, words)


@pytest.mark.parametrize(
    ("effect", "day"),
    [
        pytest.param("kể từ ngày ký", "2021-12-25", id="on the day of signing"),
        pytest.param("từ ngày ký ban hành", "2021-12-25", id="the same in other words"),
        pytest.param("sau 10 ngày kể từ ngày ký", "2022-01-04", id="days after, over a new year"),
        pytest.param("sau 07 (bảy) ngày, kể từ ngày ký", "2022-01-01", id="said in words, too"),
        pytest.param("sau 15 ngày kể từ ngày đăng Công báo", "", id="counted from no known day"),
    ],
)
def test_a_day_counted_from_signing(effect: str, day: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 45/2021/QĐ-UBND\nLai Châu, ngày 25 tháng 12 năm 2021\n"
        "QUYẾT ĐỊNH\nVề việc sắp xếp các quỹ\nĐiều 1. Bãi bỏ Quyết định số 05/2018/QĐ-UBND.\n"
        f"Điều 2. Quyết định này có hiệu lực thi hành {effect}.\n"
    )
    (claim,) = (claim for claim in reading_of(text).claims if claim.relation is Relation.REPEALS)
    assert claim.since == day


def test_no_day_comes_behind_the_last_year() -> None:
    flow = "Quyết định này có hiệu lực thi hành sau 10 ngày, kể từ ngày ký."
    assert own_effect(flow, "Quyết định", PartialDate("9999-12-31")) is None


PARTS = [
    pytest.param(
        "Bãi bỏ khoản 4 Điều 18 Quyết định số 05/2018/QĐ-UBND.", "khoản 4 Điều 18", id="articles"
    ),
    pytest.param("Bãi bỏ Quyết định số 05/2018/QĐ-UBND.", "", id="the whole"),
    pytest.param(
        "Quyết định số 05/2018/QĐ-UBND hết hiệu lực một phần.", "một phần", id="said behind"
    ),
    pytest.param(
        "Luật Cư trú số 81/2006/QH11 đã được sửa đổi, bổ sung một số điều theo Luật số "
        "36/2013/QH13 hết hiệu lực.",
        "",
        id="what was amended in part lapses as a whole",
    ),
    pytest.param(
        "Thông tư số 22/2023/TT-BKHCN hướng dẫn một số điều của Luật Công nghệ cao hết hiệu "
        "lực thi hành.",
        "",
        id="a title that tells of some articles",
    ),
    pytest.param(
        "Bãi bỏ Quyết định số 05/2018/QĐ-UBND, trừ khoản 2 Điều 7.",
        "trừ khoản 2 Điều 7",
        id="all but a part",
    ),
    pytest.param(
        "Quyết định số 05/2018/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ "
        "trường hợp quy định tại Điều 3.",
        "trừ trường hợp quy định tại Điều 3",
        id="all but a case, behind the day",
    ),
]


@pytest.mark.parametrize(("article", "part"), PARTS)
def test_the_part_that_an_end_reaches(article: str, part: str) -> None:
    claim, _ = end_in(f"Điều 1. {article}")
    assert claim.part == part
