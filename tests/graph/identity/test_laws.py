"""A law by number and by name is one document where texts settle it, and two where they do not."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import read
from extract.reading import Document, Reading
from extract.text.source import SourceText
from graph.read.documents import Documents
from graph.read.lookup import matching
from tests.graph.made import KH_61, document, reading, resolved, store_of


def text(name: str, cited: Sequence[Document], day: str = "2025-08-29") -> Reading:
    """A text written on ``day`` that mentions ``cited``."""
    own = document(f"{name}/KH-UBND", f"lai-chau.ubnd/2025/kh-ubnd/{name}", dates=[day or "2025"])
    if not day:
        own = document(f"ke-hoach-{name}")
    return reading(f"{name}.txt", own, cited)


def numbered(
    printed: str, title: str, *, dates: Sequence[str] = (), kind: str = "Luật"
) -> Document:
    number, year, body = printed.split("/")
    letters, series = ("pl-", "ubtvqh") if kind == "Pháp lệnh" else ("luat-", "qh")
    symbol = f"{letters}{body.lower()}"
    return document(
        printed,
        f"{series}/{year}/{symbol}/{number.lstrip('0')}",
        kind=kind,
        title=title,
        dates=dates,
    )


def named(title: str, *dates: str, kind: str = "Luật", identity: str = "") -> Document:
    return document(f"name: {title} {dates}", identity, kind=kind, title=title, dates=dates)


THI_DUA = numbered("06/2022/QH15", "Luật Thi đua, khen thưởng")
NHA_O = [
    text("1", [numbered("65/2014/QH13", "Luật Nhà ở")]),
    text("2", [numbered("27/2023/QH15", "Luật Nhà ở", dates=["2023-11-27"])]),
]
CO_YEU = [text("1", [numbered("05/2011/QH13", "Luật Cơ yếu")])]
AMENDING = "Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa"
TAI_SAN = "Luật Quản lý, sử dụng tài sản công"
BHVB = "Luật Ban hành văn bản quy phạm pháp luật"

LAWS = [
    ("a name with its year", NHA_O, named("Luật Nhà ở", "2023"), "", "qh/2023/luat-qh15/27"),
    (
        "the year chooses among laws of one name",
        NHA_O,
        named("Luật Nhà ở", "2014-11-25"),
        "",
        "qh/2014/luat-qh13/65",
    ),
    (
        "a day that is not the one printed with the number",
        NHA_O,
        named("Luật Nhà ở", "2023-06-20"),
        "",
        None,
    ),
    ("a year in which no text knows a number", NHA_O, named("Luật Nhà ở", "2005"), "", None),
    ("two years are printed", NHA_O, named("Luật Nhà ở", "2014", "2023"), "", None),
    ("adopted anew, and no year", NHA_O, named("Luật Nhà ở"), "2025-08-29", None),
    (
        "adopted anew, but only later than the text",
        [text("1", [numbered("04/2007/QH12", "Luật Thuế thu nhập cá nhân")])],
        named("Luật Thuế thu nhập cá nhân"),
        "2024-12-31",
        "qh/2007/luat-qh12/4",
    ),
    (
        "adopted anew in the year of the text",
        [text("1", [numbered("04/2007/QH12", "Luật Thuế thu nhập cá nhân")])],
        named("Luật Thuế thu nhập cá nhân"),
        "2025-01-09",
        None,
    ),
    (
        "adopted once",
        CO_YEU,
        named("Luật Cơ yếu", identity="qh/named/luat-co-yeu"),
        "2025-08-29",
        "qh/2011/luat-qh13/5",
    ),
    (
        "adopted once, in a text without a date",
        CO_YEU,
        named("Luật Cơ yếu"),
        "",
        "qh/2011/luat-qh13/5",
    ),
    (
        "adopted anew, in a text without a date",
        [text("1", [numbered("04/2007/QH12", "Luật Thuế thu nhập cá nhân")])],
        named("Luật Thuế thu nhập cá nhân"),
        "",
        None,
    ),
    ("written before it was adopted", CO_YEU, named("Luật Cơ yếu"), "2009-01-01", None),
    (
        "a newer law of the name that the table does not know yet",
        [*CO_YEU, text("2", [numbered("12/2028/QH16", "Luật Cơ yếu")])],
        named("Luật Cơ yếu"),
        "2029-01-01",
        None,
    ),
    (
        "a name that the table does not know, and no year",
        [text("1", [numbered("45/2019/QH14", "Luật Lao động")])],
        named("Luật Lao động"),
        "2025-08-29",
        None,
    ),
    (
        "the name folded: và, commas, capitals",
        [text("1", [numbered("15/2017/QH14", "LUẬT QUẢN LÝ, SỬ DỤNG TÀI SẢN CÔNG")])],
        named("Luật Quản lý và sử dụng tài sản công"),
        "2025-08-29",
        "qh/2017/luat-qh14/15",
    ),
    (
        "a register prints the title without its type word",
        [text("1", [numbered("06/2022/QH15", "Thi đua, khen thưởng")])],
        named("Luật Thi đua, khen thưởng", "2022-06-15"),
        "",
        "qh/2022/luat-qh15/6",
    ),
    (
        "a code",
        [text("1", [numbered("45/2019/QH14", "Bộ luật Lao động", kind="Bộ luật")])],
        named("Bộ luật Lao động", "2019", kind="Bộ luật"),
        "",
        "qh/2019/luat-qh14/45",
    ),
    (
        "a law is no code of the same words",
        [text("1", [numbered("45/2019/QH14", "Bộ luật Lao động", kind="Bộ luật")])],
        named("Luật Lao động", "2019"),
        "",
        None,
    ),
    (
        "an ordinance",
        [text("1", [numbered("38/2001/UBTVQH10", "Pháp lệnh Phí và lệ phí", kind="Pháp lệnh")])],
        named("Pháp lệnh phí và lệ phí", "2001-08-28", kind="Pháp lệnh"),
        "",
        "ubtvqh/2001/pl-ubtvqh10/38",
    ),
    (
        "a law that amends is another law than the one amended",
        [text("1", [numbered("78/2025/QH15", AMENDING)])],
        named("Luật Chất lượng sản phẩm, hàng hóa", "2025"),
        "",
        None,
    ),
    (
        "a law that amends, by its own name and year",
        [text("1", [numbered("78/2025/QH15", AMENDING)])],
        named(AMENDING, "2025-06-18"),
        "",
        "qh/2025/luat-qh15/78",
    ),
    (
        "a law that amends, without a year: there may be several",
        [text("1", [numbered("78/2025/QH15", AMENDING)])],
        named(AMENDING),
        "2025-08-29",
        None,
    ),
    (
        "a number cut out of the name of the law that amends",
        [
            text("1", [numbered("15/2012/QH13", "Luật Xử lý vi phạm hành chính")]),
            text("2", [numbered("56/2024/QH15", "Luật Xử lý vi phạm hành chính")]),
        ],
        named("Luật Xử lý vi phạm hành chính"),
        "2025-08-29",
        "qh/2012/luat-qh13/15",
    ),
    (
        "a number that another text gives to a law that amends",
        [
            text("1", [numbered("78/2028/QH16", "Luật Chất lượng sản phẩm, hàng hóa")]),
            text("2", [numbered("78/2028/QH16", AMENDING)]),
        ],
        named("Luật Chất lượng sản phẩm, hàng hóa", "2028"),
        "",
        None,
    ),
    (
        "the Assembly of the symbol did not sit in that year",
        [
            text("1", [numbered("97/2015/QH13", "Luật Phí và lệ phí")]),
            text("2", [numbered("97/2015/QH14", "Luật Phí và lệ phí")]),
        ],
        named("Luật Phí và lệ phí", "2015"),
        "",
        "qh/2015/luat-qh13/97",
    ),
    (
        "two numbers of one year, one of them out of turn",
        [
            text("1", [numbered("15/2017/QH14", TAI_SAN), THI_DUA]),
            text("2", [numbered("150/2017/QH14", TAI_SAN)]),
            text("3", [numbered("24/2018/QH14", "Luật An ninh mạng")]),
        ],
        named(TAI_SAN, "2017"),
        "",
        "qh/2017/luat-qh14/15",
    ),
    (
        "two numbers of one year, one text for each",
        [
            text("1", [numbered("64/2025/QH15", BHVB)]),
            text("2", [numbered("87/2025/QH15", BHVB)]),
        ],
        named(BHVB, "2025"),
        "",
        None,
    ),
    (
        "two numbers of one year, one text against many",
        [
            text("1", [numbered("64/2025/QH15", BHVB)]),
            text("2", [numbered("64/2025/QH15", BHVB), KH_61]),
            text("3", [numbered("64/2025/QH15", BHVB), THI_DUA]),
            text("4", [numbered("87/2025/QH15", BHVB)]),
        ],
        named(BHVB, "2025-02-19"),
        "",
        "qh/2025/luat-qh15/64",
    ),
    (
        "what is no law has its title for itself",
        [text("1", [document("5/2022/QĐ-TTg", "ttg/2022/qd-ttg/5", title="Luật Cơ yếu")])],
        named("Luật Cơ yếu", "2022"),
        "",
        None,
    ),
]


@pytest.mark.parametrize(
    ("others", "law", "day", "expected"), [row[1:] for row in LAWS], ids=[row[0] for row in LAWS]
)
def test_a_name_is_a_numbered_law_where_texts_settle_it(
    others: list[Reading], law: Document, day: str, expected: str | None
) -> None:
    asking = text("9", [law], day)
    answers = set()
    for order in list(permutations([asking, *others]))[:24]:
        found = resolved(order).get((asking.source.sha256, law.key))
        answers.add(str(found.id) if found else None)
    assert answers == {expected}


def test_the_own_document_of_a_text_is_left_alone() -> None:
    draft = reading("draft.txt", named("Luật Cơ yếu"))
    assert not resolved([*CO_YEU, draft])


TITLES = ["Luật Nhà ở", "Luật Cơ yếu", "Luật Thi đua, khen thưởng"]


@st.composite
def shelves(draw: st.DrawFn) -> list[Reading]:
    """Some texts, each with laws by number or by name, some with a year, and some slips."""
    texts = []
    for number in range(draw(st.integers(2, 6))):
        cited = []
        for title in draw(st.lists(st.sampled_from(TITLES), unique=True)):
            year = draw(st.sampled_from(["2011", "2014", "2022", "2023"]))
            if draw(st.booleans()):
                term = "QH13" if year < "2016" else "QH15"
                digits = draw(st.sampled_from(["5", "27", "65"]))
                cited.append(numbered(f"{digits}/{year}/{term}", title))
            else:
                cited.append(named(title, *([year] if draw(st.booleans()) else [])))
        day = draw(st.sampled_from(["", "2013-05-01", "2025-07-21"]))
        texts.append(text(str(number), cited, day))
    return texts


@settings(deadline=None)
@given(texts=shelves(), data=st.data())
def test_the_order_of_the_texts_does_not_matter(texts: list[Reading], data: st.DataObject) -> None:
    assert resolved(texts) == resolved(data.draw(st.permutations(texts)))


@pytest.mark.parametrize(
    "typed", ["Luật Thi đua, khen thưởng", "06/2022/QH15", "qh/2022/luat-qh15/6"]
)
def test_either_name_finds_the_one_document(tmp_path: Path, typed: str) -> None:
    store = store_of(
        tmp_path,
        read(SourceText("1.txt", "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15.")),
        read(SourceText("2.txt", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")),
    )
    documents = Documents(store.dataset)
    assert matching(documents, typed) == ("https://w3id.org/luocdo/id/doc/qh/2022/luat-qh15/6",)
    found = documents.found(matching(documents, typed)[0])
    assert (found.number, found.title) == ("06/2022/QH15", "Luật Thi đua, khen thưởng")
    assert found.date == "2022-06-15"
