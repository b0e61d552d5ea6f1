"""What people may decide about the short texts, line by line, and why each line is there."""

from pathlib import Path

from graph.decisions.file import COLUMNS

LINES: dict[str, str] = {
    "a link is confirmed": "accept,61-KH/HU,implements,69-KL/TU,,a",
    "a link is none": "reject,61-KH/HU,implements,69-KL/TU,,a",
    "from which others may follow": "reject,33-KH/HU,implements,12/QĐ-UBND@2022,,a",
    "what follows is confirmed": "accept,33-KH/HU,carries_out,Kế hoạch thực hiện Luật Nhà ở số "
    "27/2023/QH15,,a",
    "what follows is none": "reject,33-KH/HU,carries_out,Kế hoạch thực hiện Luật Nhà ở số "
    "27/2023/QH15,,a",
    "no text states it": "accept,61-KH/HU,replaces,33-KH/HU,,a",
    "wherever it stands": "merge,70-KL/TU,,69-KL/TU,,a",
    "two in a ring": "merge,61-KH/HU,,33-KH/HU,,a",
    "the other two": "merge,33-KH/HU,,61-KH/HU,,a",
    "what is open, in one text": "merge,25-NQ/TW,,25-NQ/TW@XI,ban-sao.txt,a",
    "what is open there, another": "merge,25-NQ/TW,,tw/k9/nq-tw/25,ban-sao.txt,a",
    "by what a text alone calls it": "merge,25-NQ/TW@ref-84e945aa,,tw/k11/nq-tw/25,,a",
    "by what it was called": "accept,61-KH/HU,cites,25-NQ/TW@ref-de4733b9,,a",
    "a copy is none": "split,61-KH/HU,,,ban-sao.txt,a",
    "another directive": "split,69-KL/TU,,70-KL/TU@lai-chau,426-bc-hu.txt,a",
    "a title": "name,25-NQ/TW@XI,title,về công tác dân vận,,a",
    "a day": "name,25-NQ/TW@XI,date,2013-06-03,,a",
    "a body": "name,61-KH/HU,issuer,Huyện ủy Tam Đường,,a",
    "a number for what has none": "name,chưa có số,number,35/UBND-NC,,a",
    "words of a text": "add,426-BC/HU,implements,25-NQ/TW@XI,426-bc-hu.txt,a,"
    "năm thực hiện Kết luận số 69-KL/TU",
    "a reason": "add,33-KH/HU,implements,69-KL/TU,,a",
    "what no text mentions": "add,61-KH/HU,implements,57-NQ/TW@XIII,,a",
    "it is owed no more": "excuse,34e1691c05af,,,,a",
    "what met it": "met-by,34e1691c05af,,61-KH/HU,,a",
    "nobody ordered it": "expect,Huyện ủy Sìn Hồ,kế hoạch,69-KL/TU,2021-12-31,a",
}


def write(path: Path, why: list[str]) -> Path:
    """Write a file of the decisions that are there for these reasons, and return where it is."""
    lines = (f"A,2026-01-31,{LINES[each]}" for each in why)
    path.write_text("\n".join((",".join(COLUMNS), *lines)), "utf-8")
    return path
