"""Who is let in, and what stands before every answer."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from graph.errors import WrongUse
from graph.web.running import serve
from graph.words.sentences import Language
from tests.graph.conftest import luocdo
from tests.graph.pages import HOSTILE
from tests.graph.web.served import client


@pytest.mark.parametrize("address", ["/", "/nothing", "/sparql", "/assets/app.css", "/find?q=a"])
def test_every_answer_is_guarded(served: TestClient, address: str) -> None:
    headers = served.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "let_in"),
    [
        ("127.0.0.1:8765", True),
        ("localhost", True),
        ("example.org", False),
        ("127.0.0.1.example.org", False),
        ("localhost@example.org", False),
    ],
)
def test_another_host_is_not_answered(served: TestClient, host: str, let_in: bool) -> None:
    assert (served.get("/", headers={"host": host}).status_code == 200) is let_in


def test_a_token_is_asked_for_and_kept(store: Path) -> None:
    with client(store, host="0.0.0.0", token="mã-khó") as opened:
        assert opened.get("/").status_code == 401
        assert opened.get("/?token=sai").status_code == 401
        assert opened.get("/sparql?query=ASK{}").status_code == 401
        bearer = {b"authorization": "Bearer mã-khó".encode()}
        assert opened.get("/assets/app.css", headers=bearer).status_code == 200
        answer = opened.get("/find?token=mã-khó&q=69")
        assert (answer.status_code, answer.headers["location"]) == (303, "/find?q=69")
        assert "mã-khó" not in answer.headers["set-cookie"]
        assert opened.get("/", headers={"host": "may-khac.example"}).status_code == 200


def test_others_are_let_in_only_with_a_token(store: Path) -> None:
    with pytest.raises(WrongUse, match="--token"):
        serve(
            store, host="0.0.0.0", port=0, token="", language=Language.EN, listening=print
        )  # fmt: skip
    result = luocdo("serve", "--store", store, "--host", "0.0.0.0")
    assert (result.exit_code, "--token" in result.stderr) == (2, True)


def test_a_folder_that_is_no_store_is_told(tmp_path: Path) -> None:
    result = luocdo("serve", "--store", tmp_path)
    assert result.exit_code == 2
    assert "không phải kho của Luocdo" in result.stderr


@pytest.mark.parametrize(
    "address",
    [
        "/find?q={}", "/find?place={}", "/find?type={}", "/find?issuer={}&since={}",
        "/find?sort={}", "/owed?number={}", "/owed?place={}&as_of={}&status={}", "/{}",
        "/questions/plans?directive={}&go=1", "/questions/{}", "/document/{}",
        "/console?query={}", "/review?done={}", "/review/{}",
    ],
)  # fmt: skip
def test_what_is_typed_is_words_on_every_page(served: TestClient, address: str) -> None:
    """Hostile words in an address are shown as words, or not at all; nothing fails of them."""
    typed = " ".join(HOSTILE)
    answer = served.get(address.replace("{}", quote(typed, safe="")))
    assert answer.status_code in {200, 400, 404}
    others = re.sub(r'<script src="/assets/[a-z.]+" defer></script>', "", answer.text)
    assert not re.search(r"<(?:img|svg|script)\b|onclick=['\"]|href=\"javascript", others)
    assert "example.org" not in answer.headers.get("hx-push-url", "").partition("?")[0]


@pytest.mark.parametrize(
    "origin", ["http://example.org", "http://127.0.0.1.example.org", "file://"]
)
def test_no_other_page_may_write(served: TestClient, origin: str) -> None:
    answer = served.post("/review/undo", data={"number": "1"}, headers={"origin": origin})
    assert answer.status_code == 403
