"""What the questions are asked about on the demonstration texts, and their rows by column."""

from typing import Any

from graph.ask.competency import ask
from graph.store.disk import GraphStore

ARGUMENTS = {
    "directive": "25-NQ/TW@XI",
    "document": "187-KH/HU",
    "subject": "142-KH/TU",
    "object": "43-KL/TW",
    "place": "Lai Châu",
    "compared": "Hà Giang",
}
LEVELS = "https://w3id.org/luocdo/scheme/"


def asked(graph: GraphStore, name: str, *arguments: str) -> list[dict[str, Any]]:
    rows = ask(graph, name, *arguments)
    return [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
