"""README and docs/ speak of all that a user can type or is given; the list is that of the code."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import typer
from spacy.tokens.underscore import Underscore
from typer.main import get_command

import extract
import graph
from extract.reading import MentionKind
from extract.records import DOCUMENT_KEYS, MENTION_KEYS, ClaimRecord
from extract.spacy_component import add_reading
from graph.ask.checks import Finding
from graph.ask.competency import all_questions
from graph.ask.matters.kinds import ReviewItem, ReviewKind
from graph.ask.rules import all_rules
from graph.ask.sparql_text import PREFIXES
from graph.build.run import build
from graph.cli.main import app
from graph.decisions.file import COLUMNS
from graph.decisions.kinds import FIELDS, Kind
from graph.errors import Exit, UnknownFormat
from graph.export.files import export, pair_paths
from graph.knowledge_graph import KnowledgeGraph
from graph.magic import SparqlMagic
from graph.notebook.profile import FieldRow, MentionRow, Profile
from graph.notebook.rows import DocumentRow, LinkRow, PassageRow, Plan
from graph.notebook.table import Table, columns_of
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.rdf.schema import PRINTED
from graph.values import DocumentView, PlanRow
from graph.words.labels import LEVEL_WORDS, STATUS_WORDS
from ontology.documents.extraction_rules import all_extraction_rules
from ontology.documents.identity import BASE
from ontology.documents.relation import Relation
from ontology.tables import read_table
from tests.described import PARTS, parts_in, renewed
from tests.examples import CORPUS, PAGES, ROOT
from tests.graph.conftest import luocdo

pytestmark = pytest.mark.slow

DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")
ALL = "\n".join(page.read_text("utf-8") for page in PAGES)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def section(name: str, heading: str) -> str:
    """What stands in a page under a heading that holds these words."""
    parts = re.split(r"^## (.*)$", page(name), flags=re.MULTILINE)
    found = [body for title, body in zip(parts[1::2], parts[2::2], strict=True) if heading in title]
    assert len(found) == 1, f"{heading}: {len(found)} sections"
    return found[0]


def missing(words: Iterator[str] | list[str] | tuple[str, ...], text: str) -> list[str]:
    return [word for word in words if f"`{word}`" not in text]


# What can be typed


GROUP: Any = get_command(app)
COMMANDS = {
    name: GROUP.get_command(typer.Context(GROUP), name)
    for name in GROUP.list_commands(typer.Context(GROUP))
}


def commands() -> list[tuple[str, str]]:
    found = [("luocdo", flag) for option in GROUP.params for flag in option.opts]
    for name, command in sorted(COMMANDS.items()):
        found.append((name, f"luocdo {name}"))
        for option in command.params:
            found += [(name, flag) for flag in option.opts if flag.startswith("--")]
    return found


def test_there_are_commands() -> None:
    assert len({name for name, _ in commands()}) >= 13


@pytest.mark.parametrize(("name", "text"), commands(), ids=str)
def test_command_and_option_are_described(name: str, text: str) -> None:
    assert text in ALL, name


@pytest.mark.parametrize("name", sorted({name for name, _ in commands()} - {"luocdo"}))
def test_command_stands_in_the_table_of_the_readme(name: str) -> None:
    assert re.search(rf"^\| `luocdo {name}\b", README, re.MULTILINE)


@pytest.mark.parametrize("name", sorted({name for name, _ in commands()} - {"luocdo"}))
def test_help_is_in_both_languages(name: str) -> None:
    command = COMMANDS[name]
    helps = [command.help, *(getattr(option, "help", None) for option in command.params)]
    assert all(" / " in text for text in helps if text), helps
    assert f"  {command.help.split(' / ')[0].split('; ')[0]}"[:40] in luocdo("--help").stdout


def test_variables_of_the_environment_are_described() -> None:
    named = {
        name
        for path in (ROOT / "graph").rglob("*.py")
        for name in re.findall(r'"(LUOCDO_[A-Z]+)"', path.read_text("utf-8"))
    }
    assert named
    assert [name for name in sorted(named) if name not in ALL] == []


def test_formats_levels_and_exit_codes_are_described(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat) as refused:
        export(open_store(built(tmp_path)), tmp_path / "graph.xyz")
    assert missing(list(refused.value.known), section("json.md", "luocdo export")) == []
    assert missing(list(LEVEL_WORDS), README) == []
    stated = {int(code) for code in re.findall(r"^\| (\d) \|", README, re.MULTILINE)}
    assert stated == {code for code in Exit if code < 100}


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_question_is_described(question: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    kg = KnowledgeGraph.open(built(tmp_path_factory.getbasetemp() / "docs"))
    about = {"place": "Lai Châu", "compared": "Hà Giang"}
    about |= {"subject": "142-KH/TU", "object": "43-KL/TW"}
    names = [parameter.name for parameter in question.parameters]
    answer = kg.ask(question.name, *(about.get(name, "25-NQ/TW@XI") for name in names))
    (row,) = re.findall(rf"^\| `{question.name}` \|.*$", page("questions.md"), re.MULTILINE)
    assert missing([*map(str.upper, names), *answer.columns], row) == []
    assert f"`{question.name}`" in README


# What is given


def built(folder: Path) -> Path:
    """The store of the demo corpus in ``folder``, built once."""
    if not (folder / "store").exists():
        build([CORPUS], folder / "store")
    return folder / "store"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("given"))


def keys(value: Any, data: tuple[str, ...] = ()) -> set[str]:
    """The keys of the objects in JSON; those under a key of ``data`` are not names but data."""
    if isinstance(value, list):
        return set[str]().union(*(keys(one, data) for one in value))
    if not isinstance(value, dict):
        return set()
    inner = [keys(list(one.values()) if key in data else one, data) for key, one in value.items()]
    return set(value).union(*inner)


def names_of(kind: Any, seen: frozenset[type] = frozenset()) -> set[str]:
    """The fields of a dataclass, and of those in it: the keys of its JSON, whether met or not."""
    if not is_dataclass(kind) or not isinstance(kind, type):
        return set[str]().union(*(names_of(one, seen) for one in get_args(kind)))
    if kind in seen:
        return set()
    hints = get_type_hints(kind)
    inner = (names_of(hints[one.name], seen | {kind}) for one in fields(kind))
    return {one.name for one in fields(kind)}.union(*inner)


GIVEN = [
    pytest.param("luocdo plans", ["plans", "25-NQ/TW@XI", "--inferred"], id="plans"),
    pytest.param("luocdo show", ["show", "124-QĐ/TW"], id="show"),
    pytest.param("luocdo find", ["find", "doi thoai"], id="find"),
    pytest.param("luocdo extract", ["extract", CORPUS / "tw_23-qd-tw_2021.txt"], id="extract"),
    pytest.param("luocdo check", ["check"], id="check"),
    pytest.param("luocdo review", ["review"], id="review"),
    pytest.param("luocdo build", ["build", CORPUS], id="build"),
]
SHARED = {"luocdo plans", "luocdo show", "luocdo find"}
"""What these print of a document and of a link is described for both together."""


@pytest.mark.parametrize(("heading", "arguments"), GIVEN)
def test_keys_and_columns_are_described(heading: str, arguments: list[Any], store: Path) -> None:
    where = [] if arguments[0] == "extract" else ["--store", store]
    printed = json.loads(luocdo(*arguments, *where, "--format", "json").stdout)
    table = luocdo(*arguments, *where, "--format", "csv").stdout
    given = keys(printed, ("documents",) if arguments[0] == "extract" else ())
    columns = next(csv.reader(table.splitlines()))
    text = section("json.md", heading)
    if heading in SHARED:
        text += section("json.md", "Một văn bản") + section("json.md", "Một quan hệ")
    assert len(given) > 5
    assert missing(sorted(given | set(columns)), text) == []


def test_what_json_may_hold_is_described() -> None:
    words = names_of(DocumentView) | names_of(PlanRow) | names_of(ReviewItem) | names_of(Finding)
    words = (words - {"more"}) | set(PRINTED)
    assert {"identified", "premises", "problem", "lines"} <= words
    assert missing(sorted(words | set(ReviewKind)), page("json.md")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_fields_are_described_as_the_schema_has_them(path: Path) -> None:
    """Renewed by ``python -m tests.described``."""
    text = path.read_text("utf-8")
    assert renewed(text) == text
    # Markdown takes a line that begins with a mark for HTML, and shows the rest of it raw.
    assert not re.search(r"^ {0,3}<!-- fields: (?!document\b)", text, re.MULTILINE)


def test_every_part_of_the_fields_stands_somewhere() -> None:
    assert {name for path in PAGES for name in parts_in(path.read_text("utf-8"))} == set(PARTS)


@pytest.mark.parametrize("suffix", ["csv", "neo4j.csv", "gephi.csv"])
def test_columns_of_an_export_are_described(suffix: str, store: Path, tmp_path: Path) -> None:
    path = tmp_path / f"links.{suffix}"
    export(open_store(store), path)
    files = [path] if suffix == "csv" else pair_paths(path)
    for file in files:
        head = next(csv.reader(file.read_text("utf-8-sig").splitlines()))
        assert missing(head, section("json.md", "luocdo export")) == []


@pytest.mark.parametrize("row", [Plan, DocumentRow, PassageRow, LinkRow, FieldRow, MentionRow])
def test_columns_of_tables_are_described(row: type) -> None:
    text = section("json.md", "Python")
    rows = [line for line in text.splitlines() if not missing(list(columns_of(row)), line)]
    assert rows, f"no row of the table has all of {columns_of(row)}"


@pytest.mark.parametrize("relation", Relation, ids=str)
def test_relation_is_described(relation: Relation) -> None:
    assert f"`{relation}`" in README
    assert f"| `{relation}` |" in page("relations.md")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_rule_is_described_as_it_is(rule: Any) -> None:
    (row,) = re.findall(rf"^\| `{rule.name}` \|.*$", page("checks.md"), re.MULTILINE)
    said = (re.sub(r"\{\?\w+\}", "…", text) for text in rule.message)
    assert [text for text in said if text not in row] == []
    assert f"*{'note' if rule.severity == 'info' else rule.severity}*" in row


def test_rules_of_reading_are_described() -> None:
    text = section("checks.md", "Which rule found a link")
    assert missing([rule.name for rule in all_extraction_rules()], text) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "ontology/data").glob("*.csv")), ids=lambda p: p.stem
)
def test_table_and_its_columns_are_described(path: Path) -> None:
    (row,) = re.findall(rf"^\| `{path.name}` \|.*$", page("tables.md"), re.MULTILINE)
    columns = path.read_text("utf-8").splitlines()[0].split(",")
    assert read_table(path.name, columns)
    described = row.rpartition(" | ")[2]
    assert described.strip(" |") == ", ".join(f"`{column}`" for column in columns)


@pytest.mark.parametrize("word", [*COLUMNS, *Kind, *FIELDS, "carries_out"], ids=str)
def test_every_word_of_a_decision_is_described(word: str) -> None:
    assert f"`{word}`" in page("decisions.md")


def test_graphs_and_states_of_the_store_are_described() -> None:
    graphs = [
        str(value.value).removeprefix(BASE)
        for name, value in vars(ld).items()
        if name.endswith("_GRAPH")
    ]
    assert len(graphs) >= 5
    assert missing([*graphs, *STATUS_WORDS], page("store.md")) == []


# Python and spaCy


def public(kind: type) -> list[str]:
    ours = (each for each in kind.__mro__ if each.__module__.startswith("graph."))
    return [name for each in ours for name in vars(each) if not name.startswith("_")]


def test_public_names_of_python_are_described() -> None:
    text = page("python.md")
    for name in (*public(KnowledgeGraph), *public(Table), *public(Profile)):
        # The view and its language are what a profile is made of, not what it is for.
        assert name in {"view", "language", "iri"} or re.search(rf"\b{name}\b", text), name
    for name in (*graph.__all__, *extract.__all__):
        assert re.search(rf"\b{name}\b", text + page("json.md")), name
    assert missing(list(PREFIXES), section("python.md", "SPARQL")) == []


def test_options_of_the_magic_are_described() -> None:
    actions = SparqlMagic.sparql.parser._actions
    short = [one.option_strings[0] for one in actions if one.option_strings]
    assert len(short) >= 3
    assert missing(short, section("python.md", "SPARQL")) == []


def test_attributes_of_spacy_are_described() -> None:
    ours = [
        f"{owner}._.{name}"
        for owner, extensions in (
            ("doc", Underscore.doc_extensions),
            ("span", Underscore.span_extensions),
        )
        for name, (_, _, getter, _) in extensions.items()
        if getattr(getter, "__module__", "") == add_reading.__module__
    ]
    assert len(ours) >= 5
    words = [*DOCUMENT_KEYS, *MENTION_KEYS, *ClaimRecord.__annotations__]
    assert missing([*ours, *words, *MentionKind], page("spacy.md")) == []
