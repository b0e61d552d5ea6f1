"""A title says what one document does to the force or the words of another."""

import pytest

from tests.extract.texts import (
    DECISION,
    assert_claims,
    in_article,
    in_body,
    reading_of,
    triples,
)

LEGAL_EFFECTS = [
    pytest.param(
        "Xem Luật sửa đổi, bổ sung một số điều của Luật Đất đai.",
        "luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-dat-dai",
        "amends",
        "luat-dat-dai",
        id="amending-law-by-name",
    ),
    pytest.param(
        "Xem Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Án phí, lệ phí Tòa án.",
        "phap-lenh-sua-doi-bo-sung-mot-so-dieu-cua-phap-lenh-an-phi-le-phi-toa-an",
        "amends",
        "phap-lenh-an-phi-le-phi-toa-an",
        id="amending-ordinance-by-name",
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
        "Xem Nghị quyết số 15/NQ-CP ngày 20 tháng 01 năm 2022 của Chính phủ về sửa đổi, bổ sung, "
        "cập nhật Nghị quyết số 31/NQ-CP.",
        "15/NQ-CP",
        "amends",
        "31/NQ-CP",
        id="amends-and-updates",
    ),
    pytest.param(
        "Xem Nghị quyết số 15/NQ-CP ngày 20 tháng 01 năm 2022 của Chính phủ điều chỉnh, cập nhật "
        "Nghị quyết số 31/NQ-CP.",
        "15/NQ-CP",
        "amends",
        "31/NQ-CP",
        id="adjusts-and-updates",
    ),
]


@pytest.mark.parametrize(("sentence", "subject", "relation", "object_"), LEGAL_EFFECTS)
def test_title_relates_two_cited_documents_and_says_no_more(
    sentence: str, subject: str, relation: str, object_: str
) -> None:
    assert_claims(in_body(sentence), (subject, relation, object_))


@pytest.mark.parametrize(
    ("between", "replaced"),
    [
        pytest.param("từ ngày 20/10/2022,", True, id="a-day"),
        pytest.param("sau 10 ngày, kể từ ngày ký,", True, id="a-day-with-a-comma"),
        pytest.param("từ ngày ký, xã Bản Bo chọn bản mẫu,", False, id="another-s-deed-between"),
    ],
)
def test_a_clause_on_its_force_goes_on_behind_a_comma(between: str, replaced: bool) -> None:
    article = f"Quyết định này có hiệu lực {between} thay thế Quyết định số 31/2012/QĐ-UBND."
    claimed = triples(reading_of(in_article(article)))
    assert claimed == ({(DECISION, "replaces", "31/2012/QĐ-UBND")} if replaced else set())
