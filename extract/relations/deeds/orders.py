"""Where a text only orders or drafts what others are to do: nothing there is a deed of its own.

"Giao Sở Nội vụ sửa đổi Quyết định số …", a row of a table of tasks, a point below "Nhiệm vụ, giải
pháp", the draft below a submission, the plan below the decision that issues it: each speaks in the
words of a deed. What the articles of a text do itself is told by the block that they stand in.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.grammar.clauses import ARTICLE, BY_THIS, MARK, PLAN_TITLE, SECTION, THIS
from extract.grammar.lexicon import bodies
from extract.head.header import Header
from extract.text.layout import Block, Layout
from ontology.documents.document_types import acts
from ontology.institutions.body_heads import BodyUse

_BODY = rf"(?:các[ ])?(?:{bodies(BodyUse.ORDERED)}|đơn[ ]vị|cơ[ ]quan|địa[ ]phương)(?![^\W\d_])"
_ORDERING = re.compile(
    rf"""[ ]*(?:{MARK}[ ]*)*(?:
      (?:Giao|Yêu[ ]cầu|Chỉ[ ]đạo|Đề[ ]nghị|Kiến[ ]nghị|Đề[ ]xuất|Phân[ ]công|Thống[ ]nhất[ ]giao
        |Trình|Tham[ ]mưu|Nghiên[ ]cứu|Rà[ ]soát)(?![^\W\d_])
    | {_BODY}[^.:]{{0,160}}?[ ](?:chủ[ ]trì|có[ ]trách[ ]nhiệm|chịu[ ]trách[ ]nhiệm|khẩn[ ]trương
        |phối[ ]hợp|tập[ ]trung|tham[ ]mưu|sẽ|cần|phải)(?![^\W\d_])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESSED = re.compile(
    rf"[ ]*(?:{MARK}[ ]*)+(?:Đối với )?{_BODY}(?![^:]*(?:ban hành|quyết định|quyết nghị))[^.:]*:$",
    re.IGNORECASE,
)
"""A line that only names the body whose tasks follow: "2. Bộ Tài chính:"."""
_SENTENCE = re.compile(r"(?<=[^\W\d_)”\"])[.!?][ ](?=[^\W\d_])")
_DUE = re.compile(
    r"""(?<!hiệu[ ]lực)(?<!ban[ ]hành)(?<!ký)(?<!phát[ ]sinh)(?<!thực[ ]hiện)[ ,;(]+
    (?: (?:hoàn[ ]thành(?![ ](?!trong|trước|vào|ngày|tháng|quý|năm|chậm|muộn|việc|\d))|xong
        |để[ ]trình|(?<!chương[ ])(?<!công[ ])(?<!quy[ ])(?<!quá[ ])(?<!lộ[ ])trình[ ]
          (?=(?-i:[A-ZĐỦ])|(?:các[ ])?cấp[ ]|cơ[ ]quan))[ ]?[^.]{0,60}
      | (?:ngay[ ])?trong[ ](?:năm|quý|tháng)[ ][^.]{0,24}
      | (?:trước|chậm[ ]nhất)[ ](?:là[ ])?(?:vào[ ])?(?:cuối[ ])?(?:ngày|tháng|quý|năm)[ ][^.]{0,30}
    )\)?[.;]?[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A sentence that ends with the day by which it is to be done."""
_ACTING = re.compile(rf"(?:{THIS.pattern}|(?<![^\W\d_])có hiệu lực(?![^\W\d_]))")
"""A sentence that speaks of the text itself: what it says of it is a deed, wherever it stands."""
_TASKS = re.compile(
    rf"[ ]*(?:{MARK}|[IVXL]+[ ]*[.\-/)]|Phần[ ]\S+)?[ ]*[^.:;]{{0,80}}?"
    r"(?:nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|lộ trình|kiến nghị|đề xuất)",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"[ ]*[(\[]?DỰ THẢO(?:[ ][^\W\d_]+){0,3}[)\]]?[ ]*", re.IGNORECASE)
_ATTACHED = re.compile(r"\((?:được )?(?:Ban hành )?kèm theo", re.IGNORECASE)
_ANNEX = re.compile(r"[ ]*PHỤ[ ]LỤC(?![^\W\d_])", re.IGNORECASE)
_CHANGED = re.compile(r"bãi bỏ|hủy bỏ|thay thế|hết hiệu lực|sửa đổi|ngưng hiệu lực", re.IGNORECASE)
_RANKS = re.compile(
    r"[ ]*(?:(\d+\.[ )]?(?!\d)|\d+[ ]?-[ ])|(\d+(?:\.\d+)+[.)]?|\d+\))|([a-zđ]{1,2}\d?\))|([-+•*]))"
)
_LONGEST_HEADING = 200
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Orders:
    """The blocks of a text in which others are told what to do, by their offsets in the flow."""

    flow: str
    starts: tuple[int, ...]
    ordered: tuple[bool, ...]
    drafted_from: int
    """Where a draft or an attached plan begins, which goes on to the end."""

    def hold(self, offset: int, end: int, *, listed: bool) -> bool:
        """Tell whether the words from ``offset`` to ``end`` order a deed and do none.

        ``listed`` says that the verb stands in the heading of a list, or behind its object.
        """
        if offset >= self.drafted_from:
            return True
        index = bisect_right(self.starts, offset) - 1
        start = self.starts[index]
        close = self.flow.find("\n", offset)
        block_end = close if close >= 0 else len(self.flow)
        before = self.flow[start:offset]
        sentence = max((stop.end() for stop in _SENTENCE.finditer(before)), default=0)
        lead = before[sentence:]
        if _ACTING.search(self.flow[start + sentence : offset]) or BY_THIS.match(self.flow, end):
            return False
        if self.ordered[index] or (not listed and is_row(self.flow[start:block_end])):
            return True
        stop = _SENTENCE.search(self.flow, end, block_end)
        tail = self.flow[end : stop.start() if stop else block_end]
        return _ORDERING.match(lead) is not None or (not listed and _DUE.search(tail) is not None)


def is_row(text: str) -> bool:
    """Tell whether a paragraph is the row of a table."""
    return text.count("|") > 1 or text.lstrip().startswith("|") or "\t" in text.strip()


def orders_in(layout: Layout, header: Header, title_end: int) -> Orders:
    """Return where the text whose title ends at ``title_end`` orders, asks for or drafts."""
    flow = layout.flow
    articles = [
        block.start
        for block in layout.blocks
        if flow.startswith((" ", "Đ"), block.start) and ARTICLE.match(flow, block.start)
    ]
    last = articles[-1] if articles else title_end
    drafted_from = next(
        (
            block.start
            for block in layout.blocks
            if block.start >= title_end and _begins_another(layout.flow, block, header, last)
        ),
        len(layout.flow) + 1,
    )
    ordered = tuple(_ordered(layout, title_end))
    return Orders(layout.flow, layout.block_starts, ordered, drafted_from)


def _ordered(layout: Layout, title_end: int) -> Iterator[bool]:
    flow = layout.flow
    tasks = False
    leads: list[tuple[int, bool]] = []
    addressed = False
    for block in layout.blocks:
        text = flow[block.start : block.end]
        if block.start < title_end or block.note is not None:
            yield False
            continue
        if text[:1] in " Đ" and ARTICLE.match(text):
            tasks, addressed = False, False
            leads = [(-1, _orders_below(text))]
            yield False
            continue
        if _is_heading(text, block):
            if _TASKS.match(text):
                tasks = True
            elif SECTION.match(text) or text.isupper() or _ANNEX.match(text):
                tasks = _ANNEX.match(text) is not None and not _CHANGED.search(
                    flow[block.start : block.end + _LONGEST_HEADING]
                )
                leads, addressed = [], False
        rank = _rank(text)
        if rank < 0:
            addressed = _orders_below(text)
            yield tasks
            continue
        while leads and leads[-1][0] >= rank:
            leads.pop()
        under = addressed or any(orders for _, orders in leads)
        leads.append((rank, _orders_below(text)))
        yield tasks or under


def _begins_another(flow: str, block: Block, header: Header, last_article: int) -> bool:
    """Tell whether a block heads a draft, or the plan that the text issues."""
    text = flow[block.start : block.end]
    if text[:1] in " ([Dd" and _DRAFT.fullmatch(text):
        return True
    if not acts(header.type) or not text.isupper() or not PLAN_TITLE.fullmatch(text.strip()):
        return False
    attached = _ATTACHED.search(flow, block.end, block.end + _LONGEST_TITLE)
    return attached is not None or block.start > last_article


def _orders_below(text: str) -> bool:
    """Tell whether a line that ends with a colon gives orders to those whom it names."""
    if not text.rstrip().endswith(":"):
        return False
    return _ORDERING.match(text) is not None or _ADDRESSED.match(text.rstrip()) is not None


def _is_heading(text: str, block: Block) -> bool:
    return len(text) <= _LONGEST_HEADING and (
        block.heading or text.isupper() or text.rstrip()[-1:] not in ".;:,"
    )


def _rank(text: str) -> int:
    """Return how deep an item stands by its mark, -1 for what is no item."""
    mark = _RANKS.match(text)
    return (mark.lastindex or 0) - 1 if mark else -1
