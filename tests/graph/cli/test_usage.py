"""What is typed wrongly, and what nobody foresaw: one sentence in the language that was chosen."""

import json
from pathlib import Path

import pytest

from graph.cli.command_list import COMMANDS
from graph.words.sentences import LANGUAGE_VARIABLE
from tests.graph.conftest import luocdo

TYPED = [
    (("nonsense",), "Không có lệnh “nonsense”.\nXem cách", "no command “nonsense”.\nHow to"),
    (("plan", "43-KL/TW"), "Hãy dùng: plans", "Use: plans"),
    (("plans",), "Thiếu NUMBER. Số hiệu", "NUMBER is missing. A number"),
    (("export",), "Thiếu -o, --output FILE. Tệp cần ghi", "--output FILE is missing. The file"),
    (("plans", "1", "--lvel", "x"), "“--lvel”. Hãy dùng: --level", "“--lvel”. Use: --level"),
    (("plans", "1", "--scope"), "chọn “--scope”.\nXem cách", "no option “--scope”.\nHow to"),
    (("plans", "1", "--nope"), "chọn “--nope”.\nXem cách", "no option “--nope”.\nHow to"),
    (("plans", "1", "--level"), "Thiếu giá trị sau --level LEVEL", "missing behind --level LEVEL"),
    (("plans", "1", "--local=1"), "--local không nhận giá trị", "--local takes no value"),
    (("show", "1", "--format", "xml"), "“xml” không dùng được; cần --format", "“xml” cannot be"),
    (("show", "1", "--format=xml"), "“xml” không dùng được", "“xml” cannot be used; expected --f"),
    (("open", "1", "--page", "0"), "“0” không dùng được; cần --page N", "“0” cannot be used"),
    (("check", "hai", "từ"), "Thừa: hai từ", "Too much: hai từ"),
    (("--vrsion",), "tùy chọn “--vrsion”. Hãy dùng: --version", "“--vrsion”. Use: --version"),
]
HELP = {"vi": "Xem cách dùng: luocdo", "en": "How to use it: luocdo"}


@pytest.mark.parametrize(("typed", "vi", "en"), TYPED, ids=[" ".join(row[0]) for row in TYPED])
def test_wrong_use_is_told_in_the_language_chosen(typed: tuple[str, ...], vi: str, en: str) -> None:
    for chosen, said in (("vi", vi), ("en", en)):
        result = luocdo(*typed, env={LANGUAGE_VARIABLE: chosen})
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert HELP[chosen] in result.stderr
        assert "Traceback" not in result.stderr


def test_the_option_chooses_before_the_variable_and_a_wrong_one_chooses_nothing() -> None:
    env = {LANGUAGE_VARIABLE: "vi"}
    assert "is missing" in luocdo("plans", "--lang", "en", env=env).stderr
    assert "is missing" in luocdo("plans", "--lang=en", env=env).stderr
    assert "cần --lang" in luocdo("plans", "43-KL/TW", "--lang", "fr").stderr
    assert "“fr”" in luocdo("plans", "43-KL/TW", env={LANGUAGE_VARIABLE: "fr"}).stderr


def test_help_alone_is_still_help() -> None:
    result = luocdo()
    assert result.exit_code == 2
    assert "plans" in result.stderr


@pytest.fixture
def broken(store: Path, tmp_path: Path) -> Path:
    """A store that names no graph: no build writes such a one, and nothing looks for it."""
    state = json.loads((store / "store.json").read_text("utf-8"))
    (tmp_path / "store.json").write_text(json.dumps({**state, "graph": None}), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "luocdo gặp lỗi không lường trước (TypeError"), ("en", "nobody foresaw (TypeError")],
)
def test_what_nobody_foresaw_is_one_sentence_with_what_to_report(
    broken: Path, language: str, said: str
) -> None:
    result = luocdo("show", "43-KL/TW", "--store", broken, "--lang", language)
    assert (result.exit_code, result.stdout) == (3, "")
    assert said in result.stderr
    assert "(luocdo show)" in result.stderr
    assert "LUOCDO_DEBUG=1" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_command_that_cannot_be_loaded_is_told_of_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(COMMANDS, "broken", ("nowhere", ""))
    result = luocdo("broken", "--lang", "en")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "nobody foresaw (ModuleNotFoundError" in result.stderr
    assert "(luocdo broken)" in result.stderr
    assert "Traceback" not in result.stderr
    told = luocdo("broken", env={"LUOCDO_DEBUG": "1"})
    assert "Traceback" in told.stderr


def test_the_traceback_is_printed_where_it_is_asked_for(broken: Path) -> None:
    command = ("show", "43-KL/TW", "--store", broken)
    asked = luocdo(*command, env={"LUOCDO_DEBUG": "1"})
    assert asked.exit_code == 3
    assert "Traceback" in asked.stderr
    assert "graph/store/disk.py" in asked.stderr
    assert "Traceback" not in luocdo(*command, env={"LUOCDO_DEBUG": "0"}).stderr


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        pytest.param("luocdo pl", ["plans"], id="a command, without loading any"),
        pytest.param("luocdo plans --loc", ["--local"], id="an option of a command"),
        pytest.param("luocdo plans 43-KL/TW --format j", ["json"], id="a value of an option"),
        pytest.param("luocdo plan --loc", [], id="nothing behind a command that is none"),
    ],
)
def test_a_shell_completes_what_is_typed(typed: str, completed: list[str]) -> None:
    words = typed.split()
    asking = {"_LUOCDO_COMPLETE": "complete_bash", "COMP_WORDS": typed}
    result = luocdo(env={**asking, "COMP_CWORD": str(len(words) - 1)})
    assert result.stdout.split() == completed
    assert result.stderr == ""
