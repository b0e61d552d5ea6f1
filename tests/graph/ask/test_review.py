"""Decisions as people live with them: listed, written into a file, built with, built with again."""

import csv
import json
from io import StringIO
from pathlib import Path
from shutil import copytree, move

import pytest

from extract.reading import Document
from graph.ask.plans import plans_of
from graph.ask.review import review_items
from graph.build.run import build
from graph.decisions.file import COLUMNS, parse_decisions
from graph.decisions.suggestions import ADD_LINE, line
from graph.opening import open_store
from graph.store.disk import read_state
from graph.typed.meaning import document_named
from ontology.documents.relation import Relation
from ontology.spelling import slug
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.made import KH_61, KH_141, KL_43, KL_69, Link, document, reading, store_of

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


def filled(proposed: str, why: str = "theo bản gốc") -> str:
    """Return a proposed line with who, when and why."""
    (cells,) = csv.reader(StringIO(proposed))
    by_column = dict(zip(COLUMNS, cells, strict=False))
    assert by_column["who"] == by_column["when"] == by_column["why"] == ""
    return line(**by_column | {"who": "Lan", "when": "2026-01-05", "why": why})


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
    for start in range(len(files) - 3, -1, -3):
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
    assert again.stderr.splitlines()[:-1] == result.stderr.splitlines()[:-1]
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


@pytest.mark.slow
def test_every_proposed_line_settles_its_matter(store: Path, tmp_path: Path) -> None:
    items = review_items(open_store(store))
    assert {item.kind for item in items} == {"conflict", "reference", "inferred"}
    texts = copytree(CORPUS, tmp_path / "texts")
    directory = tmp_path / "store"
    for item in items:
        assert item.lines, item
        for proposed in item.lines:
            decisions = write(tmp_path / "decisions.csv", filled(proposed))
            report = build([texts], directory, decisions=decisions)
            assert [decided.problem for decided in report.decisions] == [""], proposed
            left = {matter.id for matter in review_items(open_store(directory))}
            assert left == {matter.id for matter in items} - {item.id}, proposed


LOW = reading(
    "61.txt",
    KH_61,
    [KL_69, KL_43, document("5-KH/TU", register="kh-tu", series="lai-chau.tu")],
    [
        Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69", 0.6),
        Link("61-KH/HU", Relation.CITES, "69-KL/TU", "69", 0.5),
        Link("61-KH/HU", Relation.CONTINUES, "43-KL/TW", "tiếp tục 43", 0.6),
        Link("61-KH/HU", Relation.CONTINUES, "43-KL/TW", "tiếp tục 43 này", 0.9),
        Link("43-KL/TW", Relation.CONTINUES, "43-KL/TW", "tiếp tục chính nó"),
    ],
)


def test_a_link_that_is_nowhere_sure_is_to_be_looked_at(tmp_path: Path) -> None:
    items = review_items(store_of(tmp_path / "store", LOW))
    unsure = [item for item in items if item.kind == "unsure"]
    assert [item.lines for item in unsure] == [
        (",,reject,43-KL/TW@tw@k12,continues,43-KL/TW@tw@k12,,",),
        (
            ",,accept,61-KH/HU@lai-chau.tam-duong.hu@nk2020,implements,69-KL/TU@lai-chau.tu@nk2020,,",
            ",,reject,61-KH/HU@lai-chau.tam-duong.hu@nk2020,implements,69-KL/TU@lai-chau.tu@nk2020,,",
        ),
    ]
    assert "“thực hiện 69” (độ tin cậy 0.60)" in unsure[1].message_vi
    assert "—implements→" in unsure[1].message_en


def test_a_reference_without_candidates_leaves_the_document_to_be_filled_in(
    tmp_path: Path,
) -> None:
    items = review_items(store_of(tmp_path / "store", LOW))
    (reference,) = [item for item in items if item.kind == "reference"]
    assert reference.candidates == ()
    assert reference.lines == (",,merge,5-KH/TU,,,61.txt,",)


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "3 việc cần người xem"), ("en", "3 open matters")]
)
def test_review_prints_a_table(store: Path, language: str, words: str) -> None:
    result = luocdo("review", "--store", store, "--lang", language, env={"COLUMNS": "160"})
    assert result.exit_code == 0
    assert words in result.stdout
    assert ",,merge,25-NQ/TW,,25-NQ/TW@tw@k11,lai-chau_1215-kh-ubnd_2021.txt," in result.stdout
    assert HEADER in result.stderr
    assert ADD_LINE in result.stderr


