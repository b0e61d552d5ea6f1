"""Whatever texts say, and people decide, the graph that is exported is the one that is imported."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import Reading
from graph.export.files import export
from graph.opening import open_store
from graph.store.dataset import local_copy
from graph.store.importing import import_file
from ontology.documents.relation import Relation
from tests.graph.made import (
    DAN_VAN,
    DECISION,
    KH_61,
    KH_141,
    KL_43,
    KL_69,
    PLAN,
    THANH_NIEN,
    Link,
    reading,
    store_of,
)

pytestmark = pytest.mark.slow

DOCUMENTS = (DAN_VAN, THANH_NIEN, KL_43, KL_69, DECISION, PLAN, KH_61, KH_141)
WORDS = st.text(
    st.characters(exclude_categories=["Cs"], include_characters='\r\n\t"\\<>{}\x00\ufffe\u200b'),
    min_size=1,
    max_size=12,
)
DECISIONS = {
    "add": "A,2026-01-05,add,61-KH/HU,implements,43-KL/TW,,đã xem bản giấy",
    "reject": "A,2026-01-05,reject,61-KH/HU,implements,69-KL/TU,,đọc nhầm",
    "accept": "A,2026-01-05,accept,141/KH-UBND,implements,69-KL/TU,,đã đối chiếu",
    "name": "A,2026-01-05,name,43-KL/TW,issuer,Ban Bí thư,,đã xem bản gốc",
}
"""What people decide of documents that the texts may speak of, or not."""


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Some texts, two of which may be of one document, with links whose words hold any letter."""
    owns = draw(st.lists(st.sampled_from(DOCUMENTS), min_size=1, max_size=4))
    made = []
    for index, own in enumerate(owns):
        others = draw(st.lists(st.sampled_from(DOCUMENTS), max_size=3, unique=True))
        others = [other for other in others if other is not own]
        links = [
            Link(own.key, draw(st.sampled_from(Relation)), other.key, draw(WORDS))
            for other in others
        ]
        made.append(reading(f"{index}-{draw(WORDS)}", own, others, links))
    return made


@settings(max_examples=12, deadline=None)
@given(readings(), st.sets(st.sampled_from(sorted(DECISIONS))), st.sampled_from(["nq", "trig"]))
def test_what_is_exported_is_what_is_imported(
    read: list[Reading], decided: set[str], suffix: str
) -> None:
    with TemporaryDirectory() as folder:
        decisions = "".join(f"{DECISIONS[name]}\n" for name in sorted(decided))
        made = store_of(Path(folder, "made"), *read, decisions=decisions)
        file = Path(folder, f"graph.{suffix}")
        export(made, file)
        state = import_file(file, Path(folder, "imported"))
        there = open_store(Path(folder, "imported"))
        assert set(local_copy(there.dataset)) == set(local_copy(made.dataset))
        assert (state.documents, state.claims, state.unresolved) == (
            made.state.documents,
            made.state.claims,
            made.state.unresolved,
        )
