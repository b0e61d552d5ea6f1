"""Where a text gives tasks: under which headings, by articles or not, to whom above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from extract.duties.bearers import Bearer, bearer_in, bearer_with_clause
from extract.duties.quick_look import may_oblige, tails
from extract.grammar.clauses import ARTICLE, MARK, PLAN_TITLE, SECTION
from extract.grammar.lexicon import any_of, whole
from extract.head.header import Header
from extract.text.layout import Block, Layout
from extract.text.view import UPPER
from ontology.documents.document_types import acts
from ontology.documents.order_words import DutyWord, duty_words
from ontology.institutions.bodies import body_level

_END = r"(?![^\W\d_])"
MARKS = re.compile(rf"[ ]*(?:{MARK}[ ]*|[IVX]+[.\-][ ]*)*")
"""The marks of an item in front of its words."""
_HEADS_OF_PLANS = (*duty_words(DutyWord.TASK_HEADING), *duty_words(DutyWord.PLAN_HEADING))
_NO_HEADS = duty_words(DutyWord.NO_TASK_HEADING)
_TASKS = re.compile(
    r"(?:tổ chức thực hiện|tổ chức thi hành|nhiệm vụ|giải pháp|phân công)(?![^\W\d_])",
    re.IGNORECASE,
)
_TOLD = rf"(?:các|từng|mỗi|toàn)[ ]|[{UPPER}]"
_GIVERS = (*duty_words(DutyWord.ORDER), *duty_words(DutyWord.GIVE))
_GIVES = tails(_GIVERS)
_GIVEN = re.compile(
    rf"(?<![^\W\d_])(?:{any_of(duty_words(DutyWord.ORDER))}[ ]"
    rf"|{any_of(duty_words(DutyWord.GIVE))}[ ](?={_TOLD}))"
)
"""An order word in small letters is a noun where no body follows: "hồ sơ đề nghị"."""
_URGES = tails(duty_words(DutyWord.MUST))
_URGED = re.compile(rf"(?<![^\W\d_]){any_of(duty_words(DutyWord.MUST))}{_END}")
"""Words without which nothing is owed outside of the parts that give tasks."""
_LEAD_TAILS = (*_GIVES, *tails((*duty_words(DutyWord.LEAD), "kết luận")))
_LEADS = re.compile(
    rf"(?:^{MARKS.pattern}{any_of(duty_words(DutyWord.ORDER))}{_END}"
    rf"|{whole(_GIVERS)}[ ](?={_TOLD})|{whole(duty_words(DutyWord.LEAD))})[^:]*:$"
)
_ANY_ORDER = any_of(word[0].lower() + word[1:] for word in duty_words(DutyWord.ORDER))
_GIVER_ALONE = re.compile(
    rf"(?:^|[.;,][ ])(?P<who>[{UPPER}][^.;,:]*)[ ](?:{_ANY_ORDER}|kết luận):$"
)
"""Who orders what stands below, and no other: "Ban Thường vụ Tỉnh ủy yêu cầu:"."""
_PART = re.compile(rf"{MARK}[ ]*(?:Tổ chức (?:thực hiện|thi hành)|Phân công){_END}[^.;:,]{{0,35}}")
"""The title of the part that gives tasks, numbered as items are: "4. Tổ chức thực hiện"."""
_RESPONSIBLE = re.compile(r"Trách nhiệm (?:của|thực hiện của)[ ]", re.IGNORECASE)
_ADDRESSED_AT_ONCE = re.compile(
    rf"{MARKS.pattern}Trách nhiệm (?:thực hiện )?của[ ](?P<who>[^:.;]+):[ ](?=\S)"
)
"""Whom a paragraph names in its first words, and tells what to do in the same."""
_MAY_ADDRESS = re.compile(rf"{MARK}|[IVX]+[.\-]|(?i:Trách nhiệm)")
_ORDER = any_of(duty_words(DutyWord.ORDER))
_ORDERED = re.compile(rf"(?:{_ORDER}|Đối với){_END}[ ]*", re.IGNORECASE)
_TASKED = re.compile(
    rf"[ ,]*(?:(?:{any_of((*duty_words(DutyWord.MUST), *duty_words(DutyWord.MANNER)))}"
    rf"|phối hợp[^:]*|với[^:]*|các đơn vị[^:]*|và|sau(?: đây)?){_END}[ ,]*)*[:.]?$",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"[ ](?:có (?:trách nhiệm|nhiệm vụ)|chủ trì|phối hợp|chịu trách nhiệm){_END}")
_DATED = tails(duty_words(DutyWord.DATED))
"""Words without which an article sets no day by which, or again and again, something is owed."""
_GIVEN_BELOW = re.compile(
    rf"[ ]*(?:\d+\.[ ]*)?{any_of(duty_words(DutyWord.ORDER))}[ ](?={_TOLD})"
    rf"|(?:.*[.;][ ])?[ ]*[{UPPER}][^.;:,]{{2,60}}[ ](?:giao|yêu cầu)[ ](?={_TOLD})"
)
"""An article that gives the tasks below it: "Điều 2. Giao Ủy ban nhân dân tỉnh:"."""
_GIVEN_TO = re.compile(
    rf"[ ](?:giao|yêu cầu)[ ](?P<who>(?:{_TOLD})[^:]*?)"
    r"[ ](?:thực hiện|triển khai|tổ chức)[ ][^:]*:$"
)
"""To whom: "Hội đồng nhân dân yêu cầu các sở thực hiện các nội dung sau:"."""
_STANDING = re.compile(r"[ ](?:thực hiện (?:chức năng )?quản lý|trong phạm vi)[ ].*")
"""What a body does anyhow, said between its name and its tasks."""
_CONCLUDES = re.compile(rf"(?:Thông báo )?(?:về )?(?:kết luận|ý kiến){_END}", re.IGNORECASE)
_DRAFTS = ("DỰ THẢO", "(DỰ THẢO", "[DỰ THẢO")
_RANKS = re.compile(
    r"[ ]*(?:(Điều[ ]\d+[a-zđ]?[.:])|([IVXL]{1,6}[ ]*[.\-/)])|(\d+\.[ )]?(?!\d)|\d+[ ]?-[ ])"
    r"|(\d+(?:\.\d+)+[.)]?|\d+\))|([a-zđ]{1,2}\d?\))|(-)|([+•*]))"
)
_UNKNOWN = 99
_LONGEST_HEADING = 220
_LONGEST_LEAD = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph that may oblige: whether tasks are given there, by the articles of an act."""

    block: Block
    tasked: bool
    act: bool
    addressed: Bearer | None


