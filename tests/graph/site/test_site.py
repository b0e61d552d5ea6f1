"""The site: a page per document that needs no script, links that lead somewhere, safe paths."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, Page
from rdflib import Graph, URIRef

from extract.text.source import SourceText
from graph.namespace import LD
from graph.opening import kept_texts, open_store
from graph.pages.annotated import Citation, pieces
from graph.pages.sources import HeldText, held_texts, text_hashes
from graph.pages.words import SENTENCES
from graph.read.collection import Collection, collect
from graph.site.writing import INDEX, SEARCH, page_path, pages, write_site
from graph.words.sentences import Language
from ontology.documents.identity import BASE
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.pages import COUNTER, HOSTILE, follow, hostile_collection, hostile_debts

pytestmark = pytest.mark.slow

CONCLUSION = f"{BASE}id/doc/lai-chau.tu/nk2020/kl-tu/69"
PLAN = f"{BASE}id/doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61"


@pytest.fixture(scope="module")
def site(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    result = luocdo("site", "-o", folder, "--store", store)
    assert result.exit_code == 0, result.stderr
    assert "Đã ghi 41 trang" in result.stderr
    return folder


def test_texts_can_be_left_out_of_site_and_page(tmp_path: Path) -> None:
    """What an earlier run handed out goes, too; words that no link rests on are nowhere."""
    folder, page = tmp_path / "site", tmp_path / "page.html"
    words = "Trưởng bản vùng cao nghe dân nói trước"
    texts = tmp_path / "texts"
    texts.mkdir()
    name = "lai-chau_69-kl-tu_2021.txt"
    said = (CORPUS / name).read_text("utf-8")
    (texts / name).write_text(f"{said}\n\n{words}.\n", "utf-8")
    own = tmp_path / "store"
    assert luocdo("build", texts, "--store", own).exit_code == 0
    for without in ([], ["--without-texts"]):
        assert luocdo("site", "-o", folder, "--store", own, *without).exit_code == 0
        assert luocdo("explore", "-o", page, "--store", own, *without).exit_code == 0
        files = [page, *folder.rglob("*.html")]
        holding = [file for file in files if words in file.read_text("utf-8")]
        assert bool(holding) == (not without)
    assert not list(folder.glob("text/*"))


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_every_document_has_a_page_and_every_link_leads_to_a_file(site: Path, store: Path) -> None:
    documents = collect(open_store(store)).documents
    files = {path.relative_to(site).as_posix() for path in site.glob("*/**/*.html")}
    hashes = text_hashes(open_store(store))
    assert len(hashes) == 23
    owed = {name for name in files if name.startswith("owed/")}
    assert len(owed) > 5
    assert files - owed == {
        *(str(page_path(document.found.iri)) for document in documents),
        *(f"text/{sha}.html" for sha in hashes.values()),
    }
    count = 0
    for file in (site / INDEX, site / "owed.html", *(site / name for name in files)):
        links = Links()
        links.feed(file.read_text("utf-8"))
        for link in links.found:
            path, _, place = link.partition("#")
            to = (file.parent / path).resolve() if path else file
            assert to.is_file(), (file, link)
            assert not place or f'id="{place}"' in to.read_text("utf-8"), (file, link)
            count += bool(place)
    assert count > 80


def test_a_page_is_read_without_a_script(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / page_path(CONCLUSION)).as_uri())
    right = page.locator("section.right")
    assert right.locator("h3").all_inner_texts() == [
        "được thực hiện bởi (3)",
        "được sơ kết trong (1)",
    ]
    assert "thực hiện Kết luận số 69-KL/TU" in right.inner_text()
    assert "độ tin cậy" not in right.inner_text()
    right.locator("summary").first.click()
    assert "độ tin cậy 95%" in right.inner_text()
    assert "Kết luận số 69-KL/TU" in right.locator("mark").all_inner_texts()
    follow(right.locator("a", has_text="61-KH/HU"))
    assert page.locator("h1").inner_text() == "Kế hoạch 61-KH/HU"
    follow(page.locator("header a"))
    assert page.locator("li").count() == 41
    context.close()


def test_the_words_of_a_link_are_read_in_their_text(browser: Browser, site: Path) -> None:
    """Without a script: from a quote to its place, from there to the document that it names."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((site / page_path(PLAN)).as_uri())
    quote = page.locator("section.left blockquote", has_text="thực hiện Kết luận số 69-KL/TU").first
    words = quote.locator("> bdi").inner_text()
    follow(quote.locator("footer a"))
    place = page.locator(":target")
    assert place.inner_text() == words
    assert place.evaluate("each => each.getBoundingClientRect().top < innerHeight")
    assert place.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 209, 102)"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    follow(place.locator("a.cite").first)
    assert page.locator("h1").inner_text() == "Kết luận 69-KL/TU (Lai Châu)"
    follow(page.locator(".ways a"))
    assert (page.locator(".text").text_content() or "").startswith("TỈNH ỦY LAI CHÂU")
    page.locator(".links .where a").first.click()
    assert page.locator(":target").count() == 1
    context.close()


