"""Every file of a folder has its line, and one bad file costs itself alone."""

import codecs
import csv
import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extract import read
from extract.readers.protocol import Limits, OcrUse, Reason, Remark
from extract.text.source import SourceText
from graph.build.allowed import LIMIT_NAMES, Allowed, with_limits
from graph.build.ledger import (
    Entry,
    FileState,
    Ledger,
    Remarked,
    counted,
    read_ledger,
    states_of,
    write_ledger,
)
from graph.build.one_file import known_outcome
from graph.build.readings import FileRecord, ReadingCache
from graph.build.run import BuildReport, build
from graph.opening import open_store
from graph.store.disk import ledger_path, read_state
from graph.words.file_sentences import REMARKS, reason, remark
from graph.words.sentences import REASONS, Language
from tests.extract.readers.documents import from_text
from tests.extract.readers.word_files import as_docx
from tests.graph.conftest import luocdo

TEXT = """ĐẢNG BỘ TỈNH LAI CHÂU
HUYỆN ỦY TAM ĐƯỜNG
*
Số {number}-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Tam Đường, ngày 18 tháng 6 năm 2021

KẾ HOẠCH
thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy về công tác dân vận
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "huyen").mkdir(parents=True)
    (folder / "61.txt").write_text(TEXT.format(number=61), "utf-8")
    (folder / "huyen" / "62.md").write_text(TEXT.format(number=62), "utf-8")
    return folder


def states(report: BuildReport) -> dict[str, tuple[str, str]]:
    return {entry.name: (entry.state.value, entry.code) for entry in report.files}


def test_every_file_has_a_line(texts: Path, tmp_path: Path) -> None:
    (texts / "copy.txt").write_text(TEXT.format(number=61), "utf-8")
    (texts / "~$61.docx").write_bytes(b"lock")
    (texts / "empty.txt").write_bytes(b"")
    (texts / "picture.bin").write_bytes(b"\x00\x01\x02" * 100)
    (texts / "secret.txt").write_text(f"TỐI MẬT\n{TEXT.format(number=9)}", "utf-8")
    (texts / "dead.txt").symlink_to(texts / "nowhere.txt")
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT.format(number=5), "utf-8")
    (texts / "out.txt").symlink_to(outside)
    (texts / ".hidden.txt").write_text("ẩn", "utf-8")
    os.mkfifo(texts / "pipe")
    assert states(build([texts], tmp_path / "store")) == {
        "61.txt": ("read", ""),
        "copy.txt": ("duplicate", ""),
        "huyen/62.md": ("read", ""),
        "~$61.docx": ("skipped", "lock"),
        "empty.txt": ("failed", "empty"),
        "picture.bin": ("skipped", "binary"),
        "secret.txt": ("skipped", "secret"),
        "dead.txt": ("skipped", "broken link"),
        "out.txt": ("skipped", "link out"),
        "pipe": ("skipped", "no file"),
    }


def test_a_file_that_is_not_read_is_the_same_as_none(texts: Path, tmp_path: Path) -> None:
    (texts / "data.csv").write_text("a,b", "utf-8")
    warned = {entry.name: entry.warnings for entry in build([texts], tmp_path / "store").files}
    assert warned == {"61.txt": (), "data.csv": (), "huyen/62.md": ()}


def test_the_ledger_counts_citations_and_names_what_is_twice(texts: Path, tmp_path: Path) -> None:
    (texts / "zz.txt").write_text(TEXT.format(number=61), "utf-8")
    lines = {entry.name: entry for entry in build([texts], tmp_path / "store").files}
    assert lines["61.txt"].citations == 2  # itself, and what it carries out
    assert lines["zz.txt"].of == "61.txt"
    assert lines["zz.txt"].text == lines["61.txt"].text


def test_an_unchanged_file_keeps_its_line(texts: Path, tmp_path: Path) -> None:
    build([texts], tmp_path / "store")
    again = build([texts], tmp_path / "store").files
    assert {entry.state for entry in again} == {FileState.UNCHANGED}
    assert {entry.citations for entry in again} == {2}


def test_a_secret_document_is_read_when_that_is_asked_for(texts: Path, tmp_path: Path) -> None:
    (texts / "secret.txt").write_text(f"MẬT\n{TEXT.format(number=9)}", "utf-8")
    store = tmp_path / "store"
    assert build([texts], store).read == 2
    assert build([texts], store, allowed=Allowed(secret=True)).read == 1
    assert states(build([texts], store))["secret.txt"] == ("skipped", "secret")


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
def test_a_name_that_is_no_utf_8_is_shown_as_it_is(texts: Path, tmp_path: Path) -> None:
    with open(os.fsencode(texts) + b"/k\xe9.txt", "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(TEXT.format(number=7))
    assert states(build([texts], tmp_path / "store"))["k\\xe9.txt"] == ("read", "")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_folder_without_permission_is_in_it(texts: Path, tmp_path: Path) -> None:
    (texts / "huyen").chmod(0)
    found = states(build([texts], tmp_path / "store"))
    (texts / "huyen").chmod(0o755)
    assert found["huyen"] == ("failed", "no permission")


@pytest.mark.slow
def test_a_file_over_the_limits_costs_itself_alone(texts: Path, tmp_path: Path) -> None:
    sentence = "Thực hiện Kế hoạch số 5-KH/HU, ngày 05/6/2021 của Huyện ủy về dân vận. "
    (texts / "long.txt").write_text(TEXT.format(number=1) + sentence * 60_000, "utf-8")
    allowed = Allowed(seconds=2)
    found = states(build([texts], tmp_path / "store", allowed=allowed))
    assert found == {
        "61.txt": ("read", ""),
        "huyen/62.md": ("read", ""),
        "long.txt": ("failed", "limits"),
    }


@pytest.mark.slow
def test_what_a_file_is_counts_and_not_its_name(texts: Path, tmp_path: Path) -> None:
    """A Word file that is named as a text, and small as it is packed, is read under limits, too."""
    sentence = "Thực hiện Kế hoạch số 5-KH/HU, ngày 05/6/2021 của Huyện ủy về dân vận. "
    packed = as_docx(from_text(TEXT.format(number=1) + sentence * 60_000))
    assert len(packed) < 1_000_000
    (texts / "long.txt").write_bytes(packed)
    found = states(build([texts], tmp_path / "store", allowed=Allowed(seconds=2)))
    assert found["long.txt"] == ("failed", "limits")
    assert found["61.txt"] == ("read", "")


@pytest.mark.parametrize("name", LIMIT_NAMES)
def test_every_limit_can_be_set(name: str) -> None:
    set_so = with_limits(Allowed(), [f"{name}=9", f"{name}=7"])
    assert getattr(set_so if name in {"seconds", "memory"} else set_so.limits, name) == 7


@pytest.mark.parametrize("typed", ["page=9", "pages", "pages=0", "pages=-1", "pages=1.5", "ocr=1"])
def test_what_is_no_limit_is_refused(texts: Path, tmp_path: Path, typed: str) -> None:
    result = luocdo("build", texts, "--store", tmp_path / "store", "--limit", typed)
    assert result.exit_code == 2
    assert typed in result.stderr
    assert "pages" in result.stderr
    assert not (tmp_path / "store").exists()


def test_a_limit_that_is_set_holds(texts: Path, tmp_path: Path) -> None:
    (texts / "long.txt").write_text("dài " * 500, "utf-8")
    arguments = ("build", texts, "--store", tmp_path / "store", "--format", "json")
    result = luocdo(*arguments, "--limit", "file_bytes=1000")
    assert result.exit_code == 3
    failed = [each for each in json.loads(result.stdout)["files"] if each["state"] == "failed"]
    assert [(each["name"], each["code"]) for each in failed] == [("long.txt", "too-large")]
    assert luocdo(*arguments).exit_code == 0


@pytest.mark.slow
def test_a_file_that_needs_too_much_memory_costs_itself_alone(texts: Path, tmp_path: Path) -> None:
    (texts / "long.txt").write_text(TEXT.format(number=1) + "a " * 9_000_000, "utf-8")
    found = states(build([texts], tmp_path / "store", allowed=Allowed(memory=700_000_000)))
    assert found["long.txt"] in {("failed", "memory"), ("failed", "limits")}
    assert found["61.txt"] == ("read", "")


def test_a_damaged_reading_is_made_anew(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([texts], store)
    reading = next((store / "readings").glob("*/??/*.json.gz"))
    reading.write_bytes(reading.read_bytes()[:50])
    (texts / "63.txt").write_text(TEXT.format(number=63), "utf-8")
    report = build([texts], store)
    assert (report.failures, report.documents) == ((), build([texts], tmp_path / "new").documents)


HOSTILE = ['"state": "failed"', '"text": "aa"', "\n", "\u2028", "\\"]
ENTRIES = st.builds(
    Entry,
    path=st.text() | st.sampled_from(HOSTILE),
    name=st.text() | st.sampled_from(HOSTILE),
    state=st.sampled_from(FileState),
    text=st.sampled_from(["", "0af", "1be"]),
    code=st.text(),
    fields=st.dictionaries(st.sampled_from(["state", "text"]), st.sampled_from(["read", "0af"])),
)


@given(st.lists(ENTRIES))
def test_states_are_those_of_the_entries(entries: list[Entry]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "files.jsonl")
        write_ledger(path, Ledger.of(entries))
        told = states_of(path)
    assert told.texts == {entry.text: entry.state for entry in entries if entry.text}
    assert told.failed == sum(entry.state is FileState.FAILED for entry in entries)


def test_a_lost_ledger_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "files.jsonl"
    assert read_ledger(path) == ()
    entries = (
        Entry(
            path="a.txt",
            name="a.txt",
            state=FileState.READ,
            text="1f",
            warnings=(Remarked("encoding", {"encoding": "TCVN3"}),),
        ),
    )
    write_ledger(path, Ledger.of(entries))
    assert read_ledger(path) == entries
    path.write_text("{", "utf-8")
    assert read_ledger(path) == ()


def test_every_state_is_counted(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    counts = counted(build([texts], store).files)
    assert counts == {
        "read": 2,
        "unchanged": 0,
        "duplicate": 0,
        "skipped": 0,
        "waits": 0,
        "failed": 0,
    }
    state = read_state(store)
    assert state is not None
    assert len(read_ledger(ledger_path(store, state.graph))) == 2
    assert open_store(store).state.documents


def test_the_command_tells_of_every_file(texts: Path, tmp_path: Path) -> None:
    (texts / "=cmd.txt").write_bytes(b"")
    (texts / "<b>.bin").write_bytes(b"\x00" * 50)
    ledger, page = tmp_path / "ledger.csv", tmp_path / "ledger.html"
    store = tmp_path / "store"
    told = luocdo("build", texts, "--store", store, "--report", ledger)
    assert told.exit_code == 3
    assert "Tệp: đã đọc 2, bỏ qua 1, lỗi 1." in told.stderr
    assert "=cmd.txt: tệp trống" in told.stderr
    assert ledger.read_bytes().startswith(codecs.BOM_UTF8)
    rows = list(csv.reader(ledger.read_text("utf-8-sig").splitlines()))
    assert rows[0][:3] == ["Kết quả", "Tệp", "Cách đọc"]
    assert sorted(row[0] for row in rows[1:]) == ["bỏ qua", "lỗi", "đã đọc", "đã đọc"]
    luocdo("build", texts, "--store", store, "--report", page, "--lang", "en")
    assert "&lt;b&gt;.bin" in page.read_text("utf-8")
    assert "<b>" not in page.read_text("utf-8")
    wrong = luocdo("build", texts, "--store", store, "--report", tmp_path / "ledger.doc")
    assert wrong.exit_code == 2
    assert ".csv, .html" in wrong.stderr


@pytest.mark.parametrize("code", [code for code in REASONS if code != "said"])
def test_every_reason_is_said_in_both_languages(code: str) -> None:
    vietnamese, english = REASONS[code]
    assert vietnamese != english
    said = reason(Language.VI, code, {}) + reason(Language.EN, code, {})
    assert "{" not in said.replace("{ … }", "")


def scan(folder: Path) -> Path:
    folder.mkdir()
    Image.new("1", (90, 90), 1).save(folder / "scan.png")
    (folder / "a.txt").write_text("Thực hiện Kết luận số 69-KL/TU", "utf-8")
    return folder


def test_what_was_not_asked_for_is_no_failure(tmp_path: Path) -> None:
    texts = scan(tmp_path / "texts")
    told = luocdo("build", texts, "--store", tmp_path / "store", "--ocr", "never")
    assert told.exit_code == 0
    assert "bỏ qua: " in told.stderr
    assert "ảnh chụp (1 trang); chỉ đọc khi không có --ocr never" in told.stderr


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("never", "--ocr never", "--ocr never"),
        ("too-large", "quá lớn", "too large"),
        ("damaged", "hỏng", "damaged"),
        ("tesseract-ocr-vie", "chờ cài đặt tesseract-ocr-vie", "waits for tesseract-ocr-vie to"),
    ],
)
def test_why_pages_were_left_out_is_said_in_words(code: str, vi: str, en: str) -> None:
    fields = {"pages": "2", "why": code}
    assert f": {vi}" in remark(Language.VI, "pages-left-out", fields)
    assert f": {en}" in remark(Language.EN, "pages-left-out", fields)


@pytest.mark.parametrize(
    ("why", "ocr", "again"),
    [
        pytest.param("never", OcrUse.NEVER, False, id="still-not-wanted"),
        pytest.param("never", OcrUse.AUTO, True, id="wanted-now"),
        pytest.param("tesseract-ocr-vie", OcrUse.AUTO, True, id="may-be-installed-now"),
        pytest.param("too-large", OcrUse.AUTO, False, id="as-large-as-before"),
    ],
)
def test_a_file_of_which_pages_were_left_out_is_read_again_once_they_may_be_read(
    tmp_path: Path, why: str, ocr: OcrUse, *, again: bool
) -> None:
    cache = ReadingCache(tmp_path / "readings", "1")
    file = tmp_path / "a.pdf"
    file.write_bytes(b"pages")
    text = cache.save(read(SourceText("a.pdf", "Kết luận số 69-KL/TU")))
    warned = (("pages-left-out", {"pages": "1", "why": why}),)
    cache.keep_record(sha256(b"pages").hexdigest(), FileRecord(text, "pdf 1", "", warned))
    known = known_outcome(file, cache, Allowed(limits=Limits(ocr=ocr)))
    assert (known is None) is again


def test_every_remark_of_a_reader_has_its_sentence() -> None:
    # What all texts together tell of a file, no reader does.
    assert set(REMARKS) == {remark.value for remark in Remark} | {"same-document"}
    assert {reason.value for reason in Reason} <= set(REASONS)
