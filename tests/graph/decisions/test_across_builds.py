"""Decisions through several builds: what they mean when texts come, change and go."""

import csv
import json
from io import StringIO
from pathlib import Path
from shutil import move

import pytest

from graph.ask.plans import plans_of
from graph.build.run import build
from graph.decisions.file import COLUMNS
from graph.opening import open_store
from graph.store.disk import read_state
from graph.typed.meaning import document_named
from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow

HEADER = ",".join(COLUMNS)
CONCLUSION = """TỈNH ỦY LAI CHÂU
*
Số 69-KL/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Lai Châu, ngày 09 tháng 4 năm 2021

KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về tiếp tục thực hiện công tác dân vận
"""
PLAN = """ĐẢNG BỘ TỈNH LAI CHÂU
HUYỆN ỦY TAM ĐƯỜNG
*
Số 61-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Tam Đường, ngày 18 tháng 6 năm 2021

KẾ HOẠCH
thực hiện Kết luận số 69-KL/TU của Ban Thường vụ Tỉnh ủy về công tác dân vận
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with one text, whose directive is not known to be any one document."""
    folder = tmp_path / "work" / "texts"
    folder.mkdir(parents=True)
    (folder / "61-kh-hu.txt").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "work" / "store"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join((HEADER, *lines)), "utf-8")
    return path


def confirmed(directory: Path) -> list[str]:
    store = open_store(directory)
    rows = plans_of(store, document_named(store, "69-KL/TU").iri)
    return [row.document.number for row in rows if row.steps[0].decisions]


def test_a_decision_on_a_reference_holds_when_a_text_settles_which_document_it_is(
    texts: Path, directory: Path
) -> None:
    build([texts], directory)
    reference = document_named(open_store(directory), "69-KL/TU")
    assert not reference.resolved
    accept = f"Lan,2026-01-05,accept,61-KH/HU,implements,{reference.iri},,đúng"
    decisions = write(texts.parent / "decisions.csv", accept)
    assert not build([texts], directory, decisions=decisions).decisions[0].problem
    assert confirmed(directory) == ["61-KH/HU"]
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    assert not build([texts], directory).decisions[0].problem
    assert document_named(open_store(directory), "69-KL/TU").resolved
    assert confirmed(directory) == ["61-KH/HU"]


def test_a_merge_of_a_reference_holds_when_the_program_comes_to_mean_another(
    texts: Path, directory: Path
) -> None:
    build([texts], directory)
    reference = document_named(open_store(directory), "69-KL/TU")
    merge = f"Lan,2026-01-05,merge,{reference.iri},,lai-chau.tu/nk2015/kl-tu/69,,đúng"
    build([texts], directory, decisions=write(texts.parent / "decisions.csv", merge))
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    assert not build([texts], directory).decisions[0].problem
    store = open_store(directory)
    directive = document_named(store, "69-KL/TU@nk2015")
    assert [row.document.number for row in plans_of(store, directive.iri)] == ["61-KH/HU"]
    assert plans_of(store, document_named(store, "69-KL/TU@nk2020").iri) == ()


@pytest.mark.parametrize(
    ("subject", "text", "problem", "reason"),
    [
        ("69-KL/TU", "61-kh-hu.txt", "", "the number in a text means it still"),
        ("{iri}", "", "no-document: {iri}", "the IRI of a reference goes with its text"),
    ],
)
def test_a_merge_meets_a_text_that_was_corrected(
    texts: Path, directory: Path, subject: str, text: str, problem: str, reason: str
) -> None:
    build([texts], directory)
    iri = document_named(open_store(directory), "69-KL/TU").iri
    merge = f"Lan,2026-01-05,merge,{subject.format(iri=iri)},,tw/k12/kl-tw/43,{text},thử"
    build([texts], directory, decisions=write(texts.parent / "decisions.csv", merge))
    (texts / "61-kh-hu.txt").write_text(PLAN + "\nNơi nhận: Lưu.\n", "utf-8")
    (found,) = build([texts], directory).decisions
    assert found.problem == problem.format(iri=iri), reason


@pytest.mark.slow
def test_the_order_in_which_texts_come_changes_nothing(tmp_path: Path) -> None:
    decisions = write(
        tmp_path / "decisions.csv",
        "Lan,2026-01-05,merge,25-NQ/TW@ref-f8d52d66,,25-NQ/TW@XI,,đúng",
        "Lan,2026-01-05,name,124-QĐ/TW,issuer,Ban Bí thư,,đúng",
    )
    files = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md"))
    build(files, tmp_path / "one", decisions=decisions)
    for start in reversed(range(0, len(files), 3)):
        build(files[start : start + 3], tmp_path / "other", decisions=decisions)
    state, other = read_state(tmp_path / "one"), read_state(tmp_path / "other")
    assert state == other


