"""Where the annotated texts lie, which are no part of the repository, and the browser."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.extract.annotated import SHARED
from tests.graph.pages import chromium

# Two builds of the same texts are compared to the byte: every time is this one.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")

# How long it takes to think of inputs says how busy the machine is, nothing else.
settings.register_profile("patient", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("patient")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return the cores, and one more where slow tests wait for servers and the browser."""
    waiting = not config.option.markexpr
    return (os.cpu_count() or 1) + waiting


SLOW_FIXTURES = {"browser", "engine"}
"""What a test that uses one of these waits for: a browser, a server."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what starts a browser or a server, and put files with slow tests first.

    The quick run leaves slow tests out. Of several processes none is then left with a long file
    when the others have ended.
    """
    slow: Counter[Path] = Counter()
    for item in items:
        if SLOW_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
        slow[item.path] += item.get_closest_marker("slow") is not None
    items.sort(key=lambda item: -slow[item.path])


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated texts; without it tests skip, or fail where it is required."""
    if not SHARED.is_dir():
        reason = f"no annotated texts at {SHARED}; LUOCDO_SHARED names another folder"
        if os.environ.get("LUOCDO_SHARED_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests: a process cannot hold two."""
    with chromium() as browser:
        yield browser
