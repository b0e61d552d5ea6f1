"""Who is let in, and what stands before every answer."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.errors import WrongUse
from graph.web.running import serve
from graph.words.sentences import Language
from tests.graph.conftest import luocdo
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
