"""The page runs no text as code, asks for nothing, and can be read by everybody."""

import json
import re
import socket
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.page.data import page_data
from graph.page.writing import page_of
from graph.words.sentences import Language
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.page.test_page import LAI_CHAU, VIEWS
from tests.graph.page.test_saved_files import saved
from tests.graph.pages import (
    COUNTER,
    HOSTILE,
    Opened,
    hostile_collection,
    hostile_debts,
    written,
)

CONTRAST = """
() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      const [, , , alpha = 1] = parts(colour);
      if (alpha > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.getClientRects().length || element.closest(".stop")) continue;
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) found.push([node.data, Math.round(ratio * 100) / 100]);
  }
  return found;
}
"""


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_texts_are_shown_as_texts(page: Page, tmp_path: Path, view: str) -> None:
    debts = hostile_debts()
    file = written(
        tmp_path / "page.html", hostile_collection(), title="".join(HOSTILE), debts=debts
    )
    opened = Opened(page, file)
    page.click(f"#view-{view}")
    for index, text in enumerate(HOSTILE):
        opened.choose(f"so{index}x")
        shown = page.locator("#panel > p > bdi, #panel dd > bdi, #panel blockquote > bdi")
        contents = shown.all_text_contents()
        # issuer, term, place, own text, the quote of the relation from it
        assert contents.count(text) >= 5
        assert f"so{index}x" in page.locator("#panel h2").inner_text()
    assert page.evaluate("document.querySelectorAll('img, iframe, a, object, base').length") == 0
    assert page.evaluate("document.scripts.length") == 5
    handlers = "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())"
    assert not [name for name in page.evaluate(handlers) if name.startswith("on")]
    opened.check()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_element_that_holds_it(text: str) -> None:
    data = page_data(hostile_collection(), language=Language.VI)
    source = page_of(data, language=Language.VI, title=text)
    for element in ("script", "style", "title", "head", "body"):
        ends = 5 if element == "script" else 1
        assert source.lower().count(f"</{element}>") == ends
    embedded = re.search(r'<script type="application/json" id="data">(.*?)</script>', source)
    assert embedded
    assert not set("<>&\u2028\u2029") & set(embedded[1])
    titles = [row[7] for row in json.loads(embedded[1])["documents"]]
    assert sorted(titles) == sorted(HOSTILE)


def test_the_counter_counts(page: Page, tmp_path: Path) -> None:
    """What the other tests find to be 0 is not so where texts are put into a page as they are."""
    file = tmp_path / "page.html"
    file.write_text("".join(HOSTILE[:4]), encoding="utf-8")
    page.add_init_script(COUNTER)
    page.goto(file.as_uri())
    page.wait_for_function("window.hacked >= 3")


@pytest.mark.parametrize("view", VIEWS)
def test_a_hostile_file_name_is_a_text(page: Page, tmp_path: Path, view: str) -> None:
    texts, store, file = tmp_path / "texts", tmp_path / "store", tmp_path / "page.html"
    texts.mkdir()
    name = "\"><img src=x onerror='window.hacked++'>\u202e\u2028&lt;.txt"
    plan = (CORPUS / "lai-chau_tam-duong_61-kh-hu_2021.txt").read_text("utf-8")
    hostile = "<script>window.hacked++</script><img src=x onerror=window.hacked++>"
    (texts / name).write_text(plan.replace("tiếp tục", f"{hostile} tiếp tục"), encoding="utf-8")
    assert luocdo("build", texts, "--store", store).exit_code == 0
    assert luocdo("explore", "-o", file, "--store", store).exit_code == 0
    opened = Opened(page, file)
    opened.choose("61-KH/HU")
    page.click(f"#view-{view}")
    assert name in page.locator("#panel dd > bdi").all_text_contents()
    assert hostile in (page.locator("#panel").text_content() or "")
    if view == "text":
        assert page.locator("#text h2").text_content() == name
        assert hostile in (page.locator("#text .text").text_content() or "")
    for kind in ("png", "svg", "csv", "graphml"):
        saved(page, kind)
    assert page.evaluate("document.querySelectorAll('img').length") == 0
    opened.check()


class SilentHost:
    """A host that takes connections and never answers, as behind a firewall that drops packets."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._taken: list[socket.socket] = []
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        while True:
            try:
                taken, _ = self._socket.accept()
            except OSError:  # closed
                return
            self._taken.append(taken)
            self.asked.append(taken.recv(2000))

    def close(self) -> None:
        self._socket.close()
        for taken in self._taken:
            taken.close()


@pytest.fixture
def silent() -> Iterator[SilentHost]:
    host = SilentHost()
    yield host
    host.close()


def test_nothing_leaves_the_page_where_every_host_hangs(
    browser: Browser, demo_page: Path, tmp_path: Path, silent: SilentHost
) -> None:
    """The network is there, and every connection goes to a host that never answers."""
    context = browser.new_context(proxy={"server": f"http://127.0.0.1:{silent.port}"})
    page = context.new_page()
    for file in (demo_page, written(tmp_path / "page.html", hostile_collection())):
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready=true]", timeout=20_000)
        for view in VIEWS:
            page.click(f"#view-{view}")
            for kind in ("png", "svg", "csv", "graphml"):
                saved(page, kind)
        page.wait_for_timeout(300)
    assert silent.asked == []
    # That a request would have been seen:
    outside = tmp_path / "outside.html"
    outside.write_text('<img src="http://outside.example/x.png">')
    page.goto(outside.as_uri(), wait_until="commit")
    page.wait_for_timeout(1000)
    assert b"outside.example" in b"".join(silent.asked)
    context.close()


def test_the_page_forbids_every_request(demo_page: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', demo_page.read_text("utf-8"))
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in unescape(policy[1]).split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    assert set(rules) == {
        "default-src",
        "script-src",
        "style-src",
        "img-src",
        "base-uri",
        "form-action",
    }
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_stand_out_from_what_is_behind_them(
    page: Page, demo_page: Path, view: str, language: str
) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 to 1."""
    opened = Opened(page, demo_page, f"#l={language}")
    opened.choose(LAI_CHAU)
    page.click("#chain")
    page.click(f"#view-{view}")
    assert page.evaluate(CONTRAST) == []
    opened.choose("124-QĐ/TW")  # a document with a contradiction
    assert page.evaluate(CONTRAST) == []
    opened.check()


@pytest.mark.parametrize("view", VIEWS)
def test_everything_that_can_be_pressed_has_a_name(page: Page, demo_page: Path, view: str) -> None:
    opened = Opened(page, demo_page, f"#v={view}&d=doc/tw/k12/kl-tw/43")
    nameless = """() => [...document.querySelectorAll("button, input, summary, [role=group]")]
        .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label")
            || (one.labels && one.labels.length))).map((one) => one.outerHTML)"""
    assert page.evaluate(nameless) == []
    opened.check()
