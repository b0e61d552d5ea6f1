"""What the pages of the application show: the collection, its documents, and their texts."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from time import sleep

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from graph.ask.owed.accounts import ledger_of
from graph.ask.owed.answer import owed
from graph.ask.owed.judging import Status
from graph.ask.plans import plans_of
from graph.build.run import build
from graph.opening import open_store, open_tables
from graph.pages.document import alike
from graph.read.collection import collect, links_of
from graph.site.writing import pages as site_pages
from graph.store.disk import write_state
from graph.tables.document_rows import collected_of
from graph.tables.listed_links import link_lists
from graph.tables.sought.finding import find
from graph.tables.sought.narrowing import Narrowed
from graph.tables.tabled_documents import TabledDocuments
from graph.web.overview import overdue_on, overview_of
from graph.words.sentences import Language
from graph.words.tables import Pairs
from ontology.documents.identity import BASE
from ontology.documents.relation import Relation
from tests.graph import made
from tests.graph.conftest import CORPUS
from tests.graph.made import KH_61, KL_69, Link, reading, store_of
from tests.graph.web.served import client, shown

CONCLUSION = "/document/doc/lai-chau.tu/nk2020/kl-tu/69"
DIRECTIVE = "/document/doc/lai-chau.tu/nk2020/ct-tu/26"
MEETING = "/document/doc/lai-chau.tam-duong.hu/nk2020/kh-hu/112"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", ("40 văn bản được biết", "Kết luận 43-KL/TW", "Chờ người quyết định")),
        ("/find", ("40 văn bản khớp", "Kế hoạch", "Lai Châu")),
        ("/find?q=tam+duong+ke+hoach", ("Kế hoạch 61-KH/HU",)),
        ("/find?q=61-kh%2Fhu", ("1 văn bản khớp", "Kế hoạch 61-KH/HU")),
        ("/find?q=dong+bao+dan+toc", ("Đọc trước hết là “đồng bào dân tộc”", "tới câu này")),
        ("/find?type=KH&year=2021&sort=date", ("Loại: KH ✕", "Năm: 2021 ✕", "61-KH/HU")),
        ("/find?since=1/2021&until=2021&held=1", ("có toàn văn ✕", "61-KH/HU")),
        ("/find?issuer=UBND&without_plan=1", ("Chưa thấy văn bản nào triển khai ✕",)),
        ("/find?place=Atlantis", ("không nói đến nơi nào là",)),
        ("/find?year=hai+nghin", ("hai nghin",)),
        ("/find?level=xyz", ("xyz",)),
        ("/find?q=69-kl%2Ftu", ("Kết luận 69-KL/TU (Lai Châu)", "Kết luận 69-KL/TU (Hà Giang)")),
        ("/find?place=lai-chau.tam-duong&level=district", ("Tam Đường", "716/KH-UBND")),
        ("/find?page=9999", ("40 văn bản khớp",)),
        ("/places", ("Lai Châu", "Tam Đường")),
        (CONCLUSION, ("Kết luận 69-KL/TU (Lai Châu)", "4 văn bản triển khai", "độ tin cậy 95%")),
        (
            "/owed?number=69-KL/TU+Lai+Chau&as_of=1/9/2021",
            ("7 việc phải làm", "Huyện ủy Tam Đường", "đã có", "Kế hoạch 61-KH/HU", "chưa rõ"),
        ),
        ("/owed?status=overdue&as_of=1/1/2025", ("Huyện ủy Sìn Hồ", "quá hạn")),
        ("/owed?number=69-KL/TU", ("Kết luận 69-KL/TU (Hà Giang)",)),
        ("/owed?place=Atlantis", ("không nói đến nơi nào là",)),
        (
            DIRECTIVE,
            ("Văn bản này giao việc (9)", "Huyện ủy Sìn Hồ", "! quá hạn", "Tất cả việc phải làm"),
        ),
        (MEETING, ("Văn bản này đáp ứng việc phải làm (1)", "Huyện ủy Tam Đường", "✓ đã có")),
        ("/questions", ("Văn bản nào được triển khai nhiều nhất?",)),
        ("/questions/plans?directive=69-KL/TU+Lai+Chau&go=1", ("Kế hoạch 61-KH/HU",)),
        ("/questions/plans?directive=99-XX/YY&go=1", ("Không văn bản nào đã đọc nhắc đến",)),
        ("/questions/plans?directive=69-KL/TU&go=1", ("Kết luận 69-KL/TU (Hà Giang)",)),
        (
            "/questions/tasks?document=43-KL/TW&go=1",
            ("43-KL/TW giao những nhiệm vụ", "chưa cho biết điều này", "Có thể hỏi tiếp"),
        ),
        ("/questions/plans", ("Văn bản",)),
        ("/questions/most-implemented", ("Kết luận 43-KL/TW",)),
        ("/questions/files", ("đã đọc",)),
        ("/console?starter=lag", ("PREFIX ld:",)),
    ],
    ids=[
        "start", "list", "words-without-marks", "number", "words-of-texts", "narrowed-by-type",
        "narrowed-by-time", "narrowed-by-issuer", "nowhere", "no-year", "no-level",
        "ambiguous-number", "narrowed",
        "past-the-end", "places", "document", "owed", "overdue", "owed-ambiguous", "owed-nowhere",
        "what-it-orders", "what-it-meets", "questions", "answer", "unknown-number",
        "ambiguous-argument", "no-answer", "form", "no-argument", "files", "starter",
    ],
)  # fmt: skip
def test_a_page_shows_what_it_is_asked_for(
    served: TestClient, address: str, words: tuple[str, ...]
) -> None:
    answer = served.get(address)
    assert answer.status_code == 200
    said = shown(answer.text)
    assert [each for each in words if each not in said] == []


@pytest.mark.parametrize(
    "address",
    [
        "/nothing", "/document/doc/tw/k99/nq-tw/1", "/document/../../etc", "/text/" + "0" * 64,
        "/text/..%2f..%2fstore.json", "/file/" + "0" * 64 + "/0", "/file/..%2f..%2f/0",
        "/questions/nothing", "/document/doc/%22%3E%3Cscript%3E", "/assets/..%2froutes.py",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_to_be_so(served: TestClient, address: str) -> None:
    answer = served.get(address)
    assert answer.status_code == 404
    assert not re.search(r'<script(?! src="/assets/)', answer.text)


def test_what_is_overdue_is_that_of_the_command(served: TestClient, store: Path) -> None:
    opened, today = open_store(store), date.today()  # noqa: DTZ011
    told = overdue_on(opened, ledger_of(opened, today))
    assert told.of == owed(opened, as_of=today).of
    assert {row.status for row in told.first} == {Status.OVERDUE}
    assert isinstance(served.app, Starlette)
    version = served.app.state.desk.current.version()
    for _ in range(200):
        if version.overdue(today):
            break
        sleep(0.05)
    page = shown(served.get("/").text)
    assert f"Quá hạn hôm nay {told.of['overdue']}" in page
    assert told.first[0].body in page


def test_what_the_last_build_read_first_is_new(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("tw_43-kl-tw_2019.txt", "lai-chau_69-kl-tu_2021.txt"):
        (texts / name).write_bytes((CORPUS / name).read_bytes())
    build([texts], tmp_path / "store")
    opened = open_store(tmp_path / "store")
    assert overview_of(opened, open_tables(opened)).fresh_count == 0
    name = "lai-chau_tam-duong_61-kh-hu_2021.txt"
    (texts / name).write_bytes((CORPUS / name).read_bytes())
    (texts / "hong.pdf").write_bytes(b"%PDF-1.7 hong")
    build([texts], tmp_path / "store")
    opened = open_store(tmp_path / "store")
    told = overview_of(opened, open_tables(opened))
    assert (told.fresh_count, told.failed) == (1, 1)
    assert [found.number for found in told.fresh] == ["61-KH/HU"]


def test_one_document_is_read_as_all_are(store: Path) -> None:
    """The pages of one document and of the whole site rest on one read model."""
    opened = open_store(store)
    tables = open_tables(opened)
    everything = collect(opened)
    shown = {document.found.iri: document.found for document in everything.documents}
    for document in everything.documents:
        iri = document.found.iri
        assert collected_of(tables, iri) == document
        links = [link for link in everything.links if iri in (link.key.subject, link.key.object)]
        documents = TabledDocuments(opened.dataset, tables)
        assert links_of(documents, [link.key for link in reversed(links)]) == tuple(links)
        for back in (False, True):
            ends = [link for link in links if iri == link.key[2 if back else 0]]
            listed = link_lists(tables, iri, back=back, most=1000)
            wanted = alike(ends, shown, back=back, most=None)
            assert sorted((each.keys, each.partly, each.count) for each in listed) == sorted(
                (tuple(link.key for link in each.links), bool(each.links[0].part), each.count)
                for each in wanted
            )


def test_the_number_of_local_plans_is_that_of_the_command(served: TestClient, store: Path) -> None:
    rows = plans_of(open_store(store), f"{BASE}id/doc/tw/k12/kl-tw/43", local=True)
    page = served.get("/").text
    told = re.search(r'kl-tw/43#plans">(\d+)<', page)
    assert told
    assert int(told[1]) == len(rows) > 2


def test_words_are_found_as_the_command_finds_them(served: TestClient, store: Path) -> None:
    """The same documents in the same order, the same places with the same words marked."""
    opened = open_store(store)
    found = find(opened, open_tables(opened), "đồng bào", Narrowed(), passages=2)
    page = served.get("/find", params={"q": "đồng bào"}).text
    listed = page[page.index('<ol class="documents">') :]
    assert re.findall(r'<li><a href="/document/([^"]+)"', listed) == [
        hit.document.iri.removeprefix(f"{BASE}id/") for hit in found.hits
    ]
    quotes = re.findall(r"<blockquote><bdi>(.*?)</bdi>", listed, re.DOTALL)
    passages = [passage for hit in found.hits for passage in hit.passages]
    assert [unescape(re.sub(r"</?mark>", "", quote)) for quote in quotes] == [
        passage.quote for passage in passages
    ]
    assert {words.lower() for words in re.findall(r"<mark>(.*?)</mark>", listed)} == {"đồng bào"}
    places = re.findall(r'<footer><a href="(/text/[0-9a-f]{64})\?at=(\d+)-(\d+)#words">', listed)
    assert [tuple(map(int, place[1:])) for place in places] == [
        (passage.start, passage.end) for passage in passages
    ]


def test_one_of_several_documents_is_a_click_away(served: TestClient) -> None:
    page = served.get("/questions/plans?directive=69-KL/TU&go=1").text
    addresses = re.findall(r'<li><a href="(\?[^"]+)"><bdi>Kết luận 69-KL/TU \(', page)
    assert len(addresses) == 2
    answers = [shown(served.get(f"/questions/plans{unescape(each)}").text) for each in addresses]
    assert ["Kế hoạch 61-KH/HU" in answer for answer in answers].count(True) == 1


def test_a_count_is_that_of_the_list_behind_it(served: TestClient) -> None:
    """Each value with its number leads to so many documents; without it one is back."""
    page = served.get("/find", params={"q": "kế hoạch"}).text
    counted = re.findall(r'<li><a href="([^"]+)"><bdi>[^<]+</bdi></a> <b>(\d+)</b></li>', page)
    assert len(counted) > 8
    for address, count in counted:
        narrowed = served.get(unescape(address)).text
        assert f"{count} văn bản khớp" in shown(narrowed)
        (back,) = re.findall(r'<a class="chip" href="([^"]+)"', narrowed)
        assert shown(served.get(unescape(back)).text) == shown(page)


def test_the_list_is_turned(served: TestClient) -> None:
    first = served.get("/find?sort=date").text
    later = re.findall(r'<a href="([^"]+)" rel="next"', first)[0]
    second = served.get(unescape(later)).text
    each = re.compile(r'<li><a href="(/document/[^"]+)"')
    assert len({*each.findall(first), *each.findall(second)}) == 40
    assert 'rel="next"' not in second
    assert 'rel="prev"' in second


def test_of_many_links_a_page_shows_some_and_leads_to_all(tmp_path: Path) -> None:
    """Of 120 laws that a plan rests on 50 are shown at once, each once while one turns."""
    laws = [
        made.document(f"{n}-KL/TW", f"tw/k12/kl-tw/{n}", kind="Kết luận") for n in range(200, 320)
    ]
    links = [Link(KH_61.key, Relation.BASED_ON, law.key, f"Căn cứ {law.key}") for law in laws]
    opened = store_of(tmp_path / "store", reading("mot.txt", KH_61, laws, links))
    each = re.compile(r'<li>\s*<a href="(/document/[^"]+)"')
    address = "/document/doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61"
    with client(tmp_path / "store") as served:
        page = served.get(address).text
        assert "hiện 50 trong 120" in shown(page)
        assert "(120)" in shown(page)
        assert len(each.findall(page)) == 50
        found = []
        while turn := re.findall(r'href="(\?side=[^"]+)"', page):
            page = served.get(address + unescape(turn[0])).text
            found += each.findall(page)
        assert len(found) == len(set(found)) == 120
        assert served.get(f"{address}?side=x&relation=%3Cb%3E&from=-1").status_code == 200
    pages = {str(path): content for path, content in site_pages(collect(opened), Language.VI)}
    (whole,) = [path for path in pages if path.startswith("all/")]
    first = pages["doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61.html"]
    assert whole in first
    assert [page.count("<blockquote>") for page in (first, pages[whole])] == [50, 120]


def test_a_new_build_is_taken_up(tmp_path: Path) -> None:
    one = store_of(tmp_path / "store", reading("mot.txt", KH_61))
    with client(tmp_path / "store") as opened:
        assert opened.get("/document/doc/lai-chau.tu/nk2020/kl-tu/69").status_code == 404
        other = store_of(tmp_path / "other", reading("hai.txt", KL_69))
        graphs = tmp_path / "store" / "graphs"
        (tmp_path / "other" / "graphs" / "made").rename(graphs / "next")
        write_state(one.directory, replace(other.state, graph="next"))
        assert opened.get("/document/doc/lai-chau.tu/nk2020/kl-tu/69").status_code == 200
        assert "Kết luận 69-KL/TU" in opened.get("/find").text


MADE = ("matter ", "status ", "kind ", "example ", "order ", "ask ", "about ", "due ")
"""Keys that begin so are made of a code of the program's own."""


def test_every_sentence_of_the_application_is_used() -> None:
    room = Path(__file__).parents[3] / "graph" / "web"
    files = (*room.rglob("*.py"), *room.glob("templates/*"), *room.glob("static/*.js"))
    source = "".join(path.read_text("utf-8") for path in files)
    keys = [key for key in Pairs("web") if not key.startswith(MADE)]
    assert [key for key in keys if f'"{key}"' not in source] == []
