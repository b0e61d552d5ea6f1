import csv
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Dataset, Graph, URIRef

from graph.errors import UnknownFormat
from graph.export import export
from graph.namespace import LD
from graph.network import as_networkx
from graph.quads import whole
from graph.store import GraphStore
from ontology.relation import Relation
from tests.graph.made import DAN_VAN, KH_61, KL_43, KL_69, Link, document, reading, store_of

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


# rdflib warns of what its own parsers call.
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
@pytest.mark.parametrize("suffix", ["nq", "trig", "jsonld"])
def test_datasets_keep_every_graph(store: GraphStore, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{suffix}"
    count = export(store, path)
    dataset = Dataset()
    dataset.parse(path, format={"jsonld": "json-ld", "nq": "nquads"}.get(suffix, suffix))
    assert count == len(whole(store.dataset)) == len(list(dataset.quads()))


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
        one, two = ((tmp_path / f"{name}.{suffix}").read_bytes() for name in ("one", "two"))
        assert one == two


def test_csv_holds_a_row_for_each_relation(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.csv"
    assert export(store, path) == 5
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    row = next(row for row in rows if row["subject"] == "61-KH/HU")
    assert (row["relation"], row["object"], row["evidence"]) == ("implements", "69-KL/TU", "2")
    assert (row["quote"], row["text"]) == ("thực hiện 69", "b.txt")


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
    assert {one["review"]: one.get("years") for one in reviews} == {"interim": 2.0, "final": None}
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
    assert (edge["quote"], edge["confidence"], edge["evidence"]) == ("thực hiện 69", 0.95, 2)
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
    with pytest.raises(FileNotFoundError):
        export(store, tmp_path / "missing" / "graph.ttl")
    target = tmp_path / "graph.ttl"
    target.mkdir()
    with pytest.raises(OSError, match="graph"):
        export(store, target)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
