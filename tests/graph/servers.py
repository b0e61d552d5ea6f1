"""Real SPARQL servers for tests, each started on a free port of loopback with an empty store."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import NoReturn

import httpx
import pytest

STARTING = 60
"""Seconds that a server may take until it answers."""
PASSWORD = "dba"
VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
LiteMode = 0
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = {rows}
"""
RIGHTS = 'grant SPARQL_UPDATE to "SPARQL"; grant execute on DB.DBA.L_O_LOOK to "SPARQL";'


@dataclass(frozen=True)
class Engine:
    """A running server: its address, and where a password is asked for, where there is such."""

    name: str
    address: str
    guarded: str = ""


def missing(reason: str) -> NoReturn:
    """Skip what cannot be tested here; where everything must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def oxigraph(folder: Path) -> Iterator[Engine]:
    program = which("oxigraph", path=str(Path(sys.executable).parent)) or which("oxigraph")
    if program is None:
        missing("no oxigraph; install it with: pip install oxigraph")
    port = free_port()
    command = [program, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with running(command, folder, f"http://127.0.0.1:{port}/query"):
        yield Engine("oxigraph", f"http://127.0.0.1:{port}")


@contextmanager
def virtuoso(folder: Path, rows: int = 0) -> Iterator[Engine]:
    program, client = which("virtuoso-t"), which("isql-vt")
    if program is None or client is None:
        missing("no virtuoso-t or isql-vt; install Debian's virtuoso-opensource")
    http, sql = free_port(), free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(VIRTUOSO.format(folder=folder, http=http, sql=sql, rows=rows), "utf-8")
    address = f"http://127.0.0.1:{http}/sparql"
    with running([program, "-f", "-c", str(settings)], folder, address):
        rights = [client, f"127.0.0.1:{sql}", "dba", PASSWORD, f"exec={RIGHTS}"]
        subprocess.run(rights, check=True, capture_output=True, timeout=STARTING)
        yield Engine("virtuoso", address, f"http://dba:PASSWORD@127.0.0.1:{http}/sparql-auth")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """Run a server as long as the block lasts, which begins when it answers a query."""
    with (folder / "output").open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            wait_for(server, url, folder)
            yield
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def wait_for(server: "subprocess.Popen[bytes]", url: str, folder: Path) -> None:
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if httpx.get(url, params={"query": "ASK {}"}).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    said = (folder / "output").read_text("utf-8", errors="replace")
    pytest.fail(f"{server.args!r} did not start: {said}")
