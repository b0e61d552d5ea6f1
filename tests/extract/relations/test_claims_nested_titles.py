"""Titles inside titles, and lists: which document a verb belongs to."""

import pytest

from tests.extract.texts import (
    REPORT,
    Triple,
    assert_claims,
    decision,
    in_body,
    reading_of,
    triples,
)

NESTED = [
    pytest.param(
        "Xem Kế hoạch thực hiện Chương trình hành động số 15-CTr/HU ngày 30/9/2020 của Huyện ủy "
        "triển khai thực hiện Nghị quyết số 68-NQ/TW của Bộ Chính trị.",
        {("15-CTr/HU", "implements", "68-NQ/TW")},
        id="who-is-named-in-a-name-has-a-title-of-its-own",
    ),
    pytest.param(
        "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ quy định về hòa giải; quy định chi tiết "
        "Luật Hòa giải; Thông tư số 9/2021/TT-BTP của Bộ Tư pháp.",
        {("30/2020/NĐ-CP", "details", "luat-hoa-giai")},
        id="title-that-goes-on-behind-a-semicolon",
    ),
    pytest.param(
        "Xem Thông tư số 10/2021/TT-BTP quy định chi tiết Luật Hòa giải về ghi sổ và một số điều "
        "của Luật Cư trú.",
        {
            ("10/2021/TT-BTP", "details", "luat-hoa-giai"),
            ("10/2021/TT-BTP", "details", "luat-cu-tru"),
        },
        id="some-provisions-of-a-second-law",
    ),
    pytest.param(
        "Xem Thông tư số 10/2021/TT-BTP sửa đổi, bổ sung và bãi bỏ một số điều của Thông tư số "
        "09/2019/TT-BTP.",
        {
            ("10/2021/TT-BTP", "amends", "09/2019/TT-BTP"),
            ("10/2021/TT-BTP", "repeals", "09/2019/TT-BTP"),
        },
        id="two-verbs-of-one-object",
    ),
    pytest.param(
        "Xem Thông tư số 10/2021/TT-BTP sửa đổi và hủy bỏ một số điều của Thông tư số "
        "09/2019/TT-BTP.",
        {
            ("10/2021/TT-BTP", "amends", "09/2019/TT-BTP"),
            ("10/2021/TT-BTP", "repeals", "09/2019/TT-BTP"),
        },
        id="amends-and-annuls",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện nghị quyết đại hội đảng bộ các cấp, Kết luận số "
        "69-KL/TU.",
        {("61-KH/HU", "implements", "69-KL/TU")},
        id="beside-the-resolutions-of-congresses",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU tổ chức hội nghị trực tuyến triển khai Kết luận số 69-KL/TU.",
        {("61-KH/HU", "disseminates", "69-KL/TU")},
        id="conference-makes-known",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về củng cố tổ hòa giải, tuyên truyền Kết luận số 69-KL/TU.",
        {(REPORT, "disseminates", "69-KL/TU")},
        id="spreading-behind-a-comma-is-the-report-s",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND ngày 02/3/2020 thay thế Quyết định số 12/QĐ-UBND ngày "
        "02/3/2020.",
        {("46/QĐ-UBND", "replaces", "12/QĐ-UBND")},
        id="replaces-one-of-the-same-day",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về hòa giải gắn với việc thực hiện Kết luận số 69-KL/TU.",
        set(),
        id="carried-out-beside-it",
    ),
    pytest.param(
        "Dân đồng lòng. Thực hiện Kết luận số 69-KL/TU của Tỉnh ủy, Huyện ủy đã xây dựng Kế "
        "hoạch số 61-KH/HU.",
        {("61-KH/HU", "implements", "69-KL/TU")},
        id="body-draws-up-to-carry-out",
    ),
    pytest.param(
        "Thực hiện Kết luận số 69-KL/TU, Huyện ủy ban hành Kế hoạch số 61-KH/HU trong tháng sáu.",
        {("61-KH/HU", "implements", "69-KL/TU")},
        id="body-issues-to-carry-out",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Kết luận số 69-KL/TU về tiếp tục thực hiện Đề "
        'án "Vận động hòa giải".',
        {
            ("61-KH/HU", "implements", "69-KL/TU"),
            ("69-KL/TU", "continues", "de-an-van-dong-hoa-giai"),
        },
        id="recursive-title",
    ),
    pytest.param(
        "Xem Quyết định số 877/QĐ-BTP về thực hiện Nghị quyết số 03/NQ-CP ban hành Chương "
        "trình hành động thực hiện Nghị quyết số 57-NQ/TW.",
        {
            ("877/QĐ-BTP", "implements", "03/NQ-CP"),
            (
                "03/NQ-CP",
                "promulgates",
                "chuong-trinh-hanh-dong-thuc-hien-nghi-quyet-so-57-nq-tw",
            ),
            (
                "chuong-trinh-hanh-dong-thuc-hien-nghi-quyet-so-57-nq-tw",
                "implements",
                "57-NQ/TW",
            ),
        },
        id="verb-of-the-nearest-head",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW.",
        {("61-KH/HU", "implements", "217-QĐ/TW"), ("61-KH/HU", "implements", "218-QĐ/TW")},
        id="list-shares-the-verb",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Quyết định số 217, 218-QĐ/TW.",
        {("61-KH/HU", "implements", "217-QĐ/TW"), ("61-KH/HU", "implements", "218-QĐ/TW")},
        id="list-shares-verb-and-symbol",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Kết luận số 69-KL/TU; Kế hoạch số 62-KH/HU về "
        "thực hiện Chỉ thị số 05-CT/TW.",
        {("61-KH/HU", "implements", "69-KL/TU"), ("62-KH/HU", "implements", "05-CT/TW")},
        id="semicolon-parts-two-titles",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Kết luận số 69-KL/TU, Kế hoạch số 62-KH/HU về "
        "công tác chợ.",
        {("61-KH/HU", "implements", "69-KL/TU")},
        id="next-item-is-no-object",
    ),
    pytest.param(
        "Xem Thông tư số 09/2019/TT-BTP hướng dẫn Nghị định số 15/2014/NĐ-CP quy định chi tiết "
        "Luật Hòa giải ở cơ sở.",
        {
            ("09/2019/TT-BTP", "guides", "15/2014/NĐ-CP"),
            ("15/2014/NĐ-CP", "details", "luat-hoa-giai-o-co-so"),
        },
        id="guides-what-details",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), NESTED)
def test_each_verb_belongs_to_the_nearest_document(sentence: str, expected: set[Triple]) -> None:
    assert_claims(in_body(sentence), *expected)


def test_a_name_that_holds_a_chain_carries_out_its_first_document_only() -> None:
    claimed = triples(
        reading_of(
            decision(
                "Ban hành Chương trình hành động thực hiện Kết luận số 69-KL/TU về tiếp tục thực "
                "hiện Nghị quyết số 24-NQ/TW"
            )
        )
    )
    assert {(relation, object_) for _, relation, object_ in claimed if object_[0].isdigit()} == {
        ("implements", "69-KL/TU"),
        ("continues", "24-NQ/TW"),
    }
    assert ("69-KL/TU", "continues", "24-NQ/TW") in claimed
