"""Decisions as people live with them: listed, written into a file, built with, built with again."""

import csv
import json
from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from extract.reading import Document
from graph.ask.review import review_items
from graph.build.run import build
from graph.decisions.file import COLUMNS, parse_decisions
from graph.decisions.suggestions import ADD_LINE, line
from graph.opening import open_store
from ontology.documents.relation import Relation
from ontology.spelling import slug
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.decisions.test_across_builds import CONCLUSION, HEADER, write
from tests.graph.made import KH_61, KH_141, KL_43, KL_69, Link, document, reading, store_of

pytestmark = pytest.mark.slow


def filled(proposed: str, why: str = "theo bản gốc") -> str:
    """Return a proposed line with who, when and why."""
    (cells,) = csv.reader(StringIO(proposed))
    by_column = dict(zip(COLUMNS, cells, strict=False))
    assert by_column["who"] == by_column["when"] == by_column["why"] == ""
    return line(**by_column | {"who": "Lan", "when": "2026-01-05", "why": why})


@pytest.mark.slow
def test_every_proposed_line_settles_its_matter(store: Path, tmp_path: Path) -> None:
    items = review_items(open_store(store))
    assert {item.kind for item in items} == {"conflict", "reference", "inferred"}
    texts = copytree(CORPUS, tmp_path / "texts")
    directory = tmp_path / "store"
    for item in items:
        assert item.lines, item
        for proposed in item.lines:
            decisions = write(tmp_path / "decisions.csv", filled(proposed))
            report = build([texts], directory, decisions=decisions)
            assert [decided.problem for decided in report.decisions] == [""], proposed
            left = {matter.id for matter in review_items(open_store(directory))}
            assert left == {matter.id for matter in items} - {item.id}, proposed


LOW = reading(
    "61.txt",
    KH_61,
    [KL_69, KL_43, document("5-KH/TU", register="kh-tu", series="lai-chau.tu")],
    [
        Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69", 0.6),
        Link("61-KH/HU", Relation.CITES, "69-KL/TU", "69", 0.5),
        Link("61-KH/HU", Relation.CONTINUES, "43-KL/TW", "tiếp tục 43", 0.6),
        Link("61-KH/HU", Relation.CONTINUES, "43-KL/TW", "tiếp tục 43 này", 0.9),
        Link("43-KL/TW", Relation.CONTINUES, "43-KL/TW", "tiếp tục chính nó"),
    ],
)


def test_a_link_that_is_nowhere_sure_is_to_be_looked_at(tmp_path: Path) -> None:
    items = review_items(store_of(tmp_path / "store", LOW))
    unsure = [item for item in items if item.kind == "unsure"]
    assert [item.lines for item in unsure] == [
        (",,reject,43-KL/TW@tw@k12,continues,43-KL/TW@tw@k12,,",),
        (
            ",,accept,61-KH/HU@lai-chau.tam-duong.hu@nk2020,implements,69-KL/TU@lai-chau.tu@nk2020,,",
            ",,reject,61-KH/HU@lai-chau.tam-duong.hu@nk2020,implements,69-KL/TU@lai-chau.tu@nk2020,,",
        ),
    ]
    assert "“thực hiện 69” (độ tin cậy 0.60)" in unsure[1].message_vi
    assert "—implements→" in unsure[1].message_en


def test_a_reference_without_candidates_leaves_the_document_to_be_filled_in(
    tmp_path: Path,
) -> None:
    items = review_items(store_of(tmp_path / "store", LOW))
    (reference,) = [item for item in items if item.kind == "reference"]
    assert reference.candidates == ()
    assert reference.lines == (",,merge,5-KH/TU,,,61.txt,",)


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "3 việc cần người xem"), ("en", "3 open matters")]
)
def test_review_prints_a_table(store: Path, language: str, words: str) -> None:
    result = luocdo("review", "--store", store, "--lang", language, env={"COLUMNS": "160"})
    assert result.exit_code == 0
    assert words in result.stdout
    assert ",,merge,25-NQ/TW,,25-NQ/TW@tw@k11,lai-chau_1215-kh-ubnd_2021.txt," in result.stdout
    assert HEADER in result.stderr
    assert ADD_LINE in result.stderr


