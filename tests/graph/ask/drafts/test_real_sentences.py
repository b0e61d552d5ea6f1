"""Sentences of real texts with one field changed, held against a collection of such texts."""

from pathlib import Path

import pytest

from extract import SourceText, read
from extract.readers.formats import load_file
from graph.ask.drafts.checking import check_draft
from graph.ask.drafts.finding import FindingKind
from graph.build.run import build
from graph.opening import open_store
from graph.store.disk import GraphStore

NQ_57 = "party/NQ-57-NQ-TW_2024_bo-chinh-tri.md"
NQ_03 = "vnmasterplan/NQ-03-NQ-CP_2025_full.md"
HD_06 = "party/huongdan06.txt"
HD_38 = "party/huongdan38.txt"
COLLECTION = (
    *(NQ_57, HD_06, "vbpl/doc_000309.txt", "vbpl/doc_000442.txt"),
    "readability/00221782.txt",
)
HEAD = (
    "UBND TỈNH LAI CHÂU\nSố: 12/KH-UBND\nLai Châu, ngày 03 tháng 6 năm 2026\nKẾ HOẠCH\nMở lớp\n\n"
)

_BEFORE, _BEHIND = 60, 280
"""How much of a text around a number is its sentence, at most."""

CHANGED = [
    pytest.param(
        *("vbpl/doc_000442.txt", "127/2007/NĐ-CP", "ngày 01", "ngày 02", FindingKind.DATE),
        id="another day",
    ),
    pytest.param(
        *("vbpl/doc_000442.txt", "68/2006/QH11", "tháng 06", "tháng 07", FindingKind.DATE),
        id="another month",
    ),
    pytest.param(
        *(NQ_03, "57-NQ/TW", "năm 2024", "năm 2019", FindingKind.DATE),
        id="a year of another term, told by its title",
    ),
    pytest.param(
        *(HD_38, "06-HD/TW", "Ban Bí thư", "Bộ Chính trị", FindingKind.ISSUER),
        id="another body of the centre",
    ),
    pytest.param(
        *(NQ_03, "57-NQ/TW", "của Bộ Chính trị", "của Quốc hội", FindingKind.ISSUER),
        id="a body of the State",
    ),
    pytest.param(
        *(NQ_03, "57-NQ/TW", "57-NQ/TW", "58-NQ/TW", FindingKind.NUMBER), id="another number"
    ),
    pytest.param(
        *(HD_06, "294-QĐ/TW", "khoá\nXIII", "khoá\nXII", FindingKind.IMPOSSIBLE),
        id="a namesake of another term",
    ),
    pytest.param(
        *(HD_38, "06-HD/TW", "06-HD/TW, ngày\n09-6-2025", "01-HD/TW, ngày\n28-9-2021"),
        FindingKind.REPLACED,
        id="what was replaced",
    ),
    pytest.param(
        *("readability/00221782.txt", "186/2007/NĐ-CP", "186/2007", "86/2007", FindingKind.ORDER),
        id="a number too low for its day",
    ),
    pytest.param(
        *("vbpl/doc_000442.txt", "154/2018/NĐ-CP", "154/2018", "155/2019", FindingKind.IMPOSSIBLE),
        id="a number of another year",
    ),
    pytest.param(
        *("vbpl/doc_000442.txt", "132/2008/NĐ-CP", "132/2008", "133/2008", FindingKind.UNKNOWN),
        id="a number that nobody knows",
    ),
]


@pytest.fixture(scope="session")
def real_texts(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("real")
    build([shared / "corpus" / name for name in COLLECTION], folder)
    return open_store(folder)


@pytest.mark.parametrize(("file", "number", "printed", "changed", "kind"), CHANGED)
def test_a_changed_field_is_found(
    *,
    shared: Path,
    real_texts: GraphStore,
    file: str,
    number: str,
    printed: str,
    changed: str,
    kind: FindingKind,
) -> None:
    sentence = _sentence(load_file(shared / "corpus" / file).text, number)
    assert _kinds(real_texts, sentence) == set()
    wrong = sentence.replace(printed, changed, 1)
    assert wrong != sentence
    assert _kinds(real_texts, wrong) == {kind}


def _sentence(text: str, number: str) -> str:
    """Return what stands around a number, from its own line or the word before it on."""
    at = text.index(number)
    begin = max(text.rfind("\n", 0, at), at - _BEFORE)
    behind = text[at : at + _BEHIND]
    ends = [found for mark in (";", "\n\n") if (found := behind.find(mark)) > 0]
    return "Căn cứ" + text[begin:at].replace("\n", " ") + behind[: min(ends, default=None)]


def _kinds(store: GraphStore, sentence: str) -> set[FindingKind]:
    draft = read(SourceText("draft.txt", f"{HEAD}{sentence}.\n"))
    return {finding.kind for finding in check_draft(store, draft)}
