"""Schemes named at different length are one where nothing contradicts it, and two where it does."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from extract.reading import Document, Reading
from graph.identity.schemes import Years, may_be_one, scheme_name
from ontology.level import Level
from ontology.spelling import slug
from tests.graph.made import document, reading, resolved


def text(name: str, cited: Sequence[Document], day: str = "2023-05-04") -> Reading:
    own = document(f"{name}/KH-UBND", f"lai-chau.ubnd/2023/kh-ubnd/{name}", dates=[day or "2023"])
    if not day:
        own = document(f"ke-hoach-{name}")
    return reading(f"{name}.txt", own, cited)


def scheme(title: str, *dates: str, issuer: str = "", series: str = "vn") -> Document:
    kind = "Đề án" if title.startswith("Đề án") else "Chương trình"
    return document(
        slug(title),
        f"{series}/named/{slug(title)}",
        kind=kind,
        title=title,
        dates=dates,
        issuers=[issuer] if issuer else [],
        level=Level.CENTRAL if series == "vn" else Level.PROVINCE,
        place="" if series == "vn" else series,
    )


POVERTY = "Chương trình mục tiêu quốc gia giảm nghèo bền vững"
NOW = f"{POVERTY} giai đoạn 2021-2025"
BEFORE = f"{POVERTY} giai đoạn 2016 - 2020"
FIRMS = "Đề án hỗ trợ, phát triển các doanh nghiệp công nghệ số vươn ra toàn cầu"

SCHEMES = [
    ("the period alone is left out", [scheme(NOW)], scheme(POVERTY), "2023-05-04", NOW),
    (
        "written short, and its period left out",
        [scheme(NOW)],
        scheme("Chương trình MTQG giảm nghèo bền vững"),
        "2023-05-04",
        NOW,
    ),
    (
        "written short, with its period",
        [scheme(NOW)],
        scheme("Chương trình MTQG giảm nghèo bền vững giai đoạn 2021 - 2025"),
        "",
        NOW,
    ),
    (
        "two periods may be meant",
        [scheme(NOW), scheme(BEFORE)],
        scheme(POVERTY),
        "2023-05-04",
        None,
    ),
    (
        "two periods are known, and the name has one of them",
        [scheme(NOW), scheme(BEFORE)],
        scheme("Chương trình MTQG giảm nghèo bền vững giai đoạn 2016-2020"),
        "",
        BEFORE,
    ),
    ("another period", [scheme(NOW)], scheme(BEFORE), "2023-05-04", None),
    ("the text is older than the period", [scheme(NOW)], scheme(POVERTY), "2018-01-01", None),
    ("nobody knows when the text was written", [scheme(NOW)], scheme(POVERTY), "", None),
    (
        "until a year, with and without a vision",
        [scheme(f"{FIRMS} đến năm 2030, tầm nhìn đến năm 2045")],
        scheme(f"{FIRMS} đến năm 2030"),
        "",
        f"{FIRMS} đến năm 2030, tầm nhìn đến năm 2045",
    ),
    (
        "until a year, and the text of that time",
        [scheme(f"{FIRMS} đến năm 2030, tầm nhìn đến năm 2045")],
        scheme(FIRMS),
        "2025-01-09",
        f"{FIRMS} đến năm 2030, tầm nhìn đến năm 2045",
    ),
    (
        "until a year, long before which the text was written",
        [scheme(f"{FIRMS} đến năm 2030")],
        scheme(FIRMS),
        "2011-01-09",
        None,
    ),
    (
        "one year is not the years from then on",
        [scheme("Đề án phổ biến pháp luật cho cán bộ từ năm 2005 đến năm 2010")],
        scheme("Đề án phổ biến pháp luật cho cán bộ năm 2005"),
        "2005-05-01",
        None,
    ),
    (
        "a number that is no year",
        [scheme("Chương trình hỗ trợ giảm nghèo nhanh đối với 62 huyện nghèo đến năm 2025")],
        scheme("Chương trình hỗ trợ giảm nghèo nhanh đối với 61 huyện nghèo"),
        "2023-05-04",
        None,
    ),
    (
        "a province's scheme is not the centre's",
        [scheme(NOW)],
        scheme(POVERTY, series="lai-chau"),
        "2023-05-04",
        None,
    ),
    (
        "two provinces",
        [scheme(NOW, series="son-la")],
        scheme(POVERTY, series="lai-chau"),
        "2023-05-04",
        None,
    ),
    (
        "another type of document",
        [scheme("Đề án giảm nghèo bền vững vùng cao giai đoạn 2021-2025")],
        scheme("Chương trình giảm nghèo bền vững vùng cao"),
        "2023-05-04",
        None,
    ),
    (
        "words beside the period are left out: a person's matter",
        [scheme("Chương trình xúc tiến thương mại quốc gia và hệ sinh thái giai đoạn 2021-2025")],
        scheme("Chương trình xúc tiến thương mại quốc gia"),
        "2023-05-04",
        None,
    ),
    (
        "other days are printed",
        [scheme(NOW, "2022-01-18")],
        scheme(POVERTY, "2022-03-01"),
        "2023-05-04",
        None,
    ),
    (
        "other bodies issued it",
        [scheme(NOW, issuer="Thủ tướng Chính phủ")],
        scheme(POVERTY, issuer="Bộ Tài chính"),
        "2023-05-04",
        None,
    ),
    (
        "too few words to tell",
        [scheme("Đề án chuyển đổi số giai đoạn 2021-2025")],
        scheme("Đề án chuyển đổi số"),
        "2023-05-04",
        None,
    ),
]


@pytest.mark.parametrize(
    ("others", "short", "day", "expected"),
    [row[1:] for row in SCHEMES],
    ids=[row[0] for row in SCHEMES],
)
def test_a_shorter_name_is_the_longer_one_where_nothing_contradicts_it(
    others: list[Document], short: Document, day: str, expected: str | None
) -> None:
    asking = text("9", [short], day)
    texts = [text(str(number), [other]) for number, other in enumerate(others)]
    answers = set()
    for order in permutations([asking, *texts]):
        found = resolved(order).get((asking.source.sha256, short.key))
        answers.add(str(found.id) if found else None)
    assert answers == {f"vn/named/{slug(expected)}" if expected else None}


PERIODS = [
    ("giai đoạn 2021-2025", Years("2021", "2025")),
    ("trong giai đoạn 2021 đến 2025", Years("2021", "2025")),
    ("từ năm 2005 đến năm 2010", Years("2005", "2010")),
    ("từ năm 2003 - 2007", Years("2003", "2007")),
    ("đến năm 2030", Years("", "2030")),
    ("giai đoạn 2021-2030, tầm nhìn đến năm 2050", Years("2021", "2030", "2050")),
    ("năm 2025", Years("2025", "2025")),
    ("ở 2.021 xã", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "period"), PERIODS, ids=[row[0] or "none" for row in PERIODS])
def test_the_period_of_a_name(words: str, period: Years | None) -> None:
    name = scheme_name("Đề án", f"Đề án phát triển cây cao su {words}")
    assert name
    assert name.years == (period or Years())
    assert name.words.startswith("phat-trien-cay-cao-su")
    assert (name.words == "phat-trien-cay-cao-su") == (period is not None or not words)


PAIRS = [
    (
        "quốc gia alone is more",
        "Chương trình phát triển công nghệ chiến lược",
        "Chương trình quốc gia phát triển công nghệ chiến lược",
        True,
    ),
    ("the period alone is more", POVERTY, NOW, True),
    (
        "the one goes on",
        "Chương trình phát triển công nghệ chiến lược",
        "Chương trình phát triển công nghệ chiến lược của ngành thủy sản",
        True,
    ),
    (
        "the one joins another thing to it",
        "Chương trình xúc tiến thương mại quốc gia",
        "Chương trình xúc tiến thương mại quốc gia và hệ sinh thái",
        False,
    ),
    ("two periods", BEFORE, NOW, False),
    (
        "two numbers",
        "Chương trình giảm nghèo nhanh đối với 61 huyện nghèo",
        "Chương trình giảm nghèo nhanh đối với 62 huyện nghèo",
        False,
    ),
    ("other words", NOW, "Chương trình mục tiêu quốc gia phòng, chống ma túy", False),
]


@pytest.mark.parametrize(
    ("title", "other", "expected"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS]
)
def test_what_a_person_is_asked_about(title: str, other: str, expected: bool) -> None:
    name, second = scheme_name("Chương trình", title), scheme_name("Chương trình", other)
    assert name
    assert second
    assert may_be_one(name, second) == may_be_one(second, name) == expected


def test_what_is_no_scheme_has_no_such_name() -> None:
    assert scheme_name("Quy chế", "Quy chế làm việc của Ủy ban nhân dân tỉnh") is None
