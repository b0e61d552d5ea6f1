"""The type and the title that a text carries in its head."""

import re
from collections.abc import Sequence

from extract.head.issuer import CREDIT, is_issuer
from extract.head.number import BODY_START, STATE_HEAD
from extract.text.cut_numbers import wants_the_number
from extract.text.layout import Block
from ontology.documents.document_types import type_by_code, type_by_word
from ontology.documents.symbol import Symbol

_TITLE_LINE = re.compile(r"(?P<word>[^\W\d_]+(?:[ ][^\W\d_]+){0,3})[ ]\S.*")
_CONSOLIDATED = "Văn bản hợp nhất"
_SECTION = re.compile(r"VĂN BẢN HỢP NHẤT[ ]*-")
_COPY = "Bản sao"
_UNFINISHED = re.compile(
    r"(?:[ ](?:ngày|của|về|và|theo|tại|cho|các|những|trên|đối với)|[,-])$", re.IGNORECASE
)


def own_title(
    flow: str, blocks: Sequence[Block], symbol: Symbol | None
) -> tuple[str, tuple[int, int] | None, int]:
    """Return the type word, the offsets of the title and the number of the block that holds it."""
    consolidated = False
    for number, block in enumerate(blocks[:20]):
        text = flow[block.start : block.end].strip()
        kind = type_by_word(text.rstrip(" *.:")) if text.isupper() or len(text) < 25 else None
        if kind is not None and kind.word == _COPY and number + 1 < len(blocks):
            continue  # a stamp above the head of what was copied
        if _SECTION.match(text):  # the gazette's heading over what it prints
            consolidated = True
            continue
        if kind is not None and not text.endswith(":"):
            first = _first_of_title(flow, blocks, number + 1)
            end = _title_end(flow, blocks, first)
            said = _CONSOLIDATED if consolidated and symbol is None else kind.word
            return said, (blocks[first].start, end) if end else None, number
        opening = _TITLE_LINE.match(flow, block.start, block.end)
        if opening and (number == 0 or (text.isupper() and number < 12)):
            words = opening["word"].split(" ")
            for count in range(len(words), 0, -1):
                kind = type_by_word(" ".join(words[:count]))
                if kind is not None and words[0][0].isupper():
                    return kind.word, (block.start, block.end), number
    for number, block in enumerate(blocks[:16]):
        if re.match(r"V/v|Về việc", flow[block.start : block.end]):
            kind_word = "Công văn" if symbol and not symbol.type_code else ""
            return kind_word, (block.start, block.end), number
    return "", None, -1


def _first_of_title(flow: str, blocks: Sequence[Block], number: int) -> int:
    """Return the block where the title begins, behind the body and the meeting it is from."""
    if number < len(blocks) and CREDIT.match(flow, blocks[number].start):
        number += 1
    if number + 1 < len(blocks) and _is_occasion(flow, blocks[number], blocks[number + 1]):
        number += 1
    return number


def _is_occasion(flow: str, block: Block, below: Block) -> bool:
    """Tell whether a line only names the meeting that the title below it comes from."""
    text = flow[block.start : block.end]
    return text.startswith(("HỘI NGHỊ LẦN THỨ", "ĐẠI HỘI")) and flow.startswith(
        ("về ", "Về "), below.start
    )


def _title_end(flow: str, blocks: Sequence[Block], number: int) -> int:
    """Return where the title that begins with block ``number`` ends, 0 where there is none."""
    end, unfinished = 0, False
    for block in blocks[number : number + 4]:
        if block.row:
            break
        text = flow[block.start : block.end]
        unfinished = bool(end) and _leads_on(flow[:end], text)
        title_like = not end and len(text) < 400 and text[-1:] not in ".;:"
        if (
            (BODY_START.match(text) and not title_like)
            or _heads_a_text(text)
            or (end and is_issuer(text) and not unfinished)
        ):
            break
        if end and _is_apart(blocks[number], block, text) and not unfinished:
            break
        end = block.end
        if len(text) > 60 and not text.isupper() and not _UNFINISHED.search(text):
            break
    return end


def _heads_a_text(line: str) -> bool:
    """Tell whether a line is the State's or the Party's name over a text, an issuer beside it.

    "Kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam" is a title; "Chủ tịch" is the first line of
    "Chủ tịch / nước Cộng hòa xã hội chủ nghĩa Việt Nam".
    """
    if line == "CHỦ TỊCH":
        return True
    found = STATE_HEAD.search(line)
    beside = line[: found.start()].strip(" *-") if found else ""
    return found is not None and (beside in ("", "NƯỚC") or is_issuer(beside))


def _leads_on(before: str, after: str) -> bool:
    """Tell whether the last word of a title so far wants the one that ``after`` begins with."""
    return wants_the_number(before, after) or _UNFINISHED.search(before) is not None


def _is_apart(first: Block, block: Block, text: str) -> bool:
    """Tell whether a block stands apart from the title above it, whose first block is ``first``.

    Running text does, and what a blank line or a rule parts from a title that stands close below
    its type: where every line has a blank one above it, a blank line tells nothing.
    """
    if text.isupper():
        return False
    return len(text) > 200 or text[-1:] in ".:;" or bool(block.blanks and not first.blanks)


def type_by_symbol(symbol: Symbol | None) -> str:
    """Return the type word that a symbol stands for, empty where it does not tell."""
    kind = type_by_code(symbol.type_code) if symbol and symbol.type_code else None
    return kind.word if kind else ""
