import codecs
import csv
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph, URIRef

from graph.errors import UnknownFormat, Unwritable
from graph.export.files import export, pair_paths
from graph.export.network import as_networkx
from graph.namespace import LD
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from ontology.documents.relation import Relation
from tests.graph.made import DAN_VAN, KH_61, KL_43, KL_69, Link, document, reading, store_of

pytestmark = pytest.mark.slow

HOSTILE = '=cmd|"/c calc"!A1 <script> \x07 & "quoted"\nsecond line'
QUY_CHE = document("quy-che-x", "vn/named/quy-che-x", title=HOSTILE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return store_of(
        tmp_path_factory.mktemp("store"),
        reading(
            "a.txt",
            KH_61,
            [KL_69, KL_43, DAN_VAN, QUY_CHE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", HOSTILE),
                Link("43-KL/TW", Relation.PROMULGATES, "quy-che-x", "ban hành"),
                Link("43-KL/TW", Relation.SUMMARIZES, "25-NQ/TW@XI", "sơ kết", 0.9, "interim", 2.0),
                Link("43-KL/TW", Relation.SUMMARIZES, "25-NQ/TW@XI", "tổng kết", review="final"),
                Link("69-KL/TU", Relation.IMPLEMENTS, "43-KL/TW", "thực hiện"),
            ],
        ),
        reading(
            "b.txt",
            KL_43,
            [KL_69, KH_61],
            [Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69", 0.95)],
        ),
    )


@pytest.mark.parametrize("suffix", ["nq", "trig", "jsonld"])
def test_datasets_keep_every_graph(store: GraphStore, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{suffix}"
    count = export(store, path)
    dataset = Dataset()
    dataset.parse(path, format={"jsonld": "json-ld", "nq": "nquads"}.get(suffix, suffix))
    assert count == len(local_copy(store.dataset)) == len(list(dataset.quads()))


@pytest.mark.parametrize("suffix", ["ttl", "nt"])
def test_triples_are_written_once_and_without_what_is_inferred(
    store: GraphStore, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"graph.{suffix}"
    count = export(store, path)
    graph = Graph().parse(path)
    assert count == len(graph)
    assert (URIRef(KH_61.iri), LD.implements, URIRef(KL_69.iri)) in graph
    assert not list(graph.triples((None, LD.carriesOut, None)))
    assert len(list(graph.triples((URIRef(KL_69.iri), LD.number, None)))) == 1
    if suffix == "nt":
        assert count == len(path.read_text(encoding="utf-8").splitlines())


def test_the_same_store_is_written_the_same(store: GraphStore, tmp_path: Path) -> None:
    for suffix in ("ttl", "nq", "csv", "graphml"):
        export(store, tmp_path / f"one.{suffix}")
        export(store, tmp_path / f"two.{suffix}")
        first, second = ((tmp_path / f"{name}.{suffix}").read_bytes() for name in ("one", "two"))
        assert first == second


def test_csv_holds_a_row_for_each_relation(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.csv"
    assert export(store, path) == 5
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    row = next(row for row in rows if row["subject"] == "61-KH/HU")
    assert (row["relation"], row["object"], row["evidence"]) == ("implements", "69-KL/TU", "2")
    # Its own words, though another text is surer of it.
    assert (row["quote"], row["text"]) == (f"'{HOSTILE}", "a.txt")


def test_no_cell_is_taken_for_a_formula(tmp_path: Path) -> None:
    text = reading(
        "a.txt", KH_61, [KL_69], [Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", HOSTILE)]
    )
    path = tmp_path / "graph.csv"
    export(store_of(tmp_path / "store", text), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["quote"] == f"'{HOSTILE}"


def test_graphml_is_read_by_networkx(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    assert export(store, path) == 5
    network = nx.read_graphml(path)
    assert network.nodes[KH_61.iri]["number"] == "61-KH/HU"
    assert network.nodes[KH_61.iri]["held"] is True
    reviews = network.get_edge_data(KL_43.iri, DAN_VAN.iri).values()
    assert {link["review"]: link.get("years") for link in reviews} == {
        "interim": 2.0,
        "final": None,
    }
    assert "\x07" not in path.read_text(encoding="utf-8")


def test_networkx_shows_documents_and_relations(store: GraphStore) -> None:
    network = as_networkx(store)
    assert set(network.nodes[KL_69.iri]) >= {
        "number",
        "title",
        "level",
        "place",
        "held",
        "selector",
    }
    edge = network.edges[KH_61.iri, KL_69.iri, "implements"]
    assert (edge["quote"], edge["confidence"], edge["evidence"]) == (HOSTILE, 0.9, 2)
    kinds = set(network[KL_43.iri][DAN_VAN.iri])
    assert kinds == {"summarizes interim", "summarizes final"}
    assert not network.has_edge(KL_69.iri, QUY_CHE.iri)
    inferred = as_networkx(store, inferred=True).edges[KL_69.iri, QUY_CHE.iri, "carries_out"]
    assert inferred["inferred"]


def test_an_unknown_suffix_names_those_that_are_known(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"\.ttl"):
        export(store, tmp_path / "graph.docx")
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    store: GraphStore, tmp_path: Path
) -> None:
    with pytest.raises(Unwritable, match="missing"):
        export(store, tmp_path / "missing" / "graph.ttl")
    target = tmp_path / "graph.ttl"
    target.mkdir()
    with pytest.raises(Unwritable, match="graph"):
        export(store, target)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_gexf_keeps_every_document_and_relation(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.gexf"
    count = export(store, path)
    network = as_networkx(store)
    read = nx.read_gexf(path)
    assert set(read) == set(network)
    assert read.number_of_edges() == network.number_of_edges() == count
    labels = {values["label"] for _, values in read.nodes(data=True)}
    assert "61-KH/HU" in labels
    years = [values["years"] for *_, values in read.edges(data=True) if "years" in values]
    assert years == [2.0]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_json_ld_uses_the_short_names_and_reads_back_the_same(
    store: GraphStore, tmp_path: Path
) -> None:
    path = tmp_path / "graph.jsonld"
    export(store, path)
    text = path.read_text("utf-8")
    assert '"implements"' in text
    read = ox.Store()
    read.load(text, format=ox.RdfFormat.JSON_LD)
    assert set(read) == set(local_copy(store.dataset))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PAIRS = [
    pytest.param("neo4j", "iri:ID", ":START_ID", ":END_ID", id="neo4j"),
    pytest.param("gephi", "Id", "Source", "Target", id="gephi"),
]


@pytest.mark.parametrize(("program", "key", "start", "end"), PAIRS)
def test_every_end_of_an_edge_is_a_node(
    store: GraphStore, tmp_path: Path, program: str, key: str, start: str, end: str
) -> None:
    path = tmp_path / f"graph.{program}.csv"
    count = export(store, path)
    nodes, edges = map(rows_of, pair_paths(path))
    iris = [row[key] for row in nodes]
    assert len(set(iris)) == len(iris) == as_networkx(store).number_of_nodes()
    assert {row[side] for row in edges for side in (start, end)} <= set(iris)
    assert len(edges) == count
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(
        file.name for file in pair_paths(path)
    )


def test_a_database_gets_the_words_and_a_spreadsheet_no_formula(
    store: GraphStore, tmp_path: Path
) -> None:
    quotes = {}
    for program in ("neo4j", "gephi"):
        path = tmp_path / f"graph.{program}.csv"
        export(store, path)
        quotes[program] = {row["quote"] for row in rows_of(pair_paths(path)[1])}
    assert not [quote for quote in quotes["gephi"] if quote.startswith("=")]
    # What stands in the texts, to the letter.
    assert {quote.lstrip("'") for quote in quotes["gephi"]} == quotes["neo4j"]


def test_a_pair_is_written_whole_or_not_at_all(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.gephi.csv"
    (pair_paths(path)[1]).mkdir()
    with pytest.raises(Unwritable, match="directory"):
        export(store, path)
    assert [file.name for file in tmp_path.iterdir()] == ["graph.gephi.edges.csv"]
