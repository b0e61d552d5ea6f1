"""Lines added to a file of decisions, and taken back, while others may be writing to it, too.

A line is only ever put at the end, under a lock, into the file that bears the name at that moment:
an editor that saves its copy under the same name in between is met, and nothing of it is lost.
"""

import csv
import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from graph.decisions.file import COLUMNS, header_of, parse_decisions
from graph.errors import DecisionsUnreadable, Unwritable
from graph.harmless import no_formula
from graph.words.refusals import cause_of
from graph.words.sentences import Cause

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class Written:
    """Lines of a file of decisions: the number of the first, from 1, and what they say.

    Between them stands a line feed; the last is without its end.
    """

    number: int
    text: str


def append_decisions(path: Path, decisions: Sequence[Mapping[str, str]]) -> Written:
    """Add decisions, cells by their columns, at the end of the file at ``path``.

    A file that is not there is made, with the line that names the columns and the byte order mark
    by which a spreadsheet knows its letters. Lines are written as the file is: with its delimiter,
    its columns and its line ends. Raises DecisionsUnreadable for a file that is none of decisions,
    and Unwritable.
    """
    with _locked(path) as file:
        content = file.read()
        text = _text(path, content)
        parse_decisions(path, text)
        end = "\r\n" if "\r\n" in text else "\n"
        delimiter, columns = header_of(text)
        head = "" if delimiter else ",".join(COLUMNS) + end
        named = COLUMNS[: columns or len(COLUMNS)]
        added = [_line(cells, delimiter or ",", named) for cells in decisions]
        before = "" if not text or text.endswith("\n") else end
        mark = "" if content else "\ufeff"
        lines = f"{mark}{before}{head}{end.join(added)}{end}".encode()
        try:
            if file.write(lines) < len(lines):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            os.fsync(file.fileno())
        except OSError:  # half of what was decided must not stay
            file.truncate(len(content))
            raise
        number = (text + before + head).count("\n") + 1
        return Written(number, "\n".join(added))


def take_back(path: Path, written: Written) -> bool:
    """Remove lines from the file at ``path``; False where one of them now says something else.

    Raises what ``append_decisions`` raises.
    """
    with _locked(path) as file:
        lines = file.read().split(b"\n")
        wanted = written.text.encode().split(b"\n")
        at, behind = written.number - 1, written.number - 1 + len(wanted)
        if [line.removesuffix(b"\r") for line in lines[at:behind]] != wanted:
            return False
        file.truncate(sum(len(line) + 1 for line in lines[:at]))
        file.write(b"\n".join(lines[behind:]))
        return True


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionsUnreadable(path, Cause("not utf-8", {"byte": str(error.start)})) from error


def _line(cells: Mapping[str, str], delimiter: str, columns: tuple[str, ...]) -> str:
    written = StringIO()
    row = [str(no_formula(cells.get(column, ""))) for column in columns]
    csv.writer(written, delimiter=delimiter, lineterminator="").writerow(row)
    return written.getvalue()


@contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    """Give the file that bears the name, to read whole and to add to; nobody else adds to it."""
    try:
        file = _held(path)
        with file:
            file.seek(0)
            yield file
    except OSError as error:
        raise Unwritable(path, cause_of(error)) from error


def _held(path: Path) -> BinaryIO:
    """Open and lock the file that bears the name once it is locked."""
    while True:
        file = path.open("a+b", buffering=0)  # what is written is written, or fails at once
        _lock(file)
        with suppress(FileNotFoundError):  # somebody is just replacing it
            if os.path.samestat(path.stat(), os.fstat(file.fileno())):
                return file
        file.close()


def _lock(file: BinaryIO) -> None:
    """Wait until nobody else has the file; the lock ends with it."""
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX)
