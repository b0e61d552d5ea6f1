import pytest

from graph.read.conflicts import conflict

VALUES = [
    ("issuer", ["Ban Bí thư", "Bộ Chính trị"], "", True),
    ("issuer", ["Ban Bí thư", "Ban Bí thư Trung ương Đảng"], "", False),
    ("issuer", ["Huyện ủy", "Huyện ủy Tam Đường"], "lai-chau.tam-duong", False),
    ("issuer", ["Ban Thường vụ Huyện ủy", "Huyện ủy Tam Đường"], "lai-chau.tam-duong", False),
    ("issuer", ["UBND huyện", "Huyện ủy"], "lai-chau.tam-duong", True),
    ("issuer", ["BỘ CHÍNH TRỊ", "Bộ Chính trị"], "", False),
    ("issuer", ["Bộ Tài chính", "Bộ Y tế"], "", True),
    ("issuer", ["UBND huyện", "Ủy ban nhân dân huyện Tam Đường"], "lai-chau.tam-duong", False),
    ("issuer", ["BTV Huyện ủy", "Ban Thường vụ Huyện ủy"], "lai-chau.tam-duong", False),
    ("issuer", ["Bộ trưởng", "Bộ Tài chính"], "", False),
    ("issuer", ["Thủ tướng Chính phủ", "Bộ Tài chính"], "", True),
    (
        "issuer",
        ["Bộ Nông nghiệp và PTNT", "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn"],
        "",
        False,
    ),
    ("issuer", ["Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn"], "", False),
    ("issuer", ["Bộ LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"], "", False),
    ("issuer", ["Bộ GDĐT", "Bộ Y tế"], "", True),
    ("issuer", ["Bộ KH&CN", "Bộ Khoa học, Công nghệ và Môi trường"], "", False),
    ("date", ["2021-04-09", "2021-04-10"], "", True),
    ("date", ["2021-04-09", "2021"], "", False),
    ("date", ["2021-04", "2021-05-01"], "", True),
    ("type", ["Quyết định", "Quy định"], "", True),
    ("type", ["QUYẾT ĐỊNH", "Quyết định"], "", False),
    ("term", ["X", "XI"], "", True),
    ("title", ["công tác dân vận", "công tác thanh niên"], "", False),
    ("date", [], "", False),
]


@pytest.mark.parametrize(("name", "values", "place", "expected"), VALUES)
def test_what_contradicts(name: str, values: list[str], place: str, expected: bool) -> None:
    assert conflict(name, values, place) is expected
    assert conflict(name, values[::-1], place) is expected
