"""What each command but `luocdo plans` prints or writes when it succeeds."""

import csv
import io
import json
from importlib import import_module
from pathlib import Path

import pytest

from graph.cli.command import app
from graph.cli.command_list import COMMANDS
from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow


def test_the_list_of_commands_holds_each_that_is_registered_and_no_other() -> None:
    for module, _ in COMMANDS.values():
        import_module(f"graph.cli.{module}")
    assert {command.name for command in app.registered_commands} == set(COMMANDS)


def test_a_command_that_is_nearly_right_is_named() -> None:
    assert "plans" in luocdo("plan").stderr


def test_show_prints_fields_and_relations_both_ways(store: Path) -> None:
    result = luocdo("show", "43-KL/TW", "--store", store)
    assert result.exit_code == 0
    assert "tiếp tục thực hiện Nghị quyết" in result.stdout
    assert "được thực hiện bởi Kế hoạch" in result.stdout
    view = json.loads(luocdo("show", "43-KL/TW", "--store", store, "--format", "json").stdout)
    assert set(view) >= {"document", "texts", "fields", "outgoing", "incoming", "quotes"}
    printed = luocdo("show", "43-KL/TW", "--store", store, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert len(rows) == len(view["outgoing"]) + len(view["incoming"])


def test_an_empty_answer_says_what_was_asked_and_what_else_may_be(store: Path) -> None:
    result = luocdo("ask", "changed-by", "43-KL/TW", "--store", store)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Văn bản nào thay thế, sửa đổi" in result.stderr
    assert "43-KL/TW" in result.stderr
    assert "timeline" in result.stderr


def test_a_query_comes_from_a_file_or_from_stdin(store: Path, tmp_path: Path) -> None:
    sparql = (
        "PREFIX ld: <https://w3id.org/luocdo/ns#>\n"
        "SELECT ?plan ?directive WHERE { ?plan ld:implements ?directive } ORDER BY ?plan LIMIT 3"
    )
    file = tmp_path / "plans.rq"
    file.write_text(f"\ufeff{sparql}", encoding="utf-8")
    asked = ("--store", store, "--format", "json")
    from_file = luocdo("query", file, *asked)
    assert from_file.exit_code == 0, from_file.stderr
    assert len(json.loads(from_file.stdout)) == 3
    assert luocdo("query", "-", *asked, stdin=sparql).stdout == from_file.stdout
    assert set(json.loads(from_file.stdout)[0]) == {"plan", "directive"}


@pytest.mark.parametrize(
    ("sparql", "printed", "code"),
    [
        ("ASK { ?s ?p ?o }", "true\n", 0),
        ("ASK { ?s <urn:none> ?o }", "false\n", 1),
        ("SELECT ?s WHERE { ?s <urn:none> ?o }", "", 1),
        ("CONSTRUCT { ?s <urn:b> ?o } WHERE { VALUES (?s ?o) { (<urn:a> 1) } }", None, 0),
    ],
)
def test_each_form_of_query_has_its_answer(
    store: Path, sparql: str, printed: str | None, code: int
) -> None:
    result = luocdo("query", "-", "--store", store, stdin=sparql)
    assert result.exit_code == code, result.stderr
    if printed is None:
        assert result.stdout.startswith("<urn:a> <urn:b> ")
    else:
        assert result.stdout == printed


def test_extract_needs_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = CORPUS / "tw_43-kl-tw_2019.txt"
    result = luocdo("extract", file, "--json")
    report = json.loads(result.stdout)
    assert set(report) == {"document", "documents", "duties", "mentions", "relations", "tasks"}
    assert luocdo("extract", file, "--format", "json").stdout == result.stdout
    table = luocdo("extract", file)
    assert table.exit_code == 0
    assert "Kết luận 43-KL/TW" in table.stdout
    assert "25-NQ/TW" in table.stdout
    rows = list(csv.DictReader(io.StringIO(luocdo("extract", file, "--format", "csv").stdout)))
    assert len(rows) == len(report["relations"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "jsonld", "graphml", "gexf", "csv"])
def test_export_writes_the_format_of_the_suffix(store: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"graph.{suffix}"
    result = luocdo("export", "-o", file, "--store", store)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert str(file) in result.stderr
    assert file.stat().st_size > 0


def test_check_lists_findings(store: Path) -> None:
    result = luocdo("check", "--store", store, "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert {"rule", "severity", "subject", "sources"} <= set(json.loads(result.stdout)[0])
    assert "phát hiện" in luocdo("check", "--store", store).stdout
    printed = luocdo("check", "--store", store, "--format", "csv", "--lang", "en").stdout
    assert len(list(csv.DictReader(io.StringIO(printed)))) == len(json.loads(result.stdout))


def test_check_says_that_there_is_nothing_to_say(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes((CORPUS / "tw_43-kl-tw_2019.txt").read_bytes())
    store = tmp_path / "store"
    assert luocdo("build", text, "--store", store).exit_code == 0
    result = luocdo("check", "--store", store, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_check_ends_with_one_where_a_violation_stands(store: Path, tmp_path: Path) -> None:
    luocdo("export", "-o", tmp_path / "a.nq", "--store", store)
    text = (tmp_path / "a.nq").read_text("utf-8")
    held = '<https://w3id.org/luocdo/ns#held> "'
    broken = text.replace(f'{held}false"', f'{held}true"', 1)
    assert broken != text
    (tmp_path / "b.nq").write_text(broken, "utf-8")
    luocdo("import", tmp_path / "b.nq", "--store", tmp_path / "broken")
    result = luocdo("check", "--store", tmp_path / "broken", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["severity"] == "violation"


def test_the_demo_builds_answers_and_writes_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    changed = tmp_path / "demo" / "texts" / "tw_43-kl-tw_2019.txt"
    changed.parent.mkdir(parents=True)
    changed.write_text("Sửa bằng tay", encoding="utf-8")
    result = luocdo("demo")
    assert result.exit_code == 0, result.stderr
    assert "61-KH/HU" in result.stdout
    assert (tmp_path / "demo" / "luocdo.html").stat().st_size > 100_000
    assert changed.read_text(encoding="utf-8") == "Sửa bằng tay"
    assert luocdo("show", "217-qd/tw", "--store", "demo/store").exit_code == 0


def test_the_version_is_that_of_the_distribution() -> None:
    result = luocdo("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("luocdo ")
