"""What the titles in a register of documents say: each of the document of its row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.registers import RegisterRow, rows_of, title_start
from extract.head.header import Header
from extract.relations.link import SELF, Link
from extract.text.layout import Block

_LISTS = re.compile(r"(?:danh mục|thống kê|tổng hợp|biểu|bảng|phụ lục)(?![^\W\d_])", re.IGNORECASE)
_FATE = re.compile(
    r"[ ]*(?:Đã[ ])?(?:(?:được|bị)[ ])?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ)(?![^\W\d_])"
    r"[^.;]{0,40}?[ ](?:bởi|bằng|tại)[ ]",
    re.IGNORECASE,
)
_OF_DOCUMENTS = re.compile(r"văn bản(?![^\W\d_])", re.IGNORECASE)


def titles_of(
    flow: str, rows: Sequence[RegisterRow], citations: Sequence[Citation]
) -> Mapping[int, tuple[int, int]]:
    """Return for each title in a register whose it is, and where behind its type word it starts."""
    return {
        row.title.start: (index, title_start(flow, row.title)[1])
        for index, row in rows_of(rows, citations).items()
        if row.title
    }


def fates_of(
    flow: str,
    blocks: Sequence[Block],
    rows: Sequence[RegisterRow],
    citations: Sequence[Citation],
) -> Mapping[int, tuple[int, int]]:
    """Return for each cell that says what became of its row's document which that is.

    "Được thay thế bằng Quyết định số …" in a column of remarks.
    """
    listed = {row.number.row: index for index, row in rows_of(rows, citations).items()}
    if not listed:
        return {}
    return {
        block.start: (listed[block.row], block.start)
        for block in blocks
        if block.row in listed and _FATE.match(flow, block.start)
    }


def untitled_rows(rows: Sequence[RegisterRow], citations: Sequence[Citation]) -> frozenset[int]:
    """Return the documents of rows without a cell for the title: that of the number holds it."""
    found = rows_of(rows, citations)
    return frozenset(index for index, row in found.items() if not row.title and not row.same)


def repeated_titles(
    flow: str,
    rows: Sequence[RegisterRow],
    citations: Sequence[Citation],
    links: Sequence[Link],
) -> Iterator[Link]:
    """Yield what rows say whose title only repeats that of the row above ("-nt-")."""
    above = -1
    titled: dict[int, list[Link]] = defaultdict(list)
    for link in links if rows else ():
        if link.rule == "title":
            titled[link.subject].append(link)
    for index, row in rows_of(rows, citations).items():
        if row.same is None:
            above = index
            continue
        for link in titled[above]:
            yield replace(
                link,
                subject=index,
                start=citations[index].start,
                end=row.same.end,
                context=(link.start, link.end),
            )


def without_heading(header: Header, links: Sequence[Link]) -> Sequence[Link]:
    """Return ``links`` without what the heading of a register says of all that it lists.

    "Danh mục văn bản triển khai thực hiện Chỉ thị …": the list carries nothing out itself.
    """
    lists = _LISTS.match(header.type) or (not header.type and _LISTS.match(header.title))
    if not lists or not _OF_DOCUMENTS.search(f"{header.type} {header.title}"):
        return links
    return [link for link in links if link.subject != SELF or link.rule != "own-title"]
