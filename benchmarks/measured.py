"""What a command of the program costs as a whole: CPU time, time on the clock, memory."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_COMMAND = "from graph.cli.main import main; main()"
_ROOT = Path(__file__).parents[1]
_WAIT = 0.02
_LOOK = 0.1
"""Seconds between two looks at the memory of all processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds of CPU, user and system, and of the clock; megabytes of all processes at most."""

    cpu: float
    clock: float
    memory: float


def cost(*arguments: str) -> Cost:
    """Run ``luocdo`` with ``arguments``, and return what it and its processes cost.

    Memory that processes share counts once. Raises RuntimeError where the command fails.
    """
    begun = time.monotonic()
    command = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *arguments],
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most, looked = 0.0, begun
    while not (ended := os.wait4(command.pid, os.WNOHANG))[0]:
        time.sleep(_WAIT)
        if time.monotonic() - looked > _LOOK:
            looked = time.monotonic()
            most = max(most, _memory(command.pid))
    _, status, used = ended
    command.returncode = os.waitstatus_to_exitcode(status)
    if command.returncode:
        raise RuntimeError(f"luocdo {' '.join(arguments)} ended with {command.returncode}")
    return Cost(
        cpu=used.ru_utime + used.ru_stime,
        clock=time.monotonic() - begun,
        memory=most,  # what the system says of a process counts the one that began it
    )


def _environment() -> dict[str, str]:
    """Return the environment of a user, whose Python keeps what it compiles."""
    told = {**os.environ, "PYTHONPATH": str(_ROOT)}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    return told


def _memory(pid: int) -> float:
    """Return how many megabytes a process and those that it began hold together."""
    held = 0.0
    with suppress(psutil.NoSuchProcess):
        command = psutil.Process(pid)
        for process in (command, *command.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                held += process.memory_full_info().pss / (1 << 20)
    return held
