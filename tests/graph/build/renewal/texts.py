"""Short texts that have much to do with one another, each in several wordings."""

from tests.graph.build.conftest import CONCLUSION, PLAN, REPORT

DECISION = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 12/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Lai Châu, ngày 05 tháng 02 năm 2022

QUYẾT ĐỊNH
Ban hành Kế hoạch thực hiện Luật Nhà ở số 27/2023/QH15

Căn cứ {law};
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 \
của Ban Thường vụ Tỉnh ủy.
Điều 2. Giao UBND các huyện ban hành kế hoạch thực hiện trước ngày 30/6/2022.
"""
LETTER = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: {number}/UBND-NC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Lai Châu, ngày 07 tháng 3 năm 2022

Kính gửi: Ủy ban nhân dân các huyện

Thực hiện Kế hoạch số 61-KH/HU và {scheme}, căn cứ {law}, Ủy ban nhân dân tỉnh yêu cầu \
UBND huyện Tam Đường báo cáo trước ngày 15/4/2022.
"""
RESOLUTION = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 25-NQ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày {day} tháng 6 năm {year}

NGHỊ QUYẾT
về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới
"""
NAMED = "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025"

WORDINGS: dict[str, tuple[str, ...]] = {
    "69-kl-tu.txt": (
        CONCLUSION,
        CONCLUSION.replace(", ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI", ""),
        CONCLUSION.replace("Số 69", "Số 70"),
    ),
    "61-kh-hu.txt": (PLAN, PLAN.replace("HUYỆN ỦY TAM ĐƯỜNG", "Huyện ủy Tam Đường"), f"{PLAN}Hết."),
    "ban-sao.txt": (f"{PLAN}Bản sao. Theo 25-NQ/TW.", f"{PLAN}Bản sao. Theo 25-NQ/TW và 26-NQ/TW."),
    "426-bc-hu.txt": (REPORT, REPORT.replace("sơ kết 02", "tổng kết 05"), REPORT[:300]),
    "12-qd.txt": tuple(
        DECISION.format(law=law)
        for law in ("Luật Nhà ở", "Luật Nhà ở năm 2023", "Luật Đất đai số 31/2024/QH15")
    ),
    "cong-van.txt": (
        LETTER.format(number=33, scheme=NAMED, law="Luật Nhà ở năm 2023"),
        LETTER.format(
            number=34, scheme="Chương trình MTQG giảm nghèo bền vững", law="Luật Đất đai năm 2024"
        ),
        LETTER.format(number="  ", scheme=NAMED, law="Luật Đất đai"),
    ),
    "25-nq-tw.txt": (
        RESOLUTION.format(day="03", year=2013),
        RESOLUTION.format(day="25", year=2008),
        RESOLUTION.format(day="04", year=2013),
    ),
    "33-kh-hu.txt": (
        PLAN.replace("61-KH/HU", "33-KH/HU").replace(
            "Kết luận số 69-KL/TU", "Quyết định số 12/QĐ-UBND"
        ),
        PLAN.replace("61-KH/HU", "33-KH/HU").replace("TAM ĐƯỜNG", "SÌN HỒ"),
        PLAN.replace("61-KH/HU", "33-KH/HU")
        .replace("tháng 6 năm 2021", "tháng 6 năm 2022")
        .replace(
            "Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy",
            "Quyết định số 12/QĐ-UBND, ngày 05/02/2022 của UBND tỉnh Lai Châu",
        ),
    ),
}
"""By the name of a file, what may stand in it."""
