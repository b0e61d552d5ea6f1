"""The interactive page: one file that asks for nothing and shows every text as text."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from graph.harmless import plain
from graph.page.data import MOST_BYTES, PageData, nearest_first, page_data
from graph.page.engine import engine_script
from graph.page.linking import linked
from graph.page.owing import embedded_debts
from graph.page.reading import MOST_BYTES_OF_TEXTS, texts_within
from graph.page.words import page_sentence
from graph.pages.debts import NO_DEBTS, Debts
from graph.pages.environment import shared_style
from graph.pages.fitting import all_unless
from graph.pages.sources import no_texts
from graph.read.collection import Collection
from graph.values import Found, SourceOf
from graph.whole_files import asked_for, write_whole
from graph.words.labels import called
from graph.words.sentences import Language

if TYPE_CHECKING:
    from graph.store.disk import GraphStore


def write_page(
    store: "GraphStore",
    path: Path,
    *,
    language: Language,
    centre: Found | None = None,
    part: Collection | None = None,
    source_of: SourceOf = no_texts,
    debts: Debts = NO_DEBTS,
) -> PageData:
    """Write the page to ``path`` and return what it holds.

    Raises Unwritable, Incomplete, and WrongUse where there are too many documents for one page.

    It opens in ``language``, with ``centre`` and what is near it where one is given, else with the
    documents that have most relations. It holds ``part`` of the store, all without it.
    ``source_of`` gives the texts that can be read in it, as far as there is room, ``debts`` what is
    owed. An empty graph gives no page.
    """
    collection = all_unless(part, store)
    iri = centre.iri if centre else None
    data = page_data(collection, language=language, centre=iri)
    if not data.documents:
        return data
    title = called(centre, collection.places, language) if centre else ""
    room = min(MOST_BYTES_OF_TEXTS, MOST_BYTES - len(data.embedded.encode()))
    order = nearest_first(collection, iri)
    texts = texts_within(store, collection, source_of, order, room, debts.places())
    page = page_of(data, language=language, title=title, texts=texts, debts=embedded_debts(debts))
    with asked_for(path):
        write_whole(path, page.encode())
    return data


def page_of(
    data: PageData, *, language: Language, title: str = "", texts: str = "[]", debts: str = ""
) -> str:
    """Return the page: one HTML file that makes no request and shows every text as text."""
    folder = files("graph.page")
    style, template = (
        (folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.html.j2")
    )
    style = f"{shared_style()}\n{style}"
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
        texts=Markup(texts),
        debts=Markup(debts or embedded_debts()),
    )


@cache
def _script() -> str:
    with as_file(files("graph.page") / "js") as folder:
        modules = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*.js")
        }
    return linked(modules, "main.js")


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"
