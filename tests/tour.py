"""The pictures of docs/tour.md: the page and the site of the demo corpus, in a real browser.

``python -m tests.tour`` makes them anew; ``python -m tests.tour 3 5`` only those that begin so.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from graph.knowledge_graph import KnowledgeGraph
from graph.opening import open_store
from graph.page.writing import write_page
from graph.site.writing import write_site
from graph.words.sentences import Language
from tests.graph.pages import Opened, chromium

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1280, 760
COLOURS = 256
"""A page has few colours: a palette of so many makes a picture half as large."""
_STILL = 1_500
"""Milliseconds after which the drawing no longer moves."""
_CONCLUSION = "doc/lai-chau.tu/nk2020/kl-tu/69"
_RESOLUTION = "doc/tw/k11/nq-tw/25"
OF_THE_PAGE = {
    "1-boxes": f"#v=boxes&d={_CONCLUSION}&a={_CONCLUSION}",
    "2-map": f"#v=map&d={_RESOLUTION}&a=",
    "3-chain": f"#v=map&d={_RESOLUTION}&a={_RESOLUTION}&chain=all",
    "4-table": f"#v=table&d={_CONCLUSION}&a={_CONCLUSION}",
    "5-timeline": f"#v=time&d={_RESOLUTION}&a={_RESOLUTION}",
    "6-places": f"#v=cover&d={_CONCLUSION}&a=",
}
"""The state of the page that each picture shows, as its link holds it."""
OF_THE_SITE = {"7-site": f"{_CONCLUSION}.html"}
"""The page of the site that each picture shows."""


def draw(browser: Browser, folder: Path, wanted: tuple[str, ...] = ("",)) -> None:
    """Write the pictures whose names begin as ``wanted`` into ``folder``."""
    with tempfile.TemporaryDirectory() as made:
        store, page, site = Path(made, "store"), Path(made, "page.html"), Path(made, "site")
        KnowledgeGraph.build(ROOT / "notebooks" / "corpus", store)
        write_page(open_store(store), page, language=Language.VI)
        write_site(open_store(store), site, language=Language.VI)
        for name, link in OF_THE_PAGE.items():
            if name.startswith(wanted):
                _picture_of_page(browser, page, link, folder / f"{name}.png")
        for name, path in OF_THE_SITE.items():
            if name.startswith(wanted):
                _picture_of_site(browser, site / path, folder / f"{name}.png")


def _picture_of_page(browser: Browser, file: Path, link: str, picture: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    opened = Opened(page, file, link)
    # A link that the page does not understand opens no document.
    page.wait_for_selector("#panel h2")
    page.wait_for_timeout(_STILL)
    _write(page.screenshot(), picture)
    opened.check()
    page.close()


def _picture_of_site(browser: Browser, file: Path, picture: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(file.as_uri())
    _write(page.screenshot(), picture)
    page.close()


def _write(png: bytes, picture: Path) -> None:
    image = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, kmeans=2)
    image.save(picture, optimize=True)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with chromium() as opened:
        draw(opened, PICTURES, tuple(sys.argv[1:]) or ("",))
