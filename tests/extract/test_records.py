"""A reading in plain values: each record has what its kind says, and nothing that JSON has not."""

import json
from dataclasses import fields

import pytest

from extract.reading import Document, Mention
from extract.records import DOCUMENT_KEYS, MENTION_KEYS, ClaimRecord, DutyRecord, recorded
from extract.report import as_json
from tests.extract.texts import reading_of

TEXT = (
    "TỈNH ỦY LAI CHÂU\nSố: 12-KH/TU        Lai Châu, ngày 5 tháng 4 năm 2021\n\nKẾ HOẠCH\n"
    "thực hiện Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư\n\n"
    "Giao Sở Nội vụ xây dựng kế hoạch thực hiện Kết luận số 43-KL/TW trước 30/9/2021."
)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("documents", DOCUMENT_KEYS),
        ("mentions", MENTION_KEYS),
        ("claims", tuple(ClaimRecord.__annotations__)),
        ("duties", tuple(DutyRecord.__annotations__)),
    ],
)
def test_each_record_has_the_keys_of_its_kind(name: str, keys: tuple[str, ...]) -> None:
    records = json.loads(json.dumps(recorded(reading_of(TEXT))))[name]
    assert records
    for record in records:
        assert tuple(record) == keys


def test_quotes_are_those_of_the_text() -> None:
    record = recorded(reading_of(TEXT))
    for said in (*record["mentions"], *record["claims"], *record["duties"]):
        assert TEXT[said["start"] : said["end"]] == said["quote"]


def test_every_field_of_a_document_is_told() -> None:
    """Of a new field nobody has to think where documents are told."""
    how_settled = {"key", "id", "series", "register"}
    told = next(iter(as_json(reading_of(TEXT))["documents"].values()))
    printed = set(Document.__annotations__) - how_settled - {"dates", "issuers"}
    assert set(told) == printed | {"date", "issuer"}
    documents = {field.name for field in fields(Document)}
    assert set(DOCUMENT_KEYS) == documents - {"id", "series", "register"} | {"resolved"}
    mentions = {field.name for field in fields(Mention)} - {"span", "unconfirmed"}
    assert set(MENTION_KEYS) == mentions | {"start", "end", "quote"}
    assert {"type", "number", "date", "issuer", "term"} <= mentions