class _Given(NamedTuple):
    """The tails of words that give tasks, as many as a whole text has."""

    gives: tuple[str, ...]
    urges: tuple[str, ...]
    act: bool

    @classmethod
    def of(cls, flow: str, *, act: bool) -> Self:
        """Return those that ``flow`` has.

        The articles of an act bind by what they say is done by a day, others by words of duty.
        """
        gives, urges = (
            tuple(tail for tail in given if tail in flow)
            for given in (_GIVES, _DATED if act else _URGES)
        )
        return cls(gives, urges, act)

    def stand_in(self, text: str) -> bool:
        """Tell whether a paragraph outside of the parts that give tasks orders something itself."""
        if _has_any(text, self.gives) and _GIVEN.search(text):
            return True
        return _has_any(text, self.urges) and (self.act or _URGED.search(text) is not None)


def is_told(header: Header) -> bool:
    """Tell whether a text tells, proposes or passes on: what it asks for is a wish."""
    return header.type in duty_words(DutyWord.TELLING) and not asks(header)


def asks(header: Header) -> bool:
    """Tell whether a text asks throughout: a letter, the conclusions of a meeting."""
    if header.type not in duty_words(DutyWord.ASKING):
        return False
    told = header.type in duty_words(DutyWord.TELLING)
    return not told or _CONCLUDES.match(header.title) is not None


def places_of_tasks(layout: Layout, header: Header) -> Iterator[Place]:
    """Yield the paragraphs behind the title that may oblige, in the order of the text."""
    flow = layout.flow
    act = acts(header.type) and any(ARTICLE.match(flow, block.start) for block in layout.blocks)
    asking = asks(header)
    title_end = header.title_at[1] if header.title_at else 0
    tasks = part = False
    led: tuple[int, Bearer] | None = None
    given = _Given.of(flow, act=act)
    for block in layout.blocks:
        if block.start < title_end or block.note is not None or block.row:
            continue
        text = flow[block.start : block.end]
        if text.startswith(_DRAFTS):
            return
        if act and text[:2].isupper() and PLAN_TITLE.fullmatch(text):
            act, given = False, _Given.of(flow, act=False)
        if led and _ends(led[0], text, heading=block.heading):
            led = None
        # A paragraph that ends as a sentence does heads nothing, unless it is marked as a heading.
        said = text[-1:] in ".;," and not (block.heading or text.isupper())
        before = tasks
        if not said or text.startswith("Điều"):
            tasks, part = _in_part(text, block, before=tasks, part=part, act=act)
        if "rách nhiệm" in text[:40] and (at_once := _addressed_at_once(text)):
            yield Place(block=block, tasked=True, act=act, addressed=at_once)
        elif (not said or "rách nhiệm" in text[:40]) and (addressed := _addressed_below(text)):
            led = (_rank(text), addressed)
        elif (tasks or asking or given.stand_in(text)) and may_oblige(text):
            bearer = led[1] if led else None
            # A line that leads to tasks tells itself what was before.
            tasked = (before if text[-1:] == ":" else tasks) or (asking and bearer is not None)
            yield Place(block=block, tasked=tasked, act=act, addressed=bearer)


def _in_part(text: str, block: Block, *, before: bool, part: bool, act: bool) -> tuple[bool, bool]:
    """Return if tasks are given from a paragraph on, and if they are by its chapter.

    An article of a chapter of tasks that is titled by a body gives it tasks.
    """
    tasks = _tasks_below(text, block, before=before, act=act)
    if tasks == part:
        return tasks, part
    if text.startswith("Điều"):
        return tasks or _addressed(text) is not None, part
    chapter = block.heading or text.isupper() or SECTION.match(text)
    return tasks, tasks if chapter else part


