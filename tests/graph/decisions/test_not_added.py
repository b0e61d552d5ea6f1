"""Links that cannot be added, and the line that is proposed instead of what cannot be accepted."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from graph.decisions.words import problem_words
from graph.read.decided import all_decided
from graph.words.sentences import Language
from tests.graph.decisions.papers import (
    ADDED_TO,
    REASONED,
    Add,
    plans,
    problems,
)
from tests.graph.made import store_of

pytestmark = pytest.mark.slow


UNMET = [
    (
        "add,61-KH/HU,implements,69-KL/TU@lai-chau,,đúng",
        "known-link: Lan,2026-01-05,accept,61-KH/HU,implements,69-KL/TU@lai-chau,,đúng",
        "không cần thêm",
        "nothing to add",
        "the rules have found it",
    ),
    (
        "add,61-KH/HU,summarizes,43-KL/TW,,đúng",
        "known-link: Lan,2026-01-05,accept,61-KH/HU,summarizes,43-KL/TW,,đúng",
        "không cần thêm",
        "nothing to add",
        "the rules have found it as an interim review",
    ),
    (
        "add,61-KH/HU,implements,57-NQ/TW,,đúng",
        "no-identity: 57-NQ/TW",
        "cần số hiệu kèm sổ và khóa hoặc năm",
        "expected a number with its register",
        "no text mentions it, and its term is not said",
    ),
    (
        "add,Đề án lạ,implements,69-KL/TU@lai-chau,,đúng",
        "no-identity: Đề án lạ",
        "cần số hiệu",
        "expected a number",
        "a name that no text mentions",
    ),
    (
        "add,141/KH-UBND,implements,69-KL/TU,,đúng",
        "ambiguous: ",
        "có thể là nhiều văn bản",
        "several documents",
        "two conclusions have the number",
    ),
    (
        "add,61-KH/HU,guides,lai-chau.tam-duong.hu/nk2020/kh-hu/61,,đúng",
        "itself: 61-KH/HU",
        "ở cả hai đầu",
        "both ends",
        "two names of one document",
    ),
    (
        "add,141/KH-UBND,implements,43-KL/TW,9.txt,đúng,lo việc",
        "no-text: 9.txt",
        "không có bản văn nào tên",
        "no text called",
        "no such text",
    ),
    (
        "add,141/KH-UBND,implements,43-KL/TW,tuyen-truyen.txt,đúng,lo chuyện",
        "no-quote: lo chuyện",
        "bản văn không có câu",
        "does not hold the words",
        "the text does not say so",
    ),
    (
        "add,141/KH-UBND,implements,43-KL/TW,tuyen-truyen.txt,đúng,69",
        "ambiguous-quote: 69",
        "nhiều chỗ trong bản văn",
        "several places",
        "the words stand there twice",
    ),
]


@pytest.mark.parametrize(
    ("line", "problem", "vietnamese", "english"), [r[:4] for r in UNMET], ids=[r[4] for r in UNMET]
)
def test_what_cannot_be_added_is_told_of_and_costs_itself_alone(
    add: Add, line: str, problem: str, vietnamese: str, english: str
) -> None:
    store = add(line, "add,141/KH-UBND,guides,43-KL/TW,,vẫn áp dụng")
    unmet, met = all_decided(store.dataset)
    assert unmet.problem.startswith(problem)
    assert vietnamese in problem_words(unmet, Language.VI)
    assert english in problem_words(unmet, Language.EN)
    assert met.problem == ""
    assert plans(store, "43-KL/TW") == ["141/KH-UBND"]


def test_the_line_that_is_proposed_for_what_cannot_be_accepted_adds_the_link(add: Add) -> None:
    store = add("accept,141/KH-UBND,implements,69-KL/TU@lai-chau,,đã xem bản giấy")
    (unmet,) = all_decided(store.dataset)
    code, _, line = unmet.problem.partition(": ")
    assert code == "link-to-add"
    assert line == f"Lan,2026-01-05,{REASONED}"
    for language, told in ((Language.VI, "không bản văn nào nêu"), (Language.EN, "no text states")):
        assert told in problem_words(unmet, language)
        assert line in problem_words(unmet, language)


def test_a_proposed_line_may_be_written_as_it_is(add: Add, tmp_path: Path) -> None:
    accept = 'accept,141/KH-UBND,implements,69-KL/TU@lai-chau,,"xem bản ""giấy"", trang 2"'
    (unmet,) = all_decided(add(accept).dataset)
    line = unmet.problem.partition(": ")[2]
    (cells,) = csv.reader(StringIO(line))
    assert cells[-1] == 'xem bản "giấy", trang 2'
    store = store_of(tmp_path / "again", *ADDED_TO, decisions=line)
    assert problems(store) == []
    assert plans(store, "69-KL/TU@lai-chau") == ["141/KH-UBND", "61-KH/HU"]
