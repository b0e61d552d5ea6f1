"""Whose relation it is: every relation with what states it, and what only looks like it."""

import pytest

from ontology.relation import Relation
from tests.extract.texts import (
    Triple,
    claim_of,
    decision,
    party_plan,
    reading_of,
    report,
    triples,
)

PLAN, DECISION, REPORT = "88-KH/HU", "45/2022/QĐ-UBND", "301-BC/HU"


def in_body(sentence: str) -> str:
    """A report that says nothing itself but ``sentence``."""
    return report(
        "tình hình công tác hòa giải năm 2023", f"I. Tình hình\n\nNhìn chung tốt.\n\n{sentence}"
    )


def in_article(sentence: str) -> str:
    return decision("Về công tác hòa giải", f"Điều 1. {sentence}")


BETWEEN_CITED = [
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="ve-thuc-hien",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU, ngày 18/6/2021 của Huyện ủy về việc triển khai thực hiện "
        "Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="fields-in-between",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU tổ chức thực hiện Chỉ thị số 05-CT/TW.",
        "61-KH/HU",
        "implements",
        "05-CT/TW",
        id="without-ve",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP về thi hành Luật Lưu trữ.",
        "30/2020/NĐ-CP",
        "implements",
        "luat-luu-tru",
        id="thi-hanh-a-law",
    ),
    pytest.param(
        "Xem Nghị quyết số 03/NQ-CP ban hành Chương trình hành động thực hiện Nghị quyết số "
        "57-NQ/TW.",
        "03/NQ-CP",
        "implements",
        "57-NQ/TW",
        id="action-programme",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về cụ thể hóa Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="concretizes",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về cụ thể hoá Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="concretizes-older-spelling",
    ),
    pytest.param(
        "Xem Kết luận số 80-KL/TW về đẩy mạnh thực hiện Nghị quyết số 25-NQ/TW.",
        "80-KL/TW",
        "implements",
        "25-NQ/TW",
        id="intensified",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW về tiếp tục thực hiện Nghị quyết số 25-NQ/TW.",
        "43-KL/TW",
        "continues",
        "25-NQ/TW",
        id="continued",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW về tiếp tục đẩy mạnh thực hiện Nghị quyết số 25-NQ/TW.",
        "43-KL/TW",
        "continues",
        "25-NQ/TW",
        id="continued-with-force",
    ),
    pytest.param(
        'Xem Kết luận số 69-KL/TU về tiếp tục thực hiện Đề án "Bồi dưỡng tổ hòa giải".',
        "69-KL/TU",
        "continues",
        "de-an-boi-duong-to-hoa-giai",
        id="continued-scheme",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU sơ kết 5 năm thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="interim-review",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU tổng kết 10 năm thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="final-review",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU về kết quả thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="results",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU tình hình triển khai, thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="state-of-things",
    ),
    pytest.param(
        "Xem Quyết định số 23-QĐ/TW về việc ban hành Quy chế công tác hòa giải ở bản.",
        "23-QĐ/TW",
        "promulgates",
        "quy-che-cong-tac-hoa-giai-o-ban",
        id="issues-a-regulation",
    ),
    pytest.param(
        "Xem Quyết định số 700/QĐ-TTg phê duyệt Đề án tăng cường bồi dưỡng tổ hòa giải.",
        "700/QĐ-TTg",
        "approves",
        "de-an-tang-cuong-boi-duong-to-hoa-giai",
        id="approves-a-scheme",
    ),
    pytest.param(
        "Xem Thông tư số 09/2019/TT-BTP hướng dẫn thi hành Nghị định số 15/2014/NĐ-CP.",
        "09/2019/TT-BTP",
        "guides",
        "15/2014/NĐ-CP",
        id="guides",
    ),
    pytest.param(
        "Xem Hướng dẫn số 12-HD/BTCTW hướng dẫn thực hiện Quy định số 24-QĐ/TW.",
        "12-HD/BTCTW",
        "guides",
        "24-QĐ/TW",
        id="guides-party",
    ),
    pytest.param(
        "Xem Nghị định số 15/2014/NĐ-CP quy định chi tiết một số điều của Luật Hòa giải ở cơ sở.",
        "15/2014/NĐ-CP",
        "details",
        "luat-hoa-giai-o-co-so",
        id="details",
    ),
    pytest.param(
        "Xem Nghị định số 15/2014/NĐ-CP quy định chi tiết và hướng dẫn thi hành Luật Hòa giải "
        "ở cơ sở.",
        "15/2014/NĐ-CP",
        "details",
        "luat-hoa-giai-o-co-so",
        id="details-goes-before-guides",
    ),
    pytest.param(
        "Xem Nghị định số 31/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số "
        "30/2020/NĐ-CP.",
        "31/2021/NĐ-CP",
        "amends",
        "30/2020/NĐ-CP",
        id="amends",
    ),
    pytest.param(
        "Xem Thông tư số 10/2021/TT-BTP sửa đổi khoản 2 Điều 5 Thông tư số 09/2019/TT-BTP.",
        "10/2021/TT-BTP",
        "amends",
        "09/2019/TT-BTP",
        id="amends-a-part",
    ),
    pytest.param(
        "Xem Nghị định số 31/2021/NĐ-CP thay thế Nghị định số 30/2020/NĐ-CP.",
        "31/2021/NĐ-CP",
        "replaces",
        "30/2020/NĐ-CP",
        id="replaces",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND bãi bỏ Quyết định số 12/2018/QĐ-UBND.",
        "46/QĐ-UBND",
        "repeals",
        "12/2018/QĐ-UBND",
        id="repeals",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND về việc hủy bỏ Quyết định số 12/2018/QĐ-UBND.",
        "46/QĐ-UBND",
        "repeals",
        "12/2018/QĐ-UBND",
        id="annuls",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND về việc huỷ bỏ Quyết định số 12/2018/QĐ-UBND.",
        "46/QĐ-UBND",
        "repeals",
        "12/2018/QĐ-UBND",
        id="annuls-older-spelling",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND đính chính Quyết định số 12/2018/QĐ-UBND.",
        "46/QĐ-UBND",
        "corrects",
        "12/2018/QĐ-UBND",
        id="corrects",
    ),
    pytest.param(
        "Xem Văn bản hợp nhất số 11/VBHN-BTC hợp nhất Nghị định số 30/2020/NĐ-CP.",
        "11/VBHN-BTC",
        "consolidates",
        "30/2020/NĐ-CP",
        id="consolidates",
    ),
    pytest.param(
        "Xem Nghị quyết số 15/NQ-CP về tạm ngưng hiệu lực Nghị định số 30/2020/NĐ-CP.",
        "15/NQ-CP",
        "suspends",
        "30/2020/NĐ-CP",
        id="suspends",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND đình chỉ việc thi hành Quyết định số 12/2018/QĐ-UBND.",
        "46/QĐ-UBND",
        "suspends",
        "12/2018/QĐ-UBND",
        id="stops-the-execution",
    ),
    pytest.param(
        "Xem Nghị quyết số 15/NQ-CP về kéo dài thời gian thực hiện Nghị quyết số 11/NQ-CP.",
        "15/NQ-CP",
        "extends",
        "11/NQ-CP",
        id="extends",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về kiểm tra việc triển khai, thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "monitors",
        "69-KL/TU",
        id="inspection",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về giám sát việc thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "monitors",
        "69-KL/TU",
        id="supervision",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về kiểm tra, đôn đốc việc thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "monitors",
        "69-KL/TU",
        id="inspecting-and-urging",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về quán triệt Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "disseminates",
        "69-KL/TU",
        id="study",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về học tập, quán triệt, tuyên truyền Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "disseminates",
        "69-KL/TU",
        id="study-in-three-verbs",
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
]


