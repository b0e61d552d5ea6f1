"""The command ``luocdo`` as a process of its own that need not load the program first.

One process loads the program and waits; the command asks it over a socket to fork, and hands over
what it was started with: its arguments, folder, environment, input and outputs. The copy runs what
``luocdo`` runs, and the command ends with its code. A start costs a hundredth of a second.
"""

import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.cli.command_list import COMMANDS
from graph.cli.main import main as luocdo

_COMMAND = """#!{python} -IS
import json, os, socket, sys
asking = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
asking.connect({address!r})
socket.send_fds(asking, [b"!"], [0, 1, 2])
asking.sendall(json.dumps([sys.argv, os.getcwd(), dict(os.environ)]).encode() + b"\\n")
sys.exit(int(asking.makefile().readline() or 70))
"""
_STARTING = 60
"""Seconds that a busy machine may need to load the program."""


@contextmanager
def luocdo_in_path() -> Iterator[Path]:
    """Yield a folder with a command ``luocdo``; it works while this is open."""
    with TemporaryDirectory() as folder:
        address, command = Path(folder, "socket"), Path(folder, "bin", "luocdo")
        command.parent.mkdir()
        command.write_text(_COMMAND.format(python=sys.executable, address=str(address)), "utf-8")
        command.chmod(0o755)
        server = subprocess.Popen([sys.executable, "-m", "tests.forked", address], cwd=_ROOT)
        try:
            _wait_for(address, server)
            yield command.parent
        finally:
            server.terminate()
            server.wait()


_ROOT = Path(__file__).parents[1]


def _wait_for(address: Path, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _STARTING
    while not address.exists():
        assert server.poll() is None, "the process that loads luocdo has ended"
        assert time.monotonic() < end, "the process that loads luocdo does not begin"
        time.sleep(0.05)


def _serve(address: str) -> None:
    """Load all commands, then run one in a copy of this process for each that asks."""
    for module, _ in COMMANDS.values():
        importlib.import_module(f"graph.cli.{module}")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the copies
    waiting = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    waiting.bind(f"{address}.new")
    waiting.listen(16)
    Path(f"{address}.new").rename(address)
    while True:
        asking, _ = waiting.accept()
        if os.fork() == 0:
            waiting.close()
            _answer(asking)
        asking.close()


def _answer(asking: socket.socket) -> None:
    """Run one command with what it was started with, and say with which code it ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _, files, _, _ = socket.recv_fds(asking, 1, 3)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    with asking.makefile("r", encoding="utf-8") as told:
        sys.argv, folder, environment = json.loads(told.readline())
    # Those of the first process know where its own outputs stood.
    sys.stdin, sys.stdout, sys.stderr = (open(0), open(1, "w"), open(2, "w"))  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    code = _code_of_the_command()
    with suppress(OSError):  # who asked may have gone
        asking.sendall(f"{code}\n".encode())
    os._exit(0)


def _code_of_the_command() -> int:
    try:
        luocdo()
    except SystemExit as ended:
        code = ended.code
    else:
        code = 0
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    return code if isinstance(code, int) else int(code is not None)


if __name__ == "__main__":
    _serve(sys.argv[1])
