"""The verb that governs a reference: read backwards from it, over words that only fill in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology.documents.cues import all_cues
from ontology.documents.relation import Relation

_FILLER_WORDS = """
    các những một số toàn bộ nội dung nhiệm vụ mục tiêu giải pháp chỉ quy định điều khoản điểm
    chương phụ lục của tại trong và có hiệu quả tốt nghiêm túc đầy đủ kịp thời thắng lợi đồng
    quyết liệt việc biện pháp tinh thần đúng nêu từ giai đoạn phần tiết mẫu biểu đầu bước triệt để
    chủ trương quan điểm đợt thống nhất yêu cầu nghị quyết chỉ thị kết luận
    thường xuyên tích cực khẩn trương thực chất chặt chẽ sâu rộng cơ bản đã được nhà nước lộ trình
    tư kế hoạch hành động hoàn thành cụ thể lần thứ tự nhất hai ba
"""
_FILLERS = frozenset(_FILLER_WORDS.split())
"""Words that may stand between a verb and the reference that it governs."""
_CONGRESSES = re.compile(r"đại hội đảng (?:bộ )?các cấp")
"""Whose resolutions may stand beside the one that a verb governs."""
_LABEL = re.compile(r"[\divxlcđa-h]{1,4}[.)]?|\d+[a-zđ]?(?:\.\d+)*")
_WORD = re.compile(r"[^\s,()\"“”]+")
_MOST_FILLERS = 22
_REVIEW = re.compile(
    r"(?P<kind>sơ kết|tổng kết)(?: giữa nhiệm kỳ| nửa nhiệm kỳ| giữa kỳ)?"
    r"(?:,? ?(?:và )?(?:sơ kết|tổng kết|đánh giá))?"
    r"(?: \d{1,2} (?:tháng|quý|tuần|ngày)(?: đầu| cuối)?(?: năm)?(?: \d{4})?"
    r"| (?P<years>\d{1,2}(?:,\d)?)(?: năm)?| (?P<count>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
    r"|mười lăm|hai mươi) năm)?"
    r"(?: (?:việc|kết quả|công tác|tình hình|quá trình))*(?: triển khai)?,?$"
)
COUNTS = {
    **{"một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7"},
    **{"tám": "8", "chín": "9", "mười": "10", "mười lăm": "15", "hai mươi": "20"},
}
"""Numbers in words, as texts print how often or for how long."""
_REPORT = re.compile(
    r"(?:báo cáo|kết quả|tình hình|tiến độ)(?: (?:kết quả|tình hình|tiến độ|sơ bộ|công tác|việc"
    r"|\d{1,2} năm"
    r"|tháng|quý|năm|\d+))*(?: triển khai| tổ chức)*,?$"
)
_MONITOR = re.compile(
    r"(?:kiểm tra|giám sát|thanh tra|khảo sát|đôn đốc)"
    r"(?: (?:việc|tình hình|công tác|kết quả|quá trình))*(?: lãnh đạo,? chỉ đạo,?)?"
    r"(?: triển khai| tổ chức)*,?$"
)
_SPREAD = re.compile(
    r"(?:quán triệt|tuyên truyền|phổ biến|học tập|nghiên cứu"
    r"|(?:hội nghị|cuộc họp|phiên họp|buổi họp)(?: (?:trực tuyến|toàn quốc|cán bộ|chuyên đề))*)"
    r"(?:[ ,]+(?:và |sâu rộng|triển khai|tổ chức|nghiêm túc|đến|tới)*)*$"
)
_MEETING = re.compile(r"hội nghị|họp")
_LED_UP = re.compile(r"(?<![^\W\d_])(?:(?:tổ chức|triển khai),?(?: và)?(?: |$))+$")
_AND_DONE = re.compile(r"(?:,| và|, và)$")
"""What joins a verb of study to one of carrying out: "quán triệt, triển khai thực hiện"."""
_DIRECTED = re.compile(
    r"(?:(?:sự|những|các|ý kiến|nội dung|tinh thần) )*(?:(?<!ban )chỉ đạo|yêu cầu)"
    r"(?: của [^,;.:()\d]{2,80})? (?:tại|theo)(?= )"
)
"""Whose order a document gives: "thực hiện ý kiến chỉ đạo của Tỉnh ủy tại Công văn số …"."""
_TOGETHER = re.compile(
    r"(?:gắn với|gắn|cùng với|kết hợp với|lồng ghép với?)(?: (?:việc|quá trình))?"
    r"(?: triển khai| tổ chức)*,?$"
)
_MONEY = re.compile(
    r"(?:kinh phí|mức chi|nội dung chi|chế độ chi"
    r"|(?<![^\W\d_])vốn(?: (?:đầu tư|sự nghiệp|đối ứng|ngân sách|nhà nước|trung ương|địa phương"
    r"|tỉnh|huyện|công|phát triển))*)(?: để)?$"
)
"""What is spent on carrying a document out: who rules on that does not carry it out."""
_AGAIN = re.compile(r"tiếp tục(?: (?:đẩy mạnh|tổ chức|triển khai|tăng cường))*,?$")
_WISH = re.compile(
    r"(?:kiến nghị|đề nghị|đề xuất|nghiên cứu|xem xét|rà soát|tham mưu|dự thảo"
    r"|(?<!chương )(?<!lộ )(?<!quá )(?<!quy )(?<!công )trình |không "
    r"|chưa |cần |hoàn thiện|xây dựng)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A verb and where it starts, counted from the start of the words before the reference."""

    relation: Relation
    start: int
    phrase: str
    review: str = ""
    years: float | None = None
    part: bool = False
    """Whether a part of the document stands between the verb and the reference."""

    def behind(self, offset: int) -> "Trigger":
        """Return the verb with its start in the flow; the words read begin at ``offset``."""
        start = offset + self.start
        return Trigger(
            relation=self.relation,
            start=start,
            phrase=self.phrase,
            review=self.review,
            years=self.years,
            part=self.part,
        )


