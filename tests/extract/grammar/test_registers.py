"""Registers of documents: columns, headings and rows tell whose date, issuer and title it is."""

import pytest

from extract import Document
from tests.extract.texts import in_body, reading_of, triples


def table(*rows: str) -> str:
    """Return Markdown whose first row is the heading, cells parted by "; "."""
    lines = [f"| {' | '.join(row.split('; '))} |" for row in rows]
    rule = "|" + "---|" * rows[0].count("; ") + "---|"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def documents(text: str) -> dict[str, Document]:
    return {document.key: document for document in reading_of(in_body(text)).documents}


HEADED = "TT; Số, ký hiệu; Ngày; Trích yếu; Cơ quan ban hành"


@pytest.mark.parametrize(
    ("text", "key", "dates", "issuers"),
    [
        pytest.param(
            "| TT | Văn bản | Văn bản | Nội dung | Nơi ban hành |\n|---|---|---|---|---|\n"
            "| | Số | Ngày | | |\n| 1 | 52-KH/HU | 04/8/2021 | Chợ | Huyện ủy Mai Sơn |\n",
            "52-KH/HU",
            ("2021-08-04",),
            ("Huyện ủy Mai Sơn",),
            id="a heading of two rows: merged cells are empty below",
        ),
        pytest.param(
            table("TT; Văn bản số; Ngày, tháng; Ban hành bởi", "1; 52-KH/HU; 04/8/2021; Huyện ủy"),
            "52-KH/HU",
            ("2021-08-04",),
            ("Huyện ủy",),
            id="by whom it is issued",
        ),
        pytest.param(
            table(
                "TT; Ký hiệu; Ngày ký; Nội dung",
                "I; HUYỆN ỦY MAI SƠN; ; ",
                "1; 52-KH/HU; 04/8/2021; a",
            ),
            "52-KH/HU",
            ("2021-08-04",),
            ("Huyện ủy Mai Sơn",),
            id="a row that names one body is the issuer of those below",
        ),
        pytest.param(
            table(
                "TT; Ký hiệu; Ngày ký; Nội dung", "I; CÁC HUYỆN ỦY; ; ", "1; 52-KH/HU; 04/8/2021; a"
            ),
            "52-KH/HU",
            ("2021-08-04",),
            (),
            id="control: a row that names a class of bodies is nobody's",
        ),
        pytest.param(
            "Văn bản do UBND huyện Mai Sơn ban hành năm 2021\n\n"
            + table("TT; Số; Ngày; Nội dung", "1; 52/KH-UBND; 04/8; a"),
            "52/KH-UBND",
            ("2021-08-04",),
            ("UBND huyện Mai Sơn",),
            id="the paragraph above gives issuer and year",
        ),
        pytest.param(
            "Văn bản thực hiện Chỉ thị số 8-CT/TU của Tỉnh ủy từ năm 2020 đến năm 2021\n\n"
            + table("TT; Số; Ngày; Nội dung", "1; 52/KH-UBND; 04/8; a"),
            "52/KH-UBND",
            (),
            (),
            id="control: the issuer of what is carried out, and two years, are not the rows'",
        ),
        pytest.param(
            table(
                "TT; Số, ngày tháng; Nội dung; Nơi ban hành",
                "1; 52-KH/HU, 04/8/2021; a; Huyện ủy Mai Sơn",
            ),
            "52-KH/HU",
            ("2021-08-04",),
            ("Huyện ủy Mai Sơn",),
            id="number and date in one cell",
        ),
        pytest.param(
            table(
                "TT; Nhiệm vụ; Chủ trì; Văn bản; Ngày",
                "1; a; Sở Y tế; Quyết định số 52/QĐ-UBND; 04/8/2021",
            ),
            "52/QĐ-UBND",
            (),
            (),
            id="control: a table of tasks is no register",
        ),
        pytest.param(
            table(
                "TT; Số, ngày văn bản; Cơ quan ban hành",
                "1; Quyết định số 52/QĐ-UBND ngày 04/8/2021; UBND huyện Nậm Pồ",
            ),
            "52/QĐ-UBND",
            ("2021-08-04",),
            ("UBND huyện Nậm Pồ",),
            id="number and day of a text in one column",
        ),
    ],
)
def test_fields(text: str, key: str, dates: tuple[str, ...], issuers: tuple[str, ...]) -> None:
    found = documents(text)[key]
    assert (found.dates, found.issuers) == (dates, issuers)


@pytest.mark.parametrize(
    ("title", "relations"),
    [
        pytest.param(
            "Báo cáo sơ kết 02 năm thực hiện Chỉ thị số 8-CT/TU",
            {("52-BC/HU", "summarizes", "8-CT/TU")},
            id="a report reviews",
        ),
        pytest.param(
            "Báo cáo thực hiện Chỉ thị số 8-CT/TU. Thay thế Báo cáo số 51-BC/HU",
            {("52-BC/HU", "summarizes", "8-CT/TU")},
            id="control: a report replaces nothing",
        ),
        pytest.param(
            "Báo cáo vướng mắc trong thực hiện Chỉ thị số 8-CT/TU", set(), id="control: troubles"
        ),
    ],
)
def test_titles_of_reports(title: str, relations: set[tuple[str, str, str]]) -> None:
    row = f"1; 52-BC/HU; 04/8/2021; {title}; Huyện ủy Mai Sơn"
    found = {
        claim for claim in triples(reading_of(in_body(table(HEADED, row)))) if claim[1] != "cites"
    }
    assert found == relations


