"""The command line as tests run it, and the store it builds of the demonstration texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from graph.cli.main import app

CORPUS = Path(__file__).parents[2] / "notebooks" / "corpus"


def luocdo(*arguments: object, env: dict[str, str] | None = None, stdin: str = "") -> Any:
    return CliRunner().invoke(app, [str(each) for each in arguments], env=env, input=stdin)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("cli") / "store"
    result = CliRunner().invoke(app, ["build", str(CORPUS), "--store", str(directory)])
    assert result.exit_code == 0, result.stderr
    return directory


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 850}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def demo_page(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the demonstration texts."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    assert luocdo("explore", "-o", file, "--store", store).exit_code == 0
    return file
