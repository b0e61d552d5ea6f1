"""`luocdo plans`: how a number may be typed, and the plans in each format."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph import KnowledgeGraph
from graph.ask.plans import plans_of
from graph.opening import open_store
from graph.typed.meaning import document_named
from tests.graph.conftest import CORPUS, luocdo


@pytest.mark.parametrize(
    "typed",
    [
        ("69-KL/TU@lai-chau",),
        ("69-kl/tu@lai-chau",),
        ("69 KL/TU@lai-chau",),
        ("Kết luận 69-KL/TU@lai-chau",),
        ("Kết", "luận", "69-KL/TU@lai-chau"),  # a shell splits what is not quoted
        ("ket luan so 69-kl/tu@lai-chau",),
    ],
)
def test_a_number_is_taken_as_people_type_it(store: Path, typed: Sequence[str]) -> None:
    result = luocdo("plans", *typed, "--store", store, "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert "61-KH/HU" in [row["document"]["number"] for row in json.loads(result.stdout)]


def test_plans_as_json_has_the_fields_that_programs_read(store: Path) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", store, "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["document"]["number"] for row in rows} >= {"142-KH/TU", "133-KH/TU"}
    for row in rows:
        assert set(row) == {"document", "steps"}
        for step in row["steps"]:
            assert set(step) >= {
                *("subject", "relation", "object", "quote", "text"),
                *("start", "end", "rule", "confidence"),
            }
        assert row["steps"][0]["subject"] == row["document"]
        assert row["steps"][-1]["object"]["number"] == "43-KL/TW"


def test_every_quote_stands_in_its_text_at_its_place(store: Path) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", store, "--format", "json")
    steps = [step for row in json.loads(result.stdout) for step in row["steps"]]
    assert steps
    for step in steps:
        text = (CORPUS / step["text"]).read_bytes().decode("utf-8")
        assert text[step["start"] : step["end"]] == step["quote"]


def test_plans_as_csv_has_a_row_for_each_step(store: Path) -> None:
    found = json.loads(luocdo("plans", "43-KL/TW", "--store", store, "--format", "json").stdout)
    printed = luocdo("plans", "43-KL/TW", "--store", store, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert len(rows) == sum(len(row["steps"]) for row in found)
    assert [row["quote"] for row in rows] == [s["quote"] for row in found for s in row["steps"]]
    assert {row["number"] for row in rows} == {row["document"]["number"] for row in found}


def test_a_table_shows_the_plan_its_relation_and_its_words(store: Path) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", store)
    assert result.exit_code == 0
    assert "văn bản triển khai Kết luận 43-KL/TW" in result.stdout
    assert "142-KH/TU" in result.stdout
    assert "thực hiện→" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("language", [("--lang", "en"), ()])
def test_the_language_is_an_option_or_comes_from_the_environment(
    store: Path, language: tuple[str, ...]
) -> None:
    env = {} if language else {"LUOCDO_LANG": "en"}
    result = luocdo("plans", "43-KL/TW", "--store", store, *language, env=env)
    assert "documents carry out Kết luận 43-KL/TW" in result.stdout


@pytest.mark.parametrize("level", ["province", "tỉnh", "tinh", "Tỉnh", "cấp tỉnh"])
def test_a_level_is_taken_in_both_languages(store: Path, level: str) -> None:
    result = luocdo("plans", "43-KL/TW", "--level", level, "--store", store, "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["document"]["level"] for row in rows} == {"province"}


def test_direct_leaves_chains_out(store: Path) -> None:
    asked = ("plans", "43-KL/TW", "--store", store, "--format", "json")
    chains = json.loads(luocdo(*asked).stdout)
    direct = json.loads(luocdo(*asked, "--direct").stdout)
    assert direct
    assert all(len(row["steps"]) == 1 for row in direct)
    assert len(direct) < len(chains)


NARROWER = [
    pytest.param("--local", {"local": True}, id="local"),
    pytest.param("--place=Tam Đường", {"place": "Tam Đường"}, id="place"),
]


@pytest.mark.parametrize(("option", "asked"), NARROWER)
def test_an_option_changes_which_plans_are_named(
    store: Path, option: str, asked: dict[str, Any]
) -> None:
    def named(*options: str) -> list[str]:
        result = luocdo("plans", number, "--store", store, "--format", "json", *options)
        return [row["document"]["iri"] for row in json.loads(result.stdout)]

    number = "25-NQ/TW@XI"
    opened = open_store(store)
    rows = plans_of(opened, document_named(opened, number).iri, **asked)
    assert named(option) == [row.document.iri for row in rows] != named()


SEVERAL = "69-KL/TU@lai-chau, 43-KL/TW"


def test_several_documents_are_answered_one_after_the_other(store: Path) -> None:
    asked = ("--store", store, "--format", "json", "--direct")
    each = [
        json.loads(luocdo("plans", number, *asked).stdout)
        for number in ("69-KL/TU@lai-chau", "43-KL/TW")
    ]
    assert all(each)
    assert json.loads(luocdo("plans", SEVERAL, *asked).stdout) == each[0] + each[1]
    printed = luocdo("plans", SEVERAL, "--store", store, "--direct").stdout
    first, second = "triển khai Kết luận 69-KL/TU@lai-chau", "triển khai Kết luận 43-KL/TW"
    assert 0 < printed.index(first) < printed.index(second)


def test_of_several_documents_those_without_plans_are_named(store: Path) -> None:
    result = luocdo("plans", "217-QĐ/TW, 43-KL/TW", "--store", store, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)
    assert "Chưa thấy văn bản nào triển khai Quyết định 217-QĐ/TW" in result.stderr
    assert "43-KL/TW" not in result.stderr
    none = luocdo("plans", "217/218-QĐ/TW", "--store", store, "--format", "json")
    assert (none.exit_code, none.stdout) == (1, "[]\n")


def test_show_prints_one_object_or_a_list_of_them(store: Path) -> None:
    asked = ("--store", store, "--format", "json")
    one = [
        json.loads(luocdo("show", number, *asked).stdout) for number in ("217-QĐ/TW", "218-QĐ/TW")
    ]
    assert [view["document"]["number"] for view in one] == ["217-QĐ/TW", "218-QĐ/TW"]
    assert json.loads(luocdo("show", "217/218-QĐ/TW", *asked).stdout) == one
    printed = luocdo("show", "217,", "218-QĐ/TW", "--store", store).stdout
    assert 0 <= printed.index("Quyết định 217-QĐ/TW") < printed.index("Quyết định 218-QĐ/TW")
    rows = luocdo("show", "217/218-QĐ/TW", "--store", store, "--format", "csv").stdout
    assert len(list(csv.DictReader(io.StringIO(rows)))) == sum(
        len(view["outgoing"]) + len(view["incoming"]) for view in one
    )


def test_python_answers_for_several_documents(store: Path) -> None:
    kg = KnowledgeGraph.open(store)
    rows = [row.iri for number in SEVERAL.split(", ") for row in kg.plans(number)]
    assert [row.iri for row in kg.plans(SEVERAL)] == rows
    assert [row.selector for row in kg.find("217/218-QĐ/TW")] == ["217-QĐ/TW", "218-QĐ/TW"]
