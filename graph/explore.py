"""The interactive page: which documents it draws, and the one file that it is written to."""

import json
from base64 import b64encode
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from graph.answers import Found
from graph.complaints import Unwritable
from graph.drawing_engine import engine_script
from graph.labels import (
    HEADINGS,
    LEVEL_WORDS,
    RELATION_WORDS,
    inverse_words,
    name_of,
    relation_words,
    shown_date,
    word,
    years_words,
)
from graph.messages import SENTENCES, Language, sentence
from graph.network import as_networkx
from graph.printing import plain
from ontology.level import Level
from ontology.relation import CARRIES_OUT

if TYPE_CHECKING:
    from graph.store import GraphStore

MOST_NODES: Final = 300
"""How many documents a page draws at most: more cannot be told apart on a screen."""
_CARRYING_OUT_COUNTS: Final = 5
"""How many other relations one of carrying out is worth when the page has to choose."""
_PAGE_WORDS: Final = "page: "
_UNSAFE: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Node:
    """One document of the page; ``label`` is for the canvas, the other texts are as stored."""

    iri: str
    label: str
    number: str
    type: str
    term: str
    date: str
    title: str
    issuer: str
    level: str
    place: str
    selector: str
    held: bool
    resolved: bool
    mentions: int


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation; ``subject`` and ``object`` are places in the list of nodes.

    ``words`` is how the relation is read out, ``back`` how it is from the object; ``evidence``
    counts the places that state it, and the quote is of one of them.
    """

    subject: int
    relation: str
    words: str
    back: str
    object: int
    quote: str
    text: str
    start: int
    end: int
    rule: str
    confidence: float
    evidence: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page shows; ``total`` counts the documents to choose from, ``centre`` is a node."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int
    centre: int | None = None


def write_page(
    store: "GraphStore", path: Path, *, language: Language, centre: Found | None = None
) -> Drawing:
    """Write the page to ``path`` and return what it draws; raises Unwritable, Incomplete.

    With ``centre`` the page holds the chains that lead to and from that document and what is
    related to it; without, the documents that have most relations.
    """
    drawing = drawing_of(
        as_networkx(store), language=language, centre=centre.iri if centre else None
    )
    if not drawing.nodes:
        return drawing
    title = name_of(centre) if centre else ""
    page = page_of(drawing, language=language, title=title)
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unwritable(path, error.strerror or "cannot be written") from error
    return drawing


def drawing_of(
    network: "nx.MultiDiGraph[str]",
    *,
    language: Language,
    centre: str | None = None,
    most: int = MOST_NODES,
) -> Drawing:
    """Return at most ``most`` documents of ``network`` to draw, and the relations among them."""
    wanted = set(network) if centre is None else _around(network, centre)
    weight = _weights(network)
    ranked = sorted(wanted, key=lambda iri: (iri != centre, -weight[iri], iri))
    drawn = sorted(ranked[:most], key=lambda iri: (network.nodes[iri]["date"] or "9", iri))
    places = {iri: place for place, iri in enumerate(drawn)}
    edges = [
        _edge(places[subject], places[target], attributes, language)
        for subject, target, attributes in network.edges(data=True)
        if subject in places and target in places
    ]
    return Drawing(
        nodes=tuple(_node(iri, network.nodes[iri], language) for iri in drawn),
        edges=tuple(sorted(edges, key=_order)),
        total=len(wanted),
        centre=None if centre is None else places.get(centre),
    )


def page_of(drawing: Drawing, *, language: Language, title: str = "") -> str:
    """Return the page: one HTML file that makes no request and shows every text as text."""
    folder = files("graph") / "explorer"
    style, script, template = (
        (folder / name).read_text(encoding="utf-8")
        for name in ("page.css", "page.js", "page.html.j2")
    )
    engine = engine_script()
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(template).render(
        language=language.value,
        title=plain(title),
        say=lambda key: sentence(language, f"{_PAGE_WORDS}{key}"),
        script_hashes=" ".join(map(_hash, (engine, script))),
        style_hash=_hash(style),
        style=Markup(style),
        engine=Markup(engine),
        script=Markup(script),
        data=Markup(_embedded(_data(drawing, language))),
    )


def _data(drawing: Drawing, language: Language) -> dict[str, Any]:
    relations = {edge.relation for edge in drawing.edges}
    return {
        "nodes": [asdict(node) for node in drawing.nodes],
        "edges": [asdict(edge) for edge in drawing.edges],
        "total": drawing.total,
        "centre": drawing.centre,
        "levels": {level.value: word(LEVEL_WORDS, language, level) for level in Level},
        "relations": {
            name: {
                "forth": word(RELATION_WORDS, language, name),
                "carries_out": name in CARRIES_OUT,
            }
            for name in RELATION_WORDS
            if name in relations
        },
        "words": {
            **{
                name: word(HEADINGS, language, name) for name in ("issuer", "date", "term", "level")
            },
            **{name: word(HEADINGS, language, name) for name in ("place", "selector", "iri")},
            **{
                key.removeprefix(_PAGE_WORDS): sentence(language, key)
                for key in SENTENCES
                if key.startswith(_PAGE_WORDS)
            },
        },
    }


def _around(network: "nx.MultiDiGraph[str]", centre: str) -> set[str]:
    if centre not in network:
        return set()
    chains: nx.DiGraph[str] = nx.DiGraph()
    chains.add_node(centre)
    chains.add_edges_from(
        (subject, target)
        for subject, target, attributes in network.edges(data=True)
        if attributes["relation"] in CARRIES_OUT
    )
    return {
        centre,
        *nx.ancestors(chains, centre),
        *nx.descendants(chains, centre),
        *network.predecessors(centre),
        *network.successors(centre),
    }


def _weights(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return how much each document matters to the page: its relations, carrying out above all."""
    weights = dict.fromkeys(network, 0)
    for subject, target, attributes in network.edges(data=True):
        weight = _CARRYING_OUT_COUNTS if attributes["relation"] in CARRIES_OUT else 1
        weights[subject] += weight
        weights[target] += weight
    return weights


def _node(iri: str, attributes: dict[str, Any], language: Language) -> Node:
    number, kind = attributes["number"], attributes["type"]
    found = Found(iri=iri, number=number, type=kind, selector=attributes["selector"])
    return Node(
        iri=iri,
        label=plain(name_of(found)) or iri,
        number=number,
        type=kind,
        term=attributes["term"],
        date=shown_date(language, attributes["date"]),
        title=attributes["title"],
        issuer=attributes["issuer"],
        level=attributes["level"] or "",
        place=attributes["place"],
        selector=attributes["selector"],
        held=attributes["held"],
        resolved=attributes["resolved"],
        mentions=attributes["mentions"],
    )


def _edge(subject: int, target: int, attributes: dict[str, Any], language: Language) -> Edge:
    relation, review = attributes["relation"], attributes["review"]
    years = attributes.get("years")
    return Edge(
        subject=subject,
        relation=relation,
        words=relation_words(language, relation, review=review, years=years),
        back=inverse_words(language, relation, review=review) + years_words(language, years),
        object=target,
        quote=attributes["quote"],
        text=attributes["text"],
        start=attributes["start"],
        end=attributes["end"],
        rule=attributes["rule"],
        confidence=attributes["confidence"],
        evidence=attributes["evidence"],
    )


def _order(edge: Edge) -> tuple[int, int, str, str]:
    return edge.subject, edge.object, edge.relation, edge.words


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def _embedded(value: object) -> str:
    """Return ``value`` as JSON that cannot end the script element that it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
