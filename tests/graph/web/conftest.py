"""One application for all that only reads the demonstration texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.graph.web.served import client


@pytest.fixture(scope="session")
def served(store: Path) -> Iterator[TestClient]:
    with client(store) as opened:
        # What the start page tells of it is not waited for.
        assert opened.get("/review").status_code == 200
        yield opened
