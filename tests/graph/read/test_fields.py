"""The one list of the fields of a document, and all that is made from it."""

import ast
import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import RDFS, Graph

from extract.reading import Document, Reading
from graph.ask.plans import document_view
from graph.export.network import as_networkx
from graph.export.network_files import GEPHI, NEO4J
from graph.rdf import vocabulary as ld
from graph.rdf.schema import BESIDE, FIELDS, PRINTED, DocumentField, Listing, listed
from graph.typed.meaning import document_named
from graph.values import Found
from graph.words.labels import HEADINGS
from ontology.documents.relation import Relation
from tests.examples import ROOT
from tests.graph.made import Link, document, reading, store_of

PLAN = document("61-KH/HU", "lai-chau.tam-duong.hu/nk2020/kh-hu/61", kind="Kế hoạch")
FULL = replace(
    document(
        "69-KL/TU",
        "lai-chau.tu/nk2020/kl-tu/69",
        kind="Kết luận",
        dates=["2021-04-09"],
        issuers=["Tỉnh ủy Lai Châu"],
        term="XIV",
        title="về dân vận",
        place="lai-chau",
    ),
    signer="Nguyễn Văn A (T/M BAN THƯỜNG VỤ, BÍ THƯ)",
    blank_number="-KL/TU",
)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_goes_wherever_documents_are_shown(field: DocumentField) -> None:
    assert (field.name in {own.name for own in fields(Found)}) == (field.name not in PRINTED)
    assert HEADINGS[field.name] == field.label
    assert field.name in NEO4J.nodes
    assert field.name in GEPHI.nodes


def test_the_values_that_are_a_document_have_the_fields_of_the_schema() -> None:
    names = {field.name for field in FIELDS}
    assert {own.name for own in fields(Found)} == names - set(PRINTED) | set(BESIDE) | {"more"}
    printed = {own.name for own in fields(Document)}
    # A text may give several dates and issuers.
    assert {name for name in names if name not in printed} == {"date", "issuer"}
    assert {"dates", "issuers"} <= printed


@pytest.mark.parametrize("listing", Listing)
def test_no_two_fields_of_a_listing_have_one_rank(listing: Listing) -> None:
    ranks = [field.listed[listing] for field in FIELDS if listing in field.listed]
    assert sorted(set(ranks)) == list(range(1, len(listed(listing)) + 1))


MOST_BY_HAND = 5
NAMES = {field.name for field in FIELDS}
WHERE_FIELDS_STAND = {
    "extract/reading.py Document": "a document as one text knows it",
    "graph/values.py Found": "a document as all texts together know it",
    "graph/rdf/schema.py FIELDS": "the list itself",
}


def named_in(part: ast.AST) -> set[str]:
    """The fields that a piece of code names: as an attribute, a parameter, a key, or in SQL."""
    found: set[str] = set()
    for node in ast.walk(part):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.keyword | ast.arg):
            found.add(node.arg or "")
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.split()
            found.update(
                word.strip(",()") for word in words if len(words) == 1 or "SELECT" in words
            )
    return found & NAMES


def parts_of(tree: ast.Module) -> Iterator[tuple[str, list[ast.AST]]]:
    """The functions of a module, the own lines of its classes, and its values, with their names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name, [node]
        elif isinstance(node, ast.ClassDef):
            yield node.name, [one for one in node.body if isinstance(one, ast.AnnAssign)]
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            yield ast.unparse(target), [node]


def listing_fields(path: Path) -> list[str]:
    """What in a module names more fields of a document than may be named by hand."""
    return [
        f"{path.relative_to(ROOT).as_posix()} {name}"
        for name, parts in parts_of(ast.parse(path.read_text("utf-8")))
        if len(set[str]().union(*map(named_in, parts))) > MOST_BY_HAND
    ]


def test_fields_are_listed_by_hand_in_three_places() -> None:
    """A list that stands elsewhere is forgotten when a document gets a field."""
    modules = sorted(each for room in ("extract", "graph") for each in (ROOT / room).rglob("*.py"))
    listing = [place for module in modules for place in listing_fields(module)]
    assert sorted(listing) == sorted(WHERE_FIELDS_STAND)


def test_what_a_text_states_is_read_back_field_by_field(tmp_path: Path) -> None:
    store = store_of(tmp_path, reading("69.txt", FULL))
    view = document_view(store, document_named(store, "69-KL/TU").iri)
    assert [field.name for field in view.fields] == [field.name for field in FIELDS]
    network = as_networkx(store)
    values = {field.name: network.nodes[view.document.iri][field.name] for field in FIELDS}
    # What has got a number is not shown as having none.
    assert values.pop("blank_number") == ""
    assert all(values.values())


ADDED = """
import sys
from types import ModuleType

