import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract
from extract.text.source import SourceText, Span
from graph.build.readings import ReadingCache, decoded, encoded
from ontology.documents.relation import Relation
from tests.graph.made import DAN_VAN, KL_43, KL_69, Link, document, reading

READING = reading(
    "a.txt",
    KL_43,
    [DAN_VAN, KL_69, document("57", series="tw", register="nq-tw")],
    [
        Link("43-KL/TW", Relation.CONTINUES, "25-NQ/TW@XI", "tiếp tục thực hiện 25-NQ/TW"),
        Link("43-KL/TW", Relation.SUMMARIZES, "57", "tổng kết 2,5 năm", 0.5, "final", 2.5),
    ],
)


def test_a_reading_is_read_back_as_it_was() -> None:
    assert decoded(encoded(READING)) == READING


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_text_is_read_back_as_it_was(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = ReadingCache(tmp_path_factory.mktemp("cache"), "1")
    kept = dataclasses.replace(READING, source=SourceText("a.txt", text))
    assert cache.load(cache.save(kept)) == kept


def test_what_the_extractor_says_is_read_back_as_it_was() -> None:
    source = SourceText(
        "a.txt", "Thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Tỉnh ủy Lai Châu"
    )
    said = extract.read(source)
    assert said.mentions
    assert decoded(encoded(said)) == said


def test_the_same_reading_makes_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        ReadingCache(tmp_path / name, "1").save(READING)
    files = [next((tmp_path / name).rglob("*.json.gz")) for name in ("one", "two")]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_readings_of_another_version_are_not_seen(tmp_path: Path) -> None:
    sha = ReadingCache(tmp_path, "1").save(READING)
    newer = ReadingCache(tmp_path, "2")
    assert not newer.has(sha)
    with pytest.raises(FileNotFoundError):
        newer.load(sha)


def test_only_what_is_still_wanted_is_kept(tmp_path: Path) -> None:
    other = reading("b.txt", KL_69)
    ReadingCache(tmp_path, "1").save(READING)
    cache = ReadingCache(tmp_path, "2")
    cache.save(READING)
    sha = cache.save(other)
    cache.keep_only({sha}, cache.held())
    assert [path.name for path in tmp_path.rglob("*.gz")] == [f"{sha}.json.gz"]


def test_a_draft_that_was_left_behind_is_no_reading(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path, "1")
    sha = READING.source.sha256
    (tmp_path / "1" / sha[:2]).mkdir(parents=True)
    (tmp_path / "1" / sha[:2] / f"{sha}.json.123").write_bytes(b"half of")
    assert not cache.has(sha)


def test_a_claim_that_stands_apart_from_its_verb_is_read_back_as_it_was() -> None:
    claim = dataclasses.replace(READING.claims[0], context=Span(0, 5))
    apart = dataclasses.replace(READING, claims=(claim, *READING.claims[1:]))
    assert decoded(encoded(apart)) == apart