def test_texts_are_read_whole_and_words_that_cross_have_a_place_each() -> None:
    found = tuple(pieces("0123456789", [Citation(2, 4, "x")], [(1, 6), (1, 3), (4, 8), (9, 99)]))
    told = "".join(
        "".join(f"<{place}>" for place in piece.opens) + piece.words + "</>" * piece.closes
        for piece in found
    )
    assert told == "0<w1-6><w1-3>12</>3<w4-8>45</></>678<w9-99>9</>"


def test_a_text_that_nobody_holds_has_no_page(store: Path, tmp_path: Path) -> None:
    opened = open_store(store)
    (sha,) = {text_hashes(opened)["lai-chau_69-kl-tu_2021.txt"]}
    kept = kept_texts(opened)

    def all_but_one(asked: str) -> SourceText | None:
        return None if asked == sha else kept(asked)

    texts = held_texts(opened, collect(opened), all_but_one)
    written = {str(path): content for path, content in pages(collect(opened), Language.VI, texts)}
    assert f"text/{sha}.html" not in written
    assert len([path for path in written if path.startswith("text/")]) == 22
    assert not [path for path, content in written.items() if sha in content]


def test_the_facts_of_a_page_are_linked_data(site: Path) -> None:
    source = (site / page_path(PLAN)).read_text("utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', source)
    assert data
    graph = Graph().parse(data=data[1], format="json-ld")
    plan = URIRef(PLAN)
    assert (plan, LD.implements, URIRef(CONCLUSION)) in graph
    assert str(graph.value(plan, LD.fullNumber)) == "61-KH/HU"
    assert str(graph.value(plan, LD.shownDate)) == "2021-06-18"


def test_documents_are_found_in_the_list(page: Page, site: Path) -> None:
    page.goto((site / INDEX).as_uri())
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.fill("#search", "dan van 142-kh")
    assert page.locator("li:visible a").all_inner_texts() == ["Kế hoạch 142-KH/TU"]
    assert page.locator("#found").inner_text() == "1 văn bản khớp"
    page.fill("#search", "")
    assert page.locator("li:visible").count() == 41
    assert complaints == []


def test_the_list_for_programs_names_every_page(site: Path) -> None:
    listed = json.loads((site / SEARCH).read_text("utf-8"))
    assert len(listed) == 41
    assert all((site / entry["page"]).is_file() for entry in listed)
    assert {"page", "iri", "name", "title", "issuer", "date", "level", "place"} == set(listed[0])


def test_hostile_texts_are_texts(page: Page, tmp_path: Path) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(COUNTER)
    collection = hostile_collection()
    iri = collection.documents[0].found.iri
    texts = [
        HeldText(
            sha=f"{number:064}",
            name=text,
            own=(iri,),
            pieces=tuple(pieces(text, [Citation(1, 9, iri)], [(0, 12), (5, 99)], pages=(0, 3))),
            links=(collection.links[number].best,),
        )
        for number, text in enumerate(HOSTILE)
    ]
    for path, content in pages(collection, Language.VI, texts, hostile_debts()):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    owing = sorted(tmp_path.glob("owed/*.html"))
    assert len(owing) == len(HOSTILE) + 1
    for file in (tmp_path / "owed.html", *owing):
        page.goto(file.as_uri())
        assert page.evaluate("window.hacked") == 0
        assert page.evaluate("document.querySelectorAll('img, svg, iframe, script').length") == 0
        assert page.locator(".became").count() > 0
    for number, text in enumerate(HOSTILE):
        page.goto((tmp_path / f"doc/h/{number}.html").as_uri())
        shown = page.locator("blockquote > bdi").first.text_content() or ""
        # What HTML cannot hold: a zero byte is dropped or replaced when the page is read.
        assert shown.replace("\ufffd", "") == text.replace("\x00", "")
        assert page.evaluate("window.hacked") == 0
        assert page.evaluate("document.querySelectorAll('img, svg, iframe').length") == 0
        assert page.evaluate("document.scripts.length") == 1
        follow(page.locator("blockquote footer a").first)
        shown = page.evaluate("""() => {
          document.querySelectorAll(".page").forEach((each) => each.remove());
          return document.querySelector(".text").textContent;
        }""")
        # A text is read whole, to the white space that it begins with.
        assert shown.replace("\ufffd", "") == text.replace("\x00", "")
        assert page.evaluate("document.querySelectorAll('img, svg, iframe, script').length") == 0
        assert page.evaluate("window.hacked") == 0
    page.goto((tmp_path / INDEX).as_uri())
    assert page.locator("li").count() == len(HOSTILE)
    assert page.evaluate("window.hacked") == 0
    assert all(url.startswith("file:") for url in requests)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("doc/../../etc/passwd", "climbs out of the folder"),
        ("doc//x", "an empty part"),
        ("doc/<script>", "not a name"),
        ("doc/" + "a" * 300, "longer than a name may be"),
        ("other/x", "no document"),
        ("doc/con\x00", "a zero byte"),
    ],
)
def test_what_is_no_path_becomes_a_hash(path: str, reason: str) -> None:
    assert re.fullmatch(r"ref/[0-9a-f]{32}\.html", str(page_path(f"{BASE}id/{path}"))), reason


