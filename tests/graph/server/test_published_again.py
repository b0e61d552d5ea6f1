"""What a server holds after texts, decisions or somebody else changed something, and back again."""

import logging
from pathlib import Path
from unittest.mock import Mock

import pyoxigraph as ox
import pytest

from extract import load
from graph.build import new_graph
from graph.decisions.file import COLUMNS
from graph.rdf import vocabulary as ld
from graph.server import publish
from graph.server.address import server_at
from graph.server.connection import SparqlConnection
from graph.server.publication import STATE_GRAPH, read_publication, write_publication
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.server.conftest import CENTRAL, everything
from tests.graph.servers import Engine

pytestmark = pytest.mark.slow

RULES = "Quy chế công tác dân vận trong hệ thống chính trị"


def test_a_text_that_vanishes_takes_its_graph_with_it(
    engine: Engine, store: Path, texts: Path
) -> None:
    before = everything(engine)
    extra = texts / "thêm.txt"
    extra.write_bytes((CORPUS / "tw_43-kl-tw_2019.txt").read_bytes() + b"\nK\xe1\xba\xbft.\n")
    sha = digest_of(extra)
    assert luocdo("build", extra, "--store", engine.address).exit_code == 0
    assert ld.text_graph(sha) in {quad.graph_name for quad in everything(engine)}
    extra.unlink()
    assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
    assert everything(engine) == before


def test_a_change_of_one_text_sends_what_changed_alone(
    engine: Engine,
    texts: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(new_graph, "FEWEST", 1)
    before = everything(engine)
    extra, content = texts / "thêm.txt", (CORPUS / "tw_43-kl-tw_2019.txt").read_bytes()
    extra.write_bytes(content + b"\n1\n")
    assert luocdo("build", extra, "--store", engine.address).exit_code == 0
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO, "httpx"):
        patch.setattr(publish, "digests_of", Mock(side_effect=AssertionError("all is digested")))
        extra.write_bytes(content + b"\n2\n")
        assert luocdo("build", extra, "--store", engine.address).exit_code == 0
        sent = [record.getMessage() for record in caplog.records if record.name == "httpx"]
        # What is told of it twice, the text, what all texts name, and what follows, if it does.
        assert 4 <= sum("HTTP Request: PUT" in each for each in sent) <= 6
        assert sum("HTTP Request: DELETE" in each for each in sent) == 1
        assert ld.text_graph(digest_of(extra)) in {quad.graph_name for quad in everything(engine)}
        extra.unlink()
        assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
    assert everything(engine) == before


