"""What a file says of itself beside its text: pages, places on them, who read it and who signed."""

import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pyoxigraph import Literal

from extract.readers.protocol import FileText
from extract.text.source import Box, Origin, Signature, SourceText, Span
from graph.build import one_file, run
from graph.build.allowed import Allowed
from graph.build.ledger import FileState
from graph.build.one_file import known_outcome
from graph.build.readings import ReadingCache, decoded, encoded
from graph.build.run import build
from graph.knowledge_graph import KnowledgeGraph
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from tests.extract.readers.paper.printed import HEIGHT, Printer, head, missing, printed
from tests.graph.conftest import luocdo
from tests.graph.made import KH_61, KL_69, reading, store_of

pytestmark = pytest.mark.slow

BOX = re.compile(r"page=(\d+)&viewrect=([\d.]+),([\d.]+),([\d.]+),([\d.]+)")
DIRECTIVE = "749/QĐ-TTg"


def plan(printer: Printer) -> None:
    """Print a plan that names its directive on the first page, and another on the second."""
    head(printer)
    printer.centred("KẾ HOẠCH")
    printer.down(1.2)
    printer.centred(f"Thực hiện Quyết định số {DIRECTIVE} ngày 03/6/2020 của Thủ tướng Chính phủ")
    printer.down(2)
    printer.paragraph(
        "Các sở, ban, ngành căn cứ nhiệm vụ được giao xây dựng kế hoạch của mình, bố trí kinh phí "
        "từ nguồn ngân sách và chịu trách nhiệm về tiến độ trước Ủy ban nhân dân tỉnh."
    )
    printer.page()
    printer.paragraph(
        "Việc theo dõi, đánh giá mức độ chuyển đổi số của các địa phương được tiến hành hằng năm "
        "theo Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 của Bộ Thông tin và Truyền thông và các "
        "hướng dẫn khác của cơ quan có thẩm quyền."
    )


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return printed(plan)


@pytest.fixture(scope="module")
def store(pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    (folder / "texts").mkdir()
    (folder / "texts" / "118.pdf").write_bytes(pdf)
    build([folder / "texts"], folder / "store")
    return folder / "store"


def answer(*arguments: object) -> Any:
    result = luocdo(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def words_in(pdf: bytes, box: str) -> str:
    """The words that a PDF has in a box, by another way than that by which it was read."""
    found = BOX.fullmatch(box)
    assert found, box
    left, top, width, height = map(float, found.groups()[1:])
    page = pypdfium2.PdfDocument(pdf)[int(found[1]) - 1].get_textpage()
    said: str = page.get_text_bounded(
        left - 1, HEIGHT - top - height - 1, left + width + 1, HEIGHT - top + 1
    )
    return " ".join(said.split())


def test_show_names_page_and_box_of_every_quote(store: Path, pdf: bytes) -> None:
    shown = answer("show", "118/KH-UBND", "--store", store)
    links = {link["object"]["number"]: link for link in shown["outgoing"]}
    assert {number: link["page"] for number, link in links.items()} == {
        DIRECTIVE: 1,
        "922/QĐ-BTTTT": 2,
    }
    for link in (*links.values(), *shown["quotes"]):
        assert link["box"].startswith(f"page={link['page']}&"), link
        assert link["quote"] in words_in(pdf, link["box"]), link
        assert link["unconfirmed"] is False


def test_plans_and_evidence_name_page_and_box(store: Path, pdf: bytes) -> None:
    (row,) = answer("plans", DIRECTIVE, "--store", store)
    (evidence,) = answer("ask", "evidence", "118/KH-UBND", DIRECTIVE, "--store", store)
    for link in (row["steps"][0], evidence):
        assert link["page"] == 1
        assert f"Quyết định số {DIRECTIVE}" in words_in(pdf, link["box"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("show", "118/KH-UBND"), "118.pdf, trang 2, ", id="show"),
        pytest.param(("plans", DIRECTIVE), "118.pdf, trang 1, ", id="plans"),
        pytest.param(("plans", DIRECTIVE, "--lang", "en"), "118.pdf, page 1, ", id="in-english"),
        pytest.param(("show", "118/KH-UBND"), "đọc bằng: pdf 4 (118.pdf)", id="the-reader"),
    ],
)
def test_people_read_the_page(store: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in " ".join(luocdo(*arguments, "--store", store).stdout.split())


def test_exports_and_tables_name_page_and_box(store: Path, tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(store)
    (row,) = kg.plans(DIRECTIVE)
    assert (row.page, row.box[:6], row.unconfirmed) == (1, "page=1", False)
    assert {link.page for link in kg.document("118/KH-UBND").outgoing} == {1, 2}
    assert "Trang" in kg.document("118/KH-UBND").mentions._repr_html_()
    for name in ("x.csv", "x.gephi.csv", "x.neo4j.csv", "x.graphml"):
        assert luocdo("export", "-o", tmp_path / name, "--store", store).exit_code == 0
    for name in ("x.csv", "x.gephi.edges.csv", "x.neo4j.edges.csv"):
        assert "page=2&viewrect=" in (tmp_path / name).read_text("utf-8-sig"), name
    assert "page=2&amp;viewrect=" in (tmp_path / "x.graphml").read_text("utf-8")


def test_a_site_names_the_page(store: Path, tmp_path: Path) -> None:
    assert luocdo("site", "-o", tmp_path / "site", "--store", store).exit_code == 0
    pages = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("118.html"))
    assert {"118.pdf, trang 1, ký tự", "118.pdf, trang 2, ký tự"} <= set(
        re.findall(r"118\.pdf, trang \d, ký tự", pages)
    )


def values(store: GraphStore, predicate: Any) -> list[str]:
    quads = store.dataset.quads_for_pattern(None, predicate, None, None)
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))


