"""The title of a cited document: where it begins, what ends it, and where none is certain."""

import pytest

from tests.extract.texts import decision, document, in_body, party_plan, reading_of

DECREE = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"
IN_A_BASIS = [
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư và Nghị quyết Đại hội Đảng bộ tỉnh lần thứ nhất;",
        "về công tác văn thư",
        id="resolution-of-a-congress-behind-it",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về hướng dẫn Luật Hòa giải và Luật sửa đổi Luật Hòa giải;",
        "về hướng dẫn Luật Hòa giải và Luật sửa đổi Luật Hòa giải",
        id="a-law-and-the-law-that-amends-it",
    ),
    pytest.param(
        f"Căn cứ {DECREE} quy định mã số, tiêu chuẩn chức danh hòa giải viên./.",
        "quy định mã số, tiêu chuẩn chức danh hòa giải viên",
        id="the-mark-that-ends-a-text",
    ),
    pytest.param(f"Căn cứ {DECREE} về công tác văn thư;", "về công tác văn thư", id="semicolon"),
    pytest.param(
        f"Căn cứ {DECREE} quy định chức năng, nhiệm vụ và biên chế của văn thư.",
        "quy định chức năng, nhiệm vụ và biên chế của văn thư",
        id="commas-stand-in-the-title-of-a-basis",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư (sau đây gọi là Nghị định số 30);",
        "về công tác văn thư",
        id="what-it-is-called-from-then-on",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư (Nghị định số 30/2020/NĐ-CP);",
        "về công tác văn thư",
        id="its-number-again",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư (sửa đổi tại Nghị định số 9/2021/NĐ-CP);",
        "về công tác văn thư",
        id="what-changed-it",
    ),
    pytest.param(
        f"Căn cứ {DECREE} sửa đổi một số điều của Nghị định số: mười hai;",
        "",
        id="a-number-that-is-not-read",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về văn thư và chuyển đổi số;",
        "về văn thư và chuyển đổi số",
        id="a-word-that-is-not-of-a-number",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư (mẫu dấu của văn thư ban hành kèm theo);",
        "về công tác văn thư",
        id="what-comes-with-it",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư (giai đoạn hai);",
        "về công tác văn thư (giai đoạn hai)",
        id="a-bracket-of-the-title",
    ),
    pytest.param(
        f"Căn cứ {DECREE} quy định mã số của văn thư nay được xếp theo Điều 2 Quyết định này;",
        "",
        id="what-the-writer-adds",
    ),
    pytest.param(
        f"Căn cứ {DECREE} quy định nhiệm vụ của Bộ Thông tin\n- Truyền thông;",
        "",
        id="a-name-that-the-next-line-goes-on-with",
    ),
    pytest.param(
        f"Căn cứ {DECREE} quy định nhiệm vụ của Bộ Lao động\n- Thương binh và Xã hội;",
        "quy định nhiệm vụ của Bộ Lao động - Thương binh và Xã hội",
        id="a-dash-that-joins-two-words",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư đã được sửa đổi, bổ sung;",
        "về công tác văn thư",
        id="what-became-of-it",
    ),
    pytest.param(
        f"Căn cứ {DECREE} về công tác văn thư và Nghị định số 9/2019/NĐ-CP;",
        "về công tác văn thư",
        id="the-next-document",
    ),
    pytest.param(
        f"Căn cứ {DECREE} sửa đổi, bổ sung một số điều của Nghị định số 9/2019/NĐ-CP;",
        "sửa đổi, bổ sung một số điều của Nghị định số 9/2019/NĐ-CP",
        id="a-title-that-names-another-document",
    ),
    pytest.param(
        f"Căn cứ {DECREE} sửa đổi Nghị định số 9/2019/NĐ-CP và Nghị định số 8/2019/NĐ-CP;",
        "",
        id="whose-list-goes-on-is-open",
    ),
    pytest.param(
        f"Căn cứ {DECREE} sửa đổi, bổ sung khoản 3, khoản 4 Điều 12 Thông tư số 9/2019/TT-BNV;",
        "",
        id="a-part-is-not-what-a-change-is-of",
    ),
    pytest.param(
        "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;",
        "",
        id="without-date-or-issuer-it-may-be-the-writers-own-words",
    ),
    pytest.param(f"Căn cứ {DECREE} quy định như sau: a) Văn thư.", "", id="no-title"),
]
IN_RUNNING_TEXT = [
    pytest.param(
        f"Sở làm theo {DECREE} về công tác văn thư.", "về công tác văn thư", id="full-stop"
    ),
    pytest.param(
        f"Thực hiện {DECREE} về công tác văn thư, UBND tỉnh đã ban hành Kế hoạch số 5/KH-UBND.",
        "về công tác văn thư",
        id="main-clause",
    ),
    pytest.param(
        f"Thực hiện {DECREE} về công tác văn thư, toàn huyện giảm hai đầu mối.",
        "",
        id="a-comma-may-end-it-or-not",
    ),
    pytest.param(
        f"Sở làm theo {DECREE} về xử lý cán bộ, công chức.",
        "về xử lý cán bộ, công chức",
        id="a-comma-within-a-pair-of-words",
    ),
    pytest.param(
        f"Theo {DECREE} quy định cơ quan phải gửi bản gốc.", "", id="what-the-decree-orders"
    ),
    pytest.param(f"Theo {DECREE} về công tác văn thư", "về công tác văn thư", id="end-of-line"),
    pytest.param(
        f"- {DECREE} về công tác văn thư\n- Luật Lưu trữ.", "về công tác văn thư", id="a-list"
    ),
    pytest.param(
        f"Căn cứ {DECREE} Quy định về công tác văn thư;",
        "Quy định về công tác văn thư",
        id="capital-behind-the-issuer",
    ),
    pytest.param(
        f"Căn cứ {DECREE} kiện toàn Ban Chỉ đạo công tác văn thư;",
        "kiện toàn Ban Chỉ đạo công tác văn thư",
        id="a-committee-set-up-anew",
    ),
]


@pytest.mark.parametrize(("basis", "title"), IN_A_BASIS)
def test_title_in_a_basis(basis: str, title: str) -> None:
    reading = reading_of(decision("về công tác hòa giải", "Điều 1. Giao xã.", basis))
    assert document(reading, "30/2020/NĐ-CP").title == title


@pytest.mark.parametrize(("sentence", "title"), IN_RUNNING_TEXT)
def test_title_in_running_text(sentence: str, title: str) -> None:
    assert document(reading_of(in_body(sentence)), "30/2020/NĐ-CP").title == title


def test_title_that_most_references_print() -> None:
    body = f"Theo {DECREE} về văn thư và lưu trữ.\n\nTheo {DECREE} về công tác văn thư.\n\n"
    reading = reading_of(in_body(f"{body}Theo {DECREE} về công tác văn thư."))
    assert document(reading, "30/2020/NĐ-CP").title == "về công tác văn thư"


def test_title_that_goes_on_with_the_words_of_the_text() -> None:
    """At the end of the text's own title another's is whole where it is printed alone."""
    basis = f"Căn cứ {DECREE} về công tác văn thư;"
    title = f"Hướng dẫn {DECREE} về công tác văn thư đối với các tổ hòa giải"
    reading = reading_of(decision(title, f"Điều 1. Giao xã {title.lower()}.", basis))
    assert document(reading, "30/2020/NĐ-CP").title == "về công tác văn thư"


def test_own_title_is_that_of_the_head() -> None:
    reading = reading_of(party_plan("thực hiện Kết luận số 69-KL/TU về hòa giải"))
    assert document(reading, "88-KH/HU").title.startswith("thực hiện Kết luận")
