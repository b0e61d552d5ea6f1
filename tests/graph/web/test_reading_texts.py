"""A text as the application shows it: its words, its marks, its file."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.pages.annotated import Citation, pieces
from ontology.documents.relation import Relation
from tests.graph.conftest import luocdo
from tests.graph.made import KH_61, KL_69, Link, reading, store_of
from tests.graph.pages import HOSTILE
from tests.graph.web.served import client

CONCLUSION = "/document/doc/lai-chau.tu/nk2020/kl-tu/69"


def test_a_link_leads_to_its_words_in_the_text(served: TestClient) -> None:
    page = served.get(CONCLUSION).text
    address = next(each for each in re.findall(r'href="(/text/[^"]+)"', page) if "?at=278-" in each)
    text = served.get(address.partition("#")[0]).text
    asked = re.findall(r'<(?:a|span)[^>]*class="[^"]*asked[^"]*"[^>]*>([^<]*)<', text)
    assert "".join(asked).startswith("Thực hiện Kết luận số 69-KL/TU")
    assert text.count('id="words"') == 1


def test_the_text_is_there_whole_and_its_file_can_be_opened(
    served: TestClient, store: Path
) -> None:
    page = served.get(CONCLUSION).text
    text = re.findall(r'href="(/text/[0-9a-f]{64})"', page)[0]
    file = re.findall(r'href="(/file/[0-9a-f]{64}/0)"', page)[0]
    answer = served.get(file)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "KẾT LUẬN" in answer.text
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', served.get(text).text, re.DOTALL)
    assert body
    assert re.sub(r"<[^>]+>", "", body[1]).replace("&#34;", '"') == answer.text


@pytest.mark.parametrize(
    ("citations", "evidence", "asked", "expected"),
    [
        ([], [], None, ["0123456789"]),
        ([(2, 4)], [], None, ["01", "c:23", "456789"]),
        ([(2, 4)], [(1, 6)], None, ["0", "e:1", "ce:23", "e:45", "6789"]),
        ([(2, 6), (3, 4)], [], None, ["01", "c:2345", "6789"]),
        ([], [(1, 4), (3, 6)], None, ["0", "e:12", "e:3", "e:45", "6789"]),
        ([(2, 4)], [], (3, 5), ["01", "c:2", "ca:3", "a:4", "56789"]),
        ([], [], (8, 99), ["0123456789"]),
        ([(8, 99)], [], None, ["01234567", "c:89"]),
    ],
    ids=[
        "nothing", "citation", "within-evidence", "the-longer-citation", "evidence-that-overlaps",
        "asked-across", "past-the-end", "citation-past-the-end",
    ],
)  # fmt: skip
def test_a_text_is_cut_where_marks_begin_and_end(
    citations: list[tuple[int, int]],
    evidence: list[tuple[int, int]],
    asked: tuple[int, int] | None,
    expected: list[str],
) -> None:
    cited = [Citation(start, end, "x") for start, end in citations]
    found = list(pieces("0123456789", cited, evidence, asked))
    assert "".join(piece.words for piece in found) == "0123456789"
    marks = [
        "".join(
            mark
            for mark, is_so in (("c", piece.cites), ("e", piece.evidence), ("a", piece.asked))
            if is_so
        )
        for piece in found
    ]
    pairs = zip(marks, found, strict=True)
    assert [f"{mark}:{piece.words}" if mark else piece.words for mark, piece in pairs] == expected


def test_words_of_texts_are_words(tmp_path: Path) -> None:
    """Titles and texts are hostile: nothing of them acts on any page."""
    title = " ".join(HOSTILE).replace("\x00", "")
    hostile = replace(KL_69, title=title)
    link = Link(KH_61.key, Relation.IMPLEMENTS, hostile.key, f"thực hiện {title}")
    store_of(tmp_path / "store", reading("a<b>.txt", KH_61, [hostile], [link]))
    with client(tmp_path / "store") as opened:
        document = "/document/doc/lai-chau.tu/nk2020/kl-tu/69"
        page = opened.get(document).text
        text = re.findall(r'href="(/text/[^"#?]+)', page)[0]
        for address in ("/", "/find", "/find?q=%3Cscript%3E", document, text, "/places"):
            answer = opened.get(address)
            assert answer.status_code == 200
            others = re.sub(r'<script src="/assets/[a-z.]+" defer></script>', "", answer.text)
            assert not re.search(r"<(?:img|svg|script)\b", others)


def test_a_store_that_was_imported_has_no_texts(store: Path, tmp_path: Path) -> None:
    assert luocdo("export", "-o", tmp_path / "graph.nq", "--store", store).exit_code == 0
    imported = luocdo("import", tmp_path / "graph.nq", "--store", tmp_path / "store")
    assert imported.exit_code == 0
    with client(tmp_path / "store") as opened:
        page = opened.get(CONCLUSION)
        assert page.status_code == 200
        assert "Thực hiện" in page.text
        assert 'href="/text' not in page.text
        assert opened.get("/review").status_code == 200
