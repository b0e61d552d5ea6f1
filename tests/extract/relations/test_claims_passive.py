"""The document acted on stands first: amended by, replaced by, approved in, issued with."""

import pytest

from tests.extract.texts import (
    DECISION,
    Triple,
    assert_claims,
    decision,
    in_body,
    party_plan,
    reading_of,
    triples,
)

PASSIVE = [
    pytest.param(
        "Xem Quy chế số 14-QC/HU ban hành kèm theo Quyết định số 45-QĐ/HU.",
        "45-QĐ/HU",
        "promulgates",
        "14-QC/HU",
        id="attached-with-a-number-of-its-own",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 31/2021/NĐ-CP.",
        "31/2021/NĐ-CP",
        "amends",
        "30/2020/NĐ-CP",
        id="passive-amended",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP đã bị thay thế bởi Nghị định số 31/2021/NĐ-CP.",
        "31/2021/NĐ-CP",
        "replaces",
        "30/2020/NĐ-CP",
        id="passive-replaced",
    ),
    pytest.param(
        "Xem Đề án tăng cường bồi dưỡng tổ hòa giải được phê duyệt tại Quyết định số 700/QĐ-TTg.",
        "700/QĐ-TTg",
        "approves",
        "de-an-tang-cuong-boi-duong-to-hoa-giai",
        id="passive-approved",
    ),
    pytest.param(
        "Xem Quy chế về hoạt động của tổ hòa giải ban hành kèm theo Quyết định số 12/2018/QĐ-UBND.",
        "12/2018/QĐ-UBND",
        "promulgates",
        "quy-che-ve-hoat-dong-cua-to-hoa-giai",
        id="issued-with",
    ),
    pytest.param(
        "Chỉ thị số 17-CT/TU đã được Huyện ủy cụ thể hóa bằng Kế hoạch số 64-KH/HU.",
        "64-KH/HU",
        "implements",
        "17-CT/TU",
        id="made-concrete-by-its-agent",
    ),
    pytest.param(
        "Nghị quyết số 14-NQ/TU về hòa giải được thể chế hóa thành Nghị quyết số 8/NQ-HĐND.",
        "8/NQ-HĐND",
        "implements",
        "14-NQ/TU",
        id="turned-into-law-behind-a-title",
    ),
    pytest.param(
        "Nghị quyết số 14-NQ/TU được Huyện ủy triển khai thực hiện bằng Kế hoạch số 64-KH/HU.",
        "64-KH/HU",
        "implements",
        "14-NQ/TU",
        id="carried-out-by-means-of",
    ),
    pytest.param(
        'Xem Đề án "Tổ hòa giải" mà UBND tỉnh phê duyệt tại Quyết định số 91/QĐ-UBND.',
        "91/QĐ-UBND",
        "approves",
        "de-an-to-hoa-giai",
        id="that-a-body-approved",
    ),
    pytest.param(
        "Chỉ thị số 17-CT/TU (Huyện ủy đã tổng kết tại Báo cáo số 70-BC/HU).",
        "70-BC/HU",
        "summarizes",
        "17-CT/TU",
        id="reviewed-by-a-body-in-brackets",
    ),
    pytest.param(
        "Chỉ thị số 17-CT/TU đã được sơ kết 03 năm tại Báo cáo số 70-BC/HU.",
        "70-BC/HU",
        "summarizes",
        "17-CT/TU",
        id="reviewed-after-years",
    ),
    pytest.param(
        "Nghị định số 30/2020/NĐ-CP đã hết hiệu lực, được thay thế bởi Nghị định số 31/2021/NĐ-CP.",
        "31/2021/NĐ-CP",
        "replaces",
        "30/2020/NĐ-CP",
        id="lapsed-and-replaced",
    ),
    pytest.param(
        "Nghị định số 30/2020/NĐ-CP hết hiệu lực do Nghị định số 31/2021/NĐ-CP thay thế.",
        "31/2021/NĐ-CP",
        "replaces",
        "30/2020/NĐ-CP",
        id="lapsed-because-of-what-replaces-it",
    ),
    pytest.param(
        "Nghị định số 30/2020/NĐ-CP (nay được thay thế bằng Nghị định số 31/2021/NĐ-CP).",
        "31/2021/NĐ-CP",
        "replaces",
        "30/2020/NĐ-CP",
        id="replaced-by-now",
    ),
    pytest.param(
        "Kế hoạch số 64/KH-UBND được điều chỉnh tại Quyết định số 91/QĐ-UBND.",
        "91/QĐ-UBND",
        "amends",
        "64/KH-UBND",
        id="adjusted",
    ),
]


