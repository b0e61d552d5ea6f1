"""The commands that write what a browser opens: ``luocdo explore`` and ``luocdo site``."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graph.ask.owed.for_pages import debts_for_pages
from graph.cli.choosing import choosing
from graph.cli.command import STORE, Lang, Store, answers, asked_alone
from graph.cli.printing import tell
from graph.errors import Exit
from graph.opening import kept_texts, open_part, open_store
from graph.page.writing import write_page
from graph.pages.debts import Debts
from graph.pages.sources import no_texts
from graph.read.collection import Collection
from graph.site.writing import write_site
from graph.store.disk import GraphStore
from graph.tables.sought.narrowing import Narrowing
from graph.typed.days import day_or_today
from graph.values import Found
from graph.words.sentences import Language, say

_WithoutTexts = Annotated[
    bool,
    typer.Option(
        "--without-texts",
        help="Không kèm toàn văn, chỉ câu dẫn. / Quotes alone, no whole texts.",
    ),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Việc phải làm tính đến ngày này, hay hôm nay. / What is owed as of this day.",
    ),
]


@answers
@choosing
def explore(
    number: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NUMBER",
            help="Trang mở ở văn bản này. / The page opens at this document.",
        ),
    ] = None,
    *,
    narrowed: Narrowing,
    page: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Trang cần ghi. / The page.")
    ] = Path("luocdo.html"),
    without_texts: _WithoutTexts = False,
    as_of: AsOf = "",
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Write the interactive page."""
    day = day_or_today(as_of)
    if number:
        graph, document = asked_alone(store, number)
    else:
        graph, document = open_store(store), None
    part, debts = _told(graph, document, narrowed, day)
    texts = no_texts if without_texts else kept_texts(graph)
    written = write_page(
        graph, page, language=lang, centre=document, source_of=texts, part=part, debts=debts
    )
    if not written.documents:
        return _nothing(graph, lang)
    beyond = part.beyond if part else 0
    if cut := written.left_out - beyond:
        tell(say(lang, "page cut", held=written.documents, left_out=cut))
    if beyond:
        tell(say(lang, "page part", held=written.documents, all=graph.state.documents))
    tell(say(lang, "page written", path=page, nodes=written.documents, edges=written.links))
    return Exit.FOUND


@answers
@choosing
def site(
    *,
    narrowed: Narrowing,
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="Thư mục. / The folder.")
    ] = Path("site"),
    without_texts: _WithoutTexts = False,
    as_of: AsOf = "",
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Write the static site."""
    day = day_or_today(as_of)
    graph = open_store(store)
    part, debts = _told(graph, None, narrowed, day)
    texts = no_texts if without_texts else kept_texts(graph)
    written = write_site(graph, folder, language=lang, source_of=texts, part=part, debts=debts)
    if not written.pages:
        return _nothing(graph, lang)
    tell(say(lang, "site written", path=folder, pages=written.pages, links=written.links))
    return Exit.FOUND


def _told(
    graph: GraphStore, centre: Found | None, narrowed: Narrowing, as_of: date
) -> tuple[Collection | None, Debts]:
    """Return the part of a store that is asked for, None for all of it, and what is owed in it."""
    part = open_part(graph, centre, narrowed)
    return part, debts_for_pages(graph, as_of, part=part, place=narrowed["place"])


def _nothing(graph: GraphStore, language: Language) -> Exit:
    """Say that there is nothing to write: the store is empty, or none of it was asked for."""
    tell(say(language, "found nothing" if graph.state.documents else "empty graph"))
    return Exit.NOTHING
