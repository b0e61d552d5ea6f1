"""Of the spellings that texts give to one body, that is shown which people write."""

from pathlib import Path

import pytest

from graph.ask.plans import document_view
from graph.typed.meaning import document_named
from tests.graph.made import document, reading, store_of

SPELLINGS = [
    pytest.param(["CHÍNH PHỦ", "Chính Phủ", "Chính phủ"], "Chính phủ", id="that of the tables"),
    pytest.param(["CHÍNH PHỦ", "Chính Phủ"], "Chính Phủ", id="one in capitals is the last choice"),
    pytest.param(
        ["Tổ công tác nậm pì", "Tổ công tác Nậm Pì"], "Tổ công tác Nậm Pì", id="names begin large"
    ),
]


@pytest.mark.parametrize(("spellings", "shown"), SPELLINGS)
def test_a_body_is_spelled_as_people_write_it(
    tmp_path: Path, spellings: list[str], shown: str
) -> None:
    texts = [
        reading(f"{name}.txt", document("3/NQ-CP", "cp/2025/nq-cp.cb/3", issuers=[name]))
        for name in spellings
    ]
    store = store_of(tmp_path, *texts)
    assert document_view(store, document_named(store, "3/NQ-CP").iri).document.issuer == shown
