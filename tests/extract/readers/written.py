"""Documents in the words of this project, with what offices put into their Word files."""

from pathlib import Path

from tests.extract.readers.documents import (
    Beside,
    Changed,
    Document,
    Framed,
    Paragraph,
    Rows,
    from_text,
)
from tests.extract.readers.word_files import level, numbering_of

ROOT = Path(__file__).parents[3]

REPORT = Document(
    (
        Beside(
            (
                ("HUYỆN ỦY PHONG THỔ", "*", "Số 301-BC/HU"),
                ("ĐẢNG CỘNG SẢN VIỆT NAM", "Phong Thổ, ngày 20 tháng 8 năm 2023"),
            )
        ),
        Paragraph(""),
        Paragraph("BÁO CÁO", centred=True),
        Paragraph("tình hình công tác hòa giải năm 2023", centred=True),
        Paragraph("-----", centred=True),
        Paragraph("I. TÌNH HÌNH"),
        Paragraph(
            "Huyện ủy đã thực hiện Nghị quyết số 25-NQ/TW[1], ngày 03/6/2013 của Ban Chấp hành "
            "Trung ương; các văn bản của cấp trên[2] được học tập ở mọi chi bộ."
        ),
        Paragraph("Kết quả trong năm như sau:"),
        Rows(
            (
                ("TT", "Văn bản", "Ngày ban hành", "Kết quả"),
                ("1", "Kế hoạch số 31-KH/HU", "12/5/2021", "Xong 12 bản[3]"),
                ("2", "Kế hoạch số 58-KH/HU", "20/6/2021", "Còn 3 bản | 2 bản xa"),
            )
        ),
        Paragraph("Nhiều bản đã có tổ hòa giải."),
        Beside(
            (
                ("Nơi nhận:", "- Tỉnh ủy;", "- Lưu Văn phòng."),
                ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lò Văn Páo"),
            )
        ),
    ),
    footnotes=(
        "Nghị quyết được gửi tới 18 đảng bộ.",
        "Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư; Kết luận số 69-KL/TU, ngày "
        "09/4/2021 của Ban Thường vụ Tỉnh ủy.",
    ),
    endnotes=("Theo Hướng dẫn số 15-HD/BDVTU, ngày 02/3/2021 của Ban Dân vận Tỉnh ủy.",),
)

_ARTICLES = (
    level("Điều %1.") + level("%2.", at=1) + level("%3)", "lowerLetter", at=2),
    level("%1.", "upperRoman") + level("-", "bullet", at=1),
)

DECISION = Document(
    (
        Beside(
            (
                ("ỦY BAN NHÂN DÂN", "TỈNH LAI CHÂU", "Số: 45/2022/QĐ-UBND"),
                (
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                    "Độc lập - Tự do - Hạnh phúc",
                    "Lai Châu, ngày 10 tháng 10 năm 2022",
                ),
            )
        ),
        Paragraph(""),
        Paragraph("QUYẾT ĐỊNH", centred=True),
        Paragraph("Về việc hỗ trợ tổ hòa giải ở bản", centred=True),
        Framed("BẢN SAO"),
        Paragraph(""),
        Paragraph("ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", centred=True),
        Paragraph(""),
        Paragraph("Căn cứ Luật Hòa giải ở cơ sở số 35/2013/QH13 ngày 20 tháng 6 năm 2013;"),
        Changed(
            "Căn cứ Nghị định số ",
            "14/2013",
            "15/2014",
            "/NĐ-CP ngày 27 tháng 02 năm 2014 của Chính phủ;",
        ),
        Paragraph(""),
        Paragraph("QUYẾT ĐỊNH:", centred=True),
        Paragraph(""),
        Paragraph("Mức hỗ trợ", list_id=1, number="Điều 1. "),
        Paragraph("Mỗi tổ được hỗ trợ một lần.", list_id=1, level=1, number="1. "),
        Paragraph("Bản vùng cao: ba triệu đồng;", list_id=1, level=2, number="a) "),
        Paragraph("Bản khác: hai triệu đồng.", list_id=1, level=2, number="b) "),
        Paragraph("Kinh phí do huyện chi.", list_id=1, level=1, number="2. "),
        Paragraph("Hiệu lực", list_id=1, number="Điều 2. "),
        Paragraph(
            "Quyết định này thay thế Quyết định số 12/2018/QĐ-UBND ngày 05 tháng 4 năm 2018.",
            list_id=1,
            level=1,
            number="1. ",
        ),
        Paragraph("Sở Tư pháp hướng dẫn thực hiện.", list_id=1, level=1, number="2. "),
    ),
    numbering=numbering_of(*_ARTICLES),
)

PLAN = Document(
    (
        Beside(
            (
                ("HUYỆN ỦY PHONG THỔ", "*", "Số 88-KH/HU"),
                ("ĐẢNG CỘNG SẢN VIỆT NAM", "Phong Thổ, ngày 12 tháng 5 năm 2022"),
            )
        ),
        Paragraph("KẾ HOẠCH", centred=True),
        Paragraph(
            "thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy", centred=True
        ),
        Paragraph(""),
        Paragraph("MỤC ĐÍCH", list_id=2, number="I. "),
        Paragraph("Để mỗi bản có một tổ hòa giải.", list_id=2, level=1, number="- "),
        Paragraph("NHIỆM VỤ", list_id=2, number="II. "),
        Paragraph("Học tập Chỉ thị số 10-CT/TU, ngày 04/02/2020.", list_id=2, level=1, number="- "),
    ),
    numbering=numbering_of(*_ARTICLES),
)

RICH = {"report": REPORT, "decision": DECISION, "plan": PLAN}
CORPUS = {
    path.stem: from_text(path.read_text("utf-8"))
    for path in sorted((ROOT / "notebooks/corpus").glob("*.txt"))
}
ALL = RICH | CORPUS
