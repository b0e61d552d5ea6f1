"""Whole texts to put a sentence into, and what a test asks of their reading."""

import json
from typing import Any

from extract import Claim, Document, Mention, Reading, SourceText, read
from extract.report import as_json
from ontology.documents.relation import Relation

Triple = tuple[str, str, str]

# The numbers that the whole texts give themselves.
PLAN, DECISION, REPORT = "88-KH/HU", "45/2022/QĐ-UBND", "301-BC/HU"


def party_plan(title: str, body: str = "") -> str:
    """A plan of a district committee of the Party, 88-KH/HU."""
    return (
        "HUYỆN ỦY PHONG THỔ\n*\nSố 88-KH/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Phong Thổ, ngày 12 tháng 5 năm 2022\n\nKẾ HOẠCH\n"
        f"{title}\n-----\n\n{body}\n"
    )


def report(title: str, body: str = "") -> str:
    """A report of a district committee of the Party, 301-BC/HU."""
    return (
        "HUYỆN ỦY PHONG THỔ\n*\nSố 301-BC/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Phong Thổ, ngày 20 tháng 8 năm 2023\n\nBÁO CÁO\n"
        f"{title}\n-----\n\n{body}\n"
    )


def decision(title: str, body: str = "", basis: str = "Căn cứ tình hình địa phương;") -> str:
    """A decision of a provincial People's Committee, 45/2022/QĐ-UBND."""
    return (
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n-------\nSố: 45/2022/QĐ-UBND\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Lai Châu, ngày 10 tháng 10 năm 2022\n\nQUYẾT ĐỊNH\n"
        f"{title}\n\nỦY BAN NHÂN DÂN TỈNH LAI CHÂU\n\n{basis}\n\nQUYẾT ĐỊNH:\n\n{body}\n"
    )


def in_body(sentence: str) -> str:
    """A report that says nothing itself but ``sentence``."""
    return report(
        "tình hình công tác hòa giải năm 2023", f"I. Tình hình\n\nNhìn chung tốt.\n\n{sentence}"
    )


def in_article(sentence: str) -> str:
    """A decision whose only article is ``sentence``."""
    return decision("Về công tác hòa giải", f"Điều 1. {sentence}")


def reading_of(text: str) -> Reading:
    """The reading of ``text`` under a name of no meaning."""
    return read(SourceText("text.txt", text))


def quotes(reading: Reading, *tiers: str) -> list[str]:
    """The words of the mentions of the given tiers, in the order of the text."""
    return [
        mention.span.of(reading.source)
        for mention in reading.mentions
        if mention.tier.value in tiers
    ]


def cited(reading: Reading, words: str) -> Document:
    """The document that the first mention with these words means."""
    found = mention_of(reading, words)
    return document(reading, found.document)


def mention_of(reading: Reading, words: str) -> Mention:
    """The first mention with these words."""
    for mention in reading.mentions:
        if mention.span.of(reading.source) == words:
            return mention
    present = [mention.span.of(reading.source) for mention in reading.mentions]
    raise AssertionError(f"no mention {words!r}; there are {present}")


def document(reading: Reading, key: str) -> Document:
    """The document of that key."""
    return next(known for known in reading.documents if known.key == key)


def triples(reading: Reading) -> set[Triple]:
    """What is claimed, without plain citing."""
    return {
        (claim.subject, claim.relation.value, claim.object)
        for claim in reading.claims
        if claim.relation is not Relation.CITES
    }


def assert_claims(text: str, *expected: Triple) -> None:
    """Hold that ``text`` claims just these relations, and plain citing beside them at most."""
    claimed, wanted = triples(reading_of(text)), set(expected)
    assert claimed == wanted, f"missing {wanted - claimed}, unexpected {claimed - wanted}"


def claim_of(reading: Reading, subject: str, relation: Relation, object_: str) -> Claim:
    """The claim of these three."""
    for claim in reading.claims:
        if (claim.subject, claim.relation, claim.object) == (subject, relation, object_):
            return claim
    raise AssertionError(f"not claimed; there are {sorted(triples(reading))}")


def in_json(reading: Reading) -> dict[str, Any]:
    """The reading as it comes back from its JSON."""
    printed: dict[str, Any] = json.loads(json.dumps(as_json(reading), ensure_ascii=False))
    return printed
