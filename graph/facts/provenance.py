"""Where a text's graph comes from: which file, which bytes, read when, by which reader."""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import Literal, Quad

from extract.text.source import SourceText
from graph.rdf import vocabulary as ld
from graph.rdf.literals import time_literal
from graph.rdf.nodes import run_node, signature_node

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment variable that stands for every time, where builds must be the same to the byte.

See https://reproducible-builds.org/specs/source-date-epoch/."""


def provenance_facts(
    source: SourceText, names: Iterable[str], rules: str, read_at: datetime
) -> Iterator[Quad]:
    """Yield the text itself, who signed its file, and the run that made its graph.

    ``names`` are those of the files that hold the text, ``rules`` is the version of the rules and
    tables that read it, ``read_at`` when they did.
    """
    sha = source.sha256
    text, graph, run = ld.text_node(sha), ld.text_graph(sha), run_node(sha, rules)
    yield Quad(text, ld.TYPE, ld.TEXT, graph)
    yield Quad(text, ld.SHA256, Literal(sha), graph)
    yield Quad(text, ld.CONTENT, Literal(source.text), graph)
    for name in names:
        yield Quad(text, ld.FILE_NAME, Literal(name), graph)
    yield Quad(graph, ld.GENERATED_BY, run, graph)
    yield Quad(run, ld.TYPE, ld.EXTRACTION_RUN, graph)
    yield Quad(run, ld.USED, text, graph)
    yield Quad(run, ld.READER, Literal(f"luocdo {_version()}, rules {rules}"), graph)
    origin = source.origin
    if origin.reader:
        yield Quad(run, ld.FILE_READER, Literal(origin.reader), graph)
    for signature in origin.signatures:
        signed = signature_node(sha, signature.name, signature.signed_at)
        yield Quad(text, ld.SIGNATURE, signed, graph)
        yield Quad(signed, ld.TYPE, ld.SIGNATURE_CLASS, graph)
        yield Quad(signed, ld.SIGNED_BY, Literal(signature.name), graph)
        if signature.signed_at:
            yield Quad(signed, ld.SIGNED_AT, Literal(signature.signed_at), graph)
    yield Quad(run, ld.ENDED_AT, time_literal(read_at), graph)


@cache
def _version() -> str:
    return version("luocdo")


def written_at(path: Path) -> datetime:
    """Return when a file was written, in UTC, or the time that SOURCE_DATE_EPOCH names."""
    fixed = os.environ.get(EPOCH_VARIABLE, "")
    seconds = int(fixed) if fixed.isdigit() else int(path.stat().st_mtime)
    return datetime.fromtimestamp(seconds, UTC)