def trigger_before(lead: str) -> Trigger | None:
    """Return the verb that governs what follows ``lead``, None where no verb does.

    >>> trigger_before("về tiếp tục thực hiện ").relation
    <Relation.CONTINUES: 'continues'>
    >>> trigger_before("tổng kết 10 năm thực hiện ").years
    10.0
    """
    lower = lead.lower()
    if lower.rstrip().endswith((" và", " hoặc", ";")):
        return None
    if "các cấp" in lower:
        lower = _CONGRESSES.sub(lambda found: " " * len(found.group()), lower)
    if "chỉ đạo" in lower or "yêu cầu" in lower:
        lower = _DIRECTED.sub(lambda found: " " * len(found.group()), lower)
    words = list(_WORD.finditer(lower))
    part = False
    phrases = _phrases()
    for skipped in range(min(len(words), _MOST_FILLERS)):
        last = len(words) - 1 - skipped
        word = words[last].group()
        if ends_so := phrases.get(word):
            end = words[last].end()
            for size in ends_so.sizes:
                first = end - size
                relation = ends_so.relations.get(lower[first:end]) if first >= 0 else None
                if relation and not lower[max(0, first - 1) : first].isalnum():
                    return _qualified(lower, relation, first, end, part=part)
        label = _LABEL.fullmatch(word) is not None
        if word not in _FILLERS and not label:
            return None
        part = part or word in ("điều", "khoản", "điểm", "chương", "mục", "phụ", "mẫu", "biểu")
    return None


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What phrases with one last word say, and how long they are, the longest first."""

    relations: Mapping[str, Relation]
    sizes: tuple[int, ...]


@cache
def _phrases() -> Mapping[str, _Phrases]:
    """Return the phrases by their last word."""
    by_last: dict[str, dict[str, Relation]] = {}
    for cue in all_cues():
        if cue.relation is not Relation.CITES:
            phrase = cue.phrase.lower()
            by_last.setdefault(phrase.split()[-1], {})[phrase] = cue.relation
    return {
        word: _Phrases(said, tuple(sorted({len(phrase) for phrase in said}, reverse=True)))
        for word, said in by_last.items()
    }


def _qualified(
    lower: str, relation: Relation, first: int, end: int, *, part: bool
) -> Trigger | None:
    """Return the verb with what stands before it taken into account."""
    phrase = lower[first:end]
    before = lower[max(0, first - 90) : first].rstrip()
    offset = max(0, first - 90)
    if relation in (Relation.IMPLEMENTS, Relation.CONTINUES):
        if led := _LED_UP.search(before):  # "triển khai | thực hiện có hiệu quả"
            first, before = offset + led.start(), before[: led.start()].rstrip()
        while studied := _studied_and_done(before, phrase):
            first, before = offset + studied.start(), before[: studied.start()].rstrip()
        for pattern, other in (
            (_REVIEW, Relation.SUMMARIZES),
            (_MONITOR, Relation.MONITORS),
            (_REPORT, Relation.SUMMARIZES),
            (_SPREAD, Relation.DISSEMINATES),
        ):
            found = pattern.search(before)
            if found:
                groups = found.groupdict()
                kind = {"sơ kết": "interim", "tổng kết": "final"}.get(groups.get("kind") or "", "")
                printed = COUNTS.get(groups.get("count") or "", groups.get("years") or "")
                years = float(printed.replace(",", ".")) if printed else None
                return Trigger(
                    relation=other,
                    start=offset + found.start(),
                    phrase=phrase,
                    review=kind,
                    years=years,
                    part=part,
                )
        if _TOGETHER.search(before) or _MONEY.search(before):
            return None
        again = _AGAIN.search(before)
        if again:
            return Trigger(
                relation=Relation.CONTINUES, start=offset + again.start(), phrase=phrase, part=part
            )
    if relation is Relation.SUMMARIZES:
        kind = "interim" if "sơ kết" in phrase else "final" if "tổng kết" in phrase else ""
        return Trigger(
            relation=relation, start=first, phrase=phrase, review=kind, years=None, part=part
        )
    if relation is Relation.REPLACES and part:
        relation = Relation.AMENDS
    return Trigger(relation=relation, start=first, phrase=phrase, part=part)


def _studied_and_done(before: str, phrase: str) -> re.Match[str] | None:
    """Return the verbs of study that one of carrying out stands beside; None where it is theirs.

    "Quán triệt, triển khai thực hiện" does both; "quán triệt thực hiện" and a conference study.
    """
    studied = _SPREAD.search(f"{before} ") if _AND_DONE.search(before) else None
    does = phrase.endswith(("thực hiện", "thi hành"))
    return studied if studied and does and not _MEETING.search(studied.group()) else None


def is_wished(head: str) -> bool:
    """Tell whether the words before a verb make it a wish, a task or a denial."""
    return _WISH.search(head.lower()[-60:]) is not None