@pytest.mark.parametrize(("sentence", "subject", "relation", "object_"), PASSIVE)
def test_title_relates_two_cited_documents_and_says_no_more(
    sentence: str, subject: str, relation: str, object_: str
) -> None:
    assert_claims(in_body(sentence), (subject, relation, object_))


HISTORY = [
    pytest.param(
        decision(
            "Về nhà ở",
            basis="Căn cứ Luật số 50/2005/QH11 (được sửa đổi, bổ sung bởi Luật số 36/2009/QH12);",
        ),
        {(DECISION, "based_on", "50/2005/QH11"), ("36/2009/QH12", "amends", "50/2005/QH11")},
        id="history-in-brackets",
    ),
    pytest.param(
        decision(
            "Về nhà ở",
            basis="Căn cứ Nghị định số 30/2020/NĐ-CP đã được sửa đổi, bổ sung một số điều "
            "theo Nghị định số 31/2021/NĐ-CP;",
        ),
        {(DECISION, "based_on", "30/2020/NĐ-CP"), ("31/2021/NĐ-CP", "amends", "30/2020/NĐ-CP")},
        id="history-in-the-basis",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HISTORY)
def test_history_is_between_the_two_it_names(text: str, expected: set[Triple]) -> None:
    assert_claims(text, *expected)


@pytest.mark.parametrize(
    ("between", "relations"),
    [
        pytest.param(
            " (được sửa đổi bởi Nghị định số 31/2021/NĐ-CP) và ",
            {("31/2021/NĐ-CP", "amends", "30/2020/NĐ-CP")},
            id="what stands behind the brackets changes nothing",
        ),
        pytest.param(
            " (được sửa đổi bởi Nghị định số 31/2021/NĐ-CP và ",
            {
                ("31/2021/NĐ-CP", "amends", "30/2020/NĐ-CP"),
                ("32/2022/NĐ-CP", "amends", "30/2020/NĐ-CP"),
            },
            id="both within them",
        ),
    ],
)
def test_brackets_that_tell_by_what_it_was_changed(between: str, relations: set[Triple]) -> None:
    sentence = f"Xem Nghị định số 30/2020/NĐ-CP{between}Nghị định số 32/2022/NĐ-CP."
    found = {triple for triple in triples(reading_of(in_body(sentence))) if triple[1] == "amends"}
    assert found == relations


@pytest.mark.parametrize(
    ("behind", "approving"),
    [
        pytest.param("; Luật Hòa giải ở cơ sở số 35/2013/QH13", set[str](), id="another type"),
        pytest.param(", Quyết định số 701/QĐ-TTg", {"701/QĐ-TTg"}, id="its own type"),
    ],
)
def test_what_approves_besides(behind: str, approving: set[str]) -> None:
    sentence = f'Xem Đề án "Bản hòa thuận" được phê duyệt tại Quyết định số 700/QĐ-TTg{behind}.'
    found = {
        subject
        for subject, relation, _ in triples(reading_of(in_body(sentence)))
        if relation == "approves"
    }
    assert found == {"700/QĐ-TTg", *approving}


@pytest.mark.parametrize("day", ["01/7/2021", "01-7-2021", "01 tháng 7 năm 2021"])
def test_what_has_lapsed_from_a_day(day: str) -> None:
    sentence = (
        f"Nghị định số 30/2020/NĐ-CP hết hiệu lực kể từ ngày {day} và được thay thế bằng Nghị "
        "định số 31/2021/NĐ-CP."
    )
    assert_claims(in_body(sentence), ("31/2021/NĐ-CP", "replaces", "30/2020/NĐ-CP"))


BY_THIS = [
    pytest.param("Kế hoạch số 61-KH/HU được thay thế bằng Kế hoạch này.", "replaces", id="by-this"),
    pytest.param(
        "Kế hoạch số 61-KH/HU bị bãi bỏ bởi Kế hoạch này.", "repeals", id="repealed-by-this"
    ),
    pytest.param("Kế hoạch số 61-KH/HU sẽ được thay thế bằng Kế hoạch này.", "cites", id="later"),
    pytest.param(
        "Kế hoạch số 61-KH/HU được thay thế bằng Quy chế này.", "cites", id="by-another-text"
    ),
    pytest.param(
        "Đề nghị Kế hoạch số 61-KH/HU được thay thế bằng Kế hoạch này.", "cites", id="a-wish"
    ),
]


@pytest.mark.parametrize("section", ["I. TÌNH HÌNH", "III. TỔ CHỨC THỰC HIỆN"])
@pytest.mark.parametrize(("sentence", "relation"), BY_THIS)
def test_what_the_text_itself_replaces(sentence: str, relation: str, section: str) -> None:
    reading = reading_of(party_plan("phát triển chợ", f"{section}\n\n{sentence}"))
    assert [claim.relation.value for claim in reading.claims] == [relation]
