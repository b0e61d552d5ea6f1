"""Names of laws."""

import pytest

from ontology.documents.document_types import type_by_word
from ontology.documents.laws import all_laws, law_names


@pytest.mark.parametrize(
    "name",
    [
        "Luật Đất đai",
        "Luật Tín ngưỡng, tôn giáo",
        "Luật Thực hiện dân chủ ở cơ sở",
        "Bộ luật Dân sự",
        "Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn",
    ],
)
def test_a_law_is_known(name: str) -> None:
    assert name in all_laws()


def test_longer_names_come_first() -> None:
    laws = all_laws()
    assert laws.index("Luật Giáo dục đại học") < laws.index("Luật Giáo dục")
    assert len(laws) >= 250


def test_every_name_begins_with_the_word_of_a_type() -> None:
    for law in law_names():
        words = law.name.split()
        assert type_by_word(words[0]) or type_by_word(" ".join(words[:2]))
        assert list(law.years) == sorted(law.years)
