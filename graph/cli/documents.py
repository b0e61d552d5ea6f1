"""The commands ``luocdo plans`` and ``luocdo show``: what the graph says of documents."""

from typing import Annotated

import typer

from graph.ask.plans import document_view, plans_of
from graph.cli.command import STORE, Lang, Number, Output, Store, answers, asked
from graph.cli.output import print_documents, print_plans
from graph.cli.printing import Format, tell
from graph.errors import Exit
from graph.read.lookup import level_typed
from graph.words.labels import as_typed, name_of
from graph.words.sentences import Language, say


@answers
def plans(
    number: Number,
    level: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help="Chỉ cấp này: tỉnh, huyện, xã. / central, province, district, commune.",
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Chỉ nơi này: Lai Châu, lai-chau. / Only this place."),
    ] = None,
    local: Annotated[
        bool, typer.Option("--local", help="Chỉ dưới Trung ương. / Below the centre only.")
    ] = False,
    direct: Annotated[
        bool, typer.Option("--direct", help="Chỉ một bước, không lấy chuỗi. / One step only.")
    ] = False,
    inferred: Annotated[
        bool, typer.Option("--inferred", help="Cả quan hệ suy luận. / Inferred links, too.")
    ] = False,
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Print which documents carry out those that are meant."""
    wanted = level_typed(level)
    graph, directives = asked(store, number)
    found = [
        (
            directive,
            plans_of(
                graph,
                directive.iri,
                level=wanted,
                place=place,
                local=local,
                direct=direct,
                inferred=inferred,
            ),
        )
        for directive in directives
    ]
    print_plans(found, output, lang, graph)
    narrowed = level or place or local or direct
    for directive, rows in found:
        if not rows:
            sentence = "no plans so narrow" if narrowed else "no plans"
            command = f"luocdo show {as_typed(directive.selector)}"
            tell(say(lang, sentence, document=name_of(directive), command=command))
    return Exit.FOUND if any(rows for _, rows in found) else Exit.NOTHING


@answers
def show(
    number: Number,
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Print all that is known of the documents that are meant."""
    graph, documents = asked(store, number)
    views = [document_view(graph, document.iri) for document in documents]
    print_documents(views, output, lang, graph)
    return Exit.FOUND
