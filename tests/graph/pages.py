"""Pages in a real browser, with all that they ask for and complain of; and what they show."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from graph.page.data import MOST_BYTES, page_data
from graph.page.owing import embedded_debts
from graph.page.writing import page_of
from graph.pages.debts import NO_DEBTS, Debts, Named, ShownDebt, ShownTask
from graph.read.assertions import LinkKey
from graph.read.collection import Collected, CollectedLink, Collection, Contradiction
from graph.values import Found, Quote, Step
from graph.words.sentences import Language
from ontology.bilingual import Bilingual
from ontology.documents.identity import BASE
from ontology.level import Level

BROWSERS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
"""The first that is there is taken: without a user interface a page opens in half the time."""

COUNTER = "window.hacked = 0"
"""What a page is given before its own scripts: each execution of a hostile string adds to it."""

HOSTILE = (
    "<script>window.hacked++</script>",
    "<img src=x onerror='window.hacked++'>",
    "</script><script>window.hacked++</script>",
    "</title></style><svg onload=window.hacked++>",
    "\"' onclick='window.hacked++' href=\"javascript:window.hacked++\"",
    "<!--<script>",
    "]]>{{ 7 * 7 }}{% raw %}${window.hacked++}",
    "hàng\u2028một\u2029hai",
    "\u202exe xéo\u202c \u200fngược\u200e \u2067riêng\u2069",
    "\x1b[31mđỏ\x1b[0m \x00 \ufeff",
    "https://example.org/a.js",
    '=HYPERLINK("https://example.org","x")',
)


@contextmanager
def chromium() -> Iterator[Browser]:
    program = next((each for each in BROWSERS if each.exists()), None)
    if program is None:
        reason = f"{BROWSERS[0]} is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


def follow(link: Locator) -> None:
    """Click a link to another page, and wait until that page is whole: its styles come after it."""
    with link.page.expect_event("load"):
        link.click()


class Opened:
    """One page in the browser, with all that it asked for and complained of.

    The network is cut, and whatever would go to a host is never answered.
    """

    def __init__(self, page: Page, file: Path, link: str = "") -> None:
        self.page = page
        self.file = file
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.add_init_script(COUNTER)
        page.context.set_offline(True)
        page.route(lambda url: not url.startswith(("file:", "data:", "blob:")), lambda _: None)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(file.as_uri() + link)
        page.wait_for_selector("html[data-ready=true]", timeout=20_000)

    def choose(self, number: str) -> None:
        self.page.keyboard.press("/")
        self.page.fill("#search", number)
        self.page.keyboard.press("Enter")
        self.page.fill("#search", "")

    def count(self) -> str:
        return self.page.locator("#count").inner_text()

    def check(self) -> None:
        asked = {url for url in self.requests if not url.startswith(("data:image/", "blob:"))}
        assert asked == {self.requests[0]}
        assert self.requests[0].startswith(self.file.as_uri())
        assert self.complaints == []
        assert self.page.evaluate("window.hacked") == 0


def made_document(path: str, text: str = "", **fields: object) -> Collected:
    """Make a document every field of which is ``text``."""
    values: dict[str, object] = {
        "number": path.rpartition("/")[2],
        "type": text,
        "term": text,
        "date": "2021-06-18",
        "title": text,
        "issuer": text,
        "level": Level.PROVINCE,
        "place": text,
        "held": True,
        "mentions": 1,
        "selector": path.rpartition("/")[2],
    }
    found = Found(iri=f"{BASE}id/{path}", **(values | fields))  # type: ignore[arg-type]
    contradictions = (Contradiction("issuer", ((text, (text,)), ("khác", (text,)))),) * bool(text)
    return Collected(found, (text,) if text else (), contradictions)


def made_link(
    subject: Collected, target: Collected, text: str = "", relation: str = "implements"
) -> CollectedLink:
    step = Step(
        subject=subject.found,
        relation=relation,
        object=target.found,
        quote=text,
        text=text,
        start=1,
        end=1 + len(text),
        rule="title",
        confidence=0.9,
    )
    key = LinkKey(subject.found.iri, f"{BASE}ns#{relation}", target.found.iri)
    return CollectedLink(key=key, steps=(step, step), marks=((0, min(3, len(text))),))


def hostile_collection() -> Collection:
    documents = tuple(
        made_document(
            f"doc/h/{number}",
            text,
            number=f"so{number}x {text}",
            selector=f"so{number}x {text}@{text}",
        )
        for number, text in enumerate(HOSTILE)
    )
    links = tuple(
        made_link(document, documents[(number + 1) % len(documents)], text)
        for number, (document, text) in enumerate(zip(documents, HOSTILE, strict=True))
    )
    return Collection(documents, links, {text: text for text in HOSTILE})


def made_debt(text: str, about: Collected, **fields: Any) -> ShownDebt:
    """Make a debt about a document every field of which is ``text``."""
    named = Named(about.found.iri, text)
    values: dict[str, Any] = {
        "id": text,
        "status": "overdue",
        "body": text,
        "where": text,
        "product": text,
        "deed": "issue",
        "about": (named,),
        "set_by": named,
        "due": "2024-10-31",
        "due_printed": text,
        "quote": Quote(quote=text, text=text, start=1, end=1 + len(text), page=0),
        "rule": "order",
        "confidence": 0.9,
        "passed_to": text,
        "decided": Bilingual(text, text),
    }
    return ShownDebt(**(values | fields))


def made_task(text: str, by: Collected) -> ShownTask:
    """Make a task that a document gives and every field of which is ``text``."""
    return ShownTask(
        body=text,
        task=text,
        outcome=text,
        joining=text,
        set_by=Named(by.found.iri, text),
        due="",
        due_printed=text,
        quote=Quote(quote=text, text=text, start=1, end=1 + len(text), page=0),
    )


def hostile_debts() -> Debts:
    """What is owed about each document of the hostile collection, and about one that it has not."""
    documents = hostile_collection().documents
    pairs = list(zip(documents, HOSTILE, strict=True))
    elsewhere = made_document("doc/elsewhere")
    rows = [made_debt(text, document) for document, text in pairs]
    rows += [made_debt(text, elsewhere, set_by=None) for text in HOSTILE]
    return Debts(
        as_of="2025-01-01",
        figures=Bilingual(HOSTILE[0], HOSTILE[0]),
        rows=tuple(rows),
        tasks=tuple(made_task(text, document) for document, text in pairs),
        left_out=1,
    )


def written(
    path: Path,
    collection: Collection,
    *,
    title: str = "",
    debts: Debts = NO_DEBTS,
    centre: str | None = None,
    language: Language = Language.VI,
    most_bytes: int = MOST_BYTES,
) -> Path:
    data = page_data(collection, language=language, centre=centre, most_bytes=most_bytes)
    page = page_of(data, language=language, title=title, debts=embedded_debts(debts))
    path.write_text(page, encoding="utf-8")
    return path
