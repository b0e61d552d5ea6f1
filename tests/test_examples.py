"""What README and docs/ show is so: examples, sentences, links, pictures."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from IPython.core.interactiveshell import InteractiveShell
from PIL import Image
from playwright.sync_api import Browser

from extract import read
from graph.build.run import build
from graph.knowledge_graph import KnowledgeGraph
from ontology.documents.relation import Relation
from tests.examples import CORPUS, EXIT_CODES, NOT_RUN, PAGES, ROOT, blocks, faults
from tests.extract.texts import in_body, reading_of, triples
from tests.forked import luocdo_in_path
from tests.tour import OF_THE_PAGE, OF_THE_SITE, PICTURES, draw

pytestmark = pytest.mark.slow

DOCS = ROOT / "docs"
RELATIONS = (DOCS / "relations.md").read_text("utf-8")
# PowerShell is for Windows, JSON for the settings of other programs: nobody runs them here.
KINDS = {"", "sh", "csv", "json", "python", "sparql", "ipython", "powershell"}


@pytest.fixture(scope="module")
def programs() -> Iterator[Path]:
    with luocdo_in_path() as folder:
        yield folder


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_examples_do_what_the_page_says(path: Path, tmp_path: Path, programs: Path) -> None:
    """Renewed by ``python -m tests.examples``."""
    assert list(faults(path, tmp_path, programs)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_block_says_what_it_is(path: Path) -> None:
    for block in blocks(path):
        assert block.kind in KINDS, block.body
        assert block.kind or block.shown, f"what is this, and who runs it? {block.body}"
        assert block.kind != "python" or ">>> " in block.body


def test_every_reason_not_to_run_is_needed() -> None:
    everything = [block for path in PAGES for block in blocks(path) if block.kind == "sh"]
    assert {block.not_run for block in everything} - {""} == set(NOT_RUN)
    assert all(any(word in block.body for block in everything) for word in EXIT_CODES)
    assert sum(1 for block in everything if not block.not_run) >= 8


def test_magic_works_as_described(tmp_path: Path) -> None:
    (block,) = (one for one in blocks(DOCS / "python.md") if one.kind == "ipython")
    shell = InteractiveShell()
    shell.user_ns["kg"] = KnowledgeGraph.build(CORPUS, tmp_path)
    for cell in block.body.split("\n\n"):
        assert shell.run_cell(cell, silent=True).success, cell
    assert len(shell.user_ns["plans"]) == 3


@pytest.mark.parametrize("path", [ROOT / "README.md", DOCS / "decisions.md"], ids=lambda p: p.stem)
def test_every_decision_that_is_shown_can_be_applied(path: Path, tmp_path: Path) -> None:
    (table,) = (block.body for block in blocks(path) if block.kind == "csv")
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(table, "utf-8")
    report = build([CORPUS], tmp_path / "store", decisions=decisions)
    assert report.faults == ()
    assert len(report.decisions) >= 3
    assert [decided.problem for decided in report.decisions if decided.problem] == []


SENTENCES = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) → (.+?) \|$", RELATIONS, re.MULTILINE)
NO_LINKS = re.findall(r"^\| (.+?\.) \| .+? · \*.+?\* \|$", RELATIONS, re.MULTILINE)


def test_there_is_a_sentence_for_each_relation() -> None:
    assert [relation for relation, *_ in SENTENCES] != []
    assert {relation for relation, *_ in SENTENCES} == set(Relation)
    assert len(NO_LINKS) >= 5


@pytest.mark.parametrize(
    ("relation", "sentence", "subject", "target"), SENTENCES, ids=[one[0] for one in SENTENCES]
)
def test_sentence_states_its_relation(
    relation: str, sentence: str, subject: str, target: str
) -> None:
    reading = read(sentence)
    subject = reading.document if subject == "này" else subject
    stated = {(one.subject, str(one.relation), one.object) for one in reading.claims}
    assert (subject, relation, target) in stated
    others = {one for one in stated if one[1] != "cites"} - {(subject, relation, target)}
    assert others == set()


@pytest.mark.parametrize("sentence", NO_LINKS)
def test_sentence_states_no_relation(sentence: str) -> None:
    assert triples(reading_of(in_body(sentence))) == set()


# Links and pictures


def anchors(text: str) -> set[str]:
    """What the headings of a page of Markdown are linked by."""
    found = set()
    for heading in re.findall(
        r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE
    ):
        plain = re.sub(r"[*`]|\]\(.*?\)|\[", "", heading).strip().lower()
        kept = (
            letter
            for letter in unicodedata.normalize("NFC", plain)
            if letter in " -_" or unicodedata.category(letter)[0] in "LNM"
        )
        found.add("".join(kept).replace(" ", "-"))
    return found


PAGES_OF_DEVELOPERS = [
    ROOT / f"{name}.md" for name in ("ARCHITECTURE", "CHANGELOG", "CONTRIBUTING")
]
LINKED = [*PAGES, *PAGES_OF_DEVELOPERS, *sorted((ROOT / "notebooks").glob("*.md"))]
LINKED += sorted((ROOT / "notebooks").glob("*.py"))
LINKS = [
    (path, target)
    for path in LINKED
    for target in re.findall(r"\]\(([^()\s]+)\)", path.read_text("utf-8"))
    if not re.match(r"[a-z]+:", target)
]


@pytest.mark.parametrize(
    ("path", "target"), LINKS, ids=[f"{path.name}:{target}" for path, target in LINKS]
)
def test_link_leads_somewhere(path: Path, target: str) -> None:
    name, _, anchor = unquote(target).partition("#")
    file = (path.parent / name) if name else path
    # That each notebook stands beside its source is held by test_notebooks.py.
    source = file.with_suffix(".py") if file.suffix == ".ipynb" else file
    assert source.exists(), f"{path.name} links to {target}"
    assert source.resolve().is_relative_to(ROOT)
    if anchor:
        assert anchor in anchors(file.read_text("utf-8"))


def test_every_page_is_listed() -> None:
    listed = {target for path, target in LINKS if path == DOCS / "README.md"}
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= listed
    notebooks = {f"../notebooks/{one.stem}.ipynb" for one in (ROOT / "notebooks").glob("0*.py")}
    assert notebooks <= listed


def test_pictures_are_those_of_the_tour() -> None:
    """Renewed by ``python -m tests.tour``."""
    shown = {target for path, target in LINKS if path == DOCS / "tour.md"}
    names = {*OF_THE_PAGE, *OF_THE_SITE}
    assert {path.stem for path in PICTURES.iterdir()} == names
    assert {f"pictures/{name}.png" for name in names} <= shown
    assert all(path.stat().st_size < 200_000 for path in PICTURES.iterdir())


def test_every_picture_can_be_drawn_anew(browser: Browser, tmp_path: Path) -> None:
    draw(browser, tmp_path)
    for name in (*OF_THE_PAGE, *OF_THE_SITE):
        with (
            Image.open(tmp_path / f"{name}.png") as new,
            Image.open(PICTURES / f"{name}.png") as old,
        ):
            assert new.size == old.size
