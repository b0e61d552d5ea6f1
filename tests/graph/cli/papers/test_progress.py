"""A bar where somebody sees it, and nothing where nobody does."""

import os
import sys
from contextlib import suppress

import pytest

from graph.cli.papers.progress import progress_on_stderr


def _all_of(terminal: int) -> str:
    """Return what a terminal was sent that nobody writes to any longer."""
    parts = []
    with os.fdopen(terminal, "rb", buffering=0) as reading, suppress(OSError):
        while part := reading.read(1 << 12):
            parts.append(part)
    return b"".join(parts).decode()


def test_a_bar_counts_on_a_terminal_and_is_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen, shown = os.openpty()
    with os.fdopen(shown, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        with progress_on_stderr("Đang đọc [văn bản]") as tell:
            assert tell is not None
            tell(3, 7)
            tell(7, 7)
    drawn = _all_of(seen)
    assert "Đang đọc [văn bản]" in drawn
    assert "7/7" in drawn
    erased = "\x1b[1A\x1b[2K"
    assert drawn.endswith(erased)


def test_nothing_is_drawn_where_stderr_is_no_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with progress_on_stderr("Đang đọc") as tell:
        assert tell is None
    assert capfd.readouterr() == ("", "")
