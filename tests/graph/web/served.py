"""The application as tests ask it, in this process."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from graph.web.routes import application
from graph.words.sentences import Language

HERE = "http://127.0.0.1"


def client(
    store: Path, *, language: Language = Language.VI, host: str = "127.0.0.1", token: str = ""
) -> TestClient:
    app = application(store, language=language, host=host, token=token)
    return TestClient(app, base_url=HERE, follow_redirects=False)


def shown(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
