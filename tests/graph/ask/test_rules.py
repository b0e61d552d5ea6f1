"""Every rule finds what breaks it and nothing in what keeps it: as SPARQL and as SHACL.

``shapes/RULE.breaks.ttl`` breaks one rule and keeps the others, ``shapes/RULE.holds.ttl`` comes as
near to that as a sound graph can.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, URIRef
from rdflib.plugins.sparql import processor
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.sparql import Query

from graph.ask.checks import run_checks
from graph.ask.rules import Rule, Severity, all_rules, parse_rules
from graph.facts.published import vocabulary_facts
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore, State
from tests.graph.conftest import CORPUS, luocdo

SHAPES = Path(__file__).with_name("shapes")
RULES = [rule.name for rule in all_rules()]
CASES = [(rule, kind) for rule in RULES for kind in ("breaks", "holds")]


def store_with(path: Path) -> GraphStore:
    dataset = ox.Store()
    dataset.extend(vocabulary_facts())
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        dataset.add(ox.Quad(quad.subject, quad.predicate, quad.object, ld.text_graph("t")))
    return GraphStore(Path(), State("made", "made", 0, 0, 0), dataset)


@cache
def vocabulary() -> Graph:
    graph = Graph()
    for name in ("luocdo.ttl", "schemes.ttl"):
        graph.parse(data=files("ontology.vocabulary").joinpath(name).read_bytes(), format="turtle")
    return graph


@cache
def shapes() -> Graph:
    content = files("ontology.vocabulary").joinpath("shapes.ttl").read_bytes()
    return Graph().parse(data=content, format="turtle")


@pytest.fixture(autouse=True, scope="module")
def parsed_once() -> Iterator[None]:
    """The processor parses the queries of the shapes anew for each graph: most of its time."""
    with pytest.MonkeyPatch.context() as patch:
        known: dict[str, Query] = {}

        def translated(text: str, base: str | None, names: Mapping[str, object] | None) -> Query:
            key = repr((text, base, sorted((names or {}).items())))
            if key not in known:
                known[key] = translateQuery(parseQuery(text), base, names)
            return known[key]

        patch.setattr(processor, "parseQuery", lambda text: text)
        patch.setattr(processor, "translateQuery", translated)
        yield


def reported(report: Graph) -> set[str]:
    """The names of the rules that a report of a SHACL processor has results of."""
    return {
        str(shape).rpartition("#")[2]
        for result in report.subjects(RDF.type, SH.ValidationResult)
        for shape in report.objects(result, SH.sourceShape)
        if isinstance(shape, URIRef)
    }


def test_there_are_rules() -> None:
    assert len(RULES) >= 15
    assert {rule.severity for rule in all_rules()} == set(Severity)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_rule_speaks_both_languages(rule: Rule) -> None:
    vietnamese, english = rule.message
    assert vietnamese != english
    assert [word for word in english.split() if word.startswith("{")] or english


def test_every_rule_has_its_two_fixtures_and_no_fixture_is_left_over() -> None:
    assert sorted(path.name for path in SHAPES.iterdir()) == sorted(
        f"{rule}.{kind}.ttl" for rule, kind in CASES
    )


@pytest.mark.parametrize(("rule", "kind"), CASES)
def test_check_finds_what_breaks_a_rule_and_nothing_else(rule: str, kind: str) -> None:
    found = run_checks(store_with(SHAPES / f"{rule}.{kind}.ttl"))
    assert {finding.rule for finding in found} == ({rule} if kind == "breaks" else set())


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "kind"), CASES)
def test_a_shacl_processor_finds_the_same(rule: str, kind: str) -> None:
    data = Graph().parse(SHAPES / f"{rule}.{kind}.ttl")
    _, report, _ = validate(data, shacl_graph=shapes(), ont_graph=vocabulary(), advanced=True)
    assert isinstance(report, Graph)
    assert reported(report) == ({rule} if kind == "breaks" else set())


def test_messages_name_people_s_words() -> None:
    finding = run_checks(store_with(SHAPES / "conflicting-issuers.breaks.ttl"))[0]
    assert finding.subject == "124-QĐ/TW"
    assert finding.message_vi.endswith("Ban Bí thư / Bộ Chính trị")
    assert finding.message_en.endswith("Ban Bí thư / Bộ Chính trị")


def test_what_fills_a_message_is_not_read_as_a_message() -> None:
    path = SHAPES / "quote-differs.breaks.ttl"
    text = path.read_text("utf-8").replace("Thực hiện", "{?other}12")
    dataset = ox.Store()
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        dataset.add(ox.Quad(quad.subject, quad.predicate, quad.object, ld.text_graph("t")))
    found = run_checks(GraphStore(Path(), State("made", "made", 0, 0, 0), dataset))
    assert found[0].message_en == "the quote “{?other}12” is not what stands at 9"


def test_a_file_of_shapes_is_read_with_its_prefixes() -> None:
    rule = parse_rules(
        b"""
        @prefix s: <https://example.org/#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        s:all sh:declare [ sh:prefix "x" ; sh:namespace "https://example.org/ns#" ] .
        s:rule a sh:NodeShape ; sh:severity sh:Info ; sh:sparql [
            sh:select "SELECT $this WHERE { $this a x:Y }" ; sh:message "a"@vi , "b"@en ] .
        """
    )[0]
    assert (rule.name, rule.severity) == ("rule", Severity.INFO)
    assert rule.sparql.startswith("PREFIX x: <https://example.org/ns#>\n")


@pytest.mark.slow
def test_a_shacl_processor_finds_in_the_demonstration_only_what_was_planted(tmp_path: Path) -> None:
    """Two issuers for one decision, and one number that stays open: see notebooks/README.md."""
    store = tmp_path / "store"
    assert luocdo("build", CORPUS, "--store", store).exit_code == 0
    data = Graph()
    for format_, content in (
        ("nt", serialized(open_store(store))),
        ("turtle", files("ontology.vocabulary").joinpath("luocdo.ttl").read_bytes()),
    ):
        data.parse(data=content, format=format_)
    _, report, _ = validate(data, shacl_graph=shapes(), advanced=True)
    assert isinstance(report, Graph)
    assert reported(report) == {"conflicting-issuers", "open-reference"}
    assert {finding.rule for finding in run_checks(open_store(store))} == reported(report)


def serialized(store: GraphStore) -> bytes:
    """The triples of every graph, none twice."""
    triples = {quad.triple for quad in store.dataset.quads_for_pattern(None, None, None)}
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
