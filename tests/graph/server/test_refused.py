"""What goes wrong on the way to a server, and which address means which."""

import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from graph.server.address import server_at, shown
from graph.server.publish import workbench_path
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.server.conftest import everything
from tests.graph.servers import PASSWORD, free_port, virtuoso

pytestmark = pytest.mark.slow


def test_a_password_is_used_and_never_shown(
    tmp_path_factory: pytest.TempPathFactory, texts: Path
) -> None:
    with virtuoso(tmp_path_factory.mktemp("guarded")) as engine:
        good = engine.guarded.replace("PASSWORD", PASSWORD)
        wrong = engine.guarded.replace("PASSWORD", "sai-mat-khau")
        empty = luocdo("plans", "43-KL/TW", "--store", good)
        assert (empty.exit_code, empty.stdout) == (2, "")
        assert "luocdo build" in empty.stderr
        for command in (("build", texts), ("show", "43-KL/TW"), ("check",)):
            refused = luocdo(*command, "--store", wrong)
            assert (refused.exit_code, refused.stdout) == (3, "")
            assert "tên hoặc mật khẩu" in refused.stderr
            assert "sai-mat-khau" not in refused.stderr
        asked = luocdo("show", "43-KL/TW", "--store", shown(good))
        assert asked.exit_code == 3
        assert "NAME:PASSWORD@" in asked.stderr
        assert everything(engine) == set()
        built = luocdo("build", texts, "--store", good)
        assert built.exit_code == 0, built.stderr
        assert shown(good) in built.stdout
        assert "dba" not in built.stdout
        assert luocdo("show", "43-KL/TW", "--store", good).exit_code == 0
        # The same store, by its open door.
        assert luocdo("build", texts, "--store", engine.address).exit_code == 0


def test_answers_that_are_cut_off_are_not_taken_for_whole(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with virtuoso(tmp_path_factory.mktemp("short"), rows=20) as engine:
        assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
        result = luocdo("show", "43-KL/TW", "--store", engine.address, "--lang", "en")
        assert result.exit_code == 3
        assert "20 rows" in result.stderr
        assert "ResultSetMaxRows" in result.stderr


@pytest.mark.parametrize("command", [("build", CORPUS), ("plans", "43-KL/TW"), ("check",)], ids=str)
def test_no_server_at_the_address(command: tuple[Any, ...]) -> None:
    result = luocdo(*command, "--store", f"http://anna:bi-mat@127.0.0.1:{free_port()}/query")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "không có gì trả lời" in result.stderr
    assert "bi-mat" not in result.stderr


def test_a_server_that_speaks_something_else() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.listen()
        port = server.getsockname()[1]

        def answer() -> None:
            caller, _ = server.accept()
            with caller:
                caller.recv(65536)
                caller.sendall(b"HTTP/1.1 500 Oops\r\nContent-Length: 5\r\n\r\nch\xc3\xa1y")

        thread = threading.Thread(target=answer)
        thread.start()
        result = luocdo("plans", "43-KL/TW", "--store", f"http://127.0.0.1:{port}")
        thread.join()
    assert result.exit_code == 3
    assert "máy chủ trả lời 500 (cháy)" in result.stderr


@pytest.mark.parametrize(
    "address",
    ["http://", "http://host:port/query", "http://anna:bi-mat@host/x", "http://host/query?graph=x"],
)
def test_an_address_whose_paths_are_not_known(address: str) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "/sparql-auth" in result.stderr
    assert "bi-mat" not in result.stderr


@pytest.mark.parametrize(
    ("address", "query", "graphs"),
    [
        ("http://h:1", "http://h:1/query", "http://h:1/store"),
        ("http://h:1/", "http://h:1/query", "http://h:1/store"),
        ("https://h/query", "https://h/query", "https://h/store"),
        ("http://h/sparql", "http://h/sparql", "http://h/sparql-graph-crud"),
        ("http://a:b@h/sparql-auth", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ("http://h/ds/sparql", "http://h/ds/sparql", "http://h/ds/data"),
        ("http://h/ds/query", "http://h/ds/query", "http://h/ds/data"),
        ("http://a:b%40c@[::1]:80/query", "http://[::1]:80/query", "http://[::1]:80/store"),
    ],
)
def test_the_paths_of_a_server_are_told_from_its_address(
    address: str, query: str, graphs: str
) -> None:
    server = server_at(address)
    assert (server.query, server.graphs) == (query, graphs)
    if server.credentials:
        assert server.credentials.password in ("b", "b@c")
        assert (
            server.credentials.password not in repr(server).split("credentials")[1].split("name")[0]
        )


def test_both_doors_of_virtuoso_and_all_users_share_a_workbench() -> None:
    addresses = ("http://h/sparql", "http://a:b@h/sparql-auth", "http://c@h/sparql")
    assert len({workbench_path(server_at(address)) for address in addresses}) == 1
    assert workbench_path(server_at("http://h/sparql")) != workbench_path(server_at("http://h"))
