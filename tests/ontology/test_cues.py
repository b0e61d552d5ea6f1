"""Phrases and their relations."""

import pytest

from ontology.documents.cues import all_cues
from ontology.documents.relation import Relation
from ontology.spelling import folded


@pytest.mark.parametrize(
    ("phrase", "relation"),
    [
        ("thực hiện", Relation.IMPLEMENTS),
        ("cụ thể hoá", Relation.IMPLEMENTS),
        ("đẩy mạnh thực hiện", Relation.IMPLEMENTS),
        ("tiếp tục đẩy mạnh thực hiện", Relation.CONTINUES),
        ("tiếp tục thực hiện", Relation.CONTINUES),
        ("sơ kết", Relation.SUMMARIZES),
        ("tình hình thực hiện", Relation.SUMMARIZES),
        ("ban hành kèm theo", Relation.PROMULGATES),
        ("phê duyệt", Relation.APPROVES),
        ("hướng dẫn thi hành", Relation.GUIDES),
        ("quy định chi tiết", Relation.DETAILS),
        ("căn cứ", Relation.BASED_ON),
        ("sửa đổi, bổ sung", Relation.AMENDS),
        ("thay thế", Relation.REPLACES),
        ("thay thế cụm từ", Relation.AMENDS),
        ("huỷ bỏ", Relation.REPEALS),
        ("tạm ngưng hiệu lực", Relation.SUSPENDS),
        ("kéo dài thời gian thực hiện", Relation.EXTENDS),
        ("đính chính", Relation.CORRECTS),
        ("hợp nhất", Relation.CONSOLIDATES),
        ("kiểm tra việc triển khai, thực hiện", Relation.MONITORS),
        ("quán triệt", Relation.DISSEMINATES),
    ],
)
def test_relation_of_a_phrase(phrase: str, relation: Relation) -> None:
    found = [cue.relation for cue in all_cues() if folded(cue.phrase) == folded(phrase)]
    assert found == [relation]


def test_every_relation_has_a_phrase() -> None:
    assert {cue.relation for cue in all_cues()} == set(Relation)


def test_longer_phrases_come_first() -> None:
    lengths = [len(cue.phrase) for cue in all_cues()]
    assert lengths == sorted(lengths, reverse=True)
