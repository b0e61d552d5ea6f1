"""What the columns of a register of documents hold, and what stands above its rows for all of them.

| Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan ban hành |: the heading of a column says which
field of the row's document its cells hold. A table of tasks has no such columns.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.grammar.capitals import cased
from extract.grammar.lexicon import bodies
from extract.text.layout import Block
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import BodyUse

Cells = Mapping[int, Block]

_COLUMN = re.compile(
    r"""
      (?P<number> (?:số(?:[ ]hiệu)?|ký[ ]hiệu)(?:[, /]+(?:và[ ])?(?:ký[ ]hiệu|số|hiệu))*
                  (?:[ ](?:của[ ])?(?:văn[ ]bản|VB))?
                  (?:[,;/ ]+(?:và[ ])?ngày(?:[,/ ]+tháng)?(?:[,/ ]+năm)?
                     (?:[ ](?:ban[ ]hành|ký|văn[ ]bản|VB))?)?
                | văn[ ]bản[ ]số )
    | (?P<name>   (?:tên[ ])?văn[ ]bản )
    | (?P<date>   (?:ngày|thời[ ]gian)(?:[,/ ]+tháng)?(?:[,/ ]+(?:và[ ])?năm)?
                  (?:[ ](?:ban[ ]hành|ký(?:[ ]ban[ ]hành)?|văn[ ]bản|VB))?(?:[ ](?:văn[ ]bản|VB))? )
    | (?P<type>   (?:thể[ ])?loại(?:[ ](?:văn[ ]bản|VB))? | hình[ ]thức(?:[ ](?:văn[ ]bản|VB))?
                | tên[ ]loại(?:[ ](?:văn[ ]bản|VB))? )
    | (?P<title>  trích[ ]yếu(?:[ ]nội[ ]dung)?(?:[ ](?:văn[ ]bản|VB))?
                | nội[ ]dung(?:[ ](?:văn[ ]bản|VB|trích[ ]yếu))?
                | tên(?:[ ]loại)?(?:[ ](?:văn[ ]bản|VB))?
                  (?:[, ]+(?:và[ ])?trích[ ]yếu.*|[ ]gọi(?:[ ]văn[ ]bản)?)
                | về[ ]việc )
    | (?P<issuer> (?:cơ[ ]quan|đơn[ ]vị|nơi|tác[ ]giả|cấp)(?:[,/ ]+(?:tổ[ ]chức|đơn[ ]vị))?
                  (?:[ ](?:ban[ ]hành|ký(?:[ ]ban[ ]hành)?))?(?:[ ](?:văn[ ]bản|VB))?
                | ban[ ]hành[ ]bởi )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(
    r"""(?<![\d/])(?:(?:ngày[ ]*)?(?P<day>\d{1,2})[ ]*(?:[/.-]|tháng)[ ]*)?(?:tháng[ ]*)?
    (?P<month>\d{1,2})[ ]*(?:[/.-]|năm)[ ]*(?P<year>(?:19|20)\d\d)(?![\d/])""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORT_DAY = re.compile(r"(?:ngày[ ]*)?(?P<day>\d{1,2})[ ]*(?:[/.-]|tháng)[ ]*(?P<month>\d{1,2})")
"""A day without its year, which a heading gives: "15/3" under "Năm 2021"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTER = re.compile(r"(?:[A-ZĐ]|[IVXL]+|\d+(?:\.\d+)*)[ ]*[.)/-]?[ ]*(?:-[ ]*)?")
_BODY = rf"{bodies(BodyUse.ISSUES)}(?![^\W\d_])[^,;:()\n]{{0,80}}?"
_UNDER_A_BODY = re.compile(
    rf"""(?:(?:các[ ])?văn[ ]bản(?:[ ](?:lãnh[ ]đạo|chỉ[ ]đạo|triển[ ]khai|được|đã|ban[ ]hành),?)*
      [ ](?:của|do)[ ] | (?:của|do)[ ])?
    (?P<body>{_BODY})(?:[ ](?:đã[ ])?ban[ ]hành)?(?:[ ](?:trong[ ])?năm[ ]\d{{4}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"""(?:{_COUNTER.pattern})?(?:(?:Danh[ ]mục|Thống[ ]kê|Biểu|Bảng)[ ])?(?:các[ ])?
    văn[ ]bản(?:[ ](?:lãnh[ ]đạo|chỉ[ ]đạo|triển[ ]khai|được|đã|ban[ ]hành),?)*
    [ ](?:của|do)[ ](?P<body>{_BODY})(?:[ ](?:đã[ ])?ban[ ]hành)?
    (?:[ ](?:trong[ ])?năm[ ]\d{{4}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_TASK = re.compile(
    r"""(?:tên[ ])?(?:nội[ ]dung[ ])?(?:nhiệm[ ]vụ|công[ ]việc)(?![^\W\d_]).*
    | .*(?:chủ[ ]trì|phối[ ]hợp) | sản[ ]phẩm.* | thời[ ]hạn.*
    | (?:đơn[ ]vị|cơ[ ]quan)[ ]thực[ ]hiện | thời[ ]gian[ ](?:hoàn[ ]thành|thực[ ]hiện|trình).*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What heads a column of a table of tasks."""
_FEWEST_TASKS = 2
_RULE = re.compile(r"[-:=_. ]*")
_SEVERAL = re.compile(r"(?<![^\W\d_])(?:các|cấp|và|những|khối)(?![^\W\d_])| - ", re.IGNORECASE)
"""What makes of a heading one of several bodies, none of which it names as the issuer."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a heading says of all the documents listed under it; empty where it says nothing."""

    issuer: str = ""
    year: str = ""


def columns_of(flow: str, cells: Cells, above: Cells) -> Mapping[str, int]:
    """Return which cell of a heading heads which field, none where it heads no register.

    ``above`` are the cells of the row before: where a heading has two rows, a cell that is merged
    with the one above it is empty or repeats it.
    """
    if heads_tasks(flow, cells):
        return {}
    found: dict[str, int] = {}
    for index in sorted({*cells, *above}):
        block = cells.get(index) or above[index]
        match = _COLUMN.fullmatch(flow[block.start : block.end].strip(" *:."))
        if match and match.lastgroup:
            found.setdefault(match.lastgroup, index)
    name = found.pop("name", None)
    if name is not None:
        # "Văn bản" is what is listed: its number, or its title where another column has that.
        found.setdefault("title" if "number" in found else "number", name)
    own = any(index in cells for index in found.values())
    return found if own and "number" in found and {"date", "issuer"} & found.keys() else {}


def heads_tasks(flow: str, cells: Cells) -> bool:
    """Tell whether a row heads a table of tasks, whose cells tell of no document that is made."""
    said = [flow[block.start : block.end].strip(" *:.") for block in cells.values()]
    return sum(_TASK.fullmatch(text) is not None for text in said) >= _FEWEST_TASKS


def is_rule(flow: str, cells: Cells) -> bool:
    """Tell whether a row only draws the line below a heading: |---|---|."""
    return all(_RULE.fullmatch(flow[block.start : block.end]) for block in cells.values())


def names_columns(flow: str, cells: Cells) -> bool:
    """Tell whether a row can be the upper row of a heading: some cell of it heads a field."""
    return any(
        _COLUMN.fullmatch(flow[block.start : block.end].strip(" *:.")) for block in cells.values()
    )


def shared_by(flow: str, cells: Cells) -> Shared | None:
    """Return what a row says that only heads those below it, None where it is another row."""
    said = {flow[block.start : block.end].strip(" *:.") for block in cells.values()}
    said = {text for text in said if not _COUNTER.fullmatch(text)}
    if len(said) != 1:
        return None
    text = _without_counter(next(iter(said)))
    return Shared(_issuer(_UNDER_A_BODY, text), _one_year(text))


def shared_above(flow: str, block: Block) -> Shared:
    """Return what the paragraph above a table says of all that it lists."""
    text = flow[block.start : block.end].strip(" *:.#")
    named = re.search(r"văn bản", text, re.IGNORECASE) is not None
    return Shared(_issuer(_ABOVE, text), _one_year(text) if named else "")


def _without_counter(text: str) -> str:
    counter = _COUNTER.match(text)
    marked = counter and counter.group().rstrip()[-1:] in tuple(".)/-")
    return text[counter.end() :] if counter and marked else text


def _issuer(pattern: re.Pattern[str], text: str) -> str:
    """Return the one body that a heading names, empty where it names none or several."""
    match = pattern.fullmatch(text)
    if match is None or _SEVERAL.search(match["body"]) or body_level(match["body"]) is None:
        return ""
    body = match["body"].strip()
    if body.isupper() and " " in body:
        body = " ".join(cased(body.split()))
    return body[:1].upper() + body[1:]


def _one_year(text: str) -> str:
    years = set(_YEAR.findall(text))
    return next(iter(years)) if len(years) == 1 else ""


def date_in(text: str, year: str) -> PartialDate:
    """Return the date that a cell holds, as much of it as is printed; ``year`` is its heading's.

    >>> date_in("ngày 4/5/2021", ""), date_in("5/2021", ""), date_in("4/5", "2021")
    ('2021-05-04', '2021-05', '2021-05-04')
    """
    if found := _DAY.fullmatch(text):
        return PartialDate.of(found["year"], found["month"], found["day"])
    if _YEAR.fullmatch(text):
        return PartialDate.of(text)
    short = _SHORT_DAY.fullmatch(text) if year else None
    return PartialDate.of(year, short["month"], short["day"]) if short else NO_DATE


def date_behind(text: str) -> PartialDate:
    """Return the one whole day that a cell prints behind a number, empty where there are more."""
    days = {
        PartialDate.of(found["year"], found["month"], found["day"])
        for found in _DAY.finditer(text)
        if found["day"]
    }
    return next(iter(days)) if len(days) == 1 else NO_DATE