def test_a_site_is_renewed_and_nothing_else_is_touched(tmp_path: Path) -> None:
    texts, store, folder = tmp_path / "texts", tmp_path / "store", tmp_path / "site"
    texts.mkdir()
    for name in ("tw_43-kl-tw_2019.txt", "lai-chau_69-kl-tu_2021.txt"):
        (texts / name).write_bytes((CORPUS / name).read_bytes())
    luocdo("build", texts, "--store", store)
    write_site(open_store(store), folder, language=Language.EN)
    gone = folder / page_path(CONCLUSION)
    assert gone.is_file()
    (texts / "lai-chau_69-kl-tu_2021.txt").unlink()
    luocdo("build", texts, "--store", store)
    write_site(open_store(store), folder, language=Language.EN)
    assert not gone.exists()
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    result = luocdo("site", "-o", other, "--store", store)
    assert result.exit_code == 2
    assert str(other) in result.stderr
    assert [path.name for path in other.iterdir()] == ["mine.txt"]


def test_an_empty_collection_gives_no_page() -> None:
    names = [path for path, _ in pages(Collection((), (), {}), Language.VI)]
    assert names == [PurePosixPath(name) for name in (SEARCH, "site.css", INDEX)]


def test_every_sentence_of_the_site_is_used() -> None:
    rooms = [Path(__file__).parents[3] / "graph" / name for name in ("site", "pages")]
    files = [path for room in rooms for path in (*room.glob("*.py"), *room.glob("templates/*"))]
    source = "".join(path.read_text("utf-8") for path in files)
    assert [key for key in SENTENCES if f'"{key}"' not in source] == []
