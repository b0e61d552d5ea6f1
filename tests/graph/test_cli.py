"""The command line as a person or a program meets it: what is printed where, and the exit code."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from typer.testing import CliRunner

from graph import labels, messages
from graph.cli import app
from ontology.relation import Relation

CORPUS = Path(__file__).parents[2] / "notebooks" / "corpus"
TIMEOUT = 60


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("cli") / "store"
    result = CliRunner().invoke(app, ["build", str(CORPUS), "--store", str(directory)])
    assert result.exit_code == 0, result.stderr
    return directory


def luocdo(*arguments: object, env: dict[str, str] | None = None, stdin: str = "") -> Any:
    return CliRunner().invoke(app, [str(each) for each in arguments], env=env, input=stdin)


def process(*arguments: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", "from graph.cli import main; main()", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CORPUS.parents[1],
    )


# What is found


@pytest.mark.parametrize(
    "typed",
    [
        ("69-KL/TU@lai-chau",),
        ("69-kl/tu@lai-chau",),
        ("69 KL/TU@lai-chau",),
        ("Kết luận 69-KL/TU@lai-chau",),
        ("Kết", "luận", "69-KL/TU@lai-chau"),  # a shell splits what is not quoted
        ("ket luan so 69-kl/tu@lai-chau",),
    ],
)
def test_a_number_is_taken_as_people_type_it(store: Path, typed: Sequence[str]) -> None:
    result = luocdo("plans", *typed, "--store", store, "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert "61-KH/HU" in [row["document"]["number"] for row in json.loads(result.stdout)]


def test_plans_as_json_has_the_fields_that_programs_read(store: Path) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", store, "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["document"]["number"] for row in rows} >= {"142-KH/TU", "133-KH/TU"}
    for row in rows:
        assert set(row) == {"document", "steps"}
        for step in row["steps"]:
            assert set(step) >= {
                *("subject", "relation", "object", "quote", "text"),
                *("start", "end", "rule", "confidence"),
            }
        assert row["steps"][0]["subject"] == row["document"]
        assert row["steps"][-1]["object"]["number"] == "43-KL/TW"


def test_every_quote_stands_in_its_text_at_its_place(store: Path) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", store, "--format", "json")
    steps = [step for row in json.loads(result.stdout) for step in row["steps"]]
    assert steps
    for step in steps:
        text = (CORPUS / step["text"]).read_bytes().decode("utf-8")
        assert text[step["start"] : step["end"]] == step["quote"]


def test_plans_as_csv_has_a_row_for_each_step(store: Path) -> None:
    found = json.loads(luocdo("plans", "43-KL/TW", "--store", store, "--format", "json").stdout)
    printed = luocdo("plans", "43-KL/TW", "--store", store, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert len(rows) == sum(len(row["steps"]) for row in found)
    assert [row["quote"] for row in rows] == [s["quote"] for row in found for s in row["steps"]]
    assert {row["number"] for row in rows} == {row["document"]["number"] for row in found}


def test_a_table_shows_the_plan_its_relation_and_its_words(store: Path) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", store)
    assert result.exit_code == 0
    assert "văn bản triển khai Kết luận 43-KL/TW" in result.stdout
    assert "142-KH/TU" in result.stdout
    assert "thực hiện→" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("language", [("--lang", "en"), ()])
def test_the_language_is_an_option_or_comes_from_the_environment(
    store: Path, language: tuple[str, ...]
) -> None:
    env = {} if language else {"LUOCDO_LANG": "en"}
    result = luocdo("plans", "43-KL/TW", "--store", store, *language, env=env)
    assert "documents carry out Kết luận 43-KL/TW" in result.stdout


@pytest.mark.parametrize("level", ["province", "tỉnh", "tinh", "Tỉnh", "cấp tỉnh"])
def test_a_level_is_taken_in_both_languages(store: Path, level: str) -> None:
    result = luocdo("plans", "43-KL/TW", "--level", level, "--store", store, "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["document"]["level"] for row in rows} == {"province"}


def test_direct_leaves_chains_out(store: Path) -> None:
    asked = ("plans", "43-KL/TW", "--store", store, "--format", "json")
    chains = json.loads(luocdo(*asked).stdout)
    direct = json.loads(luocdo(*asked, "--direct").stdout)
    assert all(len(row["steps"]) == 1 for row in direct)
    assert len(direct) < len(chains)


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
    assert set(report) == {"document", "documents", "mentions", "relations"}
    assert luocdo("extract", file, "--format", "json").stdout == result.stdout
    table = luocdo("extract", file)
    assert table.exit_code == 0
    assert "Kết luận 43-KL/TW" in table.stdout
    assert "25-NQ/TW" in table.stdout
    rows = list(csv.DictReader(io.StringIO(luocdo("extract", file, "--format", "csv").stdout)))
    assert len(rows) == len(report["relations"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "jsonld", "graphml", "csv"])
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
    assert luocdo("plans", "217-qd/tw", "--store", "demo/store").exit_code in (0, 1)


def test_the_version_is_that_of_the_distribution() -> None:
    result = luocdo("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("luocdo ")


# What is not found, what is used wrongly, what cannot be read


def test_a_number_of_two_documents_lists_both_and_how_to_choose(store: Path) -> None:
    for command in ("plans", "show", "explore"):
        result = luocdo(command, "25-NQ/TW", "--store", store)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "25-NQ/TW@XI" in result.stderr
        assert "03/06/2013" in result.stderr
        assert "25-NQ/TW@X " in result.stderr
        assert f"luocdo {command} 25-NQ/TW@X" in result.stderr
    assert luocdo("plans", "25-NQ/TW@XI", "--store", store).exit_code == 0


@pytest.mark.parametrize("number", ["9999-KL/TW", "Luật Không có thật", "!!!", "\udcff"])
def test_a_number_that_nobody_cites_is_not_found(store: Path, number: str) -> None:
    result = luocdo("plans", number, "--store", store)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Không văn bản nào" in result.stderr


def test_a_document_without_plans_says_so(store: Path) -> None:
    result = luocdo("plans", "45-KH/ĐU", "--store", store)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Chưa thấy văn bản nào triển khai Kế hoạch 45-KH/ĐU" in result.stderr
    as_json = luocdo("plans", "45-KH/ĐU", "--store", store, "--format", "json")
    assert (as_json.exit_code, as_json.stdout) == (1, "[]\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b" \r\n\t", "trống"),
        (b"%PDF-1.7\x00\x01\x02", "nhị phân"),
        ("Kết luận".encode("utf-16"), "nhị phân"),
        ("Số 69-KL/TU kết luận".encode() + b"\xff\xfe", "UTF-8"),
    ],
    ids=["empty", "blank", "binary", "utf-16", "not utf-8"],
)
def test_a_file_that_cannot_be_read_is_named_with_its_fault(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "hỏng.txt"
    file.write_bytes(content)
    result = luocdo("extract", file, "--json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "hỏng.txt" in result.stderr
    assert said in result.stderr
    good = tmp_path / "tốt.txt"
    good.write_bytes((CORPUS / "tw_43-kl-tw_2019.txt").read_bytes())
    result = luocdo("build", tmp_path, "--store", tmp_path / "store")
    assert result.exit_code == 3
    assert "hỏng.txt" in result.stderr
    assert said in result.stderr
    assert luocdo("show", "43-KL/TW", "--store", tmp_path / "store").exit_code == 0


def test_paths_without_texts_change_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "trống"
    empty.mkdir()
    for path, said in ((empty, "không có văn bản nào"), (tmp_path / "không", "không có;")):
        result = luocdo("build", path, "--store", tmp_path / "store")
        assert result.exit_code == 3
        assert path.name in result.stderr
        assert said in result.stderr
        assert not (tmp_path / "store").exists()


def test_a_store_must_be_one_of_this_version(store: Path, tmp_path: Path) -> None:
    missing = luocdo("plans", "43-KL/TW", "--store", tmp_path / "none")
    assert missing.exit_code == 2
    assert "luocdo build" in missing.stderr
    assert luocdo("plans", "43-KL/TW", "--store", CORPUS).exit_code == 2
    (tmp_path / "store.json").write_text(json.dumps({"format": 999}), encoding="utf-8")
    states = [path for path in store.iterdir() if path.suffix == ".json"]
    for state in states:
        (tmp_path / state.name).write_text(json.dumps({"format": 999}), encoding="utf-8")
    other = luocdo("plans", "43-KL/TW", "--store", tmp_path)
    assert other.exit_code == 3
    assert "999" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("plans", "43-KL/TW", "--level", "bang"), "", "huyện"),
        (("plans",), "", "NUMBER"),
        (("plans", " "), "", "luocdo plans"),
        (("nonsense",), "", "nonsense"),
        (("query", "-"), "DELETE WHERE { ?s ?p ?o }", "DELETE"),
        (("query", "-"), "SELECT ?s\nWHERE { ?s ?p }", "dòng 2"),
        (("export", "-o", "graph.docx"), "", "graphml"),
        (("explore", "43-KL/TW", "-o", "none/page.html"), "", "none/page.html"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_says_what_to_do(
    store: Path, arguments: tuple[str, ...], stdin: str, said: str
) -> None:
    options = () if arguments == ("nonsense",) else ("--store", store)
    result = luocdo(*arguments, *options, stdin=stdin)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said.casefold() in result.stderr.casefold()


def test_a_query_file_that_is_missing_is_unreadable(store: Path) -> None:
    result = luocdo("query", "none.rq", "--store", store)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "none.rq: không có tệp này" in result.stderr


# Hostile texts, rude ends


def test_texts_neither_colour_nor_steer_the_terminal(tmp_path: Path) -> None:
    title = "về [red]việc[/red] :smile: \x1b[31mthực hiện\x1b]0;x\x07 Kết luận \u202e số 43-KL/TW"
    text = (CORPUS / "ha-giang_133-kh-tu_2019.txt").read_text(encoding="utf-8")
    first, _, rest = text.partition("KẾ HOẠCH\n")
    assert rest
    lines = f"{first}KẾ HOẠCH\n{title}, ngày 07/01/2019 của Ban Bí thư\n{rest.partition('II- ')[2]}"
    file = tmp_path / "lạ.txt"
    file.write_text(lines, encoding="utf-8")
    luocdo("build", tmp_path, "--store", tmp_path / "store")
    for command in (("extract", file), ("show", "133-KH/TU", "--store", tmp_path / "store")):
        shown = luocdo(*command).stdout
        assert "[red]việc[/red] :smile:" in " ".join(shown.split())
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_reader_that_has_gone_ends_it_quietly(store: Path) -> None:
    with process("show", "43-KL/TW", "--format", "json", "--store", store) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
        assert running.wait(TIMEOUT) == 141
    assert said == ""


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals on Windows")
def test_an_interrupt_ends_it_with_130(store: Path) -> None:
    with process("query", "-", "--store", store) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(1.5)  # waits for its query
        running.send_signal(signal.SIGINT)
        said = running.stderr.read().decode()
        assert running.wait(TIMEOUT) == 130
    assert "Traceback" not in said


@pytest.mark.parametrize("arguments", [("--help",), ("plans", "43-KL/TW"), ("plans", "25-NQ/TW")])
def test_a_question_starts_without_what_it_does_not_need(
    store: Path, arguments: tuple[str, ...]
) -> None:
    options = ["--store", str(store)] if arguments[0] == "plans" else []
    program = (
        "import sys\n"
        "from graph.cli import main\n"
        f"sys.argv = ['luocdo', *{[*arguments, *options]!r}]\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print('\\nloaded', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=CORPUS.parents[1],
        timeout=TIMEOUT,
    )
    loaded = done.stdout.decode().rpartition("loaded")[2].split()
    slow = {"spacy", "pyvis", "networkx", "rdflib", "jinja2", "extract", "IPython"}
    assert "graph.cli" in loaded
    assert not slow & set(loaded)


# The words


def test_every_sentence_has_the_same_blanks_in_both_languages() -> None:
    def blanks(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}

    for key, (vietnamese, english) in messages.SENTENCES.items():
        assert blanks(vietnamese) == blanks(english), key


def test_every_relation_has_words_in_both_directions() -> None:
    names = {*map(str, Relation), "carries_out"}
    assert set(labels.RELATION_WORDS) == set(labels.INVERSE_WORDS) == names
