"""The tables as linked data: SKOS schemes, terms, periods and places in one Turtle file.

``python -m ontology.vocabulary.schemes`` writes ``schemes.ttl`` beside it anew; a test holds that
the file says what the tables say, so that what the extractor reads and what the graph publishes
are one.
"""

from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ontology.dates import NO_DATE, PartialDate, Precision
from ontology.documents.document_types import all_types
from ontology.documents.extraction_rules import all_extraction_rules
from ontology.documents.identity import BASE
from ontology.institutions.issuers import all_issuers
from ontology.institutions.periods import local_periods
from ontology.institutions.places import provinces
from ontology.institutions.successors import all_successions
from ontology.institutions.superiors import all_superiors
from ontology.institutions.terms import TermKind, all_terms
from ontology.level import DISTRICTS_ENDED, Level
from ontology.spelling import slug

LD = Namespace(f"{BASE}ns#")
LDS = Namespace(f"{BASE}scheme/")
ID = Namespace(f"{BASE}id/")

_LEVELS = {
    Level.CENTRAL: ("Trung ương", "centre"),
    Level.PROVINCE: ("Tỉnh", "province"),
    Level.DISTRICT: ("Huyện", "district"),
    Level.COMMUNE: ("Xã", "commune"),
}
_REVIEWS = {"interim": ("sơ kết", "interim review"), "final": ("tổng kết", "final review")}
_STATUSES = {
    "accepted": ("đã nhận", "accepted"),
    "proposed": ("chờ xem lại", "proposed"),
    "inferred": ("suy luận", "inferred"),
    "confirmed": ("người đã xác nhận", "confirmed by a person"),
    "rejected": ("người đã bác bỏ", "rejected by a person"),
}
_DECISIONS = {
    "accept": ("xác nhận quan hệ", "accept a link"),
    "reject": ("bác bỏ quan hệ", "reject a link"),
    "merge": ("gộp vào một văn bản", "merge into a document"),
    "split": ("tách dẫn chiếu trong một bản văn", "split a reference in one text"),
    "name": ("đặt trích yếu, ngày, cơ quan hoặc số", "name a title, date, issuer or number"),
    "add": ("thêm quan hệ mà máy bỏ sót", "add a link that the rules missed"),
    "excuse": ("miễn một việc phải làm", "excuse a debt"),
    "met-by": ("việc đã làm bằng một văn bản", "a document meets a debt"),
    "not-a-duty": ("câu không giao việc", "the words order nothing"),
}
_HOLDERS = {TermKind.CONGRESS: "tw", TermKind.ASSEMBLY: "qh"}
_KINDS = {
    Precision.YEAR: XSD.gYear,
    Precision.MONTH: XSD.gYearMonth,
    Precision.DAY: XSD.date,
}


def scheme_graph() -> Graph:
    """Return everything that the tables say of types, levels, bodies, rules, terms and places."""
    graph = Graph()
    for prefix, namespace in (("ld", LD), ("lds", LDS), ("skos", SKOS), ("dct", DCTERMS)):
        graph.bind(prefix, namespace)
    parts: tuple[Callable[[Graph], None], ...] = (
        _types,
        _levels,
        _bodies,
        _reviews,
        _statuses,
        _decisions,
        _rules,
        _terms,
        _local_periods,
        _places,
    )
    for add in parts:
        add(graph)
    return graph


def write(path: Path) -> None:
    """Write the schemes to ``path`` as Turtle; the same tables give the same bytes."""
    head = "# Written from the tables by: python -m ontology.vocabulary.schemes\n\n"
    path.write_text(head + scheme_graph().serialize(format="turtle"), "utf-8")


def _types(graph: Graph) -> None:
    scheme = _scheme(graph, "type", "Loại văn bản", "Types of documents")
    for kind in all_types():
        node = _concept(graph, scheme, LDS[f"type/{slug(kind.word)}"])
        _label(graph, node, SKOS.prefLabel, kind.word, "vi")
        if not _has(graph, node, "en"):
            _label(graph, node, SKOS.prefLabel, kind.english, "en")
        for code in filter(None, (kind.code, *kind.code_variants)):
            graph.add((node, SKOS.notation, Literal(code)))
        for alias in kind.aliases:
            _label(graph, node, SKOS.altLabel, alias, "vi")


def _levels(graph: Graph) -> None:
    scheme = _scheme(graph, "level", "Cấp", "Levels")
    for rank, level in enumerate(Level, start=1):
        node = _concept(graph, scheme, LDS[level.value], *_LEVELS[level])
        graph.add((node, LD.rank, Literal(rank)))
        graph.add((node, SKOS.notation, Literal(level.value)))
    _valid(graph, LDS[Level.DISTRICT.value], NO_DATE, DISTRICTS_ENDED)
    graph.add((LDS[Level.DISTRICT.value], LD.successor, LDS[Level.COMMUNE.value]))


