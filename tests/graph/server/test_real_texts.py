"""Real texts on a server: every question is answered as by the embedded store."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pyoxigraph as ox
import pytest

from graph.ask.checks import run_checks
from graph.ask.competency import Question, all_questions, ask
from graph.ask.plans import document_view, plans_of
from graph.ask.sparql import Rows, run
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.server.address import server_at
from graph.server.publish import workbench_path
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from tests.graph.conftest import luocdo
from tests.graph.server.conftest import PREFIX, QUERIES, ordered
from tests.graph.servers import oxigraph, virtuoso

pytestmark = pytest.mark.slow

PLACES = ld.thing_node("place", "").value
CARRYING_OUT = "ld:implements|ld:continues|ld:details|ld:guides"
CHANGING = "ld:replaces|ld:amends|ld:repeals|ld:suspends|ld:extends|ld:corrects"
LOCAL = f"?plan ({CARRYING_OUT}) ?directive . ?plan ld:shownPlace ?place"
TWO_PLACES = f"{LOCAL} . ?other ld:shownPlace ?compared FILTER(STR(?compared) != STR(?place))"
SUBJECTS = {
    "compare": f"SELECT DISTINCT ?place ?compared WHERE {{ {TWO_PLACES} }} ORDER BY ?place LIMIT 2",
    "changed-by": f"SELECT DISTINCT ?x WHERE {{ ?y {CHANGING} ?x }} ORDER BY ?x LIMIT 5",
    "sources": f"SELECT DISTINCT ?x WHERE {{ ?x {CARRYING_OUT} ?y }} ORDER BY ?x LIMIT 5",
    "evidence": "SELECT DISTINCT ?x ?y WHERE { ?x ld:amends ?y } ORDER BY ?x ?y LIMIT 5",
    "duties-in": "SELECT DISTINCT ?place WHERE { ?x ld:shownPlace ?place } ORDER BY ?place LIMIT 3",
    "plans-in": f"SELECT DISTINCT ?directive ?place WHERE {{ {LOCAL} }} ORDER BY ?plan LIMIT 3",
}
"""What a question is asked about where most documents would give it no rows."""


def subjects_of(store: GraphStore, question: Question) -> list[list[str]]:
    """What to ask a question about, so that it has rows where the texts have what it asks for."""
    if not question.parameters:
        return [[]]
    query = SUBJECTS.get(question.name)
    if query is None:
        return [[str(row[-1])] for row in ask(store, "most-implemented").rows[:2]]
    found = run(store, PREFIX + query)
    assert isinstance(found, Rows)
    assert found.rows, question.name
    # A place is named by its path.
    return [[str(cell).removeprefix(PLACES) for cell in row] for row in found.rows]


@pytest.fixture(scope="module")
def real_texts(shared: Path) -> list[Path]:
    """Every eighth of the real texts, of each kind some: servers take long to take in all."""
    found = (path for path in (shared / "corpus").rglob("*") if path.suffix in {".txt", ".md"})
    return sorted(path for path in found if path.parent != shared / "corpus")[::8]


@pytest.fixture(scope="module")
def real(real_texts: list[Path], cache: Path) -> Path:
    """The real texts, read once into a store that every workbench starts from."""
    store = cache / "real"
    assert luocdo("build", *real_texts, "--store", store).exit_code in (0, 3)
    return store


@pytest.mark.parametrize("start", [oxigraph, virtuoso], ids=lambda start: start.__name__)
def test_real_texts_are_answered_as_by_the_embedded_store(
    start: Any, real: Path, real_texts: list[Path], tmp_path: Path
) -> None:
    with start(tmp_path) as engine:
        copytree(real, workbench_path(server_at(engine.address)) / "store")
        luocdo("build", *real_texts, "--store", engine.address)
        here, there = open_store(real), open_store(engine.address)
        assert there.state == here.state
        for iri in documents(here)[::15]:
            assert plans_of(there, iri) == plans_of(here, iri)
            assert document_view(there, iri) == document_view(here, iri)
        for query in QUERIES:
            assert ordered(run(there, PREFIX + query)) == ordered(run(here, PREFIX + query))
        for question in all_questions():
            for asked in subjects_of(here, question):
                found = set(ask(there, question.name, *asked).rows)
                assert found == set(ask(here, question.name, *asked).rows), (question.name, asked)
        copy = local_copy(there.dataset)
        assert set(copy) == set(local_copy(here.dataset))
        # Findings are worked out from the copy.
        assert run_checks(GraphStore(here.directory, here.state, copy)) == run_checks(here)


def documents(store: GraphStore) -> list[str]:
    quads = store.dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
