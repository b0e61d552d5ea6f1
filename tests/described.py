"""The fields of a document in docs/, as the schema has them.

What stands between ``<!-- fields: NAME -->`` and ``<!-- end -->`` is written by this program:
``python -m tests.described``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Final

from extract import read
from extract.records import DOCUMENT_KEYS
from extract.report import as_json
from graph.cli.output import DOCUMENT_COLUMNS
from graph.export.network_files import GEPHI, NEO4J
from graph.notebook.rows import DocumentRow
from graph.notebook.table import columns_of
from graph.rdf.schema import BESIDE, BY_NAME, PRINTED
from graph.values import Found
from tests.examples import PAGES

_PART: Final = re.compile(
    r"(?P<begin><!-- fields: (?P<name>[\w ]+) -->)(?P<body>.*?)(?P<end><!-- end -->)", re.DOTALL
)


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table() -> str:
    """Every key of a document in JSON, in the order of JSON, and what it means."""
    meanings = {**BESIDE, **{name: field.meaning for name, field in BY_NAME.items()}}
    own = (field.name for field in fields(Found) if field.name != "more")
    rows = ((name, meanings[name]) for name in (*own, *PRINTED))
    lines = [f"| `{name}` | {meaning.vi} · *{meaning.en}* |" for name, meaning in rows]
    return "\n".join(["", "| khóa · *key* | ý nghĩa · *meaning* |", "|---|---|", *lines, ""])


def _reading() -> str:
    """Every key of a document in the JSON of one text."""
    (document, *_) = as_json(read("Xem Kết luận số 43-KL/TW."))["documents"].values()
    return _named(document)


PARTS: Final[Mapping[str, Callable[[], str]]] = {
    "document": _table,
    "csv": lambda: _named(DOCUMENT_COLUMNS),
    "printed": lambda: _named(PRINTED),
    "neo4j": lambda: _named(NEO4J.nodes),
    "gephi": lambda: _named(GEPHI.nodes),
    "row": lambda: _named(columns_of(DocumentRow)),
    "reading": _reading,
    "record": lambda: _named(DOCUMENT_KEYS),
}
"""What is written for each name."""


def parts_in(text: str) -> list[str]:
    """Return the names of the parts of a page that are written by this program."""
    return [found["name"] for found in _PART.finditer(text)]


def renewed(text: str) -> str:
    """Return a page with the fields that documents have now."""
    return _PART.sub(lambda part: part["begin"] + PARTS[part["name"]]() + part["end"], text)


def main() -> None:
    """Write the fields into the pages."""
    for page in PAGES:
        page.write_text(renewed(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
