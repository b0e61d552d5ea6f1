"""What a text says of itself: in its title, its opening, its legal basis, its articles."""

import pytest

from tests.extract.texts import (
    DECISION,
    PLAN,
    REPORT,
    Triple,
    assert_claims,
    decision,
    in_article,
    party_plan,
    reading_of,
    report,
    triples,
)

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
        set(),
        id="plan-of-a-review-is-none",
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
        decision(
            "Về công tác hòa giải",
            "Điều 1. Ban hành kèm theo Quyết định này Quy định mức chi; Bảng giá thuê hội trường.",
        ),
        {
            (DECISION, "promulgates", "quy-dinh-muc-chi"),
            (DECISION, "promulgates", "bang-gia-thue-hoi-truong"),
        },
        id="promulgates-two",
    ),
    pytest.param(
        party_plan("về hòa giải", "1. Bãi bỏ Quy định số 14-QĐ/HU.")
        .replace("KẾ HOẠCH", "KẾT LUẬN")
        .replace(PLAN, "88-KL/HU"),
        {("88-KL/HU", "repeals", "14-QĐ/HU")},
        id="conclusion-of-the-party-repeals",
    ),
    pytest.param(
        party_plan(
            "về hòa giải",
            "Huyện ủy ban hành Kế hoạch hòa giải ở bản thực hiện Kết luận số 69-KL/TU như sau:",
        ),
        {(PLAN, "implements", "69-KL/TU")},
        id="opening-that-issues-the-plan",
    ),
    pytest.param(
        decision(
            "Về tổ hòa giải",
            "Điều 1. Thay thế Phụ lục II ban hành kèm theo Quyết định số 12/2018/QĐ-UBND.",
            basis="Căn cứ Quyết định số 12/2018/QĐ-UBND ban hành Quy chế họp tổ hòa giải;",
        ),
        {
            (DECISION, "based_on", "12/2018/QĐ-UBND"),
            ("12/2018/QĐ-UBND", "promulgates", "quy-che-hop-to-hoa-giai"),
            (DECISION, "amends", "quy-che-hop-to-hoa-giai"),
        },
        id="annex-of-what-a-decision-issued",
    ),
    pytest.param(
        decision(
            "Về tổ hòa giải",
            "Điều 1. Lập tổ.",
            basis="Căn cứ Nghị định số 30/2020/NĐ-CP sửa đổi Nghị định số 31/2021/NĐ-CP;",
        ),
        {(DECISION, "based_on", "30/2020/NĐ-CP"), (DECISION, "based_on", "31/2021/NĐ-CP")},
        id="basis-that-cannot-change-a-younger-one",
    ),
    pytest.param(
        party_plan("thực hiện Kết luận số 69-KL/TU")
        .replace("KẾ HOẠCH", "HƯỚNG DẪN")
        .replace(PLAN, "88-HD/HU"),
        {("88-HD/HU", "guides", "69-KL/TU")},
        id="guidance-on-carrying-out-guides",
    ),
    pytest.param(
        in_article('Bãi bỏ cụm từ "thôn" tại khoản 1 Điều 3 Quyết định số 12/2018/QĐ-UBND.'),
        {(DECISION, "repeals", "12/2018/QĐ-UBND")},
        id="striking-a-phrase-repeals-a-part",
    ),
    pytest.param(
        in_article('Bỏ các cụm từ "thôn", "xóm" tại Điều 3 Quyết định số 12/2018/QĐ-UBND.'),
        {(DECISION, "amends", "12/2018/QĐ-UBND")},
        id="striking-phrases-amends",
    ),
    pytest.param(
        in_article("Bãi bỏ một số cụm từ, khoản của Điều 3 Quyết định số 12/2018/QĐ-UBND."),
        {(DECISION, "repeals", "12/2018/QĐ-UBND")},
        id="provisions-that-go-with-phrases-are-repealed",
    ),
    pytest.param(
        in_article("Thay thế Phụ lục II ban hành kèm theo Quyết định số 12/2018/QĐ-UBND."),
        {(DECISION, "amends", "12/2018/QĐ-UBND")},
        id="replacing-an-annex-amends",
    ),
    pytest.param(
        in_article(
            "Quyết định này được Hội đồng thông qua, có hiệu lực từ ngày 20/10/2022, thay thế "
            "Quyết định số 31/2012/QĐ-UBND."
        ),
        {(DECISION, "replaces", "31/2012/QĐ-UBND")},
        id="adopted-in-force-and-replaces",
    ),
    pytest.param(
        in_article(
            "Quyết định này đã được Hội đồng thông qua và sẽ thay thế Quyết định số "
            "31/2012/QĐ-UBND."
        ),
        set(),
        id="adopted-and-will-replace",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_text_relates_itself(text: str, expected: set[Triple]) -> None:
    assert_claims(text, *expected)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        pytest.param("Kế hoạch này nhằm thực hiện Kết luận số 31-KL/TU.", True, id="to-carry-out"),
        pytest.param("Kế hoạch này thực hiện Kết luận số 31-KL/TU.", True, id="carries-out"),
        pytest.param(
            "Quy chế này thực hiện Kết luận số 31-KL/TU.", False, id="another-type-is-another-text"
        ),
        pytest.param(
            "Các xã của kế hoạch này thực hiện Kết luận số 31-KL/TU.", False, id="who-carries-out"
        ),
    ],
)
def test_a_text_says_of_itself_what_it_carries_out(sentence: str, said: bool) -> None:
    found = triples(reading_of(party_plan("về công tác hòa giải", f"1. Mục đích\n\n{sentence}")))
    assert ((PLAN, "implements", "31-KL/TU") in found) is said