def _bodies(graph: Graph) -> None:
    scheme = _scheme(graph, "body", "Cơ quan ban hành", "Issuing bodies")
    for issuer in all_issuers():
        node = _concept(graph, scheme, LDS[f"body/{issuer.slug}"], issuer.names[0], issuer.english)
        for code in (issuer.code, *issuer.code_variants):
            graph.add((node, SKOS.notation, Literal(code)))
        for name in issuer.names[1:]:
            _label(graph, node, SKOS.altLabel, name, "vi")
        if issuer.level:
            graph.add((node, LD.level, LDS[issuer.level.value]))
        _valid(graph, node, issuer.since, issuer.until)
    for pair in all_superiors():
        body, other = LDS[f"body/{pair.issuer.slug}"], LDS[f"body/{pair.superior.slug}"]
        if body != other:
            graph.add((body, SKOS.broader, other))
    for follows in all_successions():
        body, other = LDS[f"body/{follows.issuer.slug}"], LDS[f"body/{follows.successor.slug}"]
        graph.add((body, LD.successor, other))


def _reviews(graph: Graph) -> None:
    scheme = _scheme(graph, "review", "Hình thức sơ kết, tổng kết", "Kinds of reviews")
    for name, words in _REVIEWS.items():
        node = _concept(graph, scheme, LDS[f"review/{name}"], *words)
        graph.add((node, SKOS.notation, Literal(name)))


def _statuses(graph: Graph) -> None:
    scheme = _scheme(graph, "status", "Trạng thái của khẳng định", "Status of assertions")
    for name, words in _STATUSES.items():
        _concept(graph, scheme, LDS[name], *words)


def _decisions(graph: Graph) -> None:
    scheme = _scheme(graph, "decision", "Loại quyết định của người", "Kinds of decisions")
    for name, words in _DECISIONS.items():
        node = _concept(graph, scheme, LDS[f"decision/{name}"], *words)
        graph.add((node, SKOS.notation, Literal(name)))


def _rules(graph: Graph) -> None:
    scheme = _scheme(graph, "rule", "Quy tắc tìm quan hệ", "Rules that find relations")
    for rule in all_extraction_rules():
        node = _concept(graph, scheme, LDS[f"rule/{rule.name}"], *rule.meaning)
        graph.add((node, SKOS.notation, Literal(rule.name)))
        if rule.confidence is not None:
            confidence = Literal(f"{rule.confidence:.2f}", datatype=XSD.decimal)
            graph.add((node, LD.confidence, confidence))


def _terms(graph: Graph) -> None:
    for term in all_terms():
        node = ID[f"term/{_HOLDERS[term.kind]}/{slug(term.roman)}"]
        graph.add((node, RDF.type, LD.Term))
        _label(graph, node, SKOS.prefLabel, term.roman, "vi")
        _valid(graph, node, PartialDate.of_day(term.starts), PartialDate.of_day(term.ends))


def _local_periods(graph: Graph) -> None:
    for period in local_periods():
        node = ID[f"period/{period.term}/{period.level.value}"]
        graph.add((node, RDF.type, LD.Period))
        graph.add((node, LD.level, LDS[period.level.value]))
        _label(graph, node, SKOS.prefLabel, period.term, "vi")
        _valid(graph, node, PartialDate.of_day(period.opens), PartialDate.of_day(period.closes))


def _places(graph: Graph) -> None:
    for place in provinces():
        node = ID[f"place/{place.slug}"]
        graph.add((node, RDF.type, LD.AdminUnit))
        graph.add((node, LD.level, LDS[Level.PROVINCE.value]))
        _label(graph, node, SKOS.prefLabel, f"{place.kind.value} {place.name}", "vi")
        for name in (place.name, *place.aliases):
            _label(graph, node, SKOS.altLabel, name, "vi")
        _valid(graph, node, place.since, place.until)
        if place.into != place.slug:
            graph.add((node, LD.successor, ID[f"place/{place.into}"]))


def _scheme(graph: Graph, name: str, vi: str, en: str) -> URIRef:
    node = LDS[name]
    graph.add((node, RDF.type, SKOS.ConceptScheme))
    _labels(graph, node, vi, en)
    return node


def _concept(graph: Graph, scheme: URIRef, node: URIRef, vi: str = "", en: str = "") -> URIRef:
    graph.add((node, RDF.type, SKOS.Concept))
    graph.add((node, SKOS.inScheme, scheme))
    _labels(graph, node, vi, en)
    return node


def _labels(graph: Graph, node: URIRef, vi: str, en: str) -> None:
    for text, language in ((vi, "vi"), (en, "en")):
        if text:
            _label(graph, node, SKOS.prefLabel, text, language)


def _label(graph: Graph, node: Node, predicate: Node, text: str, language: str) -> None:
    graph.add((node, predicate, Literal(text, lang=language)))


def _has(graph: Graph, node: Node, language: str) -> bool:
    labels: Iterable[Node] = graph.objects(node, SKOS.prefLabel)
    return any(isinstance(label, Literal) and label.language == language for label in labels)


def _valid(graph: Graph, node: Node, since: PartialDate, until: PartialDate) -> None:
    for predicate, day in ((LD.validFrom, since), (LD.validUntil, until)):
        if day:
            graph.add((node, predicate, Literal(day, datatype=_KINDS[day.precision])))


if __name__ == "__main__":
    write(Path(str(files("ontology.vocabulary").joinpath("schemes.ttl"))))
