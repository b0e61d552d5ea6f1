"""Who signed a text: the block at the end of its own document, and nothing else."""

import pytest

from extract import read
from extract.head.signer import signer_of

BODY = "Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./.\n\n"
STATE = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn B\n"


@pytest.mark.parametrize(
    ("text", "signer"),
    [
        pytest.param(
            f"{BODY}Nơi nhận:\n- Như trên;\n- Lưu VPHU.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(đã ký)\n"
            "\nLò Văn A\n",
            "Lò Văn A (T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ)",
            id="party form, a copy",
        ),
        pytest.param(
            f"{BODY}{STATE}", "Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)", id="state form"
        ),
        pytest.param(
            f"{BODY}Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Như Điều 3;          CHỦ TỊCH\n"
            "- Các sở, ban, ngành,\n  đoàn thể;          (Đã ký)\n- Lưu: VT.       Giàng A Páo\n",
            "Giàng A Páo (TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH)",
            id="two columns",
        ),
        pytest.param(
            f"{BODY}| **Nơi nhận:**<br> | **TM. CHÍNH PHỦ** |\n|---|---|\n"
            "| - Lưu: VT. | **THỦ TƯỚNG** |\n| | **Phạm Văn C** |\n",
            "Phạm Văn C (TM. CHÍNH PHỦ, THỦ TƯỚNG)",
            id="two columns of a table",
        ),
        pytest.param(
            f"{BODY}KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTHƯỜNG TRỰC\n( Đã ký )\nVũ Mạnh D\n",
            "Vũ Mạnh D (KT. BỘ TRƯỞNG, THỨ TRƯỞNG THƯỜNG TRỰC)",
            id="an office on two lines",
        ),
        pytest.param(
            f"{BODY}BỘ TRƯỞNG\nĐại tướng Lê Văn E\n", "Đại tướng Lê Văn E (BỘ TRƯỞNG)", id="a rank"
        ),
        pytest.param(
            f"{BODY}{STATE}\nQUY CHẾ\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n"
            "GIÁM ĐỐC\nLê Văn F\n",
            "Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)",
            id="an attached plan that another signs",
        ),
        pytest.param(
            f"{BODY * 14}(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n{STATE}",
            "",
            id="an attached plan alone is signed",
        ),
        pytest.param(
            f"{BODY}KT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\nLê Văn F\n\nKT. BỘ TRƯỞNG BỘ CÔNG AN\n"
            "THỨ TRƯỞNG\nTrần Văn G\n",
            "",
            id="two bodies sign",
        ),
        pytest.param(
            f"{BODY}KT. BỘ TRƯỞNG BỘ Y TẾ       KT. BỘ TRƯỞNG BỘ CÔNG AN\n"
            "THỨ TRƯỞNG       THỨ TRƯỞNG\nLê Văn F       Trần Văn G\n",
            "",
            id="two bodies sign side by side",
        ),
        pytest.param(
            "CHÍNH PHỦ\n" + "\n" * 12 + f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{BODY}{STATE}",
            "Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)",
            id="a head below blank lines is no annex",
        ),
        pytest.param(
            f"{BODY * 14}Chương III\nDANH MỤC MẪU VẬT\n{BODY}{STATE}",
            "Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)",
            id="a list that is a chapter is no annex",
        ),
        pytest.param(
            f"{BODY * 14}{STATE}Phụ Lục\nTIÊU CHÍ\n",
            "Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)",
            id="the word for an annex is no second name",
        ),
        pytest.param(f"{BODY}Nguyễn Văn B\n", "", id="a name without an office"),
        pytest.param(f"{BODY}TM. BAN THƯỜNG VỤ\nNguyễn Văn B\n", "", id="no office, a body alone"),
        pytest.param(f"{BODY}CHỦ TỊCH\n(Ký tên, đóng dấu)\n", "", id="a form to be filled in"),
        pytest.param(
            "CHỦ TỊCH ỦY BAN NHÂN DÂN\nCăn cứ Luật Đất đai;\nNguyễn Văn B\n", "", id="a head"
        ),
    ],
)
def test_signer(text: str, signer: str) -> None:
    assert signer_of(text) == signer


def test_the_own_document_alone_is_signed() -> None:
    said = read(f"Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nTheo Kết luận số 69-KL/TU.\n{BODY}{STATE}")
    assert {document.key: document.signer for document in said.documents} == {
        "5/QĐ-UBND": "Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)",
        "69-KL/TU": "",
    }