def test_a_programme_that_speaks_of_itself_replaces_another() -> None:
    """ "Chương trình này": the last syllable is no verb that asks for something."""
    text = party_plan(
        "thực hiện Kết luận số 69-KL/TU",
        "4. Chương trình này thay thế Chương trình hành động số 12-CTr/HU, ngày 22/10/2012.",
    )
    text = text.replace("88-KH/HU", "88-CTr/HU").replace("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG")
    assert ("88-CTr/HU", "replaces", "12-CTr/HU") in triples(reading_of(text))


def test_a_clause_behind_an_order_that_speaks_of_the_text_itself() -> None:
    text = party_plan(
        "thực hiện Kết luận số 69-KL/TU",
        "Giao Văn phòng theo dõi; kế hoạch này thay cho Kế hoạch số 12-KH/HU, ngày 22/10/2012.",
    )
    assert ("88-KH/HU", "replaces", "12-KH/HU") in triples(reading_of(text))


@pytest.mark.parametrize(
    ("sentence", "repealed"),
    [
        pytest.param(
            "Kế hoạch này thay thế Kế hoạch số 12-KH/HU, ngày 22/10/2012 của Huyện ủy; bãi bỏ Công "
            "văn số 7-CV/HU.",
            True,
            id="goes-on-behind-a-semicolon",
        ),
        pytest.param(
            "Kế hoạch này thay thế Kế hoạch số 12-KH/HU; Văn phòng bãi bỏ Công văn số 7-CV/HU.",
            False,
            id="another-does-it",
        ),
        pytest.param(
            "Đề nghị Tỉnh ủy thay thế Kế hoạch số 12-KH/TU; bãi bỏ Công văn số 7-CV/HU.",
            False,
            id="wished-for",
        ),
    ],
)
def test_what_a_plan_says_that_it_ends(sentence: str, repealed: bool) -> None:
    found = triples(reading_of(party_plan("về công tác hòa giải", f"1. {sentence}")))
    assert ((PLAN, "repeals", "7-CV/HU") in found) is repealed


@pytest.mark.parametrize(
    ("article", "amends"),
    [
        pytest.param(
            "Sửa đổi mức thưởng tổ hòa giải quy định tại khoản 3 Điều 1 Quyết định số "
            "7/2016/QĐ-UBND như sau:",
            True,
            id="new-words-follow",
        ),
        pytest.param(
            "Bổ sung người được thưởng quy định tại Điều 1 Quyết định số 7/2016/QĐ-UBND vào sổ.",
            False,
            id="only-what-is-ruled-by-it",
        ),
        pytest.param(
            "Sửa đổi Điều 3 đã được bổ sung theo quy định tại Điều 1 Quyết định số 7/2016/QĐ-UBND "
            "như sau:",
            False,
            id="what-it-changed-itself",
        ),
    ],
)
def test_a_rule_told_by_where_it_stands(article: str, amends: bool) -> None:
    found = triples(reading_of(decision("Về hòa giải", f"Điều 1. {article}")))
    assert (("45/2022/QĐ-UBND", "amends", "7/2016/QĐ-UBND") in found) is amends


@pytest.mark.parametrize(
    ("meeting", "summarizes"),
    [
        pytest.param("cuộc họp triển khai", False, id="begins"),
        pytest.param("cuộc họp nghe báo cáo tiến độ thực hiện", False, id="hears"),
        pytest.param("hội nghị tổng kết 5 năm thực hiện", True, id="reviews"),
    ],
)
def test_a_notice_of_a_meeting_carries_nothing_out(meeting: str, *, summarizes: bool) -> None:
    title = f"về kết luận của đồng chí Bí thư tại {meeting} Kết luận số 69-KL/TU"
    text = party_plan(title, "Huyện ủy đã họp.").replace("KẾ HOẠCH", "THÔNG BÁO")
    relations = {relation for _, relation, _ in triples(reading_of(text))}
    assert "implements" not in relations
    assert ("summarizes" in relations) is summarizes


def test_a_programme_of_action_that_speaks_of_itself_in_four_words() -> None:
    text = party_plan(
        "thực hiện Kết luận số 69-KL/TU",
        "Chương trình hành động này thay thế Chương trình hành động số 12-CTr/HU.",
    )
    text = text.replace("88-KH/HU", "88-CTr/HU").replace("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG")
    assert ("88-CTr/HU", "replaces", "12-CTr/HU") in triples(reading_of(text))


@pytest.mark.parametrize(
    ("part", "repeals"),
    [
        pytest.param("Chương II Họp tổ hòa giải của", True, id="a chapter with its heading"),
        pytest.param("Phần I Chương II Họp tổ hòa giải", True, id="a part of a part"),
        pytest.param("việc họp ở Chương II tổ hòa giải theo", False, id="no heading behind it"),
    ],
)
def test_a_part_with_its_heading_is_repealed(part: str, repeals: bool) -> None:
    article = f"Điều 1. Bãi bỏ {part} Quyết định số 7/2016/QĐ-UBND."
    found = triples(reading_of(decision("Về hòa giải", article)))
    assert (("45/2022/QĐ-UBND", "repeals", "7/2016/QĐ-UBND") in found) is repeals


@pytest.mark.parametrize(
    ("carried", "implements"),
    [
        pytest.param("Điều 5 Luật Hòa giải ở cơ sở", False, id="an article of a law"),
        pytest.param("Luật Hòa giải ở cơ sở", True, id="a law"),
        pytest.param("mục II Kết luận số 69-KL/TU", True, id="a part of what is to be carried out"),
    ],
)
def test_what_an_opening_carries_out(carried: str, *, implements: bool) -> None:
    body = f"Thực hiện {carried}, Huyện ủy xây dựng kế hoạch như sau:"
    found = triples(reading_of(party_plan("về công tác hòa giải", body)))
    assert ("implements" in {relation for _, relation, _ in found}) is implements