# The list is made longer before anything reads it, as it would be in the file.
sys.modules["graph"] = ModuleType("graph")
sys.modules["graph"].__path__ = ["graph"]
from graph.rdf import schema, vocabulary as ld
from ontology.bilingual import Bilingual

row = schema.DocumentField(
    name="letters",
    predicate=ld.SYMBOL,
    kind=schema.FieldKind.LITERAL,
    label=Bilingual("Chữ", "Letters"),
    meaning=Bilingual("chữ của số hiệu", "the letters of its number"),
    printed=lambda document: document.symbol,
)
schema.FIELDS += (row,)
schema.BY_NAME[row.name] = schema.PRINTED[row.name] = row

import json
from pathlib import Path
from graph.ask.plans import document_view, plans_of
from graph.cli.output import print_documents, print_plans
from graph.cli.printing import Format
from graph.export.network_files import GEPHI, NEO4J
from graph.notebook.rows import DocumentRow, document_row
from graph.notebook.table import Table, columns_of
from graph.page.data import page_data
from graph.read.collection import collect
from graph.typed.meaning import document_named
from graph.words.sentences import Language
from tests.graph.made import store_of
from tests.graph.read.test_fields import FULL, PLAN, linked

store = store_of(Path(sys.argv[1]), linked())
view = document_view(store, document_named(store, "69-KL/TU").iri)
table = Table([document_row(view.document)], columns_of(DocumentRow))
print_documents([view], Format.JSON, Language.VI, store)
print("---")
print_plans([(view.document, plans_of(store, view.document.iri))], Format.CSV, Language.VI, store)
print("---")
print(page_data(collect(store), language=Language.VI).embedded)
print("---")
exported = ["letters" in columns for columns in (NEO4J.nodes, GEPHI.nodes)]
print(json.dumps([table.to_dicts()[0]["letters"], *exported]))
"""
"""A field that texts have no need of, added as a row alone."""


def linked() -> Reading:
    """Return a text in which a plan carries out the conclusion."""
    link = Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện Kết luận số 69-KL/TU")
    return reading("61.txt", PLAN, [FULL], [link])


@pytest.mark.slow
def test_a_row_is_all_that_a_field_needs(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ADDED, str(tmp_path)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    shown, plans, page, rest = ran.stdout.split("---\n")
    assert json.loads(shown)["document"]["letters"] == "KL/TU"
    assert [field["name"] for field in json.loads(shown)["fields"]][-1] == "letters"
    (plan,) = csv.DictReader(plans.splitlines())
    assert plan["letters"] == "KH/HU"
    rows = json.loads(page)["documents"]
    assert sorted(dict(row[-1])["letters"] for row in rows) == ["KH/HU", "KL/TU"]
    assert json.loads(page)["words"]["vi"]["sentences"]["field letters"] == "Chữ"
    assert json.loads(rest) == ["KL/TU", True, True]


def test_the_ontology_has_the_property_of_every_field() -> None:
    content = files("ontology.vocabulary").joinpath("luocdo.ttl").read_bytes()
    named = {str(node) for node in Graph().parse(data=content).subjects(RDFS.label)}
    assert {field.predicate.value for field in FIELDS} - {ld.TITLE.value} <= named
