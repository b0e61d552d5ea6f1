"""What displaCy draws of a text: its mentions as spans, its claims as arcs."""

import re
from collections.abc import Collection, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from extract.records import ClaimRecord, DocumentRecord, MentionRecord

_GAP = re.compile(r"\s+")
_WIDEST = 24
"""How many letters of a name are drawn: the words of the style "dep" stand at one distance."""


def spans_input(
    text: str, mentions: Sequence[MentionRecord], iris: dict[str, str] | None = None
) -> dict[str, Any]:
    """Return the mentions for the style "span"; ``iris`` gives the link of a document by its key.

    The tokens are cut at the exact ends of the mentions, so that nothing beside them is marked.
    """
    pieces = _pieces(
        text, {edge for mention in mentions for edge in (mention["start"], mention["end"])}
    )
    starts = {start: at for at, (start, _) in enumerate(pieces)}
    ends = {end: at for at, (_, end) in enumerate(pieces, 1)}
    links = iris or {}
    return {
        "text": text,
        "tokens": [text[start:end] for start, end in pieces],
        "spans": [
            {
                "start": mention["start"],
                "end": mention["end"],
                "start_token": starts[mention["start"]],
                "end_token": ends[mention["end"]],
                # displaCy escapes the words of a text, and nothing else.
                "label": escape(mention["tier"]),
                "kb_id": escape(_short(mention["document"])),
                "kb_url": escape(links.get(mention["document"], "#")),
            }
            for mention in mentions
        ],
    }


def _pieces(text: str, edges: set[int]) -> list[tuple[int, int]]:
    """Return ``text`` in pieces that break at its white space and at ``edges``."""
    breaks = {0, len(text)} | edges
    for gap in _GAP.finditer(text):
        breaks |= {gap.start(), gap.end()}
    return list(pairwise(sorted(breaks)))


def arcs_input(
    documents: Sequence[DocumentRecord],
    claims: Sequence[ClaimRecord],
    relations: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return documents as words and the claims between them as arcs, for the style "dep".

    ``relations`` names those to be drawn; None draws all. A claim that a text makes twice is one
    arc, and one of a document about itself is not drawn: displaCy has no loops.
    """
    drawn = {
        (claim["subject"], claim["relation"], claim["object"]): None
        for claim in claims
        if claim["subject"] != claim["object"]
        and (relations is None or claim["relation"] in relations)
    }
    used = {key for subject, _, object_ in drawn for key in (subject, object_)}
    words = [document for document in documents if document["key"] in used]
    index = {document["key"]: at for at, document in enumerate(words)}
    return {
        "words": [{"text": _name(document), "tag": escape(document["type"])} for document in words],
        "arcs": [
            _arc(index[subject], relation, index[object_]) for subject, relation, object_ in drawn
        ],
    }


def _arc(subject: int, relation: str, object_: int) -> dict[str, Any]:
    return {
        "start": min(subject, object_),
        "end": max(subject, object_),
        "label": escape(relation),
        "dir": "right" if subject < object_ else "left",
    }


def _name(document: DocumentRecord) -> str:
    """Return what a document is called in a drawing: its number, or the beginning of its title."""
    return _short(document["key"] if document["number"] else document["title"] or document["key"])


def _short(name: str) -> str:
    return name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1]}…"