def test_the_store_remembers_the_file_and_a_build_without_changes_writes_nothing(
    texts: Path, directory: Path
) -> None:
    decisions = write(texts.parent / "decisions.csv")
    plain = texts.parent / "plain"
    build([texts], plain)
    build([texts], directory, decisions=decisions)
    assert read_state(plain) == read_state(directory), "a file without decisions changes nothing"
    write(decisions, "Lan,2026-01-05,name,61-KH/HU,title,về dân vận,,đúng")
    build([texts], directory)
    assert document_named(open_store(directory), "61-KH/HU").title == "về dân vận"
    before = {path: path.stat().st_mtime_ns for path in directory.rglob("*") if path.is_file()}
    assert len(build([texts], directory).decisions) == 1
    after = {path: path.stat().st_mtime_ns for path in directory.rglob("*") if path.is_file()}
    assert before == after
    write(decisions)
    build([texts], directory)
    assert read_state(plain) == read_state(directory), "a line that is taken out is undone"


def test_a_file_that_is_lost_can_be_forgotten(texts: Path, directory: Path) -> None:
    decisions = write(
        texts.parent / "decisions.csv", "Lan,2026-01-05,name,61-KH/HU,title,về dân vận,,đúng"
    )
    arguments = ("build", texts, "--store", directory)
    assert luocdo(*arguments, "--decisions", decisions, "--no-decisions").exit_code == 2
    assert luocdo(*arguments, "--decisions", decisions).exit_code == 0
    decisions.unlink()
    assert luocdo(*arguments).exit_code == 3
    assert luocdo(*arguments, "--no-decisions").exit_code == 0
    assert luocdo(*arguments).exit_code == 0
    assert document_named(open_store(directory), "61-KH/HU").title != "về dân vận"


def test_store_and_decisions_can_be_moved_together(texts: Path, directory: Path) -> None:
    decisions = write(
        texts.parent / "decisions.csv", "Lan,2026-01-05,name,61-KH/HU,title,về dân vận,,đúng"
    )
    build([texts], directory, decisions=decisions)
    moved = Path(move(texts.parent, texts.parents[1] / "elsewhere"))
    assert len(build([moved / "texts"], moved / "store").decisions) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file or directory"),
        ("who,when\n", "line 1 does not name the columns"),
    ],
)
def test_a_file_of_decisions_that_is_lost_or_spoilt_stops_the_build(
    texts: Path, directory: Path, content: str | None, told: str
) -> None:
    decisions = write(
        texts.parent / "decisions.csv", "Lan,2026-01-05,name,61-KH/HU,title,về dân vận,,đúng"
    )
    build([texts], directory, decisions=decisions)
    before = read_state(directory)
    if content is None:
        decisions.unlink()
    else:
        decisions.write_text(content, "utf-8")
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    result = luocdo("build", texts, "--store", directory, "--lang", "en")
    assert result.exit_code == 3
    assert told in result.stderr
    assert "--decisions" in result.stderr
    assert "Traceback" not in result.stderr
    assert read_state(directory) == before


def test_the_build_tells_of_every_decision_that_it_left_out(texts: Path, directory: Path) -> None:
    decisions = write(
        texts.parent / "decisions.csv",
        "Lan,2026-01-05,name,61-KH/HU,title,về dân vận,,đúng",
        "Lan,hôm nay,name,61-KH/HU,title,về dân vận,,đúng",
        "Lan,2026-01-05,name,61-KH/HU,date,2021-06-19,,đúng",
        "Hoa,2026-01-06,name,61-KH/HU,date,2021-06-20,,đúng",
        "Hoa,2026-01-06,name,62-KH/HU,date,2021-06-20,,đúng",
    )
    arguments = ("build", texts, "--store", directory, "--decisions", decisions)
    result = luocdo(*arguments, "--lang", "en")
    assert result.exit_code == 3
    assert "Applied 1 decisions" in result.stderr
    assert "decisions.csv, line 3, column when: “hôm nay” was given" in result.stderr
    assert result.stderr.count("the lines 4, 5 contradict each other") == 2
    assert "line 6 (name | 62-KH/HU | date | 2021-06-20)" in result.stderr
    assert "no document “62-KH/HU”" in result.stderr
    assert document_named(open_store(directory), "61-KH/HU").title == "về dân vận"
    again = luocdo("build", texts, "--store", directory, "--lang", "en", "--format", "json")
    assert again.exit_code == 3
    # The ledger's line is another one: what was read is unchanged now.
    told = again.stderr.splitlines()[:-1]
    assert "Nothing has changed" in told[0]
    assert told[1:] == result.stderr.splitlines()[:-1]
    report = json.loads(again.stdout)
    assert [fault["line"] for fault in report["faults"]] == [3]
    assert [bool(decided["problem"]) for decided in report["decisions"]] == [False, *[True] * 3]
    listed = json.loads(luocdo("review", "--store", directory, "--format", "json").stdout)
    found = [item["subject"] for item in listed if item["kind"] == "decision"]
    assert found == ["decisions.csv:4", "decisions.csv:5", "decisions.csv:6"]


