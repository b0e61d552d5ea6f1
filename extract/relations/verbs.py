"""What the verb before a reference says: in the title of the document before it, or of the text."""

import re
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END
from extract.grammar.cue import Trigger, is_wished
from extract.grammar.lexicon import any_of, types
from extract.relations.deeds.own_acts import DEEDS, PLANNERS, own_link
from extract.relations.deeds.told import BODY
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link, link_from
from extract.relations.lists import is_separator
from ontology.documents.document_types import TypeUse, words_used
from ontology.documents.relation import Relation

_OPENER = re.compile(
    r"""[ ]*(?:(?:ra[ ]đời|được[ ]ban[ ]hành)[ ](?=(?:để|nhằm|thay[ ]thế)[ ])
      |(?:đều[ ])?là[ ](?:các[ ]|những[ ])?văn[ ]bản[ ])?
    (?:,[ ]*(?=(?:về|v/v|quy[ ]định|ban[ ]hành|để|nhằm|thay[ ]thế)\b))?[(]?["“]?(?:
      về | v/v | quy[ ]định | hướng[ ]dẫn | phê[ ]duyệt | ban[ ]hành | sửa[ ]đổi | bổ[ ]sung
    | bãi[ ]bỏ | hủy[ ]bỏ | thay[ ]thế | triển[ ]khai | tổ[ ]chức | thực[ ]hiện | thi[ ]hành
    | tiếp[ ]tục | đẩy[ ]mạnh | cụ[ ]thể | công[ ]bố | đính[ ]chính | kéo[ ]dài | đình[ ]chỉ
    | ngưng | tạm | hợp[ ]nhất | sơ[ ]kết | tổng[ ]kết | kiểm[ ]tra | giám[ ]sát | tăng[ ]cường
    | để | nhằm | thành[ ]lập | điều[ ]chỉnh | chi[ ]tiết | báo[ ]cáo | quán[ ]triệt
    | đôn[ ]đốc | tình[ ]hình | kết[ ]quả | một[ ]số[ ](?:vấn[ ]đề|nội[ ]dung|điểm|quy[ ]định)
    )(?![^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_MAIN_CLAUSE = re.compile(
    rf""",[ ]{BODY}[^,;.]{{0,60}}?[ ](?:đã[ ])?
    (?:ban[ ]hành|báo[ ]cáo|xây[ ]dựng|hướng[ ]dẫn|yêu[ ]cầu|đề[ ]nghị)(?![^\W\d_])""",
    re.VERBOSE,
)
_PURPOSE = re.compile(
    r"[ ]*,?[ ]*(?:(?:được ban hành )?(?:để|nhằm)|(?:đều )?là (?:các|những) văn bản)(?![^\W\d_])",
    re.IGNORECASE,
)
_ACTS = words_used(TypeUse.ISSUING)
_PROPOSALS = ("Tờ trình", "Công văn", "Báo cáo", "Biên bản", "Thông báo")
"""Types that ask for an act or tell of one, and never are one."""
_SPREAD = re.compile(r"(?:học tập|nghiên cứu|quán triệt|tuyên truyền|phổ biến|kiểm tra|giám sát), ")
_REVIEWERS = ("Báo cáo", "Thông báo", "Tờ trình")
"""Types that tell how a review went: who plans it, or asks for it by letter, reviews nothing."""
_TROUBLE = re.compile(
    r"(?<![^\W\d_])(?:vướng mắc|khó khăn|vi phạm|sai phạm|quá trình|bất cập)[^;]{0,60}$",
    re.IGNORECASE,
)
"""What a title speaks of that arose while a document was carried out."""
_CHANGES_A_PLAN = re.compile(
    r"(?<![^\W\d_])(?:sửa đổi|bổ sung|điều chỉnh|thay thế|bãi bỏ|hủy bỏ)(?![^\W\d_])[^.;:\n]*[ ]"
    rf"{types(TypeUse.PLAN)}(?:[ ]hành động)?(?:[ ]của[ ][^.;:\n]{{0,60}})?[ ]$",
    re.IGNORECASE,
)
"""What is done to a plan: it is that plan which carries out what follows, not who changes it."""
_ANOTHER_ACT = re.compile(
    rf"(?:ban hành|xây dựng|soạn thảo) (?:các |một )?{any_of(map(str.lower, _ACTS))} "
    r"(?:mới|khác|để|thay|về|quy định|sửa)(?![^\W\d_])"
)
"""An act without a name that does it: "sửa đổi A, ban hành nghị định mới thay thế B"."""
_MORE_YEARS = re.compile(r"(?:,|(?<![^\W\d_])và)[ ](?P<years>\d{1,2})[ ]năm(?:[ ]triển khai)?[ ]?$")
_BOTH = re.compile(
    r"sửa đổi(?:,? (?:và )?bổ sung)?(?: [^.;:“”]{2,80}?)?(?:, và|,| và) (?P<repeals>hủy bỏ|bãi bỏ)"
)


def by_verb(discourse: Discourse, spot: Spot, verb: Trigger, number: int, words: str) -> list[Link]:
    """Return what a verb says of document ``number``: in the title before it, or as the text's own.

    ``verb`` stands at its offset in the flow; ``words`` are those that lead up to the reference.
    """
    flow, outer, start = discourse.flow, spot.outer, verb.start
    if spot.holder >= 0:
        verb = _as_in_row(discourse, spot, verb)
    head = flow[spot.lead_start : start]
    main = _MAIN_CLAUSE.search(flow, spot.lead_start, start + len(verb.phrase) + 1)
    goes_on = outer >= 0 and _goes_on(verb, head)
    if goes_on and any(link.subject != SELF for link in discourse.to(outer)):
        return []
    ended = CLAUSE_END.search(head) is not None and not goes_on
    behind_a_document = outer >= 0 and not main and not ended
    in_a_title = behind_a_document and _OPENER.match(flow, spot.lead_start) is not None
    if spot.holder >= 0 and _TROUBLE.search(head):
        return []
    if reviewed := _reviewed_as_well(discourse, spot, verb, head):
        return reviewed
    if _is_done_by_no_document(verb, head):
        return []
    if in_a_title and _only_orders_a_review(discourse, spot, verb):
        return []
    if (
        in_a_title
        and _is_in_title(discourse.citations[outer], verb, head)
        and not (head.lstrip().startswith(",") and _continues_another(discourse, spot, verb))
    ):
        end = discourse.citations[spot.number].end
        return [
            completed
            for subject in _subjects(discourse, spot, flow[spot.lead_start : start + 4])
            for completed in _completed(
                link_from(
                    subject, verb, number, (discourse.citations[subject].start, end), "title"
                ),
                words,
            )
        ]
    if spot.holder >= 0:
        return _by_row(discourse, spot, verb, number, words)
    own = own_link(discourse, spot, verb, number, flow[main.end() : start] if main else head)
    return _completed(own, words) if own else []


def _is_done_by_no_document(verb: Trigger, head: str) -> bool:
    """Tell whether a plan that is changed, or an act without a name, does what a verb says."""
    carried = verb.relation in (Relation.IMPLEMENTS, Relation.CONTINUES)
    changed = _CHANGES_A_PLAN.search(head) if carried else None
    return bool(changed or (verb.relation in DEEDS and _ANOTHER_ACT.search(head)))


def _reviewed_as_well(discourse: Discourse, spot: Spot, verb: Trigger, head: str) -> list[Link]:
    """Return the review of a document before, where its verb goes on with further years.

    "Tổng kết 10 năm thực hiện A và 05 năm thực hiện B" reviews both.
    """
    more = _MORE_YEARS.search(head) if verb.relation is Relation.IMPLEMENTS else None
    if more is None or spot.outer < 0 or CLAUSE_END.search(head):
        return []
    end = discourse.citations[spot.number].end
    return [
        replace(link, object=spot.number, end=end, years=float(more["years"]), rule="list")
        for link in discourse.to(spot.outer)
        if link.relation is Relation.SUMMARIZES and link.rule != "passive"
    ]


def _goes_on(verb: Trigger, head: str) -> bool:
    """Tell whether a title goes on behind a semicolon: "quy định về A; quy định chi tiết Luật B".

    ``head`` stands between the document with the title and ``verb``.
    """
    title, stop, rest = head.partition(";")
    details = verb.relation in (Relation.DETAILS, Relation.GUIDES)
    whole = CLAUSE_END.search(title) is None and bool(title.strip())
    return details and bool(stop) and not rest.strip() and whole


def _as_in_row(discourse: Discourse, spot: Spot, verb: Trigger) -> Trigger:
    """Return a verb as the title of a row means it, which prints its type word apart."""
    object_start = discourse.citations[spot.number].start
    said = discourse.flow[verb.start : object_start].lower()
    if verb.relation is Relation.DISSEMINATES and "triển khai" in said:
        # "V/v quán triệt, triển khai thực hiện …": what is made known is carried out as well.
        return replace(verb, relation=Relation.IMPLEMENTS)
    if verb.relation is Relation.IMPLEMENTS and discourse.citations[spot.holder].type == "Báo cáo":
        return replace(verb, relation=Relation.SUMMARIZES)
    return verb


def _by_row(discourse: Discourse, spot: Spot, verb: Trigger, number: int, words: str) -> list[Link]:
    """Return what a title in a register says of document ``number``: the row's document does it.

    It goes on behind a semicolon: "Nghị quyết quy định …; thay thế Nghị quyết số …".
    """
    holder = discourse.citations[spot.holder]
    head = discourse.flow[spot.lead_start : verb.start]
    plans = verb.relation is Relation.SUMMARIZES and holder.type not in _REVIEWERS
    if plans or not _is_in_title(holder, verb, head):
        return []
    offsets = holder.start, discourse.citations[spot.number].end
    return _completed(link_from(spot.holder, verb, number, offsets, "title"), words)


def _subjects(discourse: Discourse, spot: Spot, lead: str) -> list[int]:
    """Return the documents before a verb: those of a list where it says what all are issued for.

    "ban hành Kế hoạch A và Hướng dẫn B để thực hiện X": both carry X out.
    """
    citations, first = discourse.citations, spot.outer
    if _PURPOSE.match(lead):
        while first > 0 and citations[first - 1].start >= spot.block.start:
            between = discourse.flow[citations[first - 1].fields_end : citations[first].start]
            if not between.strip() or not is_separator(between):
                break
            first -= 1
    return list(range(first, spot.outer + 1))


def _continues_another(discourse: Discourse, spot: Spot, verb: Trigger) -> bool:
    """Tell whether ", thay thế …" behind a document goes on with what the text does to that.

    "Y, thay thế X" is said of a document of X's own type, and only where Y is not acted on itself.
    """
    if verb.relation is not Relation.REPLACES:
        return False
    before, cited = discourse.citations[spot.outer], discourse.citations[spot.number]
    return before.type != cited.type or any(
        link.subject == SELF and link.relation in DEEDS for link in discourse.to(spot.outer)
    )


def _only_orders_a_review(discourse: Discourse, spot: Spot, verb: Trigger) -> bool:
    """Tell whether a plan or a directive says of a review that it is to be held.

    A letter that a report opens with asked for that very report.
    """
    before = discourse.citations[spot.outer]
    letter = before.type == "Công văn" and not spot.preamble
    return verb.relation is Relation.SUMMARIZES and (before.type in PLANNERS or letter)


def _is_in_title(before: Citation, verb: Trigger, head: str) -> bool:
    """Tell whether a verb behind a reference stands in the title of that document."""
    if verb.relation is Relation.SUMMARIZES and before.type not in _REVIEWERS:
        return False
    if verb.relation in (Relation.DISSEMINATES, Relation.MONITORS) and "," in _SPREAD.sub("", head):
        return False
    if verb.relation in DEEDS and before.type in _PROPOSALS:
        return False
    return not is_wished(head) or "xây dựng" in head


def _completed(link: Link, words: str) -> list[Link]:
    """Return a link with what the words around its verb add to it."""
    lower = words.lower()
    if link.relation in (Relation.GUIDES, Relation.IMPLEMENTS) and "quy định chi tiết" in lower:
        return [replace(link, relation=Relation.DETAILS)]
    both = _BOTH.search(lower) if link.relation in (Relation.REPEALS, Relation.AMENDS) else None
    if both:
        other = Relation.AMENDS if link.relation is Relation.REPEALS else Relation.REPEALS
        before = (
            both.start("repeals") - both.start()
            if (link.rule, other) == ("act", Relation.AMENDS)
            else 0
        )
        return [link, replace(link, relation=other, start=link.start - before)]
    return [link]