@pytest.mark.parametrize(
    ("language", "told"), [("vi", "Thấy thiếu một quan hệ?"), ("en", "Is a link missing?")]
)
def test_review_says_how_to_add_a_link(store: Path, language: str, told: str) -> None:
    arguments = ("review", "--store", store, "--lang", language)
    assert f"{told} " in luocdo(*arguments).stderr
    assert told not in luocdo(*arguments, "--format", "json").stderr
    file = parse_decisions(Path("decisions.csv"), f"{HEADER}\n{ADD_LINE}")
    assert (len(file.decisions), file.faults) == (1, ())


def test_review_as_csv_and_json_say_the_same(store: Path) -> None:
    as_json = json.loads(luocdo("review", "--store", store, "--format", "json").stdout)
    printed = luocdo("review", "--store", store, "--format", "csv", "--lang", "en").stdout
    as_csv = list(csv.DictReader(StringIO(printed)))
    assert [row["id"] for row in as_csv] == [item["id"] for item in as_json]
    assert [row["lines"].split("\n") for row in as_csv] == [item["lines"] for item in as_json]
    assert [row["message"] for row in as_csv] == [item["message_en"] for item in as_json]


def test_nothing_to_review_is_said_with_exit_1(tmp_path: Path) -> None:
    path = tmp_path / "61.txt"
    path.write_text(CONCLUSION, "utf-8")
    luocdo("build", path, "--store", tmp_path / "store")
    result = luocdo("review", "--store", tmp_path / "store")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Không còn việc nào" in result.stderr
    assert ADD_LINE in result.stderr


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


def scheme(title: str, *dates: str, series: str = "vn") -> Document:
    """A programme that is known by its name."""
    key = slug(title)
    return document(key, f"{series}/named/{key}", kind="Chương trình", title=title, dates=dates)


STRATEGIC = scheme("Chương trình phát triển công nghệ và công nghiệp chiến lược")
NATIONAL = scheme("Chương trình quốc gia phát triển công nghệ và công nghiệp chiến lược")
OTHER = scheme("Chương trình phát triển công nghệ và công nghiệp chiến lược của ngành dệt")

ALIKE = [
    ("two names of one thing", [STRATEGIC], [NATIONAL], "", 1),
    ("three names: which is which, nothing tells", [STRATEGIC, OTHER], [NATIONAL], "", 0),
    (
        "of two places",
        [scheme(STRATEGIC.title, series="lai-chau")],
        [NATIONAL],
        "",
        0,
    ),
    (
        "of two days",
        [scheme(STRATEGIC.title, "2024-01-01")],
        [scheme(NATIONAL.title, "2025-01-01")],
        "",
        0,
    ),
    (
        "a person has said that they are one",
        [STRATEGIC],
        [NATIONAL],
        f"Lan,2026-01-05,merge,{STRATEGIC.id},,{NATIONAL.id},,một chương trình",
        0,
    ),
    (
        "a person has given one a title that tells it apart",
        [STRATEGIC],
        [NATIONAL],
        f"Lan,2026-01-05,name,{STRATEGIC.id},title,Chương trình công nghiệp dệt,,bản gốc",
        0,
    ),
]


@pytest.mark.parametrize(
    ("first", "second", "decisions", "expected"),
    [row[1:] for row in ALIKE],
    ids=[row[0] for row in ALIKE],
)
def test_two_names_that_may_be_one_are_to_be_looked_at(
    tmp_path: Path, first: list[Document], second: list[Document], decisions: str, expected: int
) -> None:
    texts = [reading("1.txt", KH_61, first), reading("2.txt", KH_141, second)]
    items = review_items(store_of(tmp_path / "store", *texts, decisions=decisions))
    alike = [item for item in items if item.kind == "alike"]
    assert len(alike) == expected
    for item in alike:
        assert item.lines == (f",,merge,{STRATEGIC.id},,{NATIONAL.id},,",)
        assert "có thể là một văn bản" in item.message_vi
        assert "may be one document" in item.message_en
