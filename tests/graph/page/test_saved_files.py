"""What the page saves: each file is opened again, and holds what was seen."""

import csv
import io
import re
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Page

from graph.read.collection import Collection
from tests.graph.page.test_page import CALLED, LAI_CHAU, VIEWS, counted
from tests.graph.page.test_size import large
from tests.graph.pages import (
    HOSTILE,
    Opened,
    hostile_collection,
    made_document,
    made_link,
    written,
)

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, name: str) -> Path:
    with page.expect_download() as waiting:
        page.click(f"#save-{name}")
    return Path(waiting.value.path())


def pixels(png: bytes) -> tuple[int, int, int]:
    """Width, height, and how many different rows of pixels: a blank picture has one."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    data, at = b"", 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += size + 12
    rows = zlib.decompress(data)
    stride = len(rows) // height
    return width, height, len({rows[at : at + stride] for at in range(0, len(rows), stride)})


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_shows_what_is_seen(page: Page, demo_page: Path, view: str) -> None:
    opened = Opened(page, demo_page)
    opened.choose(LAI_CHAU)
    page.click(f"#view-{view}")
    width, height, different = pixels(saved(page, "png").read_bytes())
    assert width > 700
    assert height > 200
    assert different > 50
    root = ElementTree.fromstring(saved(page, "svg").read_bytes())
    assert root.tag == f"{SVG}svg"
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "69-KL/TU (Lai" in words
    assert ("69-KL/TU" if view == "text" else "61-KH/HU") in words
    assert not {element.tag for element in root.iter()} & {f"{SVG}script", f"{SVG}foreignObject"}
    opened.check()


def test_the_drawing_is_saved_box_by_box(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    root = ElementTree.fromstring(saved(page, "svg").read_bytes())
    boxes = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}rect") is not None]
    assert len(boxes) == counted(opened.count())[0]
    opened.check()


def test_csv_has_a_row_for_each_relation(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    raw = saved(page, "csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == counted(opened.count())[2]
    plan = next(
        row
        for row in rows
        if row["subject"] == "Kế hoạch 61-KH/HU" and row["relation"] == "implements"
    )
    assert plan["object"] == CALLED
    assert plan["quote"].startswith("thực hiện Kết luận số 69-KL/TU")
    assert plan["text"] == "lai-chau_tam-duong_61-kh-hu_2021.txt"
    opened.check()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('=HYPERLINK("https://example.org","x")', "a formula"),
        ("+84 912 345 678", "a sum"),
        ("-2+3+cmd|' /C calc'!A0", "a difference that starts a program"),
        ("@SUM(1+1)*cmd", "a function as old spreadsheets write it"),
        ("\t=1+1", "a tab, which is dropped on opening"),
        ("\r=1+1", "the end of a line"),
        ("＝1+1", "letters of full width"),  # noqa: RUF001
    ],
)
def test_no_cell_is_a_formula(page: Page, tmp_path: Path, text: str, reason: str) -> None:
    first, second = (
        made_document(f"doc/a/{number}", title=text, issuer=text, number=text, selector=text)
        for number in (1, 2)
    )
    collection = Collection((first, second), (made_link(first, second, text),), {})
    opened = Opened(page, written(tmp_path / "page.html", collection))
    raw = saved(page, "csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(raw, newline=""))
    for column in ("subject_title", "subject_issuer", "quote", "text"):
        assert row[column] == f"'{text}", reason
    assert not [cell for cell in row.values() if re.match("[=+\\-@\t\r\n＝]", cell)]  # noqa: RUF001
    assert row["start"] == "1"
    opened.check()


def test_graphml_is_read_by_networkx(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    network = nx.read_graphml(saved(page, "graphml"))
    assert (len(network), network.number_of_edges()) == counted(opened.count())[::2]
    plan = "https://w3id.org/luocdo/id/doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61"
    assert network.nodes[plan]["number"] == "61-KH/HU"
    assert network.nodes[plan]["held"] is True
    opened.check()


@pytest.mark.parametrize("view", VIEWS)
def test_paper_holds_the_view_and_no_controls(page: Page, demo_page: Path, view: str) -> None:
    opened = Opened(page, demo_page, f"#v={view}&d=doc/lai-chau.tu/nk2020/kl-tu/69")
    pdf = page.pdf(prefer_css_page_size=True)
    media = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert media
    # A4 in points; a table of many directives lies across, and a drawing that is wide.
    sides = [842, 595] if view in {"cover", "map"} else [595, 842]
    assert [round(float(side)) for side in media.groups()] == sides
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("#search").is_visible()
    assert not page.locator("#save-png").is_visible()
    shown = page.locator("#paper > svg" if view == "map" else f"#{view}")
    assert shown.first.is_visible()
    told = "69-KL/TU" if view == "text" else "61-KH/HU"
    assert told in (shown.first.text_content() or "")
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert size >= 13  # 10 points
    opened.check()


def test_a_large_drawing_is_printed_on_as_many_sheets_as_it_needs(
    page: Page, tmp_path: Path
) -> None:
    opened = Opened(page, written(tmp_path / "page.html", large(300, 900)), "#v=map")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sheets = page.locator("#paper > svg").evaluate_all(
        "all => all.map((one) => [...one.getAttribute('viewBox').split(' ').map(Number),"
        " one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    assert len(sheets) > 3
    for _, _, width, height, shown, tall in sheets:
        assert 13 * shown / width >= 8  # the words of boxes: 6 points on paper
        assert 13 * tall / height >= 8
        # A4 less its margins
        assert min(shown, tall) <= 182 / 25.4 * 96
        assert max(shown, tall) <= 269 / 25.4 * 96
    whole = ElementTree.fromstring(saved_quietly(page)).get("viewBox", "").split()
    left, top, width, height = map(float, whole)
    assert min(sheet[0] for sheet in sheets) == pytest.approx(left)
    assert max(sheet[0] + sheet[2] for sheet in sheets) == pytest.approx(left + width)
    assert max(sheet[1] + sheet[3] for sheet in sheets) == pytest.approx(top + height)
    opened.check()


def saved_quietly(page: Page) -> bytes:
    page.emulate_media(media="screen")
    return saved(page, "svg").read_bytes()


def test_what_is_not_there_can_be_saved(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    page.locator("#levels .all button").last.click()
    assert counted(opened.count())[0] == 0
    for view in VIEWS:
        page.click(f"#view-{view}")
        ElementTree.fromstring(saved(page, "svg").read_bytes())
        assert pixels(saved(page, "png").read_bytes())[0] > 0
    assert len(nx.read_graphml(saved(page, "graphml"))) == 0
    assert saved(page, "csv").read_text("utf-8").count("\n") == 1
    opened.check()


@pytest.mark.parametrize("view", ["table", "time", "cover"])
def test_no_word_of_a_picture_covers_another(page: Page, demo_page: Path, view: str) -> None:
    """Not even where words are broken at the end of a line, folded away, or for the ear alone."""
    opened = Opened(page, demo_page)
    opened.choose("43-KL/TW")
    page.click(f"#view-{view}")
    root = ElementTree.fromstring(saved(page, "svg").read_bytes())
    words = [
        (
            float(element.get("x", 0)),
            float(element.get("y", 0)),
            float(element.get("font-size", 0)),
            element.text,
        )
        for element in root.iter(f"{SVG}text")
    ]
    assert len(words) > 20
    _, _, width, height = (float(side) for side in root.get("viewBox", "").split())
    assert [text for x, y, _, text in words if not (0 <= x < width and y <= height)] == []
    # No letter is narrower than 0.3 of its size on the average of a word.
    areas = [(x, y, x + len(text or "") * size * 0.3, size, text) for x, y, size, text in words]
    covering = [
        (area[4], other[4])
        for at, area in enumerate(areas)
        for other in areas[:at]
        if abs(area[1] - other[1]) < 0.5 * min(area[3], other[3])
        and area[0] < other[2]
        and other[0] < area[2]
    ]
    assert covering == []
    opened.check()


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_texts_are_texts_in_every_file(page: Page, tmp_path: Path, view: str) -> None:
    opened = Opened(page, written(tmp_path / "page.html", hostile_collection()))
    opened.choose("so0x")
    page.click(f"#view-{view}")
    assert pixels(saved(page, "png").read_bytes())[2] > 10
    svg = saved(page, "svg").read_bytes()
    tags = {element.tag for element in ElementTree.fromstring(svg).iter()}
    assert tags <= {f"{SVG}{name}" for name in ("svg", "g", "rect", "path", "text", "line")}
    network = nx.read_graphml(saved(page, "graphml"))
    assert len(network) == len(HOSTILE)
    raw = saved(page, "csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    assert len(rows) == len(HOSTILE)
    quotes = [f"'{text}" if text.startswith("=") else text for text in HOSTILE]
    assert sorted(row["quote"] for row in rows) == sorted(quotes)
    opened.check()
