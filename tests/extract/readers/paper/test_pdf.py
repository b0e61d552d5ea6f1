"""PDF files: what is printed, in the order of reading."""

import re
from collections.abc import Callable

import pytest

from extract import SourceText, read
from extract.readers.pdf import read_pdf
from extract.readers.protocol import (
    Limits,
    OcrUse,
)
from extract.text.layout import lay_out
from tests.extract.readers.paper.printed import (
    HEAD,
    LEFT,
    RIGHT,
    Form,
    Printer,
    head,
    printed,
    with_fields,
)

LIMITS = Limits(ocr=OcrUse.NEVER)


def text_of(print_all: Callable[[Printer], None], form: Form = "NFC") -> str:
    return read_pdf(printed(print_all, form), "x.pdf", LIMITS).text


def _wrapped(printer: Printer) -> None:
    printer.paragraph(
        "Các xã ven biển rà soát diện tích rừng ngập mặn hiện có, lập danh sách những nơi đê bị "
        "sạt lở và đề nghị mức hỗ trợ trước mùa mưa bão hằng năm."
    )
    printer.paragraph("Văn phòng theo dõi việc này.")


def _broken_number(printer: Printer) -> None:
    printer.put("Kinh phí của xã tính theo mức chi ở Quyết định số 77/QĐ-", 120)
    printer.down()
    printer.put("UBND của tỉnh và chi từ ngân sách của các huyện, thị xã và", LEFT)
    printer.down()
    printer.put("thành phố; mỗi năm quyết toán một lần vào tháng mười hai.", LEFT)


def _full_line_before_an_item(printer: Printer) -> None:
    printer.put("1. Xã trồng cây theo đúng thiết kế đã được duyệt và chịu trách nhiệm", LEFT)
    printer.down()
    printer.put("2. Huyện kiểm tra", LEFT)


def _footnote(printer: Printer) -> None:
    printer.paragraph("Thực hiện Chỉ thị số 08/CT-TTg của Thủ tướng Chính phủ^1; các xã trồng cây.")
    printer.paragraph("Cứ 100 m^2 trồng ba mươi cây.")
    printer.top = 700
    printer.paragraph(
        "1 Đã được bổ sung một lần bởi Chỉ thị số 11/CT-TTg ngày 01 tháng 3 năm 2024 của Thủ "
        "tướng Chính phủ về việc bảo vệ đê biển.",
        indent=0,
        size=8.5,
    )


def _cut_by_a_page(printer: Printer) -> None:
    printer.put("Huyện kiểm tra việc trồng cây ở từng xã vào tháng sáu và tháng mười", LEFT)
    printer.page()
    printer.top = 40
    printer.centred("2")
    printer.down(2)
    printer.put("hai hằng năm.", LEFT)


def _table(printer: Printer) -> None:
    printer.put("Danh mục:", LEFT)
    printer.down()
    printer.table(
        [["TT", "Xã", "Số mét"], ["1", "Hải Lạng/ và Tiên Lãng", "1.200"], ["2", "Đông|Rui", ""]],
        [LEFT, 120, 330, RIGHT],
    )
    printer.put("Hết danh mục.", LEFT)


def _signed(printer: Printer) -> None:
    top = printer.top
    for line in ("Nơi nhận:", "- Như trên;", "- Lưu: VT."):
        printer.put(line, LEFT, size=9)
        printer.down(0.8)
    printer.top = top
    for line in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"):
        printer.centred(line, 430)
        printer.down()


def _frame(printer: Printer) -> None:
    printer.canvas.rect(60, 60, 480, 720)
    printer.put("Một khung quanh trang", LEFT)
    printer.down()
    printer.put("không phải là bảng.", LEFT)


def _parted_date(printer: Printer) -> None:
    printer.centred("HUYỆN ỦY ĐẦM HÀ", 165)
    printer.centred("ĐẢNG CỘNG SẢN VIỆT NAM", 400)
    printer.down()
    printer.put("Số 7-KH/HU", 110)
    printer.put("Đầm Hà, ngày 14 tháng 3 năm", 330)
    printer.down()
    printer.put("2024", 330)


