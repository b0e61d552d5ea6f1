"""Where the annotated texts lie, which are no part of the repository, and the browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.graph.pages import chromium

# Two builds of the same texts are compared to the byte: every time is this one.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated texts; without it tests skip, and in CI they fail."""
    folder = (ROOT / os.environ.get("LUOCDO_SHARED", "../shared")).resolve()
    if not folder.is_dir():
        reason = f"no annotated texts at {folder}; LUOCDO_SHARED names another folder"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests: a process cannot hold two."""
    with chromium() as browser:
        yield browser
