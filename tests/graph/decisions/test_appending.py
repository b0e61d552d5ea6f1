"""Lines added to a file of decisions: as the file is written, and while others write, too."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.decisions.appending import Written, append_decisions, take_back
from graph.decisions.file import COLUMNS, read_decisions
from graph.errors import DecisionsUnreadable, Unwritable

HEAD = ",".join(COLUMNS)
CELLS = {
    "who": "A",
    "when": "2026-01-31",
    "decision": "merge",
    "subject": "69-KL/TU",
    "object": "43-KL/TW",
    "why": "đúng; một",
}
QUOTED = 'A;2026-01-31;merge;69-KL/TU;;43-KL/TW;;"đúng; một";'
LINE = "A,2026-01-31,merge,69-KL/TU,,43-KL/TW,,đúng; một,"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"\ufeff{HEAD}\n{LINE}\n"),
        ("", f"\ufeff{HEAD}\n{LINE}\n"),
        ("# chỉ có lời\n", f"# chỉ có lời\n{HEAD}\n{LINE}\n"),
        (f"{HEAD}\n", f"{HEAD}\n{LINE}\n"),
        (HEAD, f"{HEAD}\n{LINE}\n"),
        (f"{HEAD}\r\n", f"{HEAD}\r\n{LINE}\r\n"),
        (f"\ufeff{HEAD}\n", f"\ufeff{HEAD}\n{LINE}\n"),
        (f"{HEAD[:-6]}\n", f"{HEAD[:-6]}\n{LINE[:-1]}\n"),
        (
            f"{HEAD.replace(',', ';')}\n",
            f"{HEAD.replace(',', ';')}\n{QUOTED}\n",
        ),
    ],
    ids=[
        "no-file", "empty", "comment", "whole", "no-line-end", "windows", "byte-order-mark",
        "without-quote", "semicolons",
    ],
)  # fmt: skip
def test_a_line_is_written_as_the_file_is(tmp_path: Path, before: str | None, after: str) -> None:
    file = tmp_path / "decisions.csv"
    if before is not None:
        file.write_bytes(before.encode())
    written = append_decisions(file, [CELLS])
    assert file.read_bytes().decode() == after
    (decision,) = read_decisions(file).decisions
    assert (decision.why, decision.line) == ("đúng; một", written.number)
    assert take_back(file, written)
    assert read_decisions(file).decisions == ()


def test_many_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: append_decisions(file, [{**CELLS, "who": f"A{n}"}]), range(60)))
    assert {each.who for each in read_decisions(file).decisions} == {f"A{n}" for n in range(60)}


def test_a_line_in_the_middle_is_taken_back_alone(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    first = append_decisions(file, [CELLS])
    append_decisions(file, [{**CELLS, "who": "B"}])
    assert not take_back(file, Written(first.number, "khác"))
    assert not take_back(file, Written(99, first.text))
    assert take_back(file, first)
    assert [each.who for each in read_decisions(file).decisions] == ["B"]


def test_a_file_that_is_none_of_decisions_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "bang.csv"
    for content in (b"so,ngay\n1,2\n", b"\xff\xfe"):
        other.write_bytes(content)
        with pytest.raises(DecisionsUnreadable):
            append_decisions(other, [CELLS])
        assert other.read_bytes() == content
    with pytest.raises(Unwritable):
        append_decisions(tmp_path / "khong" / "decisions.csv", [CELLS])
