"""A file of decisions as text: what a line says, and what is said of a line that is wrong."""

from pathlib import Path

import pytest

from graph.decisions.file import COLUMNS, Decision, DecisionFile, parse_decisions, read_decisions
from graph.decisions.kinds import Kind
from graph.decisions.words import fault_words
from graph.errors import DecisionsUnreadable
from graph.words.sentences import Language

HEADER = ",".join(COLUMNS[:-1])
QUOTED = ",".join(COLUMNS)
MERGE = "Lan,2026-01-05,merge,25-NQ/TW,,25-NQ/TW@XI,,đúng văn cảnh"


def parsed(*lines: str, header: str = HEADER) -> DecisionFile:
    return parse_decisions(Path("decisions.csv"), "\n".join((header, *lines)))


def test_a_line_is_a_decision_with_the_number_of_its_line() -> None:
    file = parsed("", "# ghi chú", MERGE)
    assert file.faults == ()
    assert file.decisions == (
        Decision(
            line=4,
            who="Lan",
            when="2026-01-05",
            kind=Kind.MERGE,
            subject="25-NQ/TW",
            relation="",
            object="25-NQ/TW@XI",
            text="",
            why="đúng văn cảnh",
        ),
    )
    assert file.decisions[0].written == "merge | 25-NQ/TW | - | 25-NQ/TW@XI"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Lan,2026-01-05,accept,a,implements,b,,w", "a relation by its name"),
        ("Lan,2026-01-05,Accept,a,Implements,b,,w", "capitals do not matter"),
        ("Lan,2026-01-05,reject,a,carries_out,b,,w", "an inferred link has a relation, too"),
        ("Lan,2026-01-05,merge,a,,b,t.txt,w", "a merge in one text alone"),
        ("Lan,2026-01-05,split,a,,,t.txt,w", "a split that leaves the reference open"),
        ("Lan,2026-01-05,name,a,date,2021,,w", "a date may be a year"),
        ("Lan,2026-01-05,name,a,date,2021-04,,w", "a date may be a month"),
        ('Lan,2026-01-05,name,a,title,"về ""dân vận"", giai đoạn 2",,w', "quotes and commas"),
        ("Lan,2026-01-05,add,a,implements,b,,w", "a link with a reason alone"),
        ("Lan,2026-01-05,merge,a,,b,,w,", "a cell too many that is empty, as spreadsheets have it"),
        ('"=cmd|calc",2026-01-05,merge,a,,b,,"<script>"', "hostile words are only words"),
    ],
)
def test_what_a_line_may_say(line: str, reason: str) -> None:
    file = parsed(line)
    assert (len(file.decisions), file.faults) == (1, ()), reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Lan,2026-01-05,add,a,implements,b,t.txt,w,thực hiện b", "words, and where they stand"),
        ("Lan,2026-01-05,add,a,implements,b,,w,", "a reason alone"),
        ("Lan,2026-01-05,add,a,implements,b,,w", "a line may leave the last column off"),
        ("Lan,2026-01-05,ADD,a,Implements,b,,w,", "capitals do not matter"),
        ("Lan,2026-01-05,accept,a,implements,b,,w,", "every kind may leave it empty"),
        ("Lan,2026-01-05,merge,a,,b,,w,", "every kind may leave it empty"),
        ("Lan,2026-01-05,split,a,,,t.txt,w,", "every kind may leave it empty"),
        ("Lan,2026-01-05,name,a,date,2021,,w,", "every kind may leave it empty"),
    ],
)
def test_what_a_line_may_say_where_there_is_a_column_for_words(line: str, reason: str) -> None:
    file = parsed(line, header=QUOTED)
    assert (len(file.decisions), file.faults) == (1, ()), reason
    assert file.decisions[0].quote == ("thực hiện b" if "thực hiện" in line else "")


def test_what_is_added_is_written_with_its_words() -> None:
    file = parsed("Lan,2026-01-05,add,a,guides,b,t.txt,w,hướng  dẫn b", header=QUOTED)
    assert file.decisions[0].written == "add | a | guides | b | t.txt | hướng dẫn b"


WRONG_QUOTES = [
    ("relation", "Lan,2026-01-05,add,a,,b,,w,", "", "one of: cites, based_on"),
    ("relation", "Lan,2026-01-05,add,a,carries_out,b,,w,", "carries_out", "one of: cites"),
    ("object", "Lan,2026-01-05,add,a,cites,,,w,", "", "something"),
    ("object", "Lan,2026-01-05,add,a,cites,a,,w,", "a", "another document"),
    ("text", "Lan,2026-01-05,add,a,cites,b,,w,lời văn", "", "something"),
    ("quote", "Lan,2026-01-05,add,a,cites,b,t.txt,w,", "", "something"),
    ("quote", "Lan,2026-01-05,add,a,cites,b,t.txt,w", "", "something"),
    ("why", "Lan,2026-01-05,add,a,cites,b,t.txt,,lời văn", "", "something"),
    ("quote", "Lan,2026-01-05,accept,a,cites,b,,w,lời văn", "lời văn", "nothing"),
    ("quote", "Lan,2026-01-05,name,a,date,2021,,w,lời văn", "lời văn", "nothing"),
    ("", "Lan,2026-01-05,merge,a,,b,,w,,", "10", "8 cells"),
]