@pytest.mark.parametrize(
    ("title", "relations"),
    [
        pytest.param(
            "Kế hoạch ra quân thực hiện Chỉ thị số 8-CT/TU; thay thế Kế hoạch số 40-KH/HU",
            {("52-KH/HU", "implements", "8-CT/TU"), ("52-KH/HU", "replaces", "40-KH/HU")},
            id="behind a semicolon the title goes on with the row's document",
        ),
        pytest.param(
            "V/v quán triệt và triển khai thực hiện Chỉ thị số 8-CT/TU",
            {("52-KH/HU", "implements", "8-CT/TU")},
            id="made known and carried out",
        ),
        pytest.param(
            "Kế hoạch tuyên truyền Chỉ thị số 8-CT/TU",
            {("52-KH/HU", "disseminates", "8-CT/TU")},
            id="control: only made known, and not by the text that holds the table",
        ),
    ],
)
def test_titles_of_plans(title: str, relations: set[tuple[str, str, str]]) -> None:
    row = f"1; 52-KH/HU; 04/8/2021; {title}; Huyện ủy Mai Sơn"
    text = f"| {' | '.join(HEADED.split('; '))} |\n|---|---|---|---|---|\n"
    cells = row.split("; ", 3)
    rest = cells[3].rsplit("; ", 1)
    text += f"| {' | '.join([*cells[:3], *rest])} |\n"
    found = {claim for claim in triples(reading_of(in_body(text))) if claim[1] != "cites"}
    assert found == relations


def test_rows_of_one_number_are_two_documents_by_date_and_a_bare_number_is_neither() -> None:
    rows = table("TT; Số; Ngày; Nội dung", "1; 52-KH/HU; 04/8/2021; a", "2; 52-KH/HU; 09/8/2021; b")
    later = "\nKế hoạch số 52-KH/HU, ngày 09/8/2021 đã gửi. Kế hoạch số 52-KH/HU còn lưu.\n"
    mentions = reading_of(in_body(rows + later)).mentions
    keys = [mention.document for mention in mentions if mention.number == "52"]
    assert len(set(keys)) == 3
    assert keys[1] == keys[2]


def test_the_heading_of_a_register_carries_nothing_out() -> None:
    head = "TỈNH ỦY HÀ NAM\n*\n\nDANH MỤC\nvăn bản triển khai thực hiện Chỉ thị số 8-CT/TW\n\n"
    row = "1; 52-KH/HU; 04/8/2021; Kế hoạch thực hiện Chỉ thị số 8-CT/TW; Huyện ủy Mai Sơn"
    found = {
        claim for claim in triples(reading_of(head + table(HEADED, row))) if claim[1] != "cites"
    }
    assert found == {("52-KH/HU", "implements", "8-CT/TW")}


def test_a_title_in_a_row_is_no_second_document_and_names_a_law() -> None:
    row = "1; 29/2018/QH14; 15/11/2018; Luật Bảo vệ bí mật nhà nước; Quốc hội"
    text = table(HEADED, row) + "\nThi hành Luật Bảo vệ bí mật nhà nước.\n"
    named = [m.document for m in reading_of(in_body(text)).mentions if m.tier == "named"]
    assert named == ["29/2018/QH14"]


def test_type_and_title_share_a_column() -> None:
    head = "TT; Số; Ngày; Tên loại, trích yếu nội dung"
    row = "1; 52-KH/HU; 04/8/2021; Kế hoạch thực hiện Chỉ thị số 8-CT/TW"
    found = triples(reading_of(in_body(table(head, row))))
    assert ("52-KH/HU", "implements", "8-CT/TW") in found


FATES = [
    pytest.param("Được thay thế bằng Quyết định số 77/QĐ-UBND", "replaces", id="with its type"),
    pytest.param("Bị bãi bỏ bởi 77/QĐ-UBND", "repeals", id="by a bare number"),
    pytest.param("Sửa đổi, bổ sung tại Quyết định số 77/QĐ-UBND", "amends", id="no auxiliary"),
    pytest.param("Đề nghị thay thế bằng Quyết định số 77/QĐ-UBND", "", id="a wish"),
    pytest.param("Gửi kèm Quyết định số 77/QĐ-UBND", "", id="no fate"),
]


@pytest.mark.parametrize(("remark", "relation"), FATES)
def test_what_became_of_the_document_of_a_row(remark: str, relation: str) -> None:
    row = f"1; 55/QĐ-UBND; 02/02/2019; Về giá nước; {remark}"
    text = table("TT; Số; Ngày; Trích yếu; Ghi chú", row)
    found = {claim for claim in triples(reading_of(in_body(text))) if claim[1] != "cites"}
    assert found == ({("77/QĐ-UBND", relation, "55/QĐ-UBND")} if relation else set())
