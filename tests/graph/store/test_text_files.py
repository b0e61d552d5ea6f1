"""The list of the files of a graph, of which few rows are ever looked at."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.store.text_files import Names, TextFile, TextFiles

SHAS = st.sampled_from(["1f" * 32, "2e" * 32, "3d" * 32])
FILES = st.lists(st.builds(TextFile, path=st.text(), name=st.text(), sha=SHAS, member=st.text()))


@given(FILES)
def test_what_is_written_is_read_back_as_it_was(files: list[TextFile]) -> None:
    written = TextFiles.of(files).written
    assert list(TextFiles.read(written)) == files
    assert [TextFile(**row) for row in json.loads(written)] == files
    assert TextFiles.read(written).shas == [file.sha for file in files]


@given(FILES)
def test_names_are_looked_up_by_texts(files: list[TextFile]) -> None:
    names = Names(TextFiles.of(files))
    assert dict(names) == {
        sha: {file.name for file in files if file.sha == sha} for sha in {f.sha for f in files}
    }


@given(FILES, FILES)
def test_texts_that_differ_are_those_under_other_names(
    before: list[TextFile], after: list[TextFile]
) -> None:
    old, new = Names(TextFiles.of(before)), Names(TextFiles.of(after))
    others = {sha for sha in old.keys() | new.keys() if old.get(sha) != new.get(sha)}
    assert old.differing(new) == others


FILE = TextFile("../a.txt", "a.txt", "1f" * 32)
OTHERS = [
    pytest.param([FILE, TextFile("b", "b", "2e" * 32)], False, id="one more"),
    pytest.param([TextFile("../b.txt", "a.txt", FILE.sha)], True, id="it lies elsewhere"),
    pytest.param([TextFile("../a.txt", "b.txt", FILE.sha)], False, id="another name"),
    pytest.param([TextFile("../a.txt", "a.txt", "2e" * 32)], False, id="another text"),
    pytest.param(
        [TextFile("../a.txt", 'a.txt", "path": "', FILE.sha)], False, id="a name like a row"
    ),
]


@pytest.mark.parametrize(("files", "same"), OTHERS)
def test_a_digest_is_of_texts_and_names(files: list[TextFile], *, same: bool) -> None:
    digest = TextFiles.of([FILE]).texts_digest()
    assert (TextFiles.of(files).texts_digest() == digest) is same


def test_the_order_of_files_is_not_in_their_digest() -> None:
    files = [FILE, TextFile("b", "b", "2e" * 32)]
    digests = {TextFiles.of(order).texts_digest() for order in (files, files[::-1])}
    assert len(digests) == 1
