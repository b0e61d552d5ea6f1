"""Laws by number and by name in a store: what people decide of them, and texts that come later."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from extract import read
from extract.text.source import SourceText
from graph.build.run import build
from graph.opening import open_store
from graph.rdf.vocabulary import DOC_TYPE, scheme_node
from graph.read.decided import all_decided
from graph.read.documents import Documents
from graph.store.disk import GraphStore
from ontology.documents.identity import BASE
from tests.graph.made import store_of

BOTH = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15."
NAME = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
OLD_KEY = "qh/named/luat-thi-dua-khen-thuong-2022"

DECIDED = [
    (
        "the key from before the number was known means the law",
        f"Lan,2026-01-05,name,{OLD_KEY},date,2022-06-15,,công báo",
        ["qh/2022/luat-qh15/6"],
    ),
    (
        "a person parts what the rule has put together",
        f"Lan,2026-01-05,split,06/2022/QH15,,{OLD_KEY},2.txt,không phải luật này",
        ["qh/2022/luat-qh15/6", OLD_KEY],
    ),
    (
        "a person leaves open what the rule has settled",
        "Lan,2026-01-05,split,06/2022/QH15,,,2.txt,chưa rõ",
        ["qh/2022/luat-qh15/6"],
    ),
]


@pytest.mark.parametrize(
    ("decision", "laws"), [row[1:] for row in DECIDED], ids=[row[0] for row in DECIDED]
)
def test_a_person_has_the_last_word(tmp_path: Path, decision: str, laws: list[str]) -> None:
    named = (BOTH, NAME, "Theo Luật Thi đua, khen thưởng, khen thưởng phải kịp thời.")
    texts = [read(SourceText(f"{at}.txt", words)) for at, words in enumerate(named, 1)]
    store = store_of(tmp_path, *texts, decisions=decision)
    assert [decided.problem for decided in all_decided(store.dataset)] == [""]
    found = {iri.partition("/id/doc/")[2] for iri in _laws_of(store)}
    # The third text names the law without a year, and stays open: there are older ones.
    assert sorted(found - {""}) == sorted(laws)
    opened = [iri for iri in _laws_of(store) if "/id/ref/" in iri]
    assert len(opened) == (2 if decision.endswith("chưa rõ") else 1)


@pytest.mark.parametrize("subject", [OLD_KEY, '"Luật Thi đua, khen thưởng"', "06/2022/QH15"])
def test_a_decision_names_the_law_by_either_name(tmp_path: Path, subject: str) -> None:
    bare = "Theo Luật Thi đua, khen thưởng, khen thưởng phải kịp thời."
    texts = [read(SourceText(f"{len(words)}.txt", words)) for words in (BOTH, NAME, bare)]
    decision = f"Lan,2026-01-05,name,{subject},title,Luật về thi đua,,công báo"
    store = store_of(tmp_path, *texts, decisions=decision)
    law = Documents(store.dataset).found(f"{BASE}id/doc/qh/2022/luat-qh15/6")
    assert law.title == "Luật về thi đua"


def test_a_text_that_comes_later_gives_the_store_of_a_full_build(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "2.txt").write_text(NAME, "utf-8")
    build([texts], tmp_path / "grown")
    assert _laws_of(open_store(tmp_path / "grown")) == [f"{BASE}id/doc/{OLD_KEY}"]
    (texts / "1.txt").write_text(BOTH, "utf-8")
    build([texts], tmp_path / "grown")
    build([texts], tmp_path / "whole")
    grown, whole = (_laws_of(open_store(tmp_path / name)) for name in ("grown", "whole"))
    assert grown == whole == [f"{BASE}id/doc/qh/2022/luat-qh15/6"]


def _laws_of(store: GraphStore) -> list[str]:
    """Return the IRIs of the laws of a store, known or open."""
    nodes = store.dataset.quads_for_pattern(None, DOC_TYPE, scheme_node("type", "luat"), None)
    return sorted({node.subject.value for node in nodes if isinstance(node.subject, NamedNode)})
