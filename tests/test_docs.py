"""The README speaks of everything that a user can type, and of every relation."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from graph.build import build
from graph.cli import app
from graph.decisions import COLUMNS, FIELDS, Kind
from ontology import Relation
from tests.readme import ROOT, examples, run

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def commands() -> list[tuple[str, str]]:
    group = get_command(app)
    found: list[tuple[str, str]] = []
    for name, command in sorted(getattr(group, "commands", {}).items()):
        found.append((name, f"luocdo {name}"))
        for option in command.params:
            found += [(name, flag) for flag in option.opts if flag.startswith("--")]
    return found


def test_there_are_commands() -> None:
    assert len({name for name, _ in commands()}) >= 9


@pytest.mark.parametrize(("name", "text"), commands(), ids=str)
def test_command_and_option_stand_in_the_readme(name: str, text: str) -> None:
    assert text in README, name


@pytest.mark.parametrize("relation", Relation, ids=str)
def test_relation_stands_in_the_readme(relation: Relation) -> None:
    assert f"`{relation}`" in README


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    run(f"luocdo build {ROOT / 'notebooks' / 'corpus'}", folder)
    return folder


@pytest.mark.parametrize(("command", "output"), examples(), ids=lambda text: text[:40])
def test_example_prints_what_the_readme_says(command: str, output: str, folder: Path) -> None:
    assert run(command, folder) == output, "renew it with: python -m tests.readme"


def test_five_examples_are_shown_and_one_of_review() -> None:
    assert len(examples()) == 6


@pytest.mark.parametrize("name", ["README.md", "docs/decisions.md"])
def test_every_decision_that_is_shown_can_be_applied(name: str, tmp_path: Path) -> None:
    (block,) = re.findall(r"```csv\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(block, "utf-8")
    report = build([ROOT / "notebooks" / "corpus"], tmp_path / "store", decisions=decisions)
    assert report.faults == ()
    assert len(report.decisions) >= 3
    assert [decided.problem for decided in report.decisions if decided.problem] == []


@pytest.mark.parametrize("word", [*COLUMNS, *Kind, *FIELDS, "carries_out"], ids=str)
def test_every_word_of_a_decision_is_described(word: str) -> None:
    assert f"`{word}`" in (ROOT / "docs" / "decisions.md").read_text("utf-8")


def test_no_output_is_waiting_to_be_filled_in() -> None:
    assert "<!-- OUTPUT" not in README
