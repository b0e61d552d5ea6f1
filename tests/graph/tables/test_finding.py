"""What is found by number, by words with and without marks, and by what documents are."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.readers.formats import load_file
from graph.errors import UnknownPlace, WrongUse
from graph.opening import open_store, open_tables
from graph.tables.said.syllables import said_in
from graph.tables.sought import speakers
from graph.tables.sought.facets import facets_of
from graph.tables.sought.finding import find
from graph.tables.sought.hits import Hits
from graph.tables.sought.narrowing import Narrowed, Order
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.made import KH_61, document, reading, store_of


def found(store: Path, typed: str = "", **narrowed: Any) -> Hits:
    graph = open_store(store)
    order = Order(narrowed.pop("order", Order.RELEVANCE))
    return find(graph, open_tables(graph), typed, Narrowed(**narrowed), order=order)


def selectors(hits: Hits) -> list[str]:
    return [hit.document.selector for hit in hits.hits]


WORDS = [
    ("69-kl/tu", ["69-KL/TU@ha-giang", "69-KL/TU@lai-chau"], "a number: those that bear it"),
    ("69-KL/TU Lai Châu", ["69-KL/TU@lai-chau"], "a number with its place, as elsewhere"),
    ("217/218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], "a list of numbers"),
    ("25-NQ/TW@XI", ["25-NQ/TW@XI"], "a selector"),
    ("nòng cốt", ["52-KH/HU"], "words of one text"),
    ("NÒNG CỐT", ["52-KH/HU"], "letter case says nothing"),
    ("no\u0300ng cốt", ["52-KH/HU"], "letters and marks apart, as some keyboards type them"),
    ("hoà giải", ["305-BC/HU", "52-KH/HU"], "a tone where it was set once"),
    ("nong cot", ["52-KH/HU"], "without marks"),
    ("doan the phan cong", ["52-KH/HU"], "đ typed as d"),
    ("nóng cốt", [], "marks that are typed count"),
    ("nòng cộc", [], "each of them"),
    ("nòng cốt giup", ["52-KH/HU"], "what is typed without marks may lack them"),
    ("nòng cốt hội viên", ["52-KH/HU"], "words apart in one passage"),
    ('"nòng cốt hội viên"', [], "in quotes they are one phrase"),
    ("“nòng cốt hội viên”", [], "in the quotes of print, too"),
    ('"nòng cốt" "hội viên"', ["52-KH/HU"], "two phrases"),
    ("nòng cốt Phong Thổ", ["52-KH/HU"], "words apart in one document"),
    ("98-KH/HU năm 2022 dân vận", ["98-KH/HU"], "a number with its title"),
    ("999-KL/TU", [], "a number that nobody knows is not taken apart"),
    ("xyz", [], "what no text says"),
    ("!?", [], "what has no words"),
]


@pytest.mark.parametrize(("typed", "expected", "reason"), WORDS, ids=[row[2] for row in WORDS])
def test_words(store: Path, typed: str, expected: list[str], reason: str) -> None:
    assert selectors(found(store, typed)) == expected


NARROWED = [
    ({"place": "Tam Đường", "year": 2022}, ["98-KH/HU"], "a place and a year"),
    ({"place": "huyện Tam Đường", "type": "KH", "until": "1/2021"}, ["29-KH/HU"], "a month"),
    (
        {"place": "lai-chau.tam-duong", "since": "9/2/2021", "until": "2021-06-18", "held": True},
        ["61-KH/HU", "141/KH-UBND"],
        "days, the first and the last included, the newest first",
    ),
    ({"level": "xã"}, ["12-BC/ĐU", "45-KH/ĐU"], "a level"),
    ({"type": "ke hoach", "issuer": "UBND tỉnh"}, ["1215/KH-UBND"], "an abbreviated issuer"),
    ({"type": "Kết luận", "without_plan": True, "held": True}, [], "all conclusions have plans"),
    ({"type": "Báo cáo", "since": "2023", "without_plan": True}, None, "reports have none"),
]


@pytest.mark.parametrize(
    ("narrowed", "expected", "reason"), NARROWED, ids=[row[2] for row in NARROWED]
)
def test_narrowed(
    store: Path, narrowed: dict[str, Any], expected: list[str] | None, reason: str
) -> None:
    hits = found(store, **narrowed)
    if expected is None:
        assert {hit.document.type for hit in hits.hits} == {"Báo cáo"}
        assert {hit.document.date[:4] for hit in hits.hits} == {"2023", "2024", "2025"}
    else:
        assert selectors(hits) == expected


def test_a_place_holds_what_lies_in_it(store: Path) -> None:
    places = {hit.document.place for hit in found(store, place="Phong Thổ").hits}
    assert places == {"lai-chau.phong-tho", "lai-chau.phong-tho.mo-si-san"}


@pytest.mark.parametrize(
    ("narrowed", "error", "told"),
    [
        ({"place": "Tam Đườngg"}, UnknownPlace, "lai-chau.tam-duong"),
        ({"type": "Lá thư"}, WrongUse, "Kế hoạch"),
        ({"level": "bang"}, WrongUse, "province"),
        ({"since": "hôm qua"}, WrongUse, "no day, month or year"),
        ({"until": "31/2/2021"}, WrongUse, "no day, month or year"),
    ],
)
def test_what_is_no_filter(
    store: Path, narrowed: dict[str, Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        found(store, **narrowed)


def test_passages_are_the_words_of_the_file(store: Path) -> None:
    hits = found(store, "dan van")
    assert (hits.read_as, hits.apart) == ("dân vận", False)
    passages = [passage for hit in hits.hits for passage in hit.passages]
    assert len(passages) > 10
    for passage in passages:
        text = load_file(CORPUS / passage.text).text
        assert text[passage.start : passage.end] == passage.quote
        said = {passage.quote[start:end].casefold() for start, end in passage.marks}
        assert said == {"dân vận"}


def test_counts_are_of_all_that_was_found(store: Path) -> None:
    graph = open_store(store)
    hits = find(graph, open_tables(graph), "đối thoại", Narrowed(), part=slice(1))
    assert (len(hits.hits), hits.count) == (1, 10)
    counted = {facet.value: facet.count for facet in hits.facets.type}
    assert counted == {
        "Kế hoạch": 4,
        "Báo cáo": 3,
        "Kết luận": 1,
        "Nghị quyết": 1,
        "Chỉ thị": 1,
    }
    around = [facet for facet in hits.facets.place if "." not in facet.value]
    assert len(around) < len(hits.facets.place)
    for facets in (hits.facets.level, around, hits.facets.year):
        assert sum(facet.count for facet in facets) == hits.count


def test_most_are_counted_as_few_are(store: Path) -> None:
    columns = open_tables(open_store(store)).columns
    ids = columns.newest
    assert len(ids) > 20
    for size in (0, 3, len(ids) // 2, len(ids) - 2, len(ids)):
        for documents in (set(ids[:size]), set(ids[len(ids) - size :])):
            facets = facets_of(columns, documents)
            for column, told in ((columns.type, facets.type), (columns.year, facets.year)):
                counts = Counter(column.values[column.of[number]] for number in documents)
                assert {facet.value: facet.count for facet in told} == counts
            places = [columns.place.values[columns.place.of[number]] for number in documents]
            within = Counter(
                ".".join(names[: size + 1])
                for names in (place.split(".") for place in places)
                for size in range(len(names))
            )
            assert {facet.value: facet.count for facet in facets.place} == within


def test_what_too_many_passages_say_is_not_weighed(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("đối thoại", "doi thoai", "dân vận", "nòng cốt Phong Thổ")
    weighed = [found(store, typed) for typed in words]
    monkeypatch.setattr(speakers, "MOST_WEIGHED", 0)
    for typed, before in zip(words, weighed, strict=True):
        hits = found(store, typed)
        assert (hits.count, hits.facets) == (before.count, before.facets)
        assert set(hits.hits) == set(before.hits)
        # What is called so is first all the same.
        days = [hit.document.date for hit in hits.hits if "vận" not in hit.document.title]
        assert days == sorted(days, reverse=True)
        assert selectors(found(store, typed, order="date")) == [
            hit.document.selector
            for hit in sorted(hits.hits, key=lambda hit: hit.document.date, reverse=True)
        ]


def test_the_newest_first(store: Path) -> None:
    days = [hit.document.date for hit in found(store, "đối thoại", order="date").hits]
    assert days == sorted(days, reverse=True)


HOSTILE = [
    "a OR b",
    "NEAR(a b)",
    "written:tra",
    "tra*",
    "^tra",
    "a AND NOT b",
    "-tra",
    "')--",
    "\0",
]
"""What would be more than words to SQLite, and finds nothing or the words alone."""


@pytest.mark.parametrize("operator", ["{}*", "^{}", "-{}", "+{}", "written:{}", "({})", "{} NOT x"])
def test_what_sqlite_would_understand_is_words(store: Path, operator: str) -> None:
    words = " ".join(said_in(operator.format("nòng cốt")))
    assert selectors(found(store, operator.format("nòng cốt"))) == selectors(found(store, words))


@pytest.mark.parametrize(
    "typed", ['"', "'", '""', "a\0b", "NEAR(", ") OR (", "';--", "\ud800", "@"]
)
def test_what_would_break_a_query(store: Path, typed: str) -> None:
    assert found(store, typed).count == len(found(store, typed).hits)


def made(tmp_path: Path, *texts: str) -> Path:
    """A store of documents of which each says one sentence."""
    readings = []
    for number, text in enumerate(texts, start=1):
        own = document(f"{number}-KH/TU", f"lai-chau.tu/nk2020/kh-tu/{number}", kind="Kế hoạch")
        made_of = reading(f"{number}.txt", own)
        source = replace(made_of.source, text=f"{made_of.source.text}{text}\n")
        readings.append(replace(made_of, source=source))
    store_of(tmp_path, *readings)
    return tmp_path


def test_the_likelier_reading_comes_first(tmp_path: Path) -> None:
    store = made(tmp_path, "Dân văn.", "Công tác dân vận, dân vận khéo.", "Dân vận.")
    hits = found(store, "dan van")
    assert hits.read_as == "dân vận"
    assert selectors(hits)[-1] == "1-KH/TU"
    assert set(selectors(hits)) == {"1-KH/TU", "2-KH/TU", "3-KH/TU"}


def test_what_bears_the_words_as_its_title_comes_first(tmp_path: Path) -> None:
    law = document("31/2024/QH15", "qh/2024/luat-qh15/31", kind="Luật", title="Luật Đất đai")
    other = document(
        "9/NQ-CP", "cp/2024/nq-cp/9", kind="Nghị quyết", title="thi hành Luật Đất đai ở nông thôn"
    )
    store_of(tmp_path, reading("a.txt", other, [law]))
    assert selectors(found(tmp_path, "luật đất đai")) == ["31/2024/QH15", "9/NQ-CP"]


def test_a_reference_that_is_open_is_no_document(tmp_path: Path) -> None:
    open_one = document("5-NQ/TW", kind="Nghị quyết", title="việc chung")
    store_of(tmp_path, reading("a.txt", KH_61, [open_one]))
    assert selectors(found(tmp_path, "việc chung")) == []


def test_words_of_the_command(store: Path) -> None:
    answer = luocdo("find", "doi", "thoai", "--limit", 2, "--store", store)
    assert answer.exit_code == 0
    assert "10 văn bản có “doi thoai”" in answer.stdout
    assert "Loại: Kế hoạch (4) · Báo cáo (3)" in answer.stdout
    assert "“đối thoại”" in answer.stderr
    nothing = luocdo("find", "xyz", "--store", store, "--lang", "en")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "No document was found" in nothing.stderr


def test_json_and_csv(store: Path) -> None:
    arguments = ("find", "nòng cốt", "--store", store, "--format")
    hits = json.loads(luocdo(*arguments, "json").stdout)
    assert [hit["document"]["selector"] for hit in hits["hits"]] == ["52-KH/HU"]
    (passage,) = hits["hits"][0]["passages"]
    head, row = luocdo(*arguments, "csv").stdout.split("\n", 1)
    assert head.startswith("number,type,issuer")
    assert ",quote,text,page,start,end," in head
    assert f",{passage['text']},0,{passage['start']},{passage['end']}," in row