def _notes_of_a_table(printer: Printer) -> None:
    printer.paragraph("Danh mục các văn bản mà huyện phải rà soát trong năm nay như sau:")
    printer.table([["TT", "Văn bản", "Xong"], ["1", "", ""]], [LEFT, 120, 330, RIGHT])
    printer.top -= 1.5 * 16 + 16 * 0.25 + 3
    end = printer.put("Kế hoạch số 31-KH/HU", 124, top=printer.top - 3)
    printer.put("1", end, top=printer.top - 7, size=6)
    printer.top = 700
    printer.paragraph("1 Kế hoạch này đã được thay thế.", indent=0, size=8.5)


def _parted_in_a_cell(printer: Printer) -> None:
    rows = [["TT", "Văn bản", "Xong"], ["1", "Kế hoạch số 31-/ KH/HU", "12/ xã"]]
    printer.table(rows, [LEFT, 120, 330, RIGHT])


def _below_two_columns(printer: Printer) -> None:
    _signed(printer)
    printer.down(1.5)
    printer.put("[1] Đã gửi các xã.", LEFT)


def _centred_title(printer: Printer) -> None:
    for line in (
        "KẾ HOẠCH",
        "Trồng cây chắn sóng ven biển và sửa chữa đê kè ở các xã, phường, thị trấn",
        "giai đoạn 2024 - 2026",
        "ỦY BAN NHÂN DÂN TỈNH",
    ):
        printer.centred(line)
        printer.down()


