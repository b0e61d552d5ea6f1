"""A decision that may mean several documents names them, each so that it alone is meant."""

from pathlib import Path

import pytest

from extract.reading import Document
from graph.read.decided import all_decided
from graph.typed.meaning import document_named
from tests.graph.made import KH_61, KL_69, KL_69_HA_GIANG, document, reading, store_of

OPEN = [
    document("25-NQ/TW", register="nq-tw", dates=["2021"], title=title)
    for title in ("về dân vận", "về thanh niên")
]


@pytest.mark.parametrize(
    ("number", "namesakes"),
    [("69-KL/TU", [KL_69, KL_69_HA_GIANG]), ("25-NQ/TW@2021", OPEN)],
    ids=["known ones", "references that are open"],
)
def test_each_name_means_one_document(
    tmp_path: Path, number: str, namesakes: list[Document]
) -> None:
    texts = [
        reading(f"{at}.txt", document(f"{at}-BC/TU", f"a.tu/nk2020/bc-tu/{at}"), [namesake])
        for at, namesake in enumerate(namesakes, start=1)
    ]
    line = f"Lan,2026-01-05,accept,61-KH/HU,implements,{number},,vì bản gốc"
    store = store_of(tmp_path / "store", reading("61.txt", KH_61), *texts, decisions=line)
    (decided,) = all_decided(store.dataset)
    code, _, told = decided.problem.partition(": ")
    meant = {document_named(store, name).iri for name in told.split(", ")}
    assert (code, meant) == ("ambiguous", {each.iri for each in namesakes})
