from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import Document, Reading
from ontology.level import Level
from tests.graph.made import DAN_VAN, KH_61, KL_69, document, reading, resolved


def citing(name: str, cited: Sequence[Document], *, day: str = "2023-07-21") -> Reading:
    """A district report of Tam Đường, written on ``day``, that mentions ``cited``."""
    own = document(
        f"{name}-BC/HU",
        f"lai-chau.tam-duong.hu/nk2020/bc-hu/{name}",
        dates=[day] if day else [],
        level=Level.DISTRICT,
        place="lai-chau.tam-duong",
    )
    return reading(f"{name}.txt", own, cited)


def local(
    key: str = "69-KL/TU",
    *,
    series: str = "lai-chau.tu",
    register: str = "kl-tu",
    dates: Sequence[str] = (),
    term: str = "",
    title: str = "",
) -> Document:
    """A provincial document whose text leaves open which it is."""
    return document(
        key,
        series=series,
        register=register,
        dates=dates,
        term=term,
        title=title,
        level=Level.PROVINCE,
        place=series.rpartition(".")[0],
    )


def central(
    key: str, register: str, *, dates: Sequence[str] = (), term: str = "", title: str = ""
) -> Document:
    return document(key, series="tw", register=register, dates=dates, term=term, title=title)


def candidate(period: str, day: str, *, title: str = "", term: str = "") -> Document:
    return document(
        "69-KL/TU",
        f"lai-chau.tu/{period}/kl-tu/69",
        dates=[day],
        term=term,
        level=Level.PROVINCE,
        place="lai-chau",
        title=title,
    )


OPEN = [
    # one text is sure of the term, the other has the date alone, from the months of congresses
    (
        "the exact date is that of one holder",
        [citing("1", [candidate("nk2020", "2020-10-01")])],
        local(dates=["2020-10-01"]),
        "lai-chau.tu/nk2020/kl-tu/69",
    ),
    (
        "the exact date is that of two holders",
        [
            citing("1", [candidate("nk2020", "2020-10-01")]),
            citing("2", [candidate("nk2015", "2020-10-01")]),
        ],
        local(dates=["2020-10-01"]),
        None,
    ),
    (
        "an exact date that is no holder's",
        [citing("1", [candidate("nk2020", "2021-04-09")])],
        local(dates=["2020-10-01"]),
        None,
    ),
    (
        "the printed term is that of one holder",
        [
            citing("1", [candidate("nk2020", "2021-04-09", term="XIV")]),
            citing("2", [candidate("nk2015", "2016-04-09", term="XIII")]),
        ],
        local(term="XIII"),
        "lai-chau.tu/nk2015/kl-tu/69",
    ),
    (
        "the title is that of one of two holders",
        [
            citing(
                "1", [candidate("nk2020", "2021-04-09", title="công tác dân vận vùng biên giới")]
            ),
            citing("2", [candidate("nk2015", "2016-04-09", title="phát triển cây cao su")]),
        ],
        local(title="về phát triển cây cao su"),
        "lai-chau.tu/nk2015/kl-tu/69",
    ),
    (
        "one holder, in the register that was current when the text was written",
        [citing("1", [KL_69])],
        local(),
        "lai-chau.tu/nk2020/kl-tu/69",
    ),
    (
        "one holder, of an earlier register, and no title to speak for it",
        [citing("1", [candidate("nk2015", "2016-04-09")])],
        local(),
        None,
    ),
    (
        "one holder, of an earlier register, with the same title",
        [citing("1", [candidate("nk2015", "2016-04-09", title="phát triển cây cao su")])],
        local(title="phát triển cây cao su trên địa bàn"),
        "lai-chau.tu/nk2015/kl-tu/69",
    ),
    (
        "one holder, whose title speaks of something else",
        [citing("1", [candidate("nk2020", "2021-04-09", title="phát triển cây cao su")])],
        local(title="phòng, chống ma túy"),
        None,
    ),
    (
        "two holders, and nothing to tell them apart",
        [
            citing("1", [candidate("nk2020", "2021-04-09")]),
            citing("2", [candidate("nk2015", "2016-04-09")]),
        ],
        local(),
        None,
    ),
    (
        "the only holder is younger than the text",
        [citing("1", [candidate("nk2020", "2024-01-05")], day="2024-02-01")],
        local(),
        None,
    ),
    (
        "the same number of another province",
        [citing("1", [KL_69])],
        local(series="ha-giang.tu"),
        None,
    ),
    (
        "the place is not known",
        [citing("1", [KL_69])],
        local(series=""),
        None,
    ),
    (
        "the title is that of one known document of the centre",
        [],
        central("25-NQ/TW", "nq-tw", title="tăng cường sự lãnh đạo đối với công tác thanh niên"),
        "tw/k10/nq-tw/25",
    ),
    (
        "a text knows one holder, the table knows of others",
        [citing("1", [DAN_VAN])],
        central("25-NQ/TW", "nq-tw"),
        None,
    ),
    (
        "a text and the table know the one holder",
        [citing("1", [document("217-QĐ/TW", "tw/k11/qd-tw/217", dates=["2013-12-12"])])],
        central("217-QĐ/TW", "qd-tw"),
        "tw/k11/qd-tw/217",
    ),
    (
        "the table alone knows a holder, and nothing speaks for it",
        [],
        central("217-QĐ/TW", "qd-tw"),
        None,
    ),
    (
        "the title is that of a Quy định whose register is printed without its i",
        [],
        central(
            "11-QĐ/TW",
            "qd-tw",
            title="trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân, đối thoại",
        ),
        "tw/k12/qdi-tw/11",
    ),
]


