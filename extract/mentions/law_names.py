"""Laws, codes and ordinances that a text cites by their title ("Luật Đất đai", "Bộ luật Dân sự").

A title is known from the table of laws, or it begins with a capital and ends where prose goes on.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from extract.grammar.citation import Citation
from extract.grammar.fields import NO_FIELDS, fields_after
from extract.reading import MentionKind
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.laws import all_laws
from ontology.spelling import folded, slug

_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH)[ ](?=[\"“]?[^\W\d_])")
_LAW_END = re.compile(
    r"""[,;.:()"”\n/] | [ ](?:
      ngày | năm | số | này | quy[ ]định | có | được | của | theo | để | gắn[ ]với | tại | thì
    | trong | và | hoặc | khi | đã | nêu | hiện[ ]hành | ra | về | sửa[ ]đổi | hướng[ ]dẫn | là
    | do | cho | bằng | nhằm | vào | với | mà | phải | không | khóa | tới | đến | trên | từ
    | đối[ ]với | sau[ ]đây | cũng | như | áp[ ]dụng | thay[ ]thế | sẽ | ban[ ]hành | bao[ ]gồm
    | gồm | vẫn | nếu | thuộc | ở | trước | sau | bị | còn | hết | qua | [-\d]
    )(?![^\W\d_])""",
    re.VERBOSE,
)
_YEAR = re.compile(r"[ ](?P<year>(?:19[4-9]|20[0-4])\d)(?![\w/-]|[.,]\d)")
"""A year straight behind a title ("Luật Đất đai 2024"), no part of a number or of a date."""
_NOT_A_LAW = re.compile(r"(?:sư|gia|pháp|lệ|khoa|sửa đổi|này|đó|trên|nêu|các|và|có|là|được|hiện)\b")
_CHANGING = re.compile(
    r"sửa đổi,? bổ sung (?:một số điều (?:và [^,;.]{2,60} )?)?(?:của )?(?:các )?", re.IGNORECASE
)
_LAW_NUMBER = re.compile(r"[ ]số[ ]*:?[ ]*\d{1,3}/\d{4}/(?:PL-)?(?:QH|UBTVQH)\d+")
_ELSEWHERE = re.compile(r"[ ]của (?:các )?nước (?!Cộng hòa xã hội)")
_FOREIGN = re.compile(
    r"[^;,.\n]{4,60}? (?:của (?:các )?nước (?!Cộng hòa xã hội)|nước ngoài(?![^\W\d_]))"
)
_AND_LAW = re.compile(r"(?:,| và|, và) (?=(?:Luật|Bộ luật|Pháp lệnh) (?!số ))")


def cited_laws(flow: str) -> Iterator[Citation]:
    """Yield the laws that ``flow`` cites by title, with the fields behind them.

    What stands behind the last law that an amending law names is the amending law's.
    """
    changing_until = 0
    for match in _LAW.finditer(flow):
        start = match.start()
        end = start + len(flow[start : _title_end(flow, match)].rstrip())
        if end <= start:
            continue
        changing = _CHANGING.match(flow, match.end()) is not None
        # Whose year is bare behind "Luật sửa đổi … của Luật X 2013": one candidate or none.
        year = None if changing or end <= changing_until else _YEAR.match(flow, end)
        behind = year.end() if year else end
        fields = fields_after(flow, behind) if end > changing_until else NO_FIELDS
        word = match.group().strip().capitalize()
        yield Citation(
            start=start,
            end=end,
            fields_end=max(fields.end, behind),
            tier=MentionKind.NAMED,
            type=word,
            date=fields.date or (PartialDate.of(year["year"]) if year else NO_DATE),
            issuer=fields.issuer,
            term=fields.term,
            name=flow[start:end],
        )
        if changing:
            changing_until = end


def _title_end(flow: str, match: re.Match[str]) -> int:
    """Return where the title that begins with ``match`` ends, 0 where no law is named there."""
    start, offset = match.start(), match.end()
    if start and flow[start - 1].isalpha():
        return 0
    changing = _CHANGING.match(flow, offset)
    if changing:
        return _changed_laws(flow, changing.end())
    known = _longest_law(flow, start)
    if known:
        return 0 if _ELSEWHERE.match(flow, known) else known
    if _FOREIGN.match(flow, start) or _NOT_A_LAW.match(flow, offset) or match.group().isupper():
        return 0
    if flow[max(0, start - 5) : start].lower() == "pháp ":
        return 0
    if not (flow[offset].isupper() or _lower_law_name(flow, offset)):
        return 0
    stop = _LAW_END.search(flow, offset, offset + 120)
    named = stop is not None and flow[offset : stop.start()].strip() != ""
    return start + len(flow[start : stop.start()].rstrip()) if stop and named else 0


def changing_title(flow: str, offset: int) -> str:
    """Return the title at ``offset`` of a law that amends others by name, empty for none.

    >>> changing_title("Luật số 46 sửa đổi, bổ sung một số điều của Luật Nhà ở.", 11)
    'sửa đổi, bổ sung một số điều của Luật Nhà ở'
    """
    changing = _CHANGING.match(flow, offset)
    return flow[offset : _changed_laws(flow, changing.end())].strip() if changing else ""


def _changed_laws(flow: str, offset: int) -> int:
    """Return where "Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y" ends."""
    end = 0
    while law := _LAW.match(flow, offset):
        known = _longest_law(flow, offset)
        stop = _LAW_END.search(flow, law.end(), law.end() + 120)
        end = known or (stop.start() if stop else 0)
        if end and (number := _LAW_NUMBER.match(flow, end)):
            end = number.end()
        more = _AND_LAW.match(flow, end) if end else None
        if not more:
            break
        offset = more.end()
    return end


def without_outer_fields(
    numbered: Iterable[Citation], names: Iterable[Citation]
) -> Iterator[Citation]:
    """Yield references by number; a date behind the last law amended is the amending law's."""
    outer = [law for law in names if _CHANGING.match(law.name.partition(" ")[2])]
    for citation in numbered:
        if any(law.start < citation.start and citation.end <= law.end for law in outer):
            yield replace(citation, date=NO_DATE, issuer="", term="", fields_end=citation.end)
        else:
            yield citation


