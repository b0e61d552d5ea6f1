"""The command that starts the server of assistants: what hinders it is told before it starts."""

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from tests.graph.conftest import luocdo


def test_without_a_store_it_is_wrong_use(tmp_path: Path) -> None:
    result = luocdo("mcp", "--store", tmp_path / "none", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "luocdo build" in result.stderr


def test_without_the_sdk_it_says_what_to_install(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "mcp" else importlib.util.find_spec(name, package)

    monkeypatch.setattr("graph.assistant.serving.find_spec", missing)
    result = luocdo("mcp", "--store", store)
    assert result.exit_code == 2
    assert "pip install 'luocdo[mcp]'" in result.stderr
