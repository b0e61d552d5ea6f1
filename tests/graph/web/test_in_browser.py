"""The command itself, with a browser before it: from its start to the signal that ends it."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.decisions.file import read_decisions
from tests.graph.page.test_safety import CONTRAST
from tests.graph.pages import follow

CONCLUSION = "document/doc/lai-chau.tu/nk2020/kl-tu/69"
PAGES = ("", "find", CONCLUSION, "review", "console", "questions/lag?directive=43-KL/TW&go=1")
COMMAND = "from graph.cli.main import main; main()"


@pytest.fixture
def address(store: Path, tmp_path: Path) -> Iterator[str]:
    """The address that the command prints; what it says when it is ended is checked."""
    shutil.copytree(store, tmp_path / "store")
    typed = ("serve", "--store", str(tmp_path / "store"), "--port", "0", "--lang", "en")
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, *typed], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        said = process.stderr.readline()
        yield re.findall(r"http://127\.0\.0\.1:\d+/", said)[0]
        process.send_signal(signal.SIGTERM)
        assert process.stderr.read() == "Stopped.\n"
        assert process.wait(timeout=20) == 0


def test_a_collection_is_read_and_settled_in_a_browser(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    asked, complaints = set(), []
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert page.evaluate(CONTRAST) == [], path
        assert page.locator("h1").count() == 1

    # What is typed is found without another click, and is one step of the way back.
    page.goto(address)
    page.type("#q", "dan van")
    page.wait_for_url("**/find?q=dan+van**")
    page.locator("mark", has_text="dân vận").first.wait_for()
    assert page.evaluate(CONTRAST) == []
    page.go_back()
    page.locator("#directives").wait_for()

    page.goto(address + CONCLUSION)
    follow(page.locator("blockquote footer a").first)
    words = page.locator("#words")
    assert words.evaluate("each => each.getBoundingClientRect().top < innerHeight")
    assert page.evaluate(CONTRAST) == []

    page.goto(address + "review")
    follow(page.locator("li a", has_text="inferred"))
    page.fill("[name=why]", "read it")
    page.keyboard.press("a")
    page.fill("[name=who]", "A")
    page.locator("h1").click()
    page.keyboard.press("a")
    page.wait_for_url("**/review/*?done=2")
    (decision,) = read_decisions(tmp_path / "decisions.csv").decisions
    assert (decision.who, decision.why, decision.kind.value) == ("A", "read ita", "accept")
    assert page.evaluate(CONTRAST) == []
    page.keyboard.press("u")
    page.wait_for_url("**/review")
    assert read_decisions(tmp_path / "decisions.csv").decisions == ()

    assert {url for url in asked if not url.startswith(address)} == set()
    assert complaints == []
    context.close()