@pytest.mark.parametrize(
    ("language", "told"), [("vi", "Thấy thiếu một quan hệ?"), ("en", "Is a link missing?")]
)
def test_review_says_how_to_add_a_link(store: Path, language: str, told: str) -> None:
    arguments = ("review", "--store", store, "--lang", language)
    assert f"{told} " in luocdo(*arguments).stderr
    assert told not in luocdo(*arguments, "--format", "json").stderr
    file = parse_decisions(Path("decisions.csv"), f"{HEADER}\n{ADD_LINE}")
    assert (len(file.decisions), file.faults) == (1, ())


def test_review_as_csv_and_json_say_the_same(store: Path) -> None:
    as_json = json.loads(luocdo("review", "--store", store, "--format", "json").stdout)
    printed = luocdo("review", "--store", store, "--format", "csv", "--lang", "en").stdout
    as_csv = list(csv.DictReader(StringIO(printed)))
    assert [row["id"] for row in as_csv] == [item["id"] for item in as_json]
    assert [row["lines"].split("\n") for row in as_csv] == [item["lines"] for item in as_json]
    assert [row["message"] for row in as_csv] == [item["message_en"] for item in as_json]


def test_nothing_to_review_is_said_with_exit_1(tmp_path: Path) -> None:
    path = tmp_path / "61.txt"
    path.write_text(CONCLUSION, "utf-8")
    luocdo("build", path, "--store", tmp_path / "store")
    result = luocdo("review", "--store", tmp_path / "store")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Không còn việc nào" in result.stderr
    assert ADD_LINE in result.stderr


def scheme(title: str, *dates: str, series: str = "vn") -> Document:
    """A programme that is known by its name."""
    key = slug(title)
    return document(key, f"{series}/named/{key}", kind="Chương trình", title=title, dates=dates)


STRATEGIC = scheme("Chương trình phát triển công nghệ và công nghiệp chiến lược")
NATIONAL = scheme("Chương trình quốc gia phát triển công nghệ và công nghiệp chiến lược")
OTHER = scheme("Chương trình phát triển công nghệ và công nghiệp chiến lược của ngành dệt")

ALIKE = [
    ("two names of one thing", [STRATEGIC], [NATIONAL], "", 1),
    ("three names: which is which, nothing tells", [STRATEGIC, OTHER], [NATIONAL], "", 0),
    (
        "of two places",
        [scheme(STRATEGIC.title, series="lai-chau")],
        [NATIONAL],
        "",
        0,
    ),
    (
        "of two days",
        [scheme(STRATEGIC.title, "2024-01-01")],
        [scheme(NATIONAL.title, "2025-01-01")],
        "",
        0,
    ),
    (
        "a person has said that they are one",
        [STRATEGIC],
        [NATIONAL],
        f"Lan,2026-01-05,merge,{STRATEGIC.id},,{NATIONAL.id},,một chương trình",
        0,
    ),
    (
        "a person has given one a title that tells it apart",
        [STRATEGIC],
        [NATIONAL],
        f"Lan,2026-01-05,name,{STRATEGIC.id},title,Chương trình công nghiệp dệt,,bản gốc",
        0,
    ),
]


@pytest.mark.parametrize(
    ("first", "second", "decisions", "expected"),
    [row[1:] for row in ALIKE],
    ids=[row[0] for row in ALIKE],
)
def test_two_names_that_may_be_one_are_to_be_looked_at(
    tmp_path: Path, first: list[Document], second: list[Document], decisions: str, expected: int
) -> None:
    texts = [reading("1.txt", KH_61, first), reading("2.txt", KH_141, second)]
    items = review_items(store_of(tmp_path / "store", *texts, decisions=decisions))
    alike = [item for item in items if item.kind == "alike"]
    assert len(alike) == expected
    for item in alike:
        assert item.lines == (f",,merge,{STRATEGIC.id},,{NATIONAL.id},,",)
        assert "có thể là một văn bản" in item.message_vi
        assert "may be one document" in item.message_en