def test_the_graph_tells_what_read_a_file_and_who_signed_it(tmp_path: Path) -> None:
    signed = (Signature("Nguyễn Văn An", "2026-04-29T14:48:32+07:00"), Signature("Văn phòng"))
    made = reading("61.pdf", KH_61)
    made = replace(made, source=replace(made.source, origin=Origin("pdf 1", signatures=signed)))
    store = store_of(tmp_path, made)
    assert values(store, ld.FILE_READER) == ["pdf 1"]
    assert values(store, ld.SIGNED_BY) == ["Nguyễn Văn An", "Văn phòng"]
    shown = answer("show", "61-KH/HU", "--store", tmp_path)
    assert shown["provenance"] == [
        {
            "name": "61.pdf",
            "reader": "pdf 1",
            "signatures": [
                {"name": "Văn phòng", "signed_at": ""},
                {"name": "Nguyễn Văn An", "signed_at": "2026-04-29T14:48:32+07:00"},
            ],
        }
    ]
    told = luocdo("show", "61-KH/HU", "--store", tmp_path).stdout
    assert "ký số: Nguyễn Văn An, ngày 29/04/2026 (61.pdf)" in told
    assert "ký số: Văn phòng (61.pdf)" in told


def test_an_origin_is_read_back_as_it_was() -> None:
    made = reading("61.png", KH_61, [KL_69])
    boxes = (
        Box(
            span=Span(0, 5),
            page=1,
            left=72.1,
            top=100.25,
            right=200.0,
            bottom=112.5,
            confidence=0.875,
        ),
        Box(span=Span(6, 9), page=2, left=1, top=2, right=3, bottom=4),
    )
    origin = Origin("image 1", boxes, (Span(0, 2),), (Signature("An", "2026-04-29"),))
    kept = replace(made, source=replace(made.source, origin=origin, pages=(0, 6)))
    assert decoded(json.loads(json.dumps(encoded(kept)))) == kept


BOXES = [
    pytest.param(0, 5, "page=1&viewrect=72,100,100,10", id="a-line"),
    pytest.param(2, 8, "page=1&viewrect=60,100,112,24", id="two-lines-of-a-page"),
    pytest.param(6, 15, "page=1&viewrect=60,114,90,10", id="the-first-of-two-pages"),
    pytest.param(11, 12, "page=2&viewrect=72,50,80.3,10", id="the-second-page"),
    pytest.param(5, 6, "", id="between-lines"),
    pytest.param(16, 18, "", id="behind-the-last"),
]


@pytest.mark.parametrize(("start", "end", "expected"), BOXES)
def test_a_box_holds_the_lines_of_the_first_page(start: int, end: int, expected: str) -> None:
    boxes = (
        Box(span=Span(0, 5), page=1, left=72, top=100, right=172, bottom=110),
        Box(span=Span(6, 10), page=1, left=60, top=114, right=150, bottom=124),
        Box(span=Span(11, 16), page=2, left=72, top=50, right=152.26, bottom=60),
    )
    source = SourceText("a.pdf", "x" * 20, (0, 11), Origin("pdf 1", boxes))
    assert source.box_of(start, end) == expected


