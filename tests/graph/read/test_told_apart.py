"""What people call documents that share a number, in both languages."""

import pytest

from graph.values import Found
from graph.words.labels import called, told_apart
from graph.words.sentences import Language

PLACES = {"lai-chau": "Lai Châu"}
APART = [
    ("", "", "", "it has no namesake"),
    ("@lai-chau", "Lai Châu", "Lai Châu", "its place"),
    ("@lai-chau.tu@nk2020", "Lai Châu, nhiệm kỳ 2020", "Lai Châu, term of 2020", "its register"),
    ("@XI", "khóa XI", "term XI", "its congress"),
    ("@2013", "2013", "2013", "its year"),
    ("@ref-f8d52d66", "chưa xác định", "not identified", "nobody knows which it is"),
    ("@named", "theo tên", "by its name", "a law that is called by its name alone"),
    ("@qh/named/luat-gia", "chưa rõ năm", "year not known", "the same, of an unknown year"),
    ("@qh/2006/luat-qh11/68", "", "", "a whole key: the types differ, and stand before it"),
]


@pytest.mark.parametrize(
    ("mark", "vi", "en", "reason"), APART, ids=[reason for *_, reason in APART]
)
def test_told_apart(mark: str, vi: str, en: str, reason: str) -> None:
    found = Found(iri="", type="Luật", number="68", selector=f"68{mark}")
    assert told_apart(found, PLACES, Language.VI) == vi
    assert told_apart(found, PLACES, Language.EN) == en
    assert called(found, PLACES, Language.EN) == (f"Luật 68 ({en})" if en else "Luật 68")
