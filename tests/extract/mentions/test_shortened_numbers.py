"""Numbers in a looser hand: of what the text names in full once, and of nothing else."""

import pytest

from tests.extract.texts import in_body, mention_of, quotes, reading_of

IN_FULL = (
    "Theo Kết luận số 69-KL/TU ngày 09/4/2021; Kết luận số 71-KL/TU; Quyết định số 12-QĐ/TU; Kế "
    "hoạch số 5-KH/TU; Chỉ thị số 8-CT/TU; Chỉ thị số 8-CT/TW."
)

SHORT = [
    pytest.param("Bàn các Kết luận 69, 71.", ["Kết luận 69", "71"], id="list-behind-a-plural"),
    pytest.param("Bàn các kết luận số 69 và 71.", ["kết luận số 69", "71"], id="in-small-letters"),
    pytest.param("Bàn KL 69 của Tỉnh ủy.", ["KL 69"], id="code-for-the-type-word"),
    pytest.param("Bàn tinh thần kết luận 69.", ["kết luận 69"], id="small-letters-and-a-number"),
    pytest.param("Theo quyết định số 12, tổ họp.", ["quyết định số 12"], id="verb-with-so"),
]
NOTHING = [
    pytest.param("Tổ quyết định 12, sau đó họp.", id="verb-without-so"),
    pytest.param("Tổ lập kế hoạch 5 năm.", id="five-years"),
    pytest.param("Tổ lập kế hoạch 5, 6 tháng.", id="five-or-six-months"),
    pytest.param("Bàn kết luận 70.", id="none-has-that-number"),
    pytest.param("Bàn chỉ thị 8.", id="two-have-that-number"),
    pytest.param("Bàn các Kết luận 69, 70.", id="one-of-a-list-is-not-known"),
    pytest.param("Bàn kết luận 69/2021 của tổ.", id="another-register"),
    pytest.param("Bàn 12 kết luận 69 người nghe.", id="a-count"),
]


@pytest.mark.parametrize(("sentence", "short"), SHORT)
def test_what_is_named_in_full_is_meant(sentence: str, short: list[str]) -> None:
    reading = reading_of(in_body(f"{sentence}\n\n{IN_FULL}"))
    assert quotes(reading, "numbered")[: len(short)] == short
    assert mention_of(reading, short[0]).document in ("69-KL/TU", "12-QĐ/TU")


def test_body_behind_the_last_of_a_list_is_its_alone() -> None:
    reading = reading_of(in_body(f"Bàn Kết luận 69 và Kết luận 281 của Huyện ủy.\n\n{IN_FULL}"))
    assert mention_of(reading, "Kết luận 69").document == "69-KL/TU"


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_could_be_anything_is_none(sentence: str) -> None:
    whole = quotes(reading_of(in_body(IN_FULL)), "numbered")
    assert quotes(reading_of(in_body(f"{sentence}\n\n{IN_FULL}")), "numbered") == whole


LISTS = [
    pytest.param(
        "Bàn Kết luận 57, Kết luận 68 của Tỉnh ủy.",
        ["Kết luận 57", "Kết luận 68"],
        id="the-body-is-told-once",
    ),
    pytest.param(
        "Bàn Kết luận 57; Quyết định 68 của Tỉnh ủy.", ["Quyết định 68"], id="of-another-type"
    ),
    pytest.param(
        "Bàn Kết luận 57, Kết luận 68 ngày 04/5/2022 của Tỉnh ủy.",
        ["Kết luận 68"],
        id="a-day-of-its-own",
    ),
    pytest.param("Bàn Kết luận 57. Kết luận 68 của Tỉnh ủy.", ["Kết luận 68"], id="no-list"),
]


@pytest.mark.parametrize(("sentence", "numbers"), LISTS)
def test_whose_a_list_of_bare_numbers_is(sentence: str, numbers: list[str]) -> None:
    assert quotes(reading_of(in_body(sentence)), "numbered")[: len(numbers) + 1] == numbers
