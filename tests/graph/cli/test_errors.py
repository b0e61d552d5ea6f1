"""What is not found, what is used wrongly, what cannot be read: what is said, and the exit code."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.graph.conftest import CORPUS, luocdo


def test_a_number_of_two_documents_lists_both_and_how_to_choose(store: Path) -> None:
    for command in ("plans", "show", "explore"):
        result = luocdo(command, "25-NQ/TW", "--store", store)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "25-NQ/TW@XI" in result.stderr
        assert "03/06/2013" in result.stderr
        assert "25-NQ/TW@X " in result.stderr
        assert f"luocdo {command} 25-NQ/TW@X" in result.stderr
    assert luocdo("plans", "25-NQ/TW@XI", "--store", store).exit_code == 0


def test_a_question_of_two_documents_is_asked_anew_by_its_name(store: Path) -> None:
    result = luocdo("ask", "changed-by", "69-KL/TU", "--store", store)
    assert result.exit_code == 2
    assert "luocdo ask changed-by 69-KL/TU@" in result.stderr


SAID = [
    pytest.param("9999-KL/TW", "Không văn bản nào", id="a-number"),
    pytest.param("Luật Không có thật", "Không văn bản nào", id="a-name"),
    pytest.param("217, 9999-QĐ/TW", "“9999-QĐ/TW”", id="one-of-a-list"),
    pytest.param("69-KL/TU của Tỉnh ủy Cà Mau", "Không văn bản nào", id="of-another-place"),
    pytest.param("!!!", "Không đọc được", id="marks"),
    pytest.param("xin chào", "Không đọc được", id="words-that-are-no-name"),
    pytest.param("\udcff", "Không đọc được", id="no-character"),
]


@pytest.mark.parametrize(("number", "said"), SAID)
def test_what_is_not_there_is_not_what_cannot_be_read(store: Path, number: str, said: str) -> None:
    for command in ("plans", "show", "explore"):
        result = luocdo(command, number, "--store", store)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert said in result.stderr


def test_a_document_without_plans_says_so(store: Path) -> None:
    result = luocdo("plans", "45-KH/ĐU", "--store", store)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Chưa thấy văn bản nào triển khai Kế hoạch 45-KH/ĐU" in result.stderr
    as_json = luocdo("plans", "45-KH/ĐU", "--store", store, "--format", "json")
    assert (as_json.exit_code, as_json.stdout) == (1, "[]\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b" \r\n\t", "trống"),
        (b"%PDF-1.7\x00\x01\x02", "hỏng"),
        (b"\x00\x01\x02\x03", "nhị phân"),
        ("Số 69-KL/TU kết luận".encode() + b"\xff\xfe", "UTF-8"),
    ],
    ids=["empty", "blank", "broken pdf", "binary", "not utf-8"],
)
def test_a_file_that_cannot_be_read_is_named_with_its_fault(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "hỏng.txt"
    file.write_bytes(content)
    result = luocdo("extract", file, "--json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "hỏng.txt" in result.stderr
    assert said in result.stderr
    good = tmp_path / "tốt.txt"
    good.write_bytes((CORPUS / "tw_43-kl-tw_2019.txt").read_bytes())
    result = luocdo("build", tmp_path, "--store", tmp_path / "store")
    assert result.exit_code == 3
    assert "hỏng.txt" in result.stderr
    assert said in result.stderr
    assert luocdo("show", "43-KL/TW", "--store", tmp_path / "store").exit_code == 0


def test_paths_without_texts_change_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "trống"
    empty.mkdir()
    for path, said in ((empty, "không có tệp nào"), (tmp_path / "không", "không có;")):
        result = luocdo("build", path, "--store", tmp_path / "store")
        assert result.exit_code == 3
        assert path.name in result.stderr
        assert said in result.stderr
        assert not (tmp_path / "store").exists()


def test_a_store_must_be_one_of_this_version(store: Path, tmp_path: Path) -> None:
    missing = luocdo("plans", "43-KL/TW", "--store", tmp_path / "none")
    assert missing.exit_code == 2
    assert "luocdo build" in missing.stderr
    assert luocdo("plans", "43-KL/TW", "--store", CORPUS).exit_code == 2
    (tmp_path / "store.json").write_text(json.dumps({"format": 999}), encoding="utf-8")
    states = [path for path in store.iterdir() if path.suffix == ".json"]
    for state in states:
        (tmp_path / state.name).write_text(json.dumps({"format": 999}), encoding="utf-8")
    other = luocdo("plans", "43-KL/TW", "--store", tmp_path)
    assert other.exit_code == 3
    assert "999" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("plans", "43-KL/TW", "--level", "bang"), "", "huyện"),
        (("plans",), "", "NUMBER"),
        (("plans", " "), "", "luocdo plans"),
        (("nonsense",), "", "nonsense"),
        (("query", "-"), "DELETE WHERE { ?s ?p ?o }", "DELETE"),
        (("query", "-"), "SELECT ?s\nWHERE { ?s ?p }", "dòng 2"),
        (("export", "-o", "graph.docx"), "", "graphml"),
        (("explore", "43-KL/TW", "-o", "none/page.html"), "", "none/page.html"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_says_what_to_do(
    store: Path, arguments: tuple[str, ...], stdin: str, said: str
) -> None:
    options = () if arguments == ("nonsense",) else ("--store", store)
    result = luocdo(*arguments, *options, stdin=stdin)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said.casefold() in result.stderr.casefold()


def test_a_query_file_that_is_missing_is_unreadable(store: Path) -> None:
    result = luocdo("query", "none.rq", "--store", store)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "none.rq: không có tệp này" in result.stderr


def test_what_is_too_much_for_a_page_is_said_at_once(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "store"
    copytree(store, copy)
    state = json.loads((copy / "store.json").read_text())
    (copy / "store.json").write_text(json.dumps(state | {"documents": 100_000}))
    for command in ("explore", "site"):
        result = luocdo(command, "--store", copy, "-o", tmp_path / command)
        assert result.exit_code == 2
        assert "100000 văn bản" in result.stderr
        assert "luocdo serve" in result.stderr
        assert not (tmp_path / command).exists()
