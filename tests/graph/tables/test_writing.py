"""The tables beside a dataset are those of the dataset, whatever happens to them."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from graph.build.run import build
from graph.errors import DamagedStore, NoWordSearch
from graph.export.files import export
from graph.opening import open_store, open_tables
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.tables.database import tables_path
from graph.tables.said.cutting import passages
from graph.tables.said.restoring import restored
from graph.tables.sought.finding import find
from graph.tables.sought.narrowing import Narrowed
from graph.tables.writing import tables_in_memory, write_tables
from ontology.documents.relation import Relation
from tests.graph.conftest import luocdo
from tests.graph.made import KH_61, KL_69, Link, reading, store_of

TEXT = """HUYỆN ỦY TAM ĐƯỜNG
*
Số {number}-KH/HU

Tam Đường, ngày 18 tháng 6 năm 2021

KẾ HOẠCH
{about}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two texts and the store of them."""
    home = tmp_path_factory.mktemp("home")
    (home / "texts").mkdir()
    for number, about in ((61, "về công tác dân vận"), (62, "về đối thoại với Nhân dân")):
        text = TEXT.format(number=number, about=about)
        (home / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
    build([home / "texts"], home / "store")
    return home


@pytest.fixture
def folder(home: Path, tmp_path: Path) -> Path:
    """The texts, beside a store of them that a test may spoil."""
    copytree(home, tmp_path, dirs_exist_ok=True)
    return tmp_path / "texts"


def path_of(store: GraphStore) -> Path:
    return tables_path(store.directory, store.state.graph)


def found(store: GraphStore, typed: str) -> list[str]:
    hits = find(store, open_tables(store), typed, Narrowed())
    return [hit.document.number for hit in hits.hits]


def test_a_build_keeps_them_in_step(folder: Path, tmp_path: Path) -> None:
    before = open_store(tmp_path / "store")
    tables = open_tables(before)
    assert found(before, "đối thoại") == ["62-KH/HU"]
    (folder / "62.txt").unlink()
    (folder / "61.txt").write_text(TEXT.format(number=61, about="về giảm nghèo"), "utf-8")
    build([folder], tmp_path / "store")
    after = open_store(tmp_path / "store")
    assert found(after, "đối thoại") == found(after, "dân vận") == []
    assert found(after, "giảm nghèo") == ["61-KH/HU"]
    # Who has opened the earlier ones reads them on.
    assert len(find(before, tables, "dân vận", Narrowed()).hits) == 1
    assert len(list((tmp_path / "store" / "graphs").iterdir())) == 1


def test_same_texts_same_tables(folder: Path, tmp_path: Path) -> None:
    lines = []
    for name, paths in (("one", [folder]), ("two", sorted(folder.iterdir(), reverse=True))):
        build(paths, tmp_path / name)
        with sqlite3.connect(path_of(open_store(tmp_path / name))) as tables:
            lines.append(list(tables.iterdump()))
        tables.close()
    assert lines[0] == lines[1]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"x" * 5000, b"x" * 5000])
def test_damage_is_told_and_mended(folder: Path, tmp_path: Path, content: bytes) -> None:
    store = open_store(tmp_path / "store")
    whole = path_of(store).read_bytes()
    path_of(store).write_bytes(content)
    if content:
        answer = luocdo("find", "dân vận", "--store", tmp_path / "store", "--lang", "en")
        assert answer.exit_code == 3
        assert "tables.sqlite" in answer.stderr
        assert "Run luocdo build --rehash" in answer.stderr
    report = build([folder], tmp_path / "store")
    assert report.rebuilt == "damaged"
    assert path_of(open_store(tmp_path / "store")).read_bytes() == whole


def test_a_block_that_a_disk_has_spoilt(folder: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    content = bytearray(path_of(store).read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path_of(store).write_bytes(content)
    with pytest.raises(DamagedStore, match=r"tables\.sqlite"):
        found(store, "dân vận")


def test_without_them_all_is_found_as_before(folder: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    path_of(store).unlink()
    assert found(store, "đối thoại") == ["62-KH/HU"]


def test_tables_of_another_version_are_not_looked_at(folder: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    with sqlite3.connect(path_of(store)) as tables:
        tables.executescript("DROP TABLE documents; PRAGMA user_version = 0")
    tables.close()
    assert found(store, "đối thoại") == ["62-KH/HU"]


def test_an_imported_store_finds_the_same(folder: Path, tmp_path: Path) -> None:
    export(open_store(tmp_path / "store"), tmp_path / "graph.nq")
    assert luocdo("import", tmp_path / "graph.nq", "--store", tmp_path / "other").exit_code == 0
    answers = [
        luocdo("find", "dân vận", "--store", tmp_path / name, "--format", "json")
        for name in ("store", "other")
    ]
    assert answers[0].exit_code == 0
    assert answers[0].stdout == answers[1].stdout


def test_a_python_without_fts5(folder: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    with sqlite3.connect(path_of(store)) as tables:
        # What such a Python writes.
        tables.execute("DROP TABLE words")
    tables.close()
    with pytest.raises(NoWordSearch, match="FTS5"):
        found(store, "dân vận")
    assert found(store, "61-KH/HU") == ["61-KH/HU"]


def test_edges_are_the_links_that_hold(tmp_path: Path) -> None:
    link = Link(KH_61.key, Relation.IMPLEMENTS, KL_69.key, "thực hiện Kết luận 69-KL/TU")
    again = Link(KH_61.key, Relation.IMPLEMENTS, KL_69.key, "thực hiện 69-KL/TU", 0.7)
    review = Link(KH_61.key, Relation.SUMMARIZES, KL_69.key, "tổng kết", 0.6, review="final")
    wrong = Link(KH_61.key, Relation.REPLACES, KL_69.key, "thay thế")
    rejected = "A,2026-01-31,reject,61-KH/HU,replaces,69-KL/TU,,wrong"
    store = store_of(
        tmp_path,
        reading("a.txt", KH_61, [KL_69], [link, again, review, wrong]),
        decisions=rejected,
    )
    rows = open_tables(store).execute(
        "SELECT s.number, relation, o.number, property, status, confidence FROM edges"
        " JOIN documents AS s ON s.id = subject JOIN documents AS o ON o.id = object"
        " WHERE status <> 'inferred'"
    )
    assert set(rows) == {
        ("61-KH/HU", "implements", "69-KL/TU", "implements", "accepted", 0.9),
        ("61-KH/HU", "summarizes", "69-KL/TU", "summarizesFinal", "accepted", 0.6),
    }


def test_what_means_a_document_for_long(tmp_path: Path) -> None:
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]))
    rows = open_tables(store).execute("SELECT selector, lasting, key FROM documents")
    assert set(rows) == {
        (
            "61-KH/HU",
            "61-KH/HU@lai-chau.tam-duong.hu@nk2020",
            "lai-chau.tam-duong.hu/nk2020/kh-hu/61",
        ),
        ("69-KL/TU", "69-KL/TU@lai-chau.tu@nk2020", "lai-chau.tu/nk2020/kl-tu/69"),
    }
    for _, full, key in set(open_tables(store).execute("SELECT '', lasting, key FROM documents")):
        assert [
            hit.document.iri for hit in find(store, open_tables(store), full, Narrowed()).hits
        ] == [f"https://w3id.org/luocdo/id/doc/{key}"]


def test_a_text_with_what_ends_a_string_elsewhere(tmp_path: Path) -> None:
    made = reading("a.txt", KH_61)
    source = replace(made.source, text=f"{made.source.text}\0 đối thoại \ufffe\n")
    store = store_of(tmp_path, replace(made, source=source))
    (hit,) = find(store, open_tables(store), "đối thoại", Narrowed()).hits
    passage = hit.passages[0]
    assert source.text[passage.start : passage.end] == passage.quote
    assert [passage.quote[start:end] for start, end in passage.marks] == ["đối thoại"]


@given(st.text(alphabet="aô 1\n", max_size=9000))
def test_passages_hold_every_word_once(text: str) -> None:
    ends = list(passages(text))
    assert "".join(text[start:end] for start, end in ends).split() == text.split()
    assert all(start < end <= len(text) for start, end in ends)


@pytest.mark.parametrize(
    ("typed", "expected", "reason"),
    [
        ("cong tac dan van", "công tác dân vận", "the commonest way, one behind the other"),
        ("van ban", "văn bản", "another neighbour, another reading"),
        ("xyz van", "xyz vận", "what the texts do not have stays"),
    ],
)
def test_marks_restored(tmp_path: Path, typed: str, expected: str, reason: str) -> None:
    made = reading("a.txt", KH_61)
    words = "Công tác dân vận. Dân vận. Dân vận khéo. Văn bản ấy. Văn bản này. Bạn. Bạn. Cộng."
    store = store_of(tmp_path, replace(made, source=replace(made.source, text=words)))
    assert " ".join(restored(open_tables(store), typed.split())) == expected


def test_an_assertion_that_is_not_whole_is_none(tmp_path: Path) -> None:
    dataset = Store()
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]))
    dataset.extend(local_copy(store.dataset))
    node = NamedNode("https://example.org/half")
    dataset.add(Quad(node, ld.TYPE, ld.ASSERTION, ld.DOCUMENTS_GRAPH))
    dataset.add(Quad(node, ld.SUBJECT, NamedNode(KH_61.iri), ld.DOCUMENTS_GRAPH))
    tables = tables_in_memory(dataset, lambda sha: None)
    assert tables.execute("SELECT count(*) FROM statements").fetchone() == (0,)


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        write_tables(tmp_path / "missing" / "tables.sqlite", Store(), lambda sha: None)