@pytest.mark.parametrize(
    ("others", "cited", "expected"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN]
)
def test_an_open_number_is_settled_by_other_texts_or_stays_open(
    others: list[Reading], cited: Document, expected: str | None
) -> None:
    asking = citing("9", [cited])
    answers = set()
    for order in permutations([asking, *others]):
        found = resolved(order).get((asking.source.sha256, cited.key))
        answers.add(str(found.id) if found else None)
    assert answers == {expected}


def test_a_text_that_arrives_later_settles_an_earlier_reference() -> None:
    asking = citing("9", [local()])
    key = (asking.source.sha256, "69-KL/TU")
    assert key not in resolved([asking])
    assert str(resolved([asking, citing("1", [KL_69])])[key].id) == "lai-chau.tu/nk2020/kl-tu/69"


def test_a_text_without_a_date_was_written_after_what_it_mentions() -> None:
    alone = citing("9", [local()], day="")
    dated = citing("8", [local(), KH_61], day="")
    found = resolved([citing("1", [KL_69]), alone, dated])
    assert (alone.source.sha256, "69-KL/TU") not in found
    assert (dated.source.sha256, "69-KL/TU") in found


@pytest.mark.parametrize("month", ["2023-02", "2023-04", "2023-07"])
def test_a_text_of_a_month_was_written_by_its_last_day(month: str) -> None:
    asking = citing("9", [local()], day=month)
    found = resolved([citing("1", [KL_69]), asking])
    assert str(found[asking.source.sha256, "69-KL/TU"].id) == "lai-chau.tu/nk2020/kl-tu/69"


def test_what_settles_one_reference_settles_another_of_the_same_day() -> None:
    titled = local(dates=["2020-10-01"], title="phát triển cây cao su")
    plain = local(dates=["2020-10-01"])
    sure = document(
        "69-KL/TU", "lai-chau.tu/nk2015/kl-tu/69", title="phát triển cây cao su", place="lai-chau"
    )
    texts = [citing("1", [titled]), citing("2", [plain]), citing("3", [sure]), citing("4", [KL_69])]
    for order in permutations(texts):
        found = resolved(order)
        assert str(found[texts[0].source.sha256, "69-KL/TU"].id) == "lai-chau.tu/nk2015/kl-tu/69"
        assert str(found[texts[1].source.sha256, "69-KL/TU"].id) == "lai-chau.tu/nk2015/kl-tu/69"
    assert not resolved([texts[1], texts[2], texts[3]]) or resolved(texts[1:]) == resolved(
        texts[:0:-1]
    )


def test_a_text_that_keeps_two_holders_apart_is_not_merged() -> None:
    asking = citing("9", [KL_69, local("69-KL/TU@?")])
    assert (asking.source.sha256, "69-KL/TU@?") not in resolved([asking, citing("1", [KL_69])])


def test_the_date_corrects_the_register_that_shares_its_letters() -> None:
    wrong = document("11-QĐ/TW", "tw/k12/qd-tw/11", dates=["2019-02-18"])
    right = document("11-QĐ/TW", "tw/k12/qd-tw/11", dates=["2016-09-01"])
    first, second = citing("1", [wrong]), citing("2", [right])
    found = resolved([first, second])
    assert str(found[first.source.sha256, "11-QĐ/TW"].id) == "tw/k12/qdi-tw/11"
    assert (second.source.sha256, "11-QĐ/TW") not in found


def test_names_are_left_as_they_are() -> None:
    law = document("luat-dat-dai", "qh/named/luat-dat-dai", title="Luật Đất đai")
    assert not resolved([citing("1", [law]), citing("2", [law])])


PERIODS = {"nk2015": ("2016-04-09", "2018-03-01"), "nk2020": ("2021-04-09", "2020-10-01")}


@st.composite
def archives(draw: st.DrawFn) -> list[Reading]:
    """Some texts, each with one or two mentions of 69-KL/TU, certain or open, in any state."""
    texts = []
    for number in range(draw(st.integers(2, 6))):
        cited = []
        for key in draw(st.lists(st.sampled_from(["69-KL/TU", "69-KL/TU@2"]), unique=True)):
            period = draw(st.sampled_from(sorted(PERIODS)))
            day = draw(st.sampled_from(["", "2021", *PERIODS[period]]))
            title = draw(st.sampled_from(["", "phát triển cây cao su", "công tác dân vận"]))
            known = f"lai-chau.tu/{period}/kl-tu/69" if draw(st.booleans()) else ""
            cited.append(
                document(
                    key,
                    known,
                    series="lai-chau.tu",
                    register="kl-tu",
                    dates=[day] if day else [],
                    title=title,
                    level=Level.PROVINCE,
                    place="lai-chau",
                )
            )
        texts.append(
            citing(str(number), cited, day=draw(st.sampled_from(["2019-05-01", "2023-07-21"])))
        )
    return texts


@settings(deadline=None)
@given(texts=archives(), data=st.data())
def test_the_order_of_the_texts_does_not_matter(texts: list[Reading], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(texts))
    assert resolved(texts) == resolved(shuffled)


@settings(deadline=None)
@given(texts=archives(), data=st.data())
def test_what_is_settled_is_one_of_the_holders(texts: list[Reading], data: st.DataObject) -> None:
    certain = {item.id for text in texts for item in text.documents if item.id}
    assert {found.id for found in resolved(texts).values()} <= certain
