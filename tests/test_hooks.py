"""What is checked before a commit is installed with the dev extra, and nothing is fetched."""

import re
import shlex
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from pre_commit.clientlib import load_config

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
REPOSITORIES: list[dict[str, Any]] = load_config(ROOT / ".pre-commit-config.yaml")["repos"]
HOOKS = [hook for repository in REPOSITORIES for hook in repository["hooks"]]


def commands_of_the_dev_extra() -> set[str]:
    """Return the names of the programs that the packages of the extra bring along."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=!~;\[ ]", each)[0] for each in project["optional-dependencies"]["dev"]}
    return {
        file.stem
        for name in names
        for file in distribution(name).files or ()
        if file.parent.name in ("bin", "Scripts")
    }


def test_nothing_is_fetched() -> None:
    assert [repository["repo"] for repository in REPOSITORIES] == ["local"]
    assert {hook["language"] for hook in HOOKS} <= {"system", "unsupported"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hook_runs_a_program_of_the_dev_extra(hook: dict[str, Any]) -> None:
    assert shlex.split(hook["entry"])[0] in commands_of_the_dev_extra()


def test_pre_commit_comes_with_the_dev_extra() -> None:
    assert "pre-commit" in commands_of_the_dev_extra()
