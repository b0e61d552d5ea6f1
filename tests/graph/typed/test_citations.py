"""What people type is read as a text would be, though it lacks capitals, marks and type words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.typed.citations import type_typed, typed_citations

PRINTED = [
    ("69-KL/TU", ["69-KL/TU"], "a number"),
    ("69-kl/tu", ["69-KL/TU"], "small letters"),
    ("69 KL/TU", ["69-KL/TU"], "a blank for a hyphen"),
    ("217-qd/tw", ["217-QĐ/TW"], "a code without its stroke"),
    ("12/2018/qđ-ttg", ["12/2018/QĐ-TTG"], "a year within"),
    ("64/2025/qh15", ["64/2025/QH15"], "a body for a code"),
    ("217/218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], "a list with a slash"),
    ("217, 218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], "a list with a comma"),
    ("217 và 218-qđ/tw", ["217-QĐ/TW", "218-QĐ/TW"], "a list with a word"),
    ("Quy định 217/218-QĐ/TW", ["Quy định 217-QĐ/TW", "Quy định 218-QĐ/TW"], "its type word"),
    ("36, 39 và 40/2009/NĐ-CP", [f"{n}/2009/NĐ-CP" for n in (36, 39, 40)], "a shared year"),
    ("25-NQ/TW, 43-KL/TW", ["25-NQ/TW", "43-KL/TW"], "a list of two registers"),
    ("217-QĐ/TW về giám sát và 218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], "a list with titles"),
    ("142-KH/TU thực hiện 43-KL/TW", ["142-KH/TU"], "what a title cites is not meant"),
    ("5-KH/TU về thực hiện 1-NQ/TW và 2-NQ/TW", ["5-KH/TU"], "nor what follows that in a list"),
    ("ket luan so 69-kl/tu", ["Kết luận 69-KL/TU"], "no diacritics"),
    ("NQ 57", ["Nghị quyết 57"], "a code for a type word"),
    ("Nghị quyết 57 của Bộ Chính trị", ["Nghị quyết 57"], "a number without a symbol"),
    ("57", ["57"], "a number alone"),
    ("Luật Đất đai năm 2024", ["Luật Đất đai"], "a name"),
    ("Luật Đất đai số 31/2024/QH15", ["Luật 31/2024/QH15"], "a name with its number"),
    ("Đề án 06", ["Đề án 06"], "a nickname"),
    ("xin chào", [], "no citation"),
    ("!!!", [], "no word"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "printed", "reason"), PRINTED, ids=[row[2] for row in PRINTED])
def test_numbers_and_names_are_read(text: str, printed: list[str], reason: str) -> None:
    assert [cited.printed for cited in typed_citations(text)] == printed, reason


FIELDS = [
    (
        "Kết luận số 69-KL/TU ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy Lai Châu về dân vận",
        ("2021-04-09", "Ban Thường vụ Tỉnh ủy Lai Châu", "", "về dân vận"),
        "a whole citation",
    ),
    ("69-KL/TU Lai Châu", ("", "", "", "Lai Châu"), "a place behind"),
    ("69-KL/TU của BTV Tỉnh ủy", ("", "Ban Thường vụ Tỉnh ủy", "", ""), "a short form"),
    ("25-NQ/TW khóa XI", ("", "", "XI", ""), "a term"),
    ("25-nq/tw khoa XI", ("", "", "XI", ""), "a term without its mark"),
    ("69-kl/tu ngay 9/4/2021", ("2021-04-09", "", "", ""), "a date without its mark"),
    ("Luật Đất đai năm 2024", ("2024", "", "", ""), "a year"),
]


@pytest.mark.parametrize(("text", "fields", "reason"), FIELDS, ids=[row[2] for row in FIELDS])
def test_what_stands_behind_is_kept_apart(
    text: str, fields: tuple[str, str, str, str], reason: str
) -> None:
    (cited,) = typed_citations(text)
    assert (cited.date, cited.issuer, cited.term, cited.behind) == fields, reason


def test_each_of_a_list_keeps_its_own_title_and_shares_what_is_behind() -> None:
    of_its_own = typed_citations("217-QĐ/TW về giám sát và 218-QĐ/TW về góp ý")
    assert [cited.behind for cited in of_its_own] == ["về giám sát", "về góp ý"]
    shared = typed_citations("217, 218-QĐ/TW Lai Châu")
    assert [cited.behind for cited in shared] == ["Lai Châu", "Lai Châu"]


def test_a_type_word_is_known_without_its_marks() -> None:
    kind, behind = type_typed("ke hoach của Lai Châu")
    assert kind is not None
    assert (kind.word, behind) == ("Kế hoạch", "của Lai Châu")
    assert type_typed("hợp kín") == (None, "hợp kín")


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    typed_citations(text)