def _has_any(text: str, words: Sequence[str]) -> bool:
    return any(map(text.__contains__, words))  # a generator takes twice as long


def _ends(above: int, text: str, *, heading: bool) -> bool:
    """Tell whether a paragraph stands no longer below an item of the rank ``above``."""
    rank = _rank(text)
    return rank <= above or (rank == _UNKNOWN and heading)


def _tasks_below(text: str, block: Block, *, before: bool, act: bool) -> bool:
    """Tell whether tasks are given from a paragraph on, as they were ``before`` or anew."""
    article = text.startswith("Điều")
    named = block.heading or text.isupper()
    if text[-1:] in ".;," and not named and not article:
        return before
    heading = len(text) <= _LONGEST_HEADING and (named or text[-1:] not in ".;:,")
    if article and (marked := ARTICLE.match(text)):
        if text.endswith(":") and _GIVEN_BELOW.match(text, marked.end()):
            return True
        titled = heading or (len(text) <= _LONGEST_HEADING and text.endswith(":"))
        return titled and _gives_tasks(text, act=act)
    if heading and (named or SECTION.match(text)):
        return _gives_tasks(text, act=act)
    if heading and _PART.fullmatch(text):
        return True
    leads = text.endswith(":") and _leads(text[-_LONGEST_LEAD:])
    return before or (leads and not (act and _holds(text, _NO_HEADS)))


def _leads(text: str) -> bool:
    """Tell whether what a line ends with orders what stands below it."""
    if not _has_any(text, _LEAD_TAILS):
        return False
    if _LEADS.search(text):
        return True
    alone = _GIVER_ALONE.search(text)
    if alone is None:
        return False
    return body_level(alone["who"]) is not None or bearer_in(alone["who"]) is not None


def _gives_tasks(heading: str, *, act: bool) -> bool:
    """Tell whether tasks stand under a heading; what a body is for is no task."""
    words = duty_words(DutyWord.TASK_HEADING) if act else _HEADS_OF_PLANS
    return _holds(heading, words) and not _holds(heading, _NO_HEADS)


def _holds(heading: str, words: Sequence[str]) -> bool:
    return _has_any(heading.lower(), words)


def _addressed_at_once(text: str) -> Bearer | None:
    """Return whom a paragraph names before the tasks that stand in it: "Trách nhiệm của sở: …"."""
    found = _ADDRESSED_AT_ONCE.match(text)
    return _of_class(found["who"]) if found else None


def _addressed_below(text: str) -> Bearer | None:
    """Return whom a line or the words that end an article name, whose tasks stand below."""
    addressed = _addressed(text)
    if addressed is None and text.startswith("Điều") and text.endswith(":"):
        given = _GIVEN_TO.search(text)
        return bearer_in(given["who"]) if given else None
    return addressed


def _addressed(text: str) -> Bearer | None:
    """Return whom a line names whose tasks stand below it: "2. Bộ Tài chính:"."""
    if text[-1:] in ".;," and "rách nhiệm" not in text[:40]:
        return None
    if text[-1:] != ":" and not _MAY_ADDRESS.match(text):
        return None
    mark = MARKS.match(text)
    marked = mark.end() if mark else 0
    if len(text) - marked > _LONGEST_HEADING:
        return None
    words = text[marked:].strip()
    if not words or _TASKS.match(words):
        return None
    if found := _RESPONSIBLE.match(words):
        named = re.split(r"[ ](?:về|trong|đối với|khi|như sau)[ :]", words[found.end() :])[0]
        return _of_class(named.rstrip(":."))
    if not (words[-1] == ":" or (marked and words[-1] not in ".;,")):
        return None
    ordered = _ORDERED.match(words)
    named = words[ordered.end() if ordered else 0 :]
    tail = _TAIL.search(named)
    if tail and not _TASKED.match(named[tail.start() :]):
        return bearer_with_clause(named.rstrip(":."))
    bearer = _named(named[: tail.start()] if tail else named.rstrip(":."))
    return bearer if bearer and (bearer.several or not bearer.printed[0].islower()) else None


def _of_class(words: str) -> Bearer | None:
    """Return who is responsible, where a class is told without a count: "cơ quan chuyên môn"."""
    if bearer := _named(words):
        return bearer
    bearer = _named(words[:1].upper() + words[1:])
    return replace(bearer, printed=words) if bearer else None


def _named(words: str) -> Bearer | None:
    standing = "thực hiện " in words or "trong phạm vi" in words
    return bearer_with_clause(words) or bearer_in(_STANDING.sub("", words) if standing else words)


def _rank(text: str) -> int:
    """Return how deep an item stands by its mark; what is no item stands deepest."""
    mark = _RANKS.match(text)
    return (mark.lastindex or 1) - 1 if mark else _UNKNOWN
