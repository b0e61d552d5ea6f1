"""A part of a collection is the same that reading all of it and leaving the rest out would give."""

from pathlib import Path

import pytest

from graph.errors import UnknownPlace, WrongUse
from graph.opening import open_part, open_store, open_tables
from graph.page.data import nearest_first
from graph.read.collection import Collection, collect
from graph.read.places import lies_in
from graph.tables.sought import selection
from graph.tables.sought.narrowing import Narrowed
from graph.tables.sought.selection import selected
from graph.typed.meaning import document_named


def iris_of(part: Collection) -> set[str]:
    return {each.found.iri for each in part.documents}


def linked(whole: Collection, iris: set[str]) -> set[str]:
    """Return documents with those that are linked with one of them."""
    ends = ({link.key.subject, link.key.object} for link in whole.links)
    return iris.union(*(pair for pair in ends if not iris.isdisjoint(pair)))


@pytest.mark.parametrize("most", [1, 7, 2_000])
def test_what_is_nearest_is_what_a_page_of_all_keeps_first(
    store: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hosts of a document that nothing links it with are no part, however much room there is."""
    monkeypatch.setattr(selection, "MOST_AROUND", most)
    opened = open_store(store)
    whole, tables = collect(opened), open_tables(opened)
    sizes = set()
    for document in whole.documents:
        iri = document.found.iri
        part = selected(opened, tables, iri)
        reached = {iri}
        while (wider := linked(whole, reached)) != reached:
            reached = wider
        nearest = [each for each in nearest_first(whole, iri) if each in reached]
        assert iris_of(part) == set(nearest[:most])
        sizes.add(len(part.documents))
    assert max(sizes) > 1 or most == 1


@pytest.mark.parametrize(
    ("narrowed", "fits"),
    [
        pytest.param(
            Narrowed(place="Lai Châu"),
            lambda found: lies_in(found.place, frozenset({"lai-chau"})),
            id="place",
        ),
        pytest.param(
            Narrowed(since="2021", until="2022"),
            lambda found: found.date[:4] in {"2021", "2022"},
            id="period",
        ),
        pytest.param(Narrowed(held=True), lambda found: found.held, id="held"),
    ],
)
def test_what_is_chosen_comes_with_what_is_next_to_it(
    store: Path, narrowed: Narrowed, fits: object
) -> None:
    opened = open_store(store)
    whole = collect(opened)
    part = selected(opened, open_tables(opened), narrowed=narrowed)
    asked = {
        each.found.iri
        for each in whole.documents
        if (each.found.held or each.found.resolved) and callable(fits) and fits(each.found)
    }
    kept = linked(whole, asked)
    assert asked
    assert iris_of(part) == kept
    assert part.documents == tuple(each for each in whole.documents if each.found.iri in kept)
    inside = (link for link in whole.links if {link.key.subject, link.key.object} <= kept)
    assert part.links == tuple(
        link
        for link in inside
        if all({premise.subject, premise.object} <= kept for premise in link.premises)
    )
    assert part.beyond == len(whole.documents) - len(kept)


def test_the_document_that_it_opens_at_is_a_part(store: Path) -> None:
    opened = open_store(store)
    centre = document_named(opened, "25-NQ/TW@XI")
    part = open_part(opened, centre, {"place": "Hà Giang"})
    assert part is not None
    assert centre.iri in iris_of(part)


def test_what_no_one_has_to_leave_out_is_all(store: Path) -> None:
    opened = open_store(store)
    assert open_part(opened, None, {}) is None
    assert open_part(opened, document_named(opened, "43-KL/TW"), {"level": ""}) is None


def test_what_is_too_much_or_unknown_is_said(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_store(store)
    monkeypatch.setattr(selection, "MOST_DOCUMENTS", 3)
    with pytest.raises(WrongUse, match="22 such documents"):
        open_part(opened, None, {"place": "Lai Châu"})
    with pytest.raises(UnknownPlace):
        open_part(opened, None, {"place": "Atlantis"})
