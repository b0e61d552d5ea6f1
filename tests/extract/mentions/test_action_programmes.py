"""Programmes of action without a number: whose they are, and what they carry out."""

import pytest

from ontology.documents.relation import Relation
from tests.extract.texts import in_body, quotes, reading_of, triples

PROGRAMME = "Chương trình hành động của Chính phủ thực hiện Nghị quyết số 36-NQ/TW"

CALLED = [
    pytest.param(f"Bám sát {PROGRAMME} về biển.", [PROGRAMME], id="a-body-and-a-number"),
    pytest.param(
        "Theo Chương trình hành động của Tỉnh ủy nhằm triển khai thực hiện Chỉ thị số 5-CT/TW.",
        [
            "Chương trình hành động của Tỉnh ủy nhằm triển khai thực hiện Chỉ thị số 5-CT/TW",
        ],
        id="with-words-between",
    ),
    pytest.param(
        "Theo Chương trình hành động của Chính phủ triển khai Chỉ thị số 5-CT/TW.",
        ["Chương trình hành động của Chính phủ triển khai Chỉ thị số 5-CT/TW"],
        id="another-verb",
    ),
    pytest.param(
        "Theo chương trình hành động thực hiện Chỉ thị số 5-CT/TW.", [], id="nobody's, in prose"
    ),
    pytest.param(
        "Lập kế hoạch của huyện thực hiện Chỉ thị số 5-CT/TW.", [], id="any-plan-of-a-place"
    ),
    pytest.param(
        "Chương trình hành động của Chính phủ, các bộ thực hiện Chỉ thị số 5-CT/TW.",
        [],
        id="the-body-ends-before",
    ),
]


@pytest.mark.parametrize(("sentence", "names"), CALLED)
def test_programme_is_named_by_its_body_and_what_it_carries_out(
    sentence: str, names: list[str]
) -> None:
    assert quotes(reading_of(in_body(sentence)), "named") == names


def test_the_programme_carries_out_and_is_what_is_changed() -> None:
    text = in_body(f"Nghị quyết số 9/NQ-CP ngày 05/3/2021 sửa đổi, bổ sung {PROGRAMME}.")
    stated = {
        (subject[:30], relation, object_[:30])
        for subject, relation, object_ in triples(reading_of(text))
        if relation is not Relation.CITES
    }
    key = "chuong-trinh-hanh-dong-cua-chinh-phu-thuc-hien"[:30]
    assert stated == {
        (key, Relation.IMPLEMENTS, "36-NQ/TW"),
        ("9/NQ-CP", Relation.AMENDS, key),
    }


def identity_of(sentence: str) -> str:
    (programme,) = [
        document
        for document in reading_of(in_body(sentence)).documents
        if document.type == "Chương trình"
    ]
    return str(programme.id)


def test_number_and_year_say_which_programme_it_is() -> None:
    short = identity_of(f"Theo {PROGRAMME} ngày 22 tháng 10 năm 2018, cả tỉnh làm.")
    long = identity_of(f"Theo {PROGRAMME} ngày 22/10/2018 của Ban Chấp hành Trung ương về biển.")
    other = identity_of(f"Theo {PROGRAMME} ngày 04/7/2023, cả tỉnh làm.")
    assert short == long != other
    assert identity_of(f"Theo {PROGRAMME}, cả tỉnh làm.") == "None"


def test_one_verb_or_another_is_one_programme() -> None:
    day = "ngày 22 tháng 10 năm 2018"
    carried = PROGRAMME.replace("thực hiện", "triển khai")
    assert identity_of(f"Theo {carried} {day}.") == identity_of(f"Theo {PROGRAMME} {day}.")


def test_a_programme_of_an_unknown_province_is_open() -> None:
    local = PROGRAMME.replace("Chính phủ", "Ban Thường vụ Tỉnh ủy")
    reading = reading_of(f"Mở đầu buổi họp.\nTheo {local} ngày 22/10/2018.")
    (programme,) = [each for each in reading.documents if each.type == "Chương trình"]
    assert (programme.id, programme.level.value) == (None, "province")
