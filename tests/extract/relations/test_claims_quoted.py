"""Provisions that a text quotes are the deeds of the document that they stand in."""

import pytest

from tests.extract.texts import assert_claims, decision

QUOTED = [
    pytest.param(
        "Điều 6 của Thông tư số 05/2023/TT-BNV quy định như sau:\n\n"
        "“Điều 6. Hiệu lực thi hành\n\n1. Bãi bỏ Thông tư số 07/2019/TT-BNV.”.",
        {("05/2023/TT-BNV", "repeals", "07/2019/TT-BNV")},
        id="what the quoted article does",
    ),
    pytest.param(
        "Các điều 6 và 7 của Thông tư số 05/2023/TT-BNV, có hiệu lực kể từ ngày 01/7/2023, quy "
        "định như sau:\n\n“Điều 6\n\nBỏ cụm từ “loại hai” tại Điều 3 của Thông tư số "
        "09/2018/TT-BNV.\n\nĐiều 7\n\nThông tư số 07/2019/TT-BNV hết hiệu lực.”.",
        {
            ("05/2023/TT-BNV", "amends", "09/2018/TT-BNV"),
            ("05/2023/TT-BNV", "repeals", "07/2019/TT-BNV"),
        },
        id="quotation marks within it do not end it",
    ),
    pytest.param(
        "Khoản 2 Điều 6 của Thông tư số 05/2023/TT-BNV quy định như sau: “Bãi bỏ Thông tư số "
        "07/2019/TT-BNV.”.\n\nĐiều 2. Bãi bỏ Thông tư số 08/2020/TT-BNV.",
        {
            ("05/2023/TT-BNV", "repeals", "07/2019/TT-BNV"),
            ("45/2022/QĐ-UBND", "repeals", "08/2020/TT-BNV"),
        },
        id="what stands behind it is the text's own",
    ),
    pytest.param(
        "Việc thi hành Thông tư số 05/2023/TT-BNV được quy định như sau:\n\n“Điều 6\n\n1. Bãi bỏ "
        "Thông tư số 07/2019/TT-BNV.”.",
        set(),
        id="nobody's where the words before name no provision of a document",
    ),
    pytest.param(
        "Sửa đổi Điều 6 như sau:\n\n“Điều 6. Hiệu lực\n\n1. Thông tư này thay thế Thông tư số "
        "07/2019/TT-BNV.\n\n2. Bãi bỏ Thông tư số 09/2018/TT-BNV.”.\n\nĐiều 2. Bãi bỏ Thông tư số "
        "08/2020/TT-BNV.",
        {("45/2022/QĐ-UBND", "repeals", "08/2020/TT-BNV")},
        id="new words of a provision that the text only numbers",
    ),
    pytest.param(
        'Sửa đổi Điều 6 như sau: "Điều 6. Bãi bỏ Thông tư số 07/2019/TT-BNV."\n\nĐiều 2. Bãi bỏ '
        "Thông tư số 08/2020/TT-BNV.",
        {("45/2022/QĐ-UBND", "repeals", "08/2020/TT-BNV")},
        id="straight quotation marks",
    ),
    pytest.param(
        "Bãi bỏ Thông tư số 07/2019/TT-BNV. Mức chi được quy định như sau: mỗi người một suất.",
        {("45/2022/QĐ-UBND", "repeals", "07/2019/TT-BNV")},
        id="without quotation marks nothing is quoted",
    ),
]


@pytest.mark.parametrize(("article", "deeds"), QUOTED)
def test_a_quoted_provision(article: str, deeds: set[tuple[str, str, str]]) -> None:
    assert_claims(decision("Về công tác văn thư", f"Điều 1. {article}"), *deeds)
