"""How the references of a text are related: whose verb it is, and what it governs.

Each verb is attached to the nearest document that it belongs to: "61-KH/HU về thực hiện 69-KL/TU
về tiếp tục thực hiện Đề án X" gives 61 implements 69, and 69 continues X. A list shares its verb.
What no document's title says is said by the text itself, and only where its form says so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END
from extract.grammar.cue import trigger_before
from extract.grammar.lexicon import types
from extract.grammar.registers import RegisterRow
from extract.head.header import Header
from extract.relations.basis import first_basis, in_preamble, is_basis, next_basis
from extract.relations.deeds.orders import Orders, orders_in
from extract.relations.deeds.own_acts import DEEDS, only_tells
from extract.relations.deeds.provisions import phrase_change
from extract.relations.deeds.quoted import by_source
from extract.relations.deeds.told import deed_of_another, done_in_another, main_clause
from extract.relations.discourse import Discourse, Spot, without_aliases
from extract.relations.footnotes import carried
from extract.relations.held import held_in_a_name
from extract.relations.link import SELF, Link
from extract.relations.lists import (
    behind_a_title,
    beside,
    beside_a_part,
    is_separator,
    names_a_plural,
)
from extract.relations.passive import turned
from extract.relations.register_titles import (
    fates_of,
    repeated_titles,
    titles_of,
    untitled_rows,
)
from extract.relations.repeals import Heading, heading_above, lapsed, listed_under
from extract.relations.verbs import by_verb
from extract.text.layout import Block, Layout
from ontology.documents.document_types import TypeUse, acts
from ontology.documents.relation import Relation

_SECTION = re.compile(r"[ ]*(?:Điều[ ]1\b|(?:I|A|1)[ ]*[.\-/)]|Phần[ ]|PHẦN[ ]|Chương[ ])")
_NEXT_BASIS = re.compile(r"(?:;|,| và)[ ]*(?:và[ ])?(?:Căn cứ[ ])?(?:các[ ])?$")
_THIS_DOCUMENT = re.compile(
    rf"[ ](?:kèm[ ])?theo[ ]{types(TypeUse.ALONE)}[ ]này[ ]*:?"
    r"(?:[ ]là)?"
    r"(?:[ ](?:bản|các|những))?[ ]*$",
    re.IGNORECASE,
)
_ANNEX = r"(?:Phụ lục[ ][IVXL\d]+|(?:Mẫu|Biểu)(?:[ ]số)?[ ]\d[\w/.-]*)"
_ATTACHMENT = re.compile(
    rf"(?:của[ ])?(?:bản[ ])?(?:{types(TypeUse.ISSUED)}|Bảng giá|Đơn giá|Phụ lục"
    rf"|{_ANNEX}(?:(?:,|[ ]và)[ ]{_ANNEX})*)[ ](?:được[ ])?ban hành[ ](?:kèm[ ])?theo[ ]$",
    re.IGNORECASE,
)
_AFTER_YEARS = re.compile(
    r"(?:sau|qua)(?:[ ](?:gần|hơn))?[ ]\d+(?:,\d)?[ ](?:năm|tháng)"
    r"(?:[ ](?:triển khai|tổ chức))*,?[ ]*$",
    re.IGNORECASE,
)
"""What makes of a verb a time that has passed: "Sau 05 năm thực hiện …"."""
_TEXTS = re.compile(r"[ ](?:các|những)[ ]văn bản(?:[ ](?:sau(?: đây)?|chỉ đạo))*[ ]?:[ ]$")
"""What only announces a list: "Thực hiện các văn bản sau: …"."""
_ADJACENT = re.compile(
    r"[ ]*(?:đầu tư|điều chỉnh|bổ sung|các|danh mục|toàn văn|nội dung|bản)?(?: các)?[ ]*[\"“]?[ ]*",
    re.IGNORECASE,
)
_OLDER = frozenset(
    {Relation.AMENDS, Relation.REPEALS, Relation.REPLACES, Relation.GUIDES, Relation.DETAILS}
)
_WIDEST = 240


def stated_links(
    layout: Layout,
    header: Header,
    citations: Sequence[Citation],
    rows: Sequence[RegisterRow] = (),
) -> list[Link]:
    """Return the relations that the text states between its citations, in the order of the text.

    In a register of documents the title of a row speaks of the document of that row.
    """
    flow = without_aliases(layout.flow)
    discourse = Discourse(flow=flow, citations=citations)
    title_end = header.title_at[1] if header.title_at else 0
    first_section = _first_section(layout, title_end)
    heading: Heading | None = None
    previous: Block | None = None
    outer, title_from = -1, 0
    holder = -1
    titles = titles_of(layout.flow, rows, citations)
    fates = fates_of(layout.flow, layout.blocks, rows, citations)
    untitled = untitled_rows(rows, citations)
    for number, cited in enumerate(citations):
        block = layout.block_at(cited.start)
        if block is not previous:
            heading = heading_above(layout, block, heading)
            previous = block
            outer, title_from = titles.get(block.start, (-1, 0))
            holder = outer
            if block.start in fates:
                outer, title_from = fates[block.start]
        if flow[cited.start] == " ":
            continue
        if outer >= 0 and cited.start < citations[outer].end:
            discourse.add(held_in_a_name(discourse, outer, number))
            continue
        in_title = header.title_at is not None and header.title_at[0] <= cited.start < title_end
        behind = citations[outer].fields_end if outer >= 0 else block.start
        lead_start = min(max(behind, title_from), cited.start)
        preamble = cited.start < first_section
        spot = Spot(
            number=number,
            outer=outer,
            lead_start=lead_start,
            block=block,
            in_title=in_title,
            preamble=preamble,
            own_type=header.type,
            holder=holder,
        )
        found = _to(discourse, spot)
        if not found and heading and (listed := listed_under(heading, discourse, spot)):
            found = [listed]
        kept = [link for link in found if not _is_anachronism(citations, link)]
        if found and not kept and is_basis(cited) and in_preamble(flow, spot):
            kept = [next_basis(discourse, spot)]
        discourse.add(kept)
        outer = number
        holder = number if number in untitled else holder
    links = discourse.links
    links += [*repeated_titles(layout.flow, rows, citations, links)]
    links += list(carried(layout, citations, links))
    said = {(link.relation, link.object) for link in links if link.subject == SELF}
    links += [
        link
        for link in lapsed(layout, citations, title_end)
        if (link.relation, link.object) not in said and not only_tells(flow, link.end, header.type)
    ]
    links = by_source(links, flow, citations)
    if not any(_is_deed(link, title_end) for link in links):
        return links
    orders = orders_in(layout, header, title_end)
    return [link for link in links if not (_is_deed(link, title_end) and _is_ordered(orders, link))]


def _is_deed(link: Link, title_end: int) -> bool:
    """Tell whether a link is a deed of the text behind its title, where it may only order one."""
    return link.subject == SELF and link.relation in DEEDS and link.start >= title_end


def _is_ordered(orders: Orders, link: Link) -> bool:
    """Tell whether the text only orders or drafts the deed that a link says."""
    return orders.hold(link.start, link.end, listed=link.rule in ("item", "lapse"))


def _first_section(layout: Layout, title_end: int) -> int:
    for block in layout.blocks:
        if block.start >= title_end and _SECTION.match(layout.flow, block.start):
            return block.start
    return min(len(layout.flow), title_end + 4000)


def _to(discourse: Discourse, spot: Spot) -> list[Link]:
    """Return the relations that lead to the reference at ``spot``: another's or the text's."""
    at = max(spot.lead_start, discourse.citations[spot.number].start - _WIDEST)
    based = in_preamble(discourse.flow, spot)
    lead = discourse.flow[at : discourse.citations[spot.number].start]
    found = _as_basis(discourse, spot, lead) if based else None
    if found is None and spot.outer >= 0:
        found = _behind_another(discourse, spot, lead, based=based)
    if found is None:
        found = deed_of_another(discourse, spot)
    return _governed(discourse, spot, lead, at, based=based) if found is None else found


def _as_basis(discourse: Discourse, spot: Spot, lead: str) -> list[Link] | None:
    """Return what a line "Căn cứ …" makes of a reference before its verb is looked for."""
    if not acts(spot.own_type) and main_clause(discourse, spot) is not None:
        return []
    return [next_basis(discourse, spot)] if spot.outer >= 0 and ";" in lead[-4:] else None


def _behind_another(
    discourse: Discourse, spot: Spot, lead: str, *, based: bool
) -> list[Link] | None:
    """Return what a passive or a list makes of a reference; None where it is neither."""
    passive = turned(discourse, spot, lead)
    if passive is not None:
        return passive
    if not is_separator(lead):
        return beside_a_part(discourse, spot, lead)
    listed = beside(discourse, spot, lead)
    further = based and is_basis(discourse.citations[spot.number])
    return listed or ([next_basis(discourse, spot)] if further else [])


def _governed(discourse: Discourse, spot: Spot, lead: str, at: int, *, based: bool) -> list[Link]:
    """Return the relations that the verb in ``lead`` states; that begins at offset ``at``."""
    attachment = _ATTACHMENT.search(lead) if lead[-5:].lower() == "theo " else None
    words = lead[: attachment.start()] if attachment else lead
    if not attachment and "này" in lead.lower():
        words = _THIS_DOCUMENT.sub(" ", lead)
    if words[-2:] == ": ":
        words = _TEXTS.sub(" ", words)
    sentence = max((match.end() for match in CLAUSE_END.finditer(words)), default=0)
    verb = trigger_before(words[sentence:])
    if verb is None or names_a_plural(words[: sentence + verb.start]):
        return _without_verb(discourse, spot, lead, based=based and verb is None)
    if _AFTER_YEARS.search(words, 0, sentence + verb.start):
        return []
    if verb.relation in (Relation.APPROVES, Relation.PROMULGATES):
        filler = words[sentence + verb.start + len(verb.phrase) :]
        if attachment or not _ADJACENT.fullmatch(filler):
            return []
    if attachment and verb.relation is Relation.REPLACES:
        verb = replace(verb, relation=Relation.AMENDS)
    verb = verb.behind(at + sentence)
    done = done_in_another(discourse, spot, verb)
    if done is not None:
        return done
    object_ = _attached_to(discourse, spot) if attachment else spot.number
    return by_verb(discourse, spot, verb, object_, words)


def _without_verb(discourse: Discourse, spot: Spot, lead: str, *, based: bool) -> list[Link]:
    """Return the relations of a reference that no verb governs."""
    cited, outer = discourse.citations[spot.number], spot.outer
    if outer < 0 and (phrase := phrase_change(discourse, spot)) is not None:
        return [phrase]
    if based and outer < 0:
        return first_basis(discourse, spot)
    if based and _NEXT_BASIS.search(lead):
        listed = behind_a_title(discourse, spot, lead)
        return listed or ([next_basis(discourse, spot)] if is_basis(cited) else [])
    return behind_a_title(discourse, spot, lead) if outer >= 0 else []


def _attached_to(discourse: Discourse, spot: Spot) -> int:
    """Return the document that a decision issued, if the text named it before; else that one."""
    citations = discourse.citations
    cited = citations[spot.number]
    for link in discourse.issuing:
        decision = citations[link.subject] if link.subject != SELF else None
        if decision and decision.symbol is not None and decision.symbol == cited.symbol:
            return link.object
    return spot.number


def _is_anachronism(citations: Sequence[Citation], link: Link) -> bool:
    """Tell whether a document would change or explain one that is younger than itself."""
    if link.subject == SELF or link.relation not in _OLDER:
        return False
    subject, object_ = citations[link.subject], citations[link.object]
    if subject.date and object_.date:
        return subject.date.is_before(object_.date)
    years = [cited.date.year or str(cited.year or "") for cited in (subject, object_)]
    return all(years) and years[1] > years[0]
