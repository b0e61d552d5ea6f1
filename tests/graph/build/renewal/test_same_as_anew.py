"""A store that changed again and again is the store that is made at once of what is left."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.build import new_graph
from graph.build.allowed import Allowed
from graph.build.run import build
from graph.facts.provenance import EPOCH_VARIABLE
from graph.store import soundness
from graph.tables import amending
from tests.graph.build.renewal.decided import LINES, write
from tests.graph.build.renewal.stored import content_of, differences
from tests.graph.build.renewal.texts import WORDINGS

pytestmark = pytest.mark.slow

Collection = dict[str, int]
"""Which wording stands in which file."""

COLLECTIONS = st.fixed_dictionaries(
    {},
    optional={name: st.integers(0, len(wordings) - 1) for name, wordings in WORDINGS.items()},
).filter(bool)
FULL = st.fixed_dictionaries(
    {name: st.integers(0, len(wordings) - 1) for name, wordings in WORDINGS.items()}
)
FOLLOWING = {"12-qd.txt": 0, "33-kh-hu.txt": 2, "69-kl-tu.txt": 1}
"""A plan carries out a decision, from which it follows that it carries out what that approves."""
COPIED = {"ban-sao.txt": 0, "25-nq-tw.txt": 0, "61-kh-hu.txt": 0}
"""A copy of a plan cites a resolution, and does not say of which year."""
DECIDED = st.lists(st.sampled_from(sorted(LINES)), max_size=6, unique=True)


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Let an index be kept of few texts, and every text be read at the same time.

    Pieces of files are as small as SQLite's pages, so that each change reaches few of them.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in (soundness, amending):
            patch.setattr(module, "PIECE", 4096)
        patch.setattr(new_graph, "FEWEST", 1)
        patch.setenv(EPOCH_VARIABLE, "1700000000")
        yield


def put(folder: Path, collection: Collection) -> None:
    """Let the files be those of a collection, and no others."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in collection:
            path.unlink()
    for name, wording in collection.items():
        text = WORDINGS[name][wording]
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


@settings(max_examples=12, deadline=None)
@given(st.lists(COLLECTIONS, min_size=2, max_size=4))
def test_whatever_changes_the_store_is_the_one_made_at_once(collections: list[Collection]) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        allowed = Allowed(jobs=1)
        for collection in collections:
            put(home / "texts", collection)
            build([home / "texts"], home / "changed", allowed=allowed)
        build([home / "texts"], home / "at once", allowed=allowed)
        assert differences(content_of(home / "changed"), content_of(home / "at once")) == {}


@settings(max_examples=12, deadline=None)
@example([(FOLLOWING, ["a title"]), (FOLLOWING, ["what follows is none"])])
@example(
    [
        (FOLLOWING, ["what follows is confirmed"]),
        (FOLLOWING | {"25-nq-tw.txt": 0}, ["what follows is confirmed"]),
    ]
)
@example(
    [
        (COPIED, []),
        (COPIED, ["what is open, in one text", "by what it was called"]),
    ]
)
@given(st.lists(st.tuples(FULL | COLLECTIONS, DECIDED), min_size=2, max_size=3))
def test_whatever_people_decide_the_store_is_the_one_made_at_once(
    steps: list[tuple[Collection, list[str]]],
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        home = Path(folder)
        for collection, why in steps:
            put(home / "texts", collection)
            decisions = write(home / "decisions.csv", why)
            build([home / "texts"], home / "changed", decisions=decisions, allowed=Allowed(jobs=1))
        changed = content_of(home / "changed")
        for name, fewest in (("at once", 1_000), ("afterwards", 1)):
            patch.setattr(new_graph, "DECIDED_AFTERWARDS", fewest)
            build([home / "texts"], home / name, decisions=decisions, allowed=Allowed(jobs=1))
            assert differences(changed, content_of(home / name)) == {}, name
