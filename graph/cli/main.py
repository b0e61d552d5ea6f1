"""The command ``luocdo``: reads what was typed, asks the right module, prints the answer.

Results go to stdout and all else to stderr. Modules that are slow to start are imported by the
commands that need them, so that a question costs what it asks for and no more.
"""

import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from graph.cli import ask, exchange, pages, review
from graph.cli.command import STORE, Lang, Number, Output, Store, answers, app, asked
from graph.cli.output import (
    as_typed,
    print_documents,
    print_findings,
    print_plans,
    print_reading,
    print_result,
)
from graph.cli.papers import building, original, watching
from graph.cli.printing import Format, tell
from graph.errors import Exit
from graph.read.lookup import level_typed
from graph.words.labels import name_of
from graph.words.sentences import Language, say

__all__ = ["app", "ask", "building", "exchange", "main", "original", "pages", "review", "watching"]


def main() -> None:
    """Run the command line, in UTF-8 whatever the system says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"luocdo {version('luocdo')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Phiên bản. / The version."
        ),
    ] = False,
) -> None:
    pass


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
    """Văn bản nào triển khai văn bản này, kèm câu dẫn. / Which documents carry it out, and why."""
    from graph.ask.plans import plans_of

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
    print_plans(found, output, lang)
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
    """Một văn bản: thuộc tính, quan hệ hai chiều, câu dẫn. / One document and its relations."""
    from graph.ask.plans import document_view

    graph, documents = asked(store, number)
    views = [document_view(graph, document.iri) for document in documents]
    print_documents(views, output, lang)
    return Exit.FOUND


@answers
def query(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.rq", help="Tệp SPARQL; - là stdin. / A SPARQL file; - stdin."),
    ],
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Hỏi bằng SPARQL, chỉ đọc: SELECT, ASK, CONSTRUCT. / Ask in SPARQL, read-only."""
    from graph.ask.sparql import run_typed
    from graph.cli.query_file import read_query
    from graph.opening import open_store

    sparql = read_query(file)
    found = print_result(run_typed(open_store(store), sparql), output)
    if found:
        return Exit.FOUND
    tell(say(lang, "no rows"))
    return Exit.NOTHING


@answers
def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Một văn bản. / One text.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="In JSON, như --format json. / Print JSON.")
    ] = False,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Một văn bản nói gì, không cần kho. / What one text says, without a store."""
    from extract import read
    from graph.build.one_file import loaded

    reading = read(loaded(file))
    print_reading(reading, Format.JSON if as_json else output, lang)
    return Exit.FOUND


@answers
def check(store: Store = STORE, output: Output = Format.TABLE, lang: Lang = Language.VI) -> Exit:
    """Điều cần xem lại; mã thoát 1 nếu có vi phạm. / What to look at; exit 1 if violated."""
    from graph.ask.checks import Severity, run_checks
    from graph.opening import open_store

    found = run_checks(open_store(store))
    print_findings(found, output, lang)
    if not found:
        tell(say(lang, "no findings"))
    violated = any(finding.severity is Severity.VIOLATION for finding in found)
    return Exit.NOTHING if violated else Exit.FOUND


@answers
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Thư mục cần ghi. / The folder to write.")
    ] = Path("demo"),
    lang: Lang = Language.VI,
) -> Exit:
    """Dựng đồ thị từ văn bản minh họa, trả lời một câu, ghi một trang. / Try it out."""
    from graph.cli.demo import run_demo

    return run_demo(folder, lang)


_ORDER = (
    *(
        "demo",
        "build",
        "inbox",
        "plans",
        "show",
        "open",
        "explore",
        "site",
        "ask",
        "query",
        "extract",
    ),
    *("check", "review", "export", "import"),
)
# The help lists the commands in the order in which people need them, not that of the modules.
app.registered_commands.sort(key=lambda command: _ORDER.index(str(command.name)))
