"""A number is not a document: which references mean the same one, and which document that is."""

from itertools import permutations

import pytest

from extract import Reading
from tests.extract.texts import cited, decision, in_body, mention_of, party_plan, reading_of

HEADED = "HUYỆN ỦY TAM ĐƯỜNG\nTỈNH LAI CHÂU\n"


def ids(reading: Reading, number: str) -> set[str | None]:
    """The ids of the documents of that number."""
    return {
        str(document.id) if document.id else None
        for document in reading.documents
        if document.number == number
    }


ONE = [
    pytest.param("69-KL/TU", "69 -KL/TU", id="spaces"),
    pytest.param("29-NQ/TW", "29/NQ-TW", id="marks"),
    pytest.param("Luật số 45/2019/QH14", "45/2019/QH14", id="law-without-its-type-word"),
    pytest.param("Kết luận số 69-KL/TU", "69-KL/TU", id="type-word-left-out"),
    pytest.param("Quyết định số 05/2018/QĐ-TTg", "Quyết định số 5/2018/QĐ-TTg", id="leading-zero"),
    pytest.param("Nghị định số 59-CP", "Nghị định số 59/CP", id="old-government"),
    pytest.param("Quyết định số 12/2018/QĐ-TTg", "Quyết định số 12/2018/QÐ-TTg", id="eth"),
    pytest.param("Quyết định số 12/2018/QĐ-TTg", "Quyết định số 12/2018/QĐ-TTG", id="letter-case"),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_two_spellings_are_one_document(first: str, second: str) -> None:
    reading = reading_of(f"Mở đầu.\nXem {first}.\nLại xem {second} nữa.")
    assert mention_of(reading, first).document == mention_of(reading, second).document


TWO = [
    pytest.param(
        "Quyết định số 12/2018/QĐ-TTg", "Quyết định số 12/QĐ-TTg", id="year-in-the-symbol-or-not"
    ),
    pytest.param("Quyết định số 12/2018/QĐ-TTg", "Quyết định số 12/2019/QĐ-TTg", id="year"),
    pytest.param("Kế hoạch số 159-KH/HU", "Kế hoạch số 159-KH/BCĐ", id="body"),
    pytest.param("Kết luận số 69-KL/TU", "Kết luận số 69-KL/TW", id="level"),
    pytest.param("Kết luận số 69-KL/TU", "Kế hoạch số 69-KH/TU", id="type"),
    pytest.param(
        "Luật số 45/2019/QH14", "Nghị quyết số 45/2019/QH14", id="law-and-resolution-of-one-number"
    ),
    pytest.param("Quy định số 11-QĐ/TW", "Quy định số 11-QĐi/TW", id="third-series"),
    pytest.param(
        "Nghị quyết số 30/2008/NQ-CP", "Nghị quyết số 30a/2008/NQ-CP", id="letter-behind-the-number"
    ),
    pytest.param("Nghị quyết số 66/NQ-CP", "Nghị quyết số 66.1/NQ-CP", id="point-in-the-number"),
    pytest.param(
        "Kết luận số 69-KL/TU của Tỉnh ủy Lai Châu",
        "Kết luận số 69-KL/TU của Tỉnh ủy Hà Giang",
        id="place",
    ),
    pytest.param(
        "Quyết định số 45/QĐ-UBND ngày 02/3/2020 của UBND tỉnh",
        "Quyết định số 45/QĐ-UBND ngày 04/5/2021 của UBND tỉnh",
        id="year-of-the-date",
    ),
    pytest.param(
        "Quyết định số 45/QĐ-UBND ngày 02/3/2020 của UBND tỉnh",
        "Quyết định số 45/QĐ-UBND ngày 02/3/2020 của UBND huyện",
        id="level-of-the-committee",
    ),
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_documents_stay_two(first: str, second: str) -> None:
    reading = reading_of(f"{HEADED}\nXem {first}.\nLại xem {second}.")
    numbered = [mention for mention in reading.mentions if mention.tier.value == "numbered"]
    assert len(numbered) == 2
    assert numbered[0].document != numbered[1].document


TERMS = (
    "Một là, Nghị quyết số 25-NQ/TW ngày 25/7/2008 của Trung ương khóa X về thanh niên.",
    "Hai là, Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Trung ương khóa XI về dân vận.",
    "Ba là, Kết luận số 80-KL/TW về đẩy mạnh thực hiện Nghị quyết số 25-NQ/TW khóa X.",
)


@pytest.mark.parametrize("order", list(permutations(TERMS)))
def test_namesakes_of_two_terms_are_two_documents_in_any_order(order: tuple[str, ...]) -> None:
    reading = reading_of("Mở đầu.\n" + "\n".join(order))
    assert ids(reading, "25") == {"tw/k10/nq-tw/25", "tw/k11/nq-tw/25"}
    assert {document.key for document in reading.documents if document.number == "25"} == {
        "25-NQ/TW@X",
        "25-NQ/TW@XI",
    }


PERIODS = [
    pytest.param("Nghị quyết số 25-NQ/TW khóa XI", "tw/k11/nq-tw/25", id="term-printed"),
    pytest.param(
        "Nghị quyết số 25-NQ/TW ngày 25/7/2008", "tw/k10/nq-tw/25", id="date-gives-the-term"
    ),
    pytest.param("Nghị quyết số 25-NQ/TW", None, id="undated-with-namesakes-stays-open"),
    pytest.param("Nghị quyết số 25-NQ/TW, ngày 31/02/2013", None, id="no-such-day-stays-open"),
    pytest.param("Quyết định số 12/2018/QĐ-TTg", "ttg/2018/qd-ttg/12", id="year-inside"),
    pytest.param("Nghị định số 162/2017", "cp/2017/nd-cp/162", id="number-and-year"),
    pytest.param("Luật số 64/2025/QH15", "qh/2025/luat-qh15/64", id="law"),
    pytest.param("Nghị định số 59-CP ngày 03/10/1996", "cp/1996/nd-cp/59", id="old-form-with-date"),
    pytest.param("Nghị định số 59-CP", None, id="old-form-without-date"),
]


@pytest.mark.parametrize(("words", "key"), PERIODS)
def test_period_of_a_number(words: str, key: str | None) -> None:
    reading = reading_of(f"Mở đầu.\nXem {words}.")
    digits = next(
        part for part in words.replace("-", " ").replace("/", " ").split() if part.isdigit()
    )
    (found,) = ids(reading, digits)
    if key is None or found is None:
        assert found == key
    else:
        assert found.split("/")[:2] == key.split("/")[:2]
        assert found.split("/")[3] == key.split("/")[3]


def test_open_reference_is_no_document_and_keeps_what_could_settle_it() -> None:
    found = cited(reading_of("Mở đầu.\nXem Nghị quyết số 25-NQ/TW."), "Nghị quyết số 25-NQ/TW")
    assert found.id is None
    assert (found.series, found.register, found.number) == ("tw", "nq-tw", "25")
    assert "/id/ref/" in found.iri


def test_undated_reference_takes_the_one_period_of_its_namesake() -> None:
    reading = reading_of(
        "Mở đầu.\nXem Nghị quyết số 25-NQ/TW ngày 03/6/2013.\nĐọc Nghị quyết số 25-NQ/TW kỹ."
    )
    assert ids(reading, "25") == {"tw/k11/nq-tw/25"}


def test_undated_reference_between_two_namesakes_far_apart_stays_open() -> None:
    reading = reading_of(
        f"Mở đầu.\n{TERMS[0]}\n{TERMS[1]}\n\nII. VIỆC KHÁC\n\nNgày mai đọc lại 25-NQ/TW ở bản."
    )
    assert ids(reading, "25") == {"tw/k10/nq-tw/25", "tw/k11/nq-tw/25", None}


RELATIVE = [
    pytest.param(
        "Kết luận số 69-KL/TU, ngày 09/4/2021",
        "lai-chau.tu/nk2020/kl-tu/69",
        id="province-committee",
    ),
    pytest.param(
        "Kế hoạch số 61-KH/HU, ngày 18/6/2021",
        "lai-chau.tam-duong.hu/nk2020/kh-hu/61",
        id="district-committee",
    ),
    pytest.param(
        "Kế hoạch số 141/KH-UBND, ngày 05/02/2021 của UBND huyện",
        "lai-chau.tam-duong.ubnd/2021/kh-ubnd/141",
        id="district-people-s-committee",
    ),
    pytest.param(
        "Kế hoạch số 358/KH-UBND, ngày 06/4/2021 của UBND tỉnh",
        "lai-chau.ubnd/2021/kh-ubnd/358",
        id="people-s-committee",
    ),
    pytest.param(
        "Kết luận số 69-KL/TU, ngày 09/4/2021 của Tỉnh ủy Hà Giang",
        "ha-giang.tu/nk2020/kl-tu/69",
        id="another-province-named",
    ),
]


@pytest.mark.parametrize(("words", "key"), RELATIVE)
def test_place_of_a_relative_body_is_the_citing_text_s(words: str, key: str) -> None:
    head = (
        "TỈNH ỦY LAI CHÂU\nHUYỆN ỦY TAM ĐƯỜNG\n*\nSố 426-BC/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Tam Đường, ngày 21 tháng 7 năm 2023\n\nBÁO CÁO\ntình hình hòa giải\n\n"
    )
    reading = reading_of(f"{head}Huyện Tam Đường, tỉnh Lai Châu đã đọc {words}.")
    number = key.rsplit("/", 1)[1]
    assert ids(reading, number) == {key}


def test_local_number_without_a_known_place_stays_open() -> None:
    reading = reading_of("Mở đầu.\nXem Kết luận số 69-KL/TU, ngày 09/4/2021.")
    assert ids(reading, "69") == {None}


def test_date_in_the_months_of_the_congresses_does_not_give_a_local_term() -> None:
    reading = reading_of(
        decision("Về hòa giải", basis="Căn cứ Kết luận số 02-KL/TU ngày 20/10/2020 của Tỉnh ủy;")
    )
    assert ids(reading, "02") == {None}


def test_one_document_with_two_claimed_issuers_is_one() -> None:
    reading = reading_of(
        "Mở đầu.\nXem Quyết định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư.\n"
        "Xem Quyết định số 124-QĐ/TW, ngày 02/02/2018 của Bộ Chính trị."
    )
    assert len(ids(reading, "124")) == 1


def test_slip_of_the_pen_is_the_document_that_is_meant() -> None:
    reading = reading_of(
        "Mở đầu.\nXem Chỉ thị số 49-CT/TW, ngày 20/10/2015 của Ban Bí thư.\nChỉ thị số "
        "49-NQ/TW đã rõ."
    )
    assert len({mention.document for mention in reading.mentions}) == 1


def test_regulation_and_decision_of_one_symbol_are_one_number() -> None:
    reading = reading_of("Mở đầu.\nXem Quyết định số 217-QĐ/TW.\nXem Quy định số 217-QĐ/TW.")
    assert len({mention.document for mention in reading.mentions}) == 1


def test_keys_are_unique_and_every_reading_has_its_own_document() -> None:
    reading = reading_of(party_plan("về hòa giải", "\n".join(TERMS)))
    keys = [document.key for document in reading.documents]
    assert len(keys) == len(set(keys))
    assert reading.document in keys


def test_period_is_that_of_the_namesake_in_the_same_relation() -> None:
    reading = reading_of(
        "Mở đầu.\nKế hoạch số 61-KH/HU thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013.\n"
        "Kế hoạch số 62-KH/HU thực hiện Nghị quyết số 25-NQ/TW ngày 12/3/2003.\n"
        "Kế hoạch số 61-KH/HU thực hiện Nghị quyết số 25-NQ/TW."
    )
    assert ids(reading, "25") == {"tw/k11/nq-tw/25", "tw/k9/nq-tw/25"}


def test_period_of_an_undated_text_of_the_centre_is_told_by_its_title() -> None:
    reading = reading_of(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 25-NQ/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nNGHỊ QUYẾT\n"
        "về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận\n-----\n\n1. Tốt.\n"
    )
    assert ids(reading, "25") == {"tw/k11/nq-tw/25"}


def test_namesakes_that_print_one_congress_term_are_one() -> None:
    """The term tells which of two programmes of one number is meant where no date does."""
    sentence = (
        "Chương trình số 5-CTr/HU, ngày 26/4/2016 của Huyện ủy khóa XVI và Chương trình số "
        "5-CTr/HU, ngày 17/3/2021 của Huyện ủy khóa XVII. Sơ kết Chương trình 5-CTr/HU khóa XVII."
    )
    reading = reading_of(in_body(sentence))
    programmes = [mention for mention in reading.mentions if mention.number == "5"]
    assert programmes[2].document == programmes[1].document != programmes[0].document


SHORT = [
    pytest.param("Nghị quyết 25 của Trung ương", "25-NQ/TW", id="of-the-same-body"),
    pytest.param("Nghị quyết 25 năm 2013", "25-NQ/TW", id="of-its-year"),
    pytest.param("Nghị quyết số 25-NQ", "25-NQ/TW", id="without-the-body-s-letters"),
    pytest.param("Nghị quyết số 25 của Tỉnh ủy", "Nghị quyết 25", id="of-another-level"),
    pytest.param("Nghị quyết số 25 của Quốc hội", "Nghị quyết 25", id="of-another-body"),
    pytest.param("Nghị quyết 25 năm 2014", "Nghị quyết 25", id="of-another-year"),
]


@pytest.mark.parametrize(("words", "key"), SHORT)
def test_number_without_its_letters(words: str, key: str) -> None:
    reading = reading_of(
        f"Mở đầu.\nXem Nghị quyết số 25-NQ/TW, ngày 03/6/2013. Đã rõ {words} về dân vận."
    )
    assert reading.mentions[-1].document == key


SAME_DAY = [
    pytest.param("; Kế hoạch số 6-KH/HU cùng ngày của Huyện ủy.", "2021-05-12", id="behind-it"),
    pytest.param("; Kế hoạch số 6-KH/HU, cùng ngày, Huyện ủy họp.", "", id="of-what-comes-next"),
    pytest.param(". Kế hoạch số 6-KH/HU cùng ngày.", "", id="in-another-sentence"),
]


@pytest.mark.parametrize(("behind", "date"), SAME_DAY)
def test_of_the_same_day(behind: str, date: str) -> None:
    reading = reading_of(in_body(f"Xem Kế hoạch số 5-KH/HU ngày 12/5/2021 về văn thư{behind}"))
    assert reading.mentions[-1].date == date


def test_two_bodies_of_open_places_are_two_and_each_is_named_again() -> None:
    body = (
        "Đảng ủy xã Bản Lang (cũ) đã ban hành Nghị quyết số 15-NQ/ĐU, ngày 10/02/2022; Đảng ủy xã "
        "Dào San (cũ) ban hành Nghị quyết số 15-NQ/ĐU, ngày 21/4/2022.\n\n"
        "Xem Nghị quyết số 15-NQ/ĐU của Đảng ủy xã Dào San (cũ). Xem Nghị quyết số 15-NQ/ĐU."
    )
    reading = reading_of(f"Mở đầu buổi họp.\n{body}")
    dates = {document.key: document.dates for document in reading.documents}
    assert [dates[mention.document] for mention in reading.mentions] == [
        ("2022-02-10",),
        ("2022-04-21",),
        ("2022-04-21",),
        (),
    ]