@pytest.mark.parametrize(("column", "line", "given", "expected"), WRONG_QUOTES)
def test_a_wrong_line_with_words_costs_itself_alone(
    column: str, line: str, given: str, expected: str
) -> None:
    file = parsed(line, MERGE, header=QUOTED)
    assert [decision.line for decision in file.decisions] == [3]
    (fault,) = file.faults
    assert (fault.line, fault.column, fault.given) == (2, column, given)
    assert expected in fault_words(fault, Language.EN)


WRONG = [
    ("who", ",2026-01-05,merge,a,,b,,w", "", "something"),
    ("why", "Lan,2026-01-05,merge,a,,b,,", "", "something"),
    ("when", "Lan,05/01/2026,merge,a,,b,,w", "05/01/2026", "a day such as 2026-01-31"),
    ("when", "Lan,2026-02-30,merge,a,,b,,w", "2026-02-30", "a day such as 2026-01-31"),
    ("decision", "Lan,2026-01-05,join,a,,b,,w", "join", "one of: accept, reject, merge, split"),
    ("subject", "Lan,2026-01-05,merge,,,b,,w", "", "something"),
    ("relation", "Lan,2026-01-05,accept,a,thực hiện,b,,w", "thực hiện", "implements"),
    ("relation", "Lan,2026-01-05,merge,a,cites,b,,w", "cites", "nothing"),
    ("relation", "Lan,2026-01-05,name,a,level,b,,w", "level", "one of: title, date, issuer"),
    ("object", "Lan,2026-01-05,accept,a,cites,,,w", "", "something"),
    ("object", "Lan,2026-01-05,merge,a,,a,,w", "a", "another document"),
    ("object", "Lan,2026-01-05,name,a,date,2021-13,,w", "2021-13", "a year, month or day"),
    ("object", "Lan,2026-01-05,name,a,issuer,!!,,w", "!!", "a name with letters"),
    ("text", "Lan,2026-01-05,split,a,,b,,w", "", "something"),
    ("text", "Lan,2026-01-05,reject,a,cites,b,t.txt,w", "t.txt", "nothing"),
    ("", "Lan,2026-01-05,merge,a,,b", "6", "8 cells"),
    ("", "Lan,2026-01-05,add,a,cites,b,t.txt,w,lời", "9", "9 where the first line of the file"),
    ("", 'Lan,2026-01-05,merge,"a,,b,,w', 'Lan,2026-01-05,merge,"a,,b,,w', "a line of CSV"),
]


@pytest.mark.parametrize(("column", "line", "given", "expected"), WRONG)
def test_a_wrong_line_costs_itself_alone_and_says_what_was_expected(
    column: str, line: str, given: str, expected: str
) -> None:
    file = parsed(line, MERGE)
    assert [decision.line for decision in file.decisions] == [3]
    (fault,) = file.faults
    assert (fault.file, fault.line, fault.column, fault.given) == (
        "decisions.csv",
        2,
        column,
        given,
    )
    told = fault_words(fault, Language.EN)
    assert told.startswith("decisions.csv, line 2")
    assert expected in told
    assert fault_words(fault, Language.VI) != told


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_spreadsheets_choose_what_stands_between_cells(delimiter: str) -> None:
    file = parsed(MERGE.replace(",", delimiter), header=HEADER.replace(",", delimiter))
    assert [decision.object for decision in file.decisions] == ["25-NQ/TW@XI"]


def test_a_file_as_windows_writes_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\n{MERGE}\r\n".encode())
    assert read_decisions(path).decisions == parsed(MERGE).decisions


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("'- thực hiện", "- thực hiện", id="a guard against formulas"),
        pytest.param("'69' là số", "'69' là số", id="an apostrophe of its own"),
    ],
)
def test_a_cell_copied_from_csv_is_read_as_the_words_that_it_was(typed: str, read: str) -> None:
    file = parsed(MERGE.replace("đúng văn cảnh", typed))
    assert [decision.why for decision in file.decisions] == [read]


def test_an_empty_file_holds_no_decisions(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("", "utf-8")
    assert read_decisions(path) == DecisionFile("decisions.csv")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file"),
        ("who,when\n".encode("utf-16"), "not UTF-8"),
        (b"who,when,what\n", "line 1 does not name the columns"),
    ],
)
def test_what_is_no_file_of_decisions_is_refused(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "decisions.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DecisionsUnreadable, match=reason):
        read_decisions(path)