@pytest.mark.parametrize(("sentence", "subject", "relation", "object_"), BETWEEN_CITED)
def test_title_relates_two_cited_documents_and_says_no_more(
    sentence: str, subject: str, relation: str, object_: str
) -> None:
    assert triples(reading_of(in_body(sentence))) == {(subject, relation, object_)}


OWN = [
    pytest.param(
        party_plan("về thực hiện Kết luận số 69-KL/TU"),
        {(PLAN, "implements", "69-KL/TU")},
        id="own-title",
    ),
    pytest.param(
        party_plan(
            "về công tác hòa giải",
            "Thực hiện Kết luận số 69-KL/TU của Tỉnh ủy, Huyện ủy xây dựng kế hoạch như sau:",
        ),
        {(PLAN, "implements", "69-KL/TU")},
        id="opening",
    ),
    pytest.param(
        party_plan(
            "về công tác hòa giải",
            "Để triển khai thực hiện Kết luận số 69-KL/TU, Huyện ủy xây dựng kế hoạch như sau:",
        ),
        {(PLAN, "implements", "69-KL/TU")},
        id="opening-with-a-purpose",
    ),
    pytest.param(
        party_plan(
            "về công tác hòa giải",
            "- Thực hiện Kết luận số 69-KL/TU và Kế hoạch số 31-KH/TU của Tỉnh ủy, Huyện ủy "
            "lập kế hoạch:",
        ),
        {(PLAN, "implements", "69-KL/TU"), (PLAN, "implements", "31-KH/TU")},
        id="opening-with-a-list",
    ),
    pytest.param(
        party_plan("tiếp tục thực hiện Kết luận số 69-KL/TU"),
        {(PLAN, "continues", "69-KL/TU")},
        id="own-title-continues",
    ),
    pytest.param(
        party_plan("tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW"),
        {(PLAN, "summarizes", "25-NQ/TW")},
        id="plan-of-a-review",
    ),
    pytest.param(
        report("kết quả thực hiện Kết luận số 69-KL/TU"),
        {(REPORT, "summarizes", "69-KL/TU")},
        id="report-on-results",
    ),
    pytest.param(
        report(
            "sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XX và Kết "
            "luận số 69-KL/TU"
        ),
        {
            (REPORT, "summarizes", "nghi-quyet-dai-hoi-dang-bo-huyen-lan-thu-xx"),
            (REPORT, "summarizes", "69-KL/TU"),
        },
        id="report-title-with-a-list",
    ),
    pytest.param(
        party_plan("kiểm tra việc triển khai, thực hiện Kết luận số 69-KL/TU"),
        {(PLAN, "monitors", "69-KL/TU")},
        id="own-inspection",
    ),
    pytest.param(
        decision(
            "Về tổ hòa giải",
            "Điều 1. Lập tổ.",
            basis="Căn cứ Luật Hòa giải ở cơ sở;\n\nCăn cứ Nghị định số 15/2014/NĐ-CP;",
        ),
        {(DECISION, "based_on", "luat-hoa-giai-o-co-so"), (DECISION, "based_on", "15/2014/NĐ-CP")},
        id="basis-line-by-line",
    ),
    pytest.param(
        decision(
            "Về tổ hòa giải",
            "Điều 1. Lập tổ.",
            basis="Căn cứ Luật Đất đai; Luật Nhà ở; Nghị định số 15/2014/NĐ-CP;",
        ),
        {
            (DECISION, "based_on", "luat-dat-dai"),
            (DECISION, "based_on", "luat-nha-o"),
            (DECISION, "based_on", "15/2014/NĐ-CP"),
        },
        id="basis-in-a-list",
    ),
    pytest.param(
        decision(
            "Về tổ hòa giải",
            "Điều 1. Lập tổ.",
            basis="Căn cứ Nghị định số 15/2014/NĐ-CP quy định chi tiết Luật Hòa giải ở cơ sở;",
        ),
        {
            (DECISION, "based_on", "15/2014/NĐ-CP"),
            ("15/2014/NĐ-CP", "details", "luat-hoa-giai-o-co-so"),
        },
        id="basis-and-its-title",
    ),
    pytest.param(
        in_article("Phê duyệt Đề án phát triển tổ hòa giải vùng cao."),
        {(DECISION, "approves", "de-an-phat-trien-to-hoa-giai-vung-cao")},
        id="approves",
    ),
    pytest.param(
        in_article("Ban hành kèm theo Quyết định này Quy chế hoạt động của tổ hòa giải."),
        {(DECISION, "promulgates", "quy-che-hoat-dong-cua-to-hoa-giai")},
        id="promulgates",
    ),
    pytest.param(
        in_article("Bãi bỏ Quyết định số 12/2018/QĐ-UBND."),
        {(DECISION, "repeals", "12/2018/QĐ-UBND")},
        id="repeals",
    ),
    pytest.param(
        in_article(
            "Bãi bỏ các văn bản sau đây:\n1. Quyết định số 12/2018/QĐ-UBND về chợ;\n2. Quyết "
            "định số 14/2019/QĐ-UBND về bến xe."
        ),
        {(DECISION, "repeals", "12/2018/QĐ-UBND"), (DECISION, "repeals", "14/2019/QĐ-UBND")},
        id="repeals-a-list-line-by-line",
    ),
    pytest.param(
        in_article(
            "Quyết định này có hiệu lực từ ngày 20/10/2022 và thay thế Quyết định số "
            "12/2018/QĐ-UBND."
        ),
        {(DECISION, "replaces", "12/2018/QĐ-UBND")},
        id="replaces",
    ),
    pytest.param(
        in_article(
            "Quyết định số 12/2018/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực."
        ),
        {(DECISION, "repeals", "12/2018/QĐ-UBND")},
        id="lapses",
    ),
    pytest.param(
        in_article("Sửa đổi, bổ sung khoản 2 Điều 5 Quyết định số 12/2018/QĐ-UBND như sau:"),
        {(DECISION, "amends", "12/2018/QĐ-UBND")},
        id="amends",
    ),
    pytest.param(
        in_article(
            'Thay thế cụm từ "thôn" bằng cụm từ "bản" tại khoản 1 Điều 3 Quyết định số '
            "12/2018/QĐ-UBND."
        ),
        {(DECISION, "amends", "12/2018/QĐ-UBND")},
        id="replacing-a-phrase-amends",
    ),
    pytest.param(
        in_article("Thay thế Phụ lục II ban hành kèm theo Quyết định số 12/2018/QĐ-UBND."),
        {(DECISION, "amends", "12/2018/QĐ-UBND")},
        id="replacing-an-annex-amends",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_text_relates_itself(text: str, expected: set[Triple]) -> None:
    assert triples(reading_of(text)) == expected


NESTED = [
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
        {("877/QĐ-BTP", "implements", "03/NQ-CP"), ("03/NQ-CP", "implements", "57-NQ/TW")},
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
    assert triples(reading_of(in_body(sentence))) == expected


NOTHING_BETWEEN_CITED = [
    pytest.param(
        'Xem Đề án "Tổ chức thực hiện hòa giải theo Kết luận số 69-KL/TU".',
        id="verb-inside-a-quoted-title",
    ),
    pytest.param(
        "Huyện ủy ban hành Kế hoạch số 61-KH/HU trong tháng sáu.", id="body-issues-a-plan"
    ),
    pytest.param(
        "Huyện ủy ban hành Quy chế số 14-QC/HU và gửi các chi bộ.", id="body-issues-a-regulation"
    ),
    pytest.param("Công an huyện thực hiện Kết luận số 31-KL/TU rất tốt.", id="body-carries-out"),
    pytest.param(
        "Kiến nghị cấp trên sửa đổi, bổ sung Nghị định số 30/2020/NĐ-CP.", id="wish-to-amend"
    ),
    pytest.param(
        "Đề nghị Chính phủ nghiên cứu thay thế Nghị định số 30/2020/NĐ-CP.", id="wish-to-replace"
    ),
    pytest.param("Huyện chưa bãi bỏ Quyết định số 12/2018/QĐ-UBND.", id="not-yet-repealed"),
    pytest.param("Tỉnh sẽ hợp nhất xã Bản Bo theo Nghị quyết số 12/NQ-HĐND.", id="merger-of-units"),
    pytest.param("Thành lập đoàn kiểm tra theo Quyết định số 45/QĐ-UBND.", id="founding-a-team"),
    pytest.param("Các bản làm theo Nghị định số 15/2014/NĐ-CP.", id="plain-reference"),
    pytest.param("Như quy định tại khoản 2 Điều 5 Nghị định số 15/2014/NĐ-CP.", id="provided-in"),
    pytest.param(
        "Xem Luật Đất đai gắn với việc triển khai thực hiện Kết luận số 21-KL/TW.", id="linked-with"
    ),
    pytest.param(
        "Quyết định số 45/QĐ-UBND để lãnh đạo, chỉ đạo tổ chức thực hiện.",
        id="purpose-without-object",
    ),
    pytest.param(
        "Đính chính thông tin trên giấy chứng nhận cấp theo Nghị định số 43/2014/NĐ-CP.",
        id="correcting-a-certificate",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện các chỉ thị, nghị quyết của Trung ương.",
        id="generic-plural",
    ),
    pytest.param("Các quy định trước đây trái với Nghị định này đều bị bãi bỏ.", id="vague-repeal"),
]


@pytest.mark.parametrize("sentence", NOTHING_BETWEEN_CITED)
def test_no_relation_is_claimed(sentence: str) -> None:
    assert triples(reading_of(in_body(sentence))) == set()


NOT_IMPLEMENTED = [
    pytest.param(
        party_plan("kiểm tra việc triển khai, thực hiện Kết luận số 69-KL/TU"),
        id="inspection-monitors",
    ),
    pytest.param(
        party_plan(
            "về hòa giải", "II. NHIỆM VỤ\n1. Chi bộ tiếp tục thực hiện Kết luận số 69-KL/TU."
        ),
        id="task-of-a-body",
    ),
    pytest.param(
        report(
            "tình hình hòa giải",
            "I. Nhiệm vụ\nTiếp tục triển khai thực hiện Kết luận số 69-KL/TU trong năm tới.",
        ),
        id="planned-not-done",
    ),
    pytest.param(party_plan("về hội nghị triển khai Kết luận số 69-KL/TU"), id="conference"),
    pytest.param(
        decision("Về tổ hòa giải", basis="Căn cứ Kết luận số 69-KL/TU của Tỉnh ủy;"),
        id="basis-alone",
    ),
    pytest.param(
        in_article("Các bản thực hiện theo Kết luận số 69-KL/TU."), id="article-addressed-to-bodies"
    ),
]


@pytest.mark.parametrize("text", NOT_IMPLEMENTED)
def test_document_does_not_implement(text: str) -> None:
    relations = {relation for _, relation, _ in triples(reading_of(text))}
    assert not relations & {"implements", "continues"}


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
    assert triples(reading_of(text)) == expected


REVIEWS = [
    pytest.param("tổng kết 10 năm thực hiện", "final", 10.0, id="final"),
    pytest.param("sơ kết 05 năm thực hiện", "interim", 5.0, id="interim-with-zero"),
    pytest.param("sơ kết 2,5 năm thực hiện", "interim", 2.5, id="decimal-comma"),
    pytest.param("sơ kết giữa nhiệm kỳ thực hiện", "interim", None, id="mid-term"),
    pytest.param("tổng kết việc thực hiện", "final", None, id="no-years"),
    pytest.param("kết quả thực hiện", "", None, id="plain-report"),
]


@pytest.mark.parametrize(("words", "review", "years"), REVIEWS)
def test_review_is_qualified(words: str, review: str, years: float | None) -> None:
    reading = reading_of(report(f"{words} Kết luận số 69-KL/TU"))
    claim = claim_of(reading, REPORT, Relation.SUMMARIZES, "69-KL/TU")
    assert (claim.review, claim.years) == (review, years)


def test_review_is_shared_by_a_list() -> None:
    reading = reading_of(report("tổng kết 10 năm thực hiện Quyết định số 217, 218-QĐ/TW"))
    for number in ("217-QĐ/TW", "218-QĐ/TW"):
        claim = claim_of(reading, REPORT, Relation.SUMMARIZES, number)
        assert (claim.review, claim.years) == ("final", 10.0)


def test_evidence_holds_the_verb_and_both_documents() -> None:
    sentence = "Kế hoạch số 61-KH/HU, ngày 18/6/2021 về thực hiện Kết luận số 69-KL/TU"
    reading = reading_of(in_body(f"Xem {sentence} của Tỉnh ủy."))
    claim = claim_of(reading, "61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU")
    assert claim.span.of(reading.source).startswith(sentence)


def test_claim_says_its_rule_and_how_sure_it_is() -> None:
    reading = reading_of(party_plan("về thực hiện Kết luận số 69-KL/TU", "Xem Luật Đất đai."))
    assert {claim.relation for claim in reading.claims} == {Relation.IMPLEMENTS, Relation.CITES}
    assert all(claim.rule and 0 < claim.confidence <= 1 for claim in reading.claims)


def test_no_document_is_related_to_itself() -> None:
    reading = reading_of(
        party_plan("về thực hiện Kết luận số 69-KL/TU", "Xem Kế hoạch số 88-KH/HU.")
    )
    assert all(claim.subject != claim.object for claim in reading.claims)


def test_plain_citing_is_left_out_where_more_is_said() -> None:
    reading = reading_of(
        party_plan("về thực hiện Kết luận số 69-KL/TU", "Theo Kết luận số 69-KL/TU.")
    )
    assert [claim.relation for claim in reading.claims] == [Relation.IMPLEMENTS]


def test_every_relation_between_cited_documents_is_shown_by_a_row() -> None:
    shown = {case.values[2] for case in BETWEEN_CITED}
    assert {relation.value for relation in Relation} - shown == {"based_on", "cites"}
