"""The files that a graph was read from: whose text each is, when it was read, what it cites."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.store.dataset import Facts
from graph.tables.of_texts.statements import file_names

_DAY = len("2021-04-09")


def files(dataset: Facts, ids: Mapping[str, int]) -> Iterator[tuple[str, int, str, int]]:
    """Yield name, document, day of reading, and how many other documents are cited, by file."""
    for quad in dataset.quads_for_pattern(None, ld.HAS_TEXT, None, None):
        if isinstance(quad.object, NamedNode):
            yield from files_of(dataset, quad.object, ids)


def files_of(
    dataset: Facts, text: NamedNode, ids: Mapping[str, int]
) -> Iterator[tuple[str, int, str, int]]:
    """Yield the rows of the files that hold one text."""
    graph = ld.text_graph(ld.sha_of(text))
    for held in dataset.quads_for_pattern(None, ld.HAS_TEXT, text, None):
        own = held.subject
        if isinstance(own, NamedNode):
            referring = dataset.quads_for_pattern(None, ld.REFERS_TO, None, graph)
            cited = {reference.object for reference in referring} - {own}
            for name in file_names(dataset, text):
                for day in sorted(_days(dataset, text)):
                    yield name, ids[own.value], day, len(cited)


def _days(dataset: Facts, text: NamedNode) -> set[str]:
    """Return the days on which a text was read."""
    runs = (quad.subject for quad in dataset.quads_for_pattern(None, ld.USED, text, None))
    ends = (
        quad.object
        for run in runs
        if isinstance(run, NamedNode)
        for quad in dataset.quads_for_pattern(run, ld.ENDED_AT, None, None)
    )
    return {end.value[:_DAY] for end in ends if isinstance(end, Literal)}
