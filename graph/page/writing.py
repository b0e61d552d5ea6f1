"""The interactive page: one file that asks for nothing and shows every text as text."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from graph.errors import Unwritable
from graph.harmless import plain
from graph.page.data import PageData, page_data
from graph.page.engine import engine_script
from graph.page.words import page_sentence
from graph.read.collection import collect
from graph.values import Found
from graph.words.labels import called
from graph.words.refusals import cause_of
from graph.words.sentences import Language

if TYPE_CHECKING:
    from graph.store.disk import GraphStore

SCRIPTS: Final = (
    "views/collection",
    "words",
    "state",
    "selection",
    "draw/elements",
    "draw/styles",
    "draw/layout",
    "draw/edge_labels",
    "draw/map",
    "draw/boxes",
    "views/tables",
    "views/timeline",
    "views/coverage",
    "views/panel",
    "controls",
    "draw/pictures",
    "views/downloads",
    "draw/paper",
    "main",
)
"""The parts of the page's script, each after those that it needs when it is loaded."""


def write_page(
    store: "GraphStore", path: Path, *, language: Language, centre: Found | None = None
) -> PageData:
    """Write the page to ``path`` and return what it holds; raises Unwritable, Incomplete.

    It opens in ``language``, with ``centre`` and what is near it where one is given, else with the
    documents that have most relations. An empty graph gives no page.
    """
    collection = collect(store)
    data = page_data(collection, language=language, centre=centre.iri if centre else None)
    if not data.documents:
        return data
    title = called(centre, collection.places) if centre else ""
    page = page_of(data, language=language, title=title)
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unwritable(path, cause_of(error)) from error
    return data


def page_of(data: PageData, *, language: Language, title: str = "") -> str:
    """Return the page: one HTML file that makes no request and shows every text as text."""
    folder = files("graph.page")
    style, template = (
        (folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.html.j2")
    )
    engine, script = engine_script(), _script()
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(template).render(
        language=language.value,
        languages=[choice.value for choice in Language],
        title=plain(title),
        say=lambda key: page_sentence(language, key),
        script_hashes=" ".join(map(_hash, (engine, script))),
        style_hash=_hash(style),
        style=Markup(style),
        engine=Markup(engine),
        script=Markup(script),
        data=Markup(data.embedded),
    )


def _script() -> str:
    """Return the parts of the script as one, in a scope of their own."""
    folder = files("graph.page") / "js"
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return "\n".join(["(() => {", '"use strict";', *parts, "})();", ""])


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"