def test_a_scan_waits_to_be_confirmed(pdf: bytes, tmp_path: Path) -> None:
    """From the picture to the matter, and a person's line back through the command line."""
    if shutil.which("tesseract") is None:
        missing("tesseract is not installed")
    texts, directory = tmp_path / "texts", tmp_path / "store"
    texts.mkdir()
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil()
    data = io.BytesIO()
    picture.save(data, "PNG", dpi=(200, 200))
    (texts / "scan.png").write_bytes(data.getvalue())
    assert luocdo("build", texts, "--store", directory).exit_code == 0
    extracted = answer("extract", texts / "scan.png")
    assert {mention.get("unconfirmed") for mention in extracted["mentions"]} == {True}
    shown = answer("show", "118/KH-UBND", "--store", directory)
    assert shown["document"]["unconfirmed_fields"] == ["number", "date"]
    assert all(link["unconfirmed"] for link in shown["outgoing"])
    told = " ".join(luocdo("plans", DIRECTIVE, "--store", directory).stdout.split())
    assert "scan.png, trang 1, " in told
    review = luocdo("review", "--store", directory, "--format", "json")
    items = [item for item in json.loads(review.stdout) if item["kind"] == "scan"]
    assert [item["subject"] for item in items] == ["118/KH-UBND"]
    proposed = items[0]["lines"][0]
    assert proposed.startswith(",,name,")
    assert proposed.endswith(",date,2024-03-14,,")
    decisions = tmp_path / "decisions.csv"
    header = "who,when,decision,subject,relation,object,text,why"
    decisions.write_text(f"{header}\nLan,2026-01-05{proposed[1:]}theo bản giấy\n", "utf-8")
    built = luocdo("build", texts, "--store", directory, "--decisions", decisions)
    assert built.exit_code == 0, built.stderr
    assert (
        answer("show", "118/KH-UBND", "--store", directory)["document"]["unconfirmed_fields"] == []
    )
    assert "scan" not in {
        item["kind"]
        for item in json.loads(luocdo("review", "--store", directory, "--format", "json").stdout)
    }


@pytest.mark.parametrize("scan_first", [True, False])
def test_of_two_files_with_one_text_the_surer_counts(tmp_path: Path, scan_first: bool) -> None:
    sure = reading("b.txt", KH_61)
    scan = replace(
        sure,
        source=replace(sure.source, name="a.png", origin=Origin("image 1", (), (Span(0, 3),))),
    )
    cache = ReadingCache(tmp_path, "1")
    for each in (scan, sure) if scan_first else (sure, scan):
        sha = cache.save(each)
    assert cache.load(sha) == sure


def test_a_better_reader_replaces_what_the_earlier_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version of the reader is the hash of its code: a changed reader is another version."""
    file = tmp_path / "texts" / "61.rtf"
    file.parent.mkdir()
    file.write_bytes(b"{\\rtf1 61}")
    text = "Số 61-KH/HU\n\nKẾ HOẠCH\nthực hiện Kết luận số {}-KL/TU của Tỉnh ủy Lai Châu\n"

    def reader(read: str, name: str) -> Any:
        return lambda data, _name, limits: FileText(text=text.format(read), reader=name)

    def built(read: str, name: str, version: str) -> tuple[FileState, list[str], list[str]]:
        monkeypatch.setattr(run, "reader_version", lambda: version)
        monkeypatch.setattr(one_file, "reader_of", lambda _: reader(read, name))
        # In this process, so that it reads with the reader of this test.
        monkeypatch.setattr(
            run,
            "read_files",
            lambda files, cache, allowed, _runner, _done: [
                one_file.read_file(Path(each.path), each.name, cache, allowed) for each in files
            ],
        )
        report = build([file.parent], tmp_path / "store")
        store = open_store(tmp_path / "store")
        return report.files[0].state, values(store, ld.CONTENT), values(store, ld.FILE_READER)

    assert built("66", "rtf 1", "one") == (FileState.READ, [text.format("66")], ["rtf 1"])
    # The same reader does not read again, whatever it would say now.
    assert built("69", "rtf 2", "one")[0] is FileState.UNCHANGED
    assert built("69", "rtf 2", "two") == (FileState.READ, [text.format("69")], ["rtf 2"])
    kept = list((tmp_path / "store" / "readings").rglob("*.json.gz"))
    assert len(kept) == 1
    cache = ReadingCache(tmp_path / "store" / "readings", "two")
    outcome = known_outcome(file, cache, Allowed())
    assert outcome is not None
    assert outcome.reader == "rtf 2"