PRINTED = [
    pytest.param(
        _parted_date,
        "HUYỆN ỦY ĐẦM HÀ\nSố 7-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nĐầm Hà, ngày 14 tháng 3 năm 2024\n",
        id="a-date-that-a-narrow-column-parts-is-whole",
    ),
    pytest.param(
        _notes_of_a_table,
        "Danh mục các văn bản mà huyện phải rà soát trong năm nay như sau:\n"
        "| TT | Văn bản | Xong |\n| 1 | Kế hoạch số 31-KH/HU<sup>1</sup> |  |\n"
        "<sup>1</sup> Kế hoạch này đã được thay thế.\n",
        id="a-footnote-is-tied-to-its-mark-in-a-table",
    ),
    pytest.param(
        _parted_in_a_cell,
        "| TT | Văn bản | Xong |\n| 1 | Kế hoạch số 31-KH/HU | 12 xã |\n",
        id="a-number-that-a-cell-breaks-is-whole",
    ),
    pytest.param(
        _below_two_columns,
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n"
        "PHÓ CHỦ TỊCH\n[1] Đã gửi các xã.\n",
        id="what-stands-below-two-columns-is-of-neither",
    ),
    pytest.param(
        _centred_title,
        "KẾ HOẠCH\nTrồng cây chắn sóng ven biển và sửa chữa đê kè ở các xã, phường, thị trấn "
        "giai đoạn 2024 - 2026\nỦY BAN NHÂN DÂN TỈNH\n",
        id="a-title-of-two-centred-lines-is-one",
    ),
    pytest.param(head, HEAD, id="the-left-column-of-a-head-first"),
    pytest.param(
        _wrapped,
        "Các xã ven biển rà soát diện tích rừng ngập mặn hiện có, lập danh sách những nơi đê bị "
        "sạt lở và đề nghị mức hỗ trợ trước mùa mưa bão hằng năm.\n\nVăn phòng theo dõi "
        "việc này.\n",
        id="a-paragraph-is-one-line",
    ),
    pytest.param(
        _broken_number,
        "Kinh phí của xã tính theo mức chi ở Quyết định số 77/QĐ-UBND của tỉnh và chi từ "
        "ngân sách của các huyện, thị xã và thành phố; mỗi năm quyết toán một lần vào tháng mười "
        "hai.\n",
        id="a-number-that-a-line-end-breaks-is-whole",
    ),
    pytest.param(
        _full_line_before_an_item,
        "1. Xã trồng cây theo đúng thiết kế đã được duyệt và chịu trách nhiệm\n2. Huyện kiểm tra\n",
        id="an-item-begins-anew-behind-a-full-line",
    ),
    pytest.param(
        _footnote,
        "Thực hiện Chỉ thị số 08/CT-TTg của Thủ tướng Chính phủ<sup>1</sup>; các xã trồng cây.\n\n"
        "Cứ 100 m2 trồng ba mươi cây.\n\n<sup>1</sup> Đã được bổ sung một lần bởi Chỉ thị số "
        "11/CT-TTg ngày 01 tháng 3 năm 2024 của Thủ tướng Chính phủ về việc bảo vệ đê biển.\n",
        id="a-footnote-is-tied-to-its-mark-and-a-square-is-no-mark",
    ),
    pytest.param(
        _cut_by_a_page,
        "Huyện kiểm tra việc trồng cây ở từng xã vào tháng sáu và tháng mười hai hằng năm.\n",
        id="a-page-and-its-number-cut-no-sentence",
    ),
    pytest.param(
        _table,
        "Danh mục:\n\n| TT | Xã | Số mét |\n| 1 | Hải Lạng và Tiên Lãng | 1.200 |\n"
        "| 2 | Đông\\|Rui |  |\n\nHết danh mục.\n",
        id="cells-of-several-lines-and-empty-ones",
    ),
    pytest.param(
        _signed,
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
        id="recipients-beside-a-signature",
    ),
    pytest.param(_frame, "Một khung quanh trang\nkhông phải là bảng.\n", id="a-frame-is-no-table"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("print_all", "expected"), PRINTED)
def test_order(print_all: Callable[[Printer], None], expected: str, form: Form) -> None:
    # How far lines stand apart decides between one line end and two, and is no matter here.
    assert re.sub(r"\n+", "\n", text_of(print_all, form)) == re.sub(r"\n+", "\n", expected)


def test_a_note_is_read_where_it_is_tied() -> None:
    layout = lay_out(SourceText("x", text_of(_footnote)))
    assert [number for _, number in layout.anchors] == [1]
    assert [block.note for block in layout.blocks][-1] == 1


def _running_heads(printer: Printer) -> None:
    for number in range(1, 5):
        printer.top = 40
        printer.centred(f"Kế hoạch trồng rừng - trang {number} trên 4")
        printer.top = 300
        printer.put(f"Nội dung thứ {number}.", LEFT)
        printer.page()


def test_what_stands_on_every_page_is_left_out() -> None:
    assert re.findall(r"\S.*", text_of(_running_heads)) == [
        f"Nội dung thứ {number}." for number in range(1, 5)
    ]


def test_two_pages_have_no_running_head() -> None:
    def two(printer: Printer) -> None:
        for _ in range(2):
            printer.top = 40
            printer.put("Phụ lục", LEFT)
            printer.page()

    assert text_of(two).split() == ["Phụ", "lục"] * 2


def test_what_stands_in_fields_fills_the_blanks_that_they_cover() -> None:
    text = text_of(with_fields)
    own = read(SourceText("x", text)).documents[0]
    assert (own.number, own.symbol, own.dates) == ("118", "KH-UBND", ("2024-03-14",))
    assert "Email" not in text, "the stamp of a signature is no text"


def test_pages_and_boxes_lead_back_to_paper() -> None:
    file = read_pdf(printed(_cut_by_a_page), "x.pdf", LIMITS)
    assert file.text[file.pages[1] :].startswith("hai hằng")
    last = file.boxes[-1]
    assert (last.page, file.text[last.span.start : last.span.end]) == (2, "hai hằng năm.")
    assert last.left == pytest.approx(LEFT, abs=1)
    assert 60 < last.top < 72 < last.bottom < 80
    assert [box.span for box in file.boxes] == sorted(box.span for box in file.boxes)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_seen(turned: int) -> None:
    def on_its_side(printer: Printer) -> None:
        canvas = printer.canvas
        canvas.setPageRotation(turned)
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turned])
        canvas.rotate({90: 90, 180: 180, 270: 270}[turned])
        printer.put("Dòng thứ nhất.", 100, top=842 - 500)
        printer.put("Dòng thứ hai.", 100, top=842 - 400)

    file = read_pdf(printed(on_its_side), "x.pdf", LIMITS)
    assert re.findall(r"\S.*", file.text) == ["Dòng thứ nhất.", "Dòng thứ hai."]
    assert file.boxes[0].right - file.boxes[0].left > file.boxes[0].bottom - file.boxes[0].top