def test_a_build_that_was_stopped_is_told_of_and_completed_by_the_next(engine: Engine) -> None:
    before = everything(engine)
    connection = SparqlConnection(server_at(engine.address))
    publication = read_publication(connection)
    assert publication is not None
    lost, *kept = sorted(publication.digests)
    stray = ld.text_graph("0" * 64)
    connection.delete(ox.NamedNode(lost))
    connection.put(stray, [f"{ld.text_node('0' * 64)} {ld.TYPE} {ld.TEXT} ."])
    digests = {graph: publication.digests[graph] for graph in kept}
    stopped = type(publication)(publication.workbench, False, publication.state, digests)
    write_publication(connection, stopped)
    result = luocdo("show", "43-KL/TW", "--store", engine.address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "chưa trọn vẹn" in result.stderr
    assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
    assert everything(engine) == before


def test_a_graph_that_somebody_changed_is_not_copied(engine: Engine, tmp_path: Path) -> None:
    connection = SparqlConnection(server_at(engine.address))
    publication = read_publication(connection)
    assert publication is not None
    name = ox.NamedNode(min(publication.digests))
    lines = [f"{quad.triple} ." for quad in connection.graph(name)]
    connection.put(name, lines[1:])
    file = tmp_path / "graph.nq"
    result = luocdo("export", "-o", file, "--store", engine.address)
    connection.put(name, lines)
    assert result.exit_code == 3
    assert name.value in result.stderr
    assert not file.exists()
    assert luocdo("export", "-o", file, "--store", engine.address).exit_code == 0


def test_the_graph_of_another_workbench_is_left_alone(
    engine: Engine, tmp_path: Path, texts: Path
) -> None:
    before = everything(engine)
    elsewhere = {"LUOCDO_CACHE": str(tmp_path / "other")}
    (texts / "tw_43-kl-tw_2019.txt").unlink()
    result = luocdo("build", texts, "--store", engine.address, env=elsewhere)
    assert (result.exit_code, result.stdout) == (3, "")
    assert STATE_GRAPH.value in result.stderr
    assert "chưa có gì bị thay đổi" in result.stderr
    assert everything(engine) == before
    # Reading needs no workbench; quotes are compared where the texts are.
    read = luocdo("check", "--store", engine.address, "--format", "json", env=elsewhere)
    assert read.exit_code == 0


def test_decisions_are_published_and_taken_back(engine: Engine, tmp_path: Path) -> None:
    before = everything(engine)
    decisions = tmp_path / "decisions.csv"
    lines = (
        ",".join(COLUMNS),
        "Lan,2026-01-05,reject,61-KH/HU,implements,69-KL/TU@lai-chau,,thử",
        "Lan,2026-01-05,accept,52-KH/HU,implements,69-KL/TU@lai-chau,,thử",
        "Lan,2026-01-05,merge,25-NQ/TW@ref-f8d52d66,,25-NQ/TW@XI,,thử",
        'Lan,2026-01-05,name,124-QĐ/TW,title,"} ; DROP ALL # ""\\",,thử',
        f"Lan,2026-01-05,accept,98-KH/HU,carries_out,{RULES},,thử",
        "Lan,2026-01-05,name,9-KH/HU,title,không có,,thử",
    )
    decisions.write_text("\n".join(lines), "utf-8")
    here = tmp_path / "store"
    first = luocdo("build", CORPUS, "--store", here, "--decisions", decisions)
    done = luocdo("build", CORPUS, "--store", engine.address, "--decisions", decisions)
    told = [
        [line for line in result.stderr.splitlines() if not line.startswith("Tệp: ")]
        for result in (first, done)
    ]
    # Only the server has read the files before, so the counts of the ledger differ.
    assert (done.exit_code, told[0]) == (0, told[1])
    for arguments in (
        ("show", "69-KL/TU@lai-chau"),
        ("show", "124-qd/tw", "--format", "json"),
        ("plans", "69-KL/TU@lai-chau"),
        ("plans", RULES),
        ("plans", "25-NQ/TW@XI", "--format", "csv"),
        ("review", "--format", "json"),
        ("check",),
        ("ask", "conflicts", "--format", "json"),
        ("ask", "unsure", "--format", "json"),
    ):
        embedded = luocdo(*arguments, "--store", here)
        there = luocdo(*arguments, "--store", engine.address)
        assert (there.exit_code, there.stdout) == (embedded.exit_code, embedded.stdout), arguments
    assert luocdo("build", CORPUS, "--store", engine.address, "--no-decisions").exit_code == 0
    assert everything(engine) == before


def test_other_graphs_of_the_server_are_neither_read_nor_changed(engine: Engine) -> None:
    connection = SparqlConnection(server_at(engine.address))
    name = ox.NamedNode("urn:luocdo-neighbour")
    connection.put(
        name, [f'<{CENTRAL}> {ld.TITLE} "lạ" .', f"<urn:x> <{ld.NS}implements> <{CENTRAL}> ."]
    )
    try:
        for command in ("show", "plans"):
            result = luocdo(command, "43-KL/TW", "--store", engine.address)
            assert result.exit_code == 0
            assert "lạ" not in result.stdout
            assert "urn:x" not in result.stdout
        assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
        assert len(list(connection.graph(name))) == 2
    finally:
        connection.delete(name)


def digest_of(path: Path) -> str:
    return load(path).sha256