def test_a_decision_that_is_met_by_no_text_is_a_warning(texts: Path, directory: Path) -> None:
    decisions = write(
        texts.parent / "decisions.csv", "Lan,2026-01-05,name,62-KH/HU,title,về dân vận,,đúng"
    )
    result = luocdo("build", texts, "--store", directory, "--decisions", decisions)
    assert result.exit_code == 0
    assert "Cảnh báo: 1 quyết định" in result.stderr


def test_show_and_plans_print_the_decision(texts: Path, directory: Path) -> None:
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    accept = "Lan\x1b[31m,2026-01-05,accept,61-KH/HU,implements,69-KL/TU,,đối chiếu [bold]bản gốc"
    write(texts.parent / "decisions.csv", accept)
    arguments = ("--decisions", texts.parent / "decisions.csv", "--store", directory)
    assert luocdo("build", texts, *arguments).exit_code == 0
    words = "Lan, 05/01/2026: đối chiếu [bold]bản gốc (decisions.csv, dòng 2)"
    for command in ("show", "plans"):
        asked = (command, "69-KL/TU", "--store", directory)
        assert words in luocdo(*asked, env={"COLUMNS": "200"}).stdout
        rows = list(csv.DictReader(StringIO(luocdo(*asked, "--format", "csv").stdout)))
        assert any("đối chiếu" in row["decisions"] for row in rows)


ADDED = """Lan,2026-01-05,add,61-KH/HU,guides,69-KL/TU,,đối chiếu [bold]bản gốc
Lan,2026-01-05,accept,61-KH/HU,amends,69-KL/TU,,đối chiếu bản gốc
Lan,2026-01-05,add,61-KH/HU,details,69-KL/TU,61-kh-hu.txt,dòng đầu,Kết luận  số 69-KL/TU
Lan,2026-01-05,add,61-KH/HU,details,69-KL/TU,61-kh-hu.txt,thiếu câu dẫn"""


def test_a_build_tells_what_to_write_and_answers_show_what_was_added(
    texts: Path, directory: Path
) -> None:
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    decisions = write(texts.parent / "decisions.csv", *ADDED.splitlines())
    arguments = ("build", texts, "--decisions", decisions, "--store", directory, "--lang", "en")
    built = luocdo(*arguments)
    assert built.exit_code == 3
    assert "Applied 2 decisions" in built.stderr
    line_to_add = "Lan,2026-01-05,add,61-KH/HU,amends,69-KL/TU,,đối chiếu bản gốc"
    assert f"write this line instead: {line_to_add} (" in built.stderr
    assert "line 5, column quote: “” was given; expected something" in built.stderr
    shown = luocdo("show", "69-KL/TU", "--store", directory, env={"COLUMNS": "200"}).stdout
    assert "✔ Lan thêm, 05/01/2026: đối chiếu [bold]bản gốc (decisions.csv, dòng 2)" in shown
    assert "“đối chiếu" not in shown, "a reason is no quote"
    assert "“Kết luận số 69-KL/TU”" in shown
    link = json.loads(luocdo("show", "69-KL/TU", "--store", directory, "--format", "json").stdout)[
        "incoming"
    ]
    (quoted,) = [step for step in link if step["rule"] == "added-with-words"]
    assert PLAN[quoted["start"] : quoted["end"]] == quoted["quote"] == "Kết luận số 69-KL/TU"


def test_a_link_that_is_added_goes_with_the_line(texts: Path, directory: Path) -> None:
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    plain = texts.parent / "plain"
    build([texts], plain)
    decisions = write(texts.parent / "decisions.csv", ADDED.splitlines()[0])
    build([texts], directory, decisions=decisions)
    assert read_state(plain) != read_state(directory)
    write(decisions)
    build([texts], directory)
    assert read_state(plain) == read_state(directory)


def test_words_that_a_corrected_text_lost_are_told_of(texts: Path, directory: Path) -> None:
    (texts / "69-kl-tu.txt").write_text(CONCLUSION, "utf-8")
    decisions = write(texts.parent / "decisions.csv", ADDED.splitlines()[2])
    assert not build([texts], directory, decisions=decisions).decisions[0].problem
    (texts / "61-kh-hu.txt").write_text(PLAN.replace("Kết luận số", "Kết luận"), "utf-8")
    (found,) = build([texts], directory).decisions
    assert found.problem == "no-quote: Kết luận số 69-KL/TU"
