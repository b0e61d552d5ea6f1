"""Where the name of the body behind a reference ends: words that are part of it and of prose."""

import pytest

from tests.extract.texts import cited, in_body, reading_of

JOINT = (
    "Bộ trưởng Bộ Công Thương, Bộ trưởng Bộ Công an, Bộ trưởng Bộ Tư pháp, Bộ trưởng Bộ Y tế, "
    "Chánh án Tòa án nhân dân tối cao, Viện trưởng Viện kiểm sát nhân dân tối cao"
)

BODIES = [
    pytest.param(
        "của Ủy ban Khoa học và kỹ thuật Nhà nước về mẫu sổ",
        "Ủy ban Khoa học và kỹ thuật Nhà nước",
        id="small-letter-behind-and",
    ),
    pytest.param(
        "của Bộ trưởng Bộ Ngoại giao quy định mẫu sổ", "Bộ trưởng Bộ Ngoại giao", id="ngoai-giao"
    ),
    pytest.param(
        "của Bộ Tư pháp giao các xã lập sổ", "Bộ Tư pháp", id="giao-is-a-verb-behind-others"
    ),
    pytest.param("của Bộ Tư pháp và các xã lập sổ", "Bộ Tư pháp", id="and-others"),
    pytest.param(f"của {JOINT} về mẫu sổ", JOINT, id="six-bodies"),
]


@pytest.mark.parametrize(("behind", "issuer"), BODIES)
def test_name_of_a_body(behind: str, issuer: str) -> None:
    reading = reading_of(in_body(f"Theo Thông tư số 5/2012/TT-BTP {behind}."))
    assert cited(reading, "Thông tư số 5/2012/TT-BTP").issuers == (issuer,)


def test_who_adopted_a_law_stands_before_its_date() -> None:
    adopted = "đã được Quốc hội thông qua ngày 30 tháng 6 năm 1983"
    reading = reading_of(in_body(f"Theo Luật Hòa giải {adopted} thì khác."))
    assert cited(reading, "Luật Hòa giải").dates == ("1983-06-30",)
