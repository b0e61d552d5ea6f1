"""The JSON of a reading: other programs read it, so its shape is a promise."""

import json
from typing import Any

import pytest

from extract.report import as_json
from tests.extract.texts import in_json, reading_of, report

TEXT = report(
    "về tổng kết 10 năm thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của BTV Tỉnh ủy",
    "I. Mục đích\nTheo Luật Đất đai, Nghị quyết số 25-NQ/TW khóa XI.\nCác bản học Kết luận trên.",
)


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    return in_json(reading_of(TEXT))


def test_top_level(printed: dict[str, Any]) -> None:
    assert list(printed) == ["document", "documents", "mentions", "relations", "duties", "tasks"]
    assert printed["document"] == "301-BC/HU"


DOCUMENT_FIELDS = {"iri", "type", "number", "symbol", "date", "issuer", "term", "level", "title"}


def test_every_document_has_every_field_as_a_string(printed: dict[str, Any]) -> None:
    for document in printed["documents"].values():
        assert document.keys() >= DOCUMENT_FIELDS
        assert all(isinstance(value, str) for value in document.values())


def test_fields_are_printed_as_the_contract_says(printed: dict[str, Any]) -> None:
    found = printed["documents"]["69-KL/TU"]
    assert {field: found[field] for field in DOCUMENT_FIELDS - {"iri", "title"}} == {
        "type": "Kết luận",
        "number": "69",
        "symbol": "KL/TU",
        "date": "2021-04-09",
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "term": "",
        "level": "province",
    }
    assert printed["documents"]["25-NQ/TW"]["term"] == "XI"


def test_mentions_name_documents_and_quote_the_text(printed: dict[str, Any]) -> None:
    for mention in printed["mentions"]:
        assert mention.keys() >= {"document", "tier", "start", "end", "text"}
        assert mention["document"] in printed["documents"]
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]
    tiers = {mention["tier"] for mention in printed["mentions"]}
    assert tiers == {"self", "numbered", "named", "backref"}


def test_relations_name_documents_and_quote_the_text(printed: dict[str, Any]) -> None:
    for relation in printed["relations"]:
        assert relation.keys() >= {
            "subject",
            "predicate",
            "object",
            "start",
            "end",
            "text",
            "rule",
            "confidence",
            "review",
            "years",
        }
        assert {relation["subject"], relation["object"]} <= printed["documents"].keys()
        assert TEXT[relation["start"] : relation["end"]] == relation["text"]


def test_review_and_years_are_printed(printed: dict[str, Any]) -> None:
    (review,) = [
        relation for relation in printed["relations"] if relation["predicate"] == "summarizes"
    ]
    assert (review["subject"], review["object"]) == ("301-BC/HU", "69-KL/TU")
    assert (review["review"], review["years"]) == ("final", 10.0)


def test_what_is_not_said_of_a_relation_is_null(printed: dict[str, Any]) -> None:
    plain = [relation for relation in printed["relations"] if relation["predicate"] == "cites"]
    assert plain
    assert {(relation["review"], relation["years"]) for relation in plain} == {(None, None)}


def test_text_without_anything_still_has_its_own_document() -> None:
    printed = in_json(reading_of("Hôm nay trời nắng."))
    assert printed["document"] in printed["documents"]
    assert printed["mentions"] == printed["relations"] == []


def test_two_readings_print_the_same_bytes() -> None:
    assert json.dumps(as_json(reading_of(TEXT))) == json.dumps(as_json(reading_of(TEXT)))
