"""References by name: laws, schemes, programmes, strategies, resolutions of congresses.

A name is marked where one certain document is meant: a law by its title, a scheme or strategy with
a title in quotation marks or behind a capital letter, a nickname with a number ("Đề án 06"), a
congress resolution with its ordinal. Plurals and common nouns ("các chương trình") are not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from extract.citation import Citation
from extract.fields import fields_after
from extract.mention import Tier
from ontology.document_types import type_by_word
from ontology.laws import all_laws
from ontology.spelling import folded, slug

_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH)[ ](?=[\"“]?[^\W\d_])")
_LAW_END = re.compile(
    r"""[,;.:()"”\n/] | [ ](?:
      ngày | năm | số | này | quy[ ]định | có | được | của | theo | để | gắn[ ]với | tại | thì | trong | và | hoặc
    | khi | đã | nêu | hiện[ ]hành | ra | về | sửa[ ]đổi | hướng[ ]dẫn | là | do | cho | bằng | nhằm | vào | với
    | mà | phải | không | khóa | tới | đến | trên | từ | đối[ ]với | sau[ ]đây | cũng | như | áp[ ]dụng | thay[ ]thế
    | sẽ | ban[ ]hành | bao[ ]gồm | gồm | vẫn | nếu | thuộc | ở | trước | sau | bị | còn | hết | qua | [-\d]
    )(?![^\W\d_])""",
    re.VERBOSE,
)
_NOT_A_LAW = re.compile(r"(?:sư|gia|pháp|lệ|khoa|sửa đổi|này|đó|trên|nêu|các|và|có|là|được|hiện)\b")
_CONSTITUTION = re.compile(
    r"(?:Hiến pháp|HIẾN PHÁP)(?:[ ]nước Cộng hòa xã hội chủ nghĩa Việt Nam)?(?:[ ]năm[ ](?P<year>19\d\d|20\d\d))?"
    r"|Điều lệ Đảng(?:[ ]Cộng sản Việt Nam)?|ĐIỀU LỆ ĐẢNG(?:[ ]CỘNG SẢN VIỆT NAM)?|Điều lệ (?:Mặt trận Tổ quốc|Công đoàn|Đoàn TNCS Hồ Chí Minh)(?: Việt Nam)?"
)
_RESOLUTION = re.compile(r"quyết|QUYẾT|Quyết|kiện|KIỆN")
_CONGRESS = re.compile(
    r"""(?i:Nghị\squyết|Văn\skiện)\s(?:của\s)?(?i:
      (?:Đại\shội\s(?:đại\sbiểu\s)?(?:(?:lần\sthứ\s(?P<n1>[IVXL]+|\d+)|(?P<n2>[IVXL]+))\scủa\sĐảng(?:\sbộ\s\S+)?
        |(?P<whose>(?:Đảng\sbộ\s(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|xã|phường|thị\strấn|cơ\squan)(?:\s[^\W\d_]+){0,4}?
           |(?:đại\sbiểu\s)?(?:Đảng\s)?toàn\squốc(?:\s(?:của\s)?Đảng)?(?:\sCộng\ssản\sViệt\sNam)?|Đảng))
           \s(?:lần\sthứ\s(?P<n3>[IVXL]+|\d+)|(?P<n4>[IVXL]{1,6})\b)))
    | (?:Hội\snghị\s)?(?:lần\sthứ\s\S+\s)?(?:Ban\sChấp\shành\s)?Trung\sương\s(?:Đảng\s)?(?:\d{1,2}|lần\sthứ\s\S+)\s?[,(]?\s?khóa\s(?:[IVXL]+)
    )(?P<tail>)""",
    re.VERBOSE,
)
_SCHEME = re.compile(
    r"""(?P<type>Đề[ ]án|Hiệp[ ]định|Công[ ]ước|Nghị[ ]định[ ]thư|Hiệp[ ]ước|Chương[ ]trình|Chiến[ ]lược|Dự[ ]án|Quy[ ]hoạch|Kế[ ]hoạch|Quy[ ]chế|Quy[ ]định
      |ĐỀ[ ]ÁN|CHIẾN[ ]LƯỢC|CHƯƠNG[ ]TRÌNH[ ]MỤC[ ]TIÊU)
    (?:[ ](?P<nick>\d{1,4}(?!\d|[/.,\-]\d|[ ]?[/-][A-ZĐ]))(?P<phase>[ ]giai[ ]đoạn[ ](?:[IVX]+\b|\d{4}[ ]?-[ ]?\d{4}))?
      |[ ](?P<open>["“])
      |[ ](?P<first>[^\W\d_]+))""",
    re.VERBOSE,
)
_CLOSE = {'"': '"', "“": "”"}
_PERIOD = re.compile(
    r"(?:đến năm \d{4}|giai đoạn \d{4} ?- ?\d{4}|giai đoạn [IVX]+\b|năm \d{4})"
    r"(?:,? (?:và )?(?:tầm nhìn|định hướng|hướng tới)(?: đến)?(?: năm)? \d{4})?"
)
_NAME_END = re.compile(
    r"""[;.:()“”"\n] | ,[ ](?=(?:ngày|Luật|Đề\ án|Kế\ hoạch|Chiến\ lược|Chương\ trình|Nghị\ (?:quyết|định)|Quyết\ định|Quy\ (?:định|chế)
        |Kết\ luận|Chỉ\ thị|Thông\ tư|Công\ văn|Hướng\ dẫn|sơ\ kết|tổng\ kết|Bộ\ |trong\ đó|nhất\ là|gồm|bao\ gồm)\b)
    | [ ](?:để[ ](?:lãnh|chỉ|triển|thực|tổ)|ban[ ]hành[ ](?:kèm|theo)|theo[ ](?:Quyết|Nghị|quy[ ]định|tinh)|đã[ ]|được[ ](?!giao)
        |tại[ ](?:Quyết|Nghị|Kết|Tờ)|gắn[ ]với|và[ ](?=(?:các[ ])?(?:Luật|Nghị[ ](?:quyết|định)|Quyết[ ]định|Kế[ ]hoạch|Chương[ ]trình|Đề[ ]án|Kết[ ]luận|Chỉ[ ]thị|Dự[ ]án))
        |còn[ ]|chưa[ ]|đạt[ ]|gặp[ ]|vẫn[ ]|bị[ ]|phải[ ]|cần[ ]|là[ ]|vào[ ](?:Chương|diện)|thuộc[ ](?:Chương|diện)|do[ ]|của[ ](?:Chính[ ]phủ|Thủ[ ]tướng|Bộ[ ]|UBND|Ban[ ]|Đảng)|theo[ ])
    | (?<!đến)(?<!tới)(?<!đoạn)[ ]năm[ ]\d{4}[ ]của[ ]""",
    re.VERBOSE,
)
_GENERIC = {
    "Đề án": {
        "này",
        "trên",
        "đã",
        "được",
        "và",
        "của",
        "do",
        "có",
        "là",
        "với",
        "để",
        "theo",
        "nêu",
        "sau",
        "đó",
        "thành",
        "tại",
        "trong",
        "gồm",
        "phải",
        "cần",
    },
    "Chương trình": {
        "này",
        "trên",
        "hành",
        "công",
        "đã",
        "được",
        "và",
        "của",
        "có",
        "là",
        "phối",
        "làm",
        "họp",
        "đào",
        "giáo",
        "do",
        "theo",
        "nêu",
        "khung",
        "với",
        "để",
        "trong",
        "kỳ",
        "số",
        "nghị",
        "giảng",
        "bồi",
        "môn",
        "học",
        "gồm",
        "phải",
        "thực",
        "truyền",
        "kế",
        "dạy",
        "đó",
        "tổng",
        "cần",
        "thành",
    },
    "Chiến lược": {
        "này",
        "trên",
        "đã",
        "được",
        "và",
        "của",
        "có",
        "là",
        "do",
        "theo",
        "nêu",
        "trung",
        "với",
        "để",
        "trong",
        "gồm",
        "phải",
    },
}
_GENERIC |= {
    treaty: {
        "này",
        "trên",
        "được",
        "và",
        "có",
        "đã",
        "quốc",
        "song",
        "đa",
        "là",
        "mà",
        "hoặc",
        "của",
        "theo",
        "do",
        "nêu",
        "liên",
        "khác",
        "tương",
        "ngày",
        "các",
        "với",
        "thì",
        "tại",
        "đó",
    }
    for treaty in ("Hiệp định", "Công ước", "Nghị định thư", "Hiệp ước")
}
_NAMELESS = re.compile(
    r"[ ]giai đoạn (?:tiếp|tới|sau)|[ ]mục tiêu quốc gia (?:còn|chưa|đạt|đã|được|gặp|vẫn|do|bị|là|trên địa bàn)(?![^\W\d_])|[ ]mục tiêu(?: quốc gia)?(?=[ ]*(?:[,;.)]|$|\n|và[ ]))|[ ]quốc gia(?=[ ]*(?:[,;.)]|$|\n))"
)
_NATIONAL = re.compile(r"Kế hoạch hành động quốc gia|Quy hoạch tổng thể quốc gia|Kế hoạch tổng thể")
_LONGEST = 260


def named(flow: str, taken: Iterable[Citation]) -> list[Citation]:
    """Return the references by name in ``flow``; ``taken`` are those by number, which come first."""
    numbered = sorted(taken, key=lambda one: one.start)
    starts = {one.start for one in numbered}
    found = [
        one
        for one in (*_laws(flow), *_constitutions(flow), *_congresses(flow), *_schemes(flow))
        if one.start not in starts
    ]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _laws(flow: str) -> Iterator[Citation]:
    for match in _LAW.finditer(flow):
        start, place = match.start(), match.end()
        if start and flow[start - 1].isalpha():
            continue
        known = _longest_law(flow, start)
        changing = _CHANGING.match(flow, place)
        if changing:
            end = _changed_laws(flow, changing.end())
            if not end:
                continue
        elif known:
            end = known
        else:
            if _NOT_A_LAW.match(flow, place) or flow[max(0, start - 5) : start].lower() == "pháp ":
                continue
            upper = match.group().isupper()
            if not (flow[place].isupper() or _lower_law_name(flow, place)) or upper:
                continue
            stop = _LAW_END.search(flow, place, place + 120)
            end = stop.start() if stop else place
            if flow[place:end].strip() == "" or stop is None:
                continue
        word = (
            "Bộ luật"
            if match.group().lower().startswith("bộ")
            else match.group().strip().capitalize()
        )
        fields = fields_after(flow, end)
        yield Citation(
            start,
            end,
            fields.end,
            Tier.NAMED,
            word,
            date=fields.date,
            issuer=fields.issuer,
            term=fields.term,
            name=flow[start:end],
        )


_CHANGING = re.compile(
    r"sửa đổi, bổ sung (?:một số điều (?:và [^,;.]{2,60} )?)?(?:của )?(?:các )?", re.IGNORECASE
)
_AND_LAW = re.compile(r"(?:,| và|, và) (?=Luật |Bộ luật |Pháp lệnh )")


def _changed_laws(flow: str, place: int) -> int:
    """Return where "Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y" ends."""
    end = 0
    while law := _LAW.match(flow, place):
        known = _longest_law(flow, place)
        stop = _LAW_END.search(flow, law.end(), law.end() + 120)
        end = known or (stop.start() if stop else 0)
        more = _AND_LAW.match(flow, end) if end else None
        if not more:
            break
        place = more.end()
    return end


def _longest_law(flow: str, start: int) -> int:
    """Return where the longest known title that starts at ``start`` ends, 0 where there is none."""
    line = flow[start : start + 140].split("\n", 1)[0]
    words = line.split(" ")
    for count in range(min(len(words), _longest_title()), 1, -1):
        text = " ".join(words[:count])
        bare = text.rstrip(',;.:()"”')
        if law_key(bare) in known_laws() and not bare.endswith(" và"):
            return start + len(bare)
    return 0


def _lower_law_name(flow: str, place: int) -> bool:
    """Tell whether a title without capitals is known ("Luật đất đai", "Luật tổ chức …")."""
    words = flow[place : place + 40].split(" ")[:2]
    return folded(" ".join(words)).strip(",;.") in _law_openings()


def law_key(name: str) -> str:
    """Return what two spellings of a law's title share: commas, hyphens, "và" and short forms aside.

    >>> law_key("Luật tổ chức HĐND và UBND") == law_key("Luật Tổ chức Hội đồng nhân dân, Ủy ban nhân dân")
    True
    """
    key = f"-{slug(name)}-".replace("-hdnd-", "-hoi-dong-nhan-dan-").replace(
        "-ubnd-", "-uy-ban-nhan-dan-"
    )
    return key.replace("-qppl-", "-quy-pham-phap-luat-").replace("-va-", "-").strip("-")


@cache
def known_laws() -> Mapping[str, str]:
    """Return the official title of each known law by its key."""
    return {law_key(name): name for name in all_laws()}


@cache
def _longest_title() -> int:
    return max(len(name.split()) for name in all_laws())


@cache
def _law_openings() -> frozenset[str]:
    names = (folded(name).split(" ") for name in all_laws())
    return frozenset(
        " ".join(words[-0 or (2 if words[0] in ("bộ", "pháp") else 1) :][:2]).strip(",")
        for words in names
    )


def _constitutions(flow: str) -> Iterator[Citation]:
    for match in _CONSTITUTION.finditer(flow):
        word = "Điều lệ" if match.group().lower().startswith("điều") else "Hiến pháp"
        yield Citation(
            match.start(),
            match.end(),
            match.end(),
            Tier.NAMED,
            word,
            date=match["year"] or "",
            name=match.group(),
        )


def _congresses(flow: str) -> Iterator[Citation]:
    for opening in _RESOLUTION.finditer(flow):
        start = opening.start() - (5 if opening.group()[0] in "qQ" else 4)
        match = _CONGRESS.match(flow, start) if start >= 0 else None
        if match is None:
            continue
        fields = fields_after(flow, match.end())
        yield Citation(
            match.start(),
            match.end(),
            fields.end,
            Tier.NAMED,
            "Nghị quyết",
            date=fields.date,
            issuer=fields.issuer,
            name=re.sub(r"\s+", " ", match.group()),
        )


def _schemes(flow: str) -> Iterator[Citation]:
    for match in _SCHEME.finditer(flow):
        kind = match["type"].capitalize()
        before = flow[max(0, match.start() - 6) : match.start()]
        if before.endswith(("các ", "những ", "Các ")) or before[-1:].isalpha():
            continue
        if match["nick"]:
            if kind in ("Đề án", "Chương trình"):
                yield _nickname(flow, match, kind)
        elif match["open"]:
            end = flow.find(_CLOSE[match["open"]], match.end(), match.end() + _LONGEST)
            other = flow.find('"', match.end(), match.end() + _LONGEST)
            end = min((place for place in (end, other) if place > 0), default=-1)
            if end > 0 and "\n" not in flow[match.end() : end]:
                yield _scheme(flow, match.start(), end + 1, kind)
        elif _is_title(flow, match, kind):
            end = name_end(flow, match.end())
            if end - match.start() >= 24:
                yield _scheme(flow, match.start(), end, kind)


def _nickname(flow: str, match: re.Match[str], kind: str) -> Citation:
    fields = fields_after(flow, match.end())
    return Citation(
        match.start(),
        match.end(),
        fields.end,
        Tier.NAMED,
        kind,
        match["nick"],
        date=fields.date,
        issuer=fields.issuer,
        name=match.group(),
    )


def _scheme(flow: str, start: int, end: int, kind: str) -> Citation:
    fields = fields_after(flow, end)
    return Citation(
        start,
        end,
        fields.end,
        Tier.NAMED,
        kind,
        date=fields.date,
        issuer=fields.issuer,
        name=flow[start:end],
    )


def _is_title(flow: str, match: re.Match[str], kind: str) -> bool:
    """Tell whether what follows a type word in capitals is the title of one document."""
    if kind in ("Kế hoạch", "Quy hoạch"):
        return _NATIONAL.match(flow, match.start()) is not None
    if kind not in _GENERIC:
        return False
    return match["first"].lower() not in _GENERIC[kind] and not _NAMELESS.match(
        flow, match.end("type")
    )


def name_end(flow: str, place: int) -> int:
    """Return where an unquoted title that goes on at ``place`` ends."""
    limit = min(len(flow), place + _LONGEST)
    stop = _NAME_END.search(flow, place, limit)
    while stop and stop.group() in ('"', "“") and _quote_belongs(flow, stop.start()):
        closing = flow.find(_CLOSE[stop.group()], stop.end(), limit)
        closing = closing if closing > 0 else flow.find('"', stop.end(), limit)
        if closing < 0:
            break
        stop = _NAME_END.search(flow, closing + 1, limit)
    end = stop.start() if stop else flow.rfind(" ", place, limit)
    period = None
    for period in _PERIOD.finditer(flow, place, end):
        pass
    if period and not flow[period.end() : end].lstrip().startswith(
        ("và", "trên địa bàn tỉnh", ", định", ", tầm")
    ):
        end = period.end()
    return place + len(flow[place:end].rstrip(" ,-"))


def _quote_belongs(flow: str, place: int) -> bool:
    """Tell whether a quotation mark inside a title opens a name within it."""
    return (
        flow[max(0, place - 12) : place]
        .rstrip()
        .endswith(("vận động", "phong trào", "thi đua", "mô hình"))
    )


def established(flow: str, names: Iterable[Citation], taken: Iterable[Citation]) -> list[Citation]:
    """Return the other places where a name that was established in the text is repeated."""
    lower = flow.lower()
    if len(lower) != len(flow):
        return []
    busy = [(one.start, one.end) for one in taken]
    occupied = {start for start, _ in busy}
    found: dict[int, Citation] = {}
    for name in {one.name.lower(): one for one in names if one.name.count(" ") >= 4}.values():
        wanted = name.name.lower()
        place = lower.find(wanted)
        while place >= 0:
            if place not in occupied:
                fields = fields_after(flow, place + len(wanted))
                found.setdefault(
                    place,
                    Citation(
                        place,
                        place + len(wanted),
                        fields.end,
                        Tier.NAMED,
                        name.type,
                        name=name.name,
                    ),
                )
            place = lower.find(wanted, place + len(wanted))
    return list(found.values())


def type_of_name(word: str) -> str:
    """Return the type word as tables spell it."""
    kind = type_by_word(word)
    return kind.word if kind else word.capitalize()