def _longest_law(flow: str, start: int) -> int:
    """Return where the longest known title that starts at ``start`` ends, 0 where there is none."""
    line = flow[start : start + 140].split("\n", 1)[0]
    words = line.split(" ")
    slugs = [slug(word) for word in words[:2]]
    longest = min(len(words), _longest_titles().get("-".join(filter(None, slugs)), 0))
    slugs += (slug(word) for word in words[2:longest])
    for count in range(longest, 1, -1):
        if _law_key("-".join(filter(None, slugs[:count]))) in known_laws():
            bare = " ".join(words[:count]).rstrip(',;.:()"”')
            if not bare.endswith(" và"):
                return start + len(bare)
    return 0


def _lower_law_name(flow: str, offset: int) -> bool:
    """Tell whether a title without capitals is known ("Luật đất đai", "Luật tổ chức …")."""
    words = flow[offset : offset + 40].split(" ")[:2]
    return folded(" ".join(words)).strip(",;.") in _law_openings()


def law_key(name: str) -> str:
    """Return what two spellings of a law's title share: all but marks, "và" and short forms.

    >>> law_key("Luật Tổ chức HĐND, UBND")
    'luat-to-chuc-hoi-dong-nhan-dan-uy-ban-nhan-dan'
    """
    return _law_key(slug(name))


def _law_key(slugged: str) -> str:
    key = f"-{slugged}-".replace("-hdnd-", "-hoi-dong-nhan-dan-").replace(
        "-ubnd-", "-uy-ban-nhan-dan-"
    )
    return key.replace("-qppl-", "-quy-pham-phap-luat-").replace("-va-", "-").strip("-")


@cache
def known_laws() -> Mapping[str, str]:
    """Return the official title of each known law by its key."""
    # Of two spellings the longer one is the official title.
    return {law_key(name): name for name in reversed(all_laws())}


@cache
def _longest_titles() -> Mapping[str, int]:
    """Return how many words the longest known title has that begins with these two words.

    Texts may print "và" where the title has a comma, and so have a few words more.
    """
    longest: dict[str, int] = {}
    for name in all_laws():
        words = name.split(" ")
        opening = slug(" ".join(words[:2]))
        longest[opening] = max(longest.get(opening, 0), len(words) + 3)
    return longest


@cache
def _law_openings() -> frozenset[str]:
    names = (folded(name).split(" ") for name in all_laws())
    return frozenset(
        " ".join(words[2 if words[0] in ("bộ", "pháp") else 1 :][:2]).strip(",") for words in names
    )
