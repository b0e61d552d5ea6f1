"""Whether what a draft relies on had been replaced or repealed when the draft was written."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from pyoxigraph import NamedNode

from extract.reading import Reading
from graph.ask.competency import IN_FORCE, bound, question_named
from graph.ask.drafts.cited import Cited
from graph.ask.drafts.finding import DraftFinding, FindingKind, placed
from graph.ask.rules import Severity
from graph.ask.sparql import select
from graph.ask.validity import State, states
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from graph.values import Quote, Value
from ontology.documents.relation import Relation
from ontology.spelling import slug

_ENDS = (ld.relation_node(Relation.REPEALS), ld.relation_node(Relation.REPLACES))
_Row = Mapping[str, Value]


def ended(
    store: GraphStore, iris: Iterable[str], on: date, today: date, without: str
) -> Mapping[str, _Row]:
    """Return for each document that is not whole on a day what took it out of force.

    What the text called ``without`` says does not count.
    """
    nodes = [node for node in map(NamedNode, sorted(set(iris))) if _is_ended(store, node)]
    if not nodes:
        return {}
    rows = select(store, bound(question_named(IN_FORCE), [nodes]))
    judged = states(rows, (), on, today)
    found: dict[str, _Row] = {}
    for values in judged.rows:
        row = dict(zip(judged.variables, values, strict=True))
        over = row["state"] in (State.ENDED, State.ENDED_IN_PART) and row["applies"]
        if over and not row["contradicts"] and row["text"] != without:
            found.setdefault(str(row["document_iri"]), row)
    return found


def no_longer_in_force(
    cited: Cited, reading: Reading, selector: str, row: _Row
) -> DraftFinding | None:
    """Return that what is cited has come to its end, None where another part of it has."""
    part = str(row["part"] or "")
    if part and cited.mention.pin and not _overlap(part, cited.mention.pin):
        return None
    own = next(document for document in reading.documents if document.key == reading.document)
    if row["by_iri"] == own.iri:
        return None
    replaced = ld.RELATION_NAMES[NamedNode(str(row["relation"]))] == Relation.REPLACES.value
    kind = FindingKind.REPLACED if replaced else FindingKind.REPEALED
    # A part that the draft may not mean, and an end of which no day is known, are no fault yet.
    sure = bool(row["since"]) and (not part or bool(cited.mention.pin))
    return replace(
        placed(
            cited,
            FindingKind.PARTLY if part else kind,
            Severity.WARNING if sure else Severity.INFO,
        ),
        document=selector,
        iri=str(row["document_iri"]),
        by=str(row["by"]),
        by_iri=str(row["by_iri"]),
        part=part,
        since=str(row["since"] or ""),
        evidence=Quote(
            quote=str(row["quote"]),
            text=str(row["text"]),
            start=int(row["start"] or 0),
            end=int(row["end"] or 0),
            page=int(row["page"] or 0),
        ),
    )


def _is_ended(store: GraphStore, node: NamedNode) -> bool:
    """Tell whether anything ends the document, on whatever day: most need no look at their days."""
    quads = store.dataset.quads_for_pattern
    return any(any(True for _ in quads(None, end, node, None)) for end in _ENDS)


def _overlap(part: str, pin: str) -> bool:
    """Tell whether a part that was ended is, holds, or lies in the part that is cited.

    >>> _overlap("khoản 4 Điều 18", "Điều 18"), _overlap("khoản 4 Điều 18", "khoản 2 Điều 18")
    (True, False)
    """
    one, other = slug(part), slug(pin)
    return f"-{one}-".endswith(f"-{other}-") or f"-{other}-".endswith(f"-{one}-")
