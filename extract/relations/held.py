"""Names that hold a reference: the plan "thực hiện Nghị quyết số …", the law "sửa đổi Luật …"."""

from extract.grammar.cue import trigger_before
from extract.relations.discourse import Discourse
from extract.relations.link import Link
from extract.relations.lists import is_separator
from ontology.documents.document_types import acts
from ontology.documents.relation import Relation


def held_in_a_name(discourse: Discourse, outer: int, number: int) -> list[Link]:
    """Return what a name that holds another document does with it.

    An amending law amends it; a plan, programme or scheme "thực hiện Nghị quyết số …" implements
    it, and the members of a list that follows; "… thực hiện A về tiếp tục thực hiện B": A does B.
    """
    citations, flow = discourse.citations, discourse.flow
    holder, held = citations[outer], citations[number]
    name = holder.name.lower()
    if name.startswith(("luật sửa đổi", "pháp lệnh sửa đổi", "bộ luật sửa đổi")):
        return [
            Link(
                subject=outer,
                relation=Relation.AMENDS,
                object=number,
                start=holder.start,
                end=held.end,
                rule="title",
            )
        ]
    before = citations[number - 1]
    inner = before.start > holder.start and before.end <= holder.end
    lead = flow[before.fields_end if inner else holder.start + len(holder.type) : held.start]
    subject, relation = outer, Relation.IMPLEMENTS
    if inner and is_separator(lead):
        said = any(link.subject == outer for link in discourse.to(number - 1))
    else:
        verb = trigger_before(lead)
        said = verb is not None and verb.relation in (Relation.IMPLEMENTS, Relation.CONTINUES)
        if inner and verb and not lead.lstrip().startswith((",", ";", "và ")):
            subject, relation = number - 1, verb.relation
    if not said or acts(holder.type):
        return []
    return [
        Link(
            subject=subject,
            relation=relation,
            object=number,
            start=citations[subject].start,
            end=held.end,
            rule="title",
        )
    ]
