"""``luocdo demo``: a graph from texts made for illustration, one question, one page."""

import sys
from importlib.resources import files
from pathlib import Path
from shlex import quote
from shutil import which
from typing import Annotated, Final

import typer

from graph.ask.owed.for_pages import debts_for_pages
from graph.ask.plans import plans_of
from graph.build.run import build
from graph.cli.command import Lang, answers
from graph.cli.output import print_plans
from graph.cli.printing import Format, tell
from graph.errors import Exit, Incomplete, Unwritable
from graph.opening import kept_texts, open_store
from graph.page.writing import write_page
from graph.typed.meaning import document_named
from graph.whole_files import write_whole
from graph.words.refusals import cause_of
from graph.words.sentences import Language, say
from ontology.dates import today

QUESTION: Final = "69-KL/TU@lai-chau"
NEXT_QUESTION: Final = "25-NQ/TW@XI --local"
NOTEBOOK: Final = Path(str(files("graph"))).parent / "notebooks" / "01-build-and-ask.ipynb"
"""The notebook to go on with; a checkout has it, a wheel does not."""


@answers
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Thư mục cần ghi. / The folder to write.")
    ] = Path("demo"),
    lang: Lang = Language.VI,
) -> Exit:
    """Build a graph of texts made for illustration, and ask it."""
    return _run_demo(folder, lang)


def _run_demo(folder: Path, language: Language) -> Exit:
    """Write texts, store and page into ``folder``, and answer one question on stdout.

    What the folder holds already is kept, texts that were changed by hand included. Raises
    Unwritable, Incomplete, and what building a store raises.
    """
    texts, store, page = folder / "texts", folder / "store", folder / "luocdo.html"
    _copy_texts(texts)
    tell(say(language, "demo wrote texts", path=texts))
    report = build([texts], store)
    counts = {"read": report.read, "unchanged": report.unchanged, "removed": report.removed}
    held = {"documents": report.documents, "claims": report.claims, "unresolved": report.unresolved}
    tell(say(language, "built", store=store, **counts, **held))
    tell(say(language, "demo asks", command=_command(QUESTION, store)))
    graph = open_store(store)
    directive = document_named(graph, QUESTION)
    rows = plans_of(graph, directive.iri)
    print_plans([(directive, rows)], Format.TABLE, language, graph)
    written = write_page(
        graph,
        page,
        language=language,
        source_of=kept_texts(graph),
        debts=debts_for_pages(graph, today()),
    )
    held = {"nodes": written.documents, "edges": written.links}
    tell(say(language, "page written", path=page, **held))
    if way := _way_to_command():
        tell(say(language, "demo activate"))
        tell(f"  {way}")
    tell(say(language, "demo next"))
    tell(f"  {_command(NEXT_QUESTION, store)}")
    tell(say(language, "demo own texts"))
    tell(f"  {say(language, 'demo build')}")
    if NOTEBOOK.exists():
        tell(say(language, "demo notebook", path=NOTEBOOK))
    tell(say(language, "demo serve"))
    tell(f"  luocdo serve --open --store {store}")
    return Exit.FOUND if rows else Exit.NOTHING


def _way_to_command() -> str:
    """Return what makes the shell find ``luocdo`` in the environment that runs; empty if it does.

    ``make demo`` calls the command by its path, and what is printed here calls it by its name.
    """
    windows = sys.platform == "win32"
    activate = Path(sys.prefix) / ("Scripts" if windows else "bin") / "activate"
    if which("luocdo") or not activate.exists():
        return ""
    return str(activate.with_suffix(".bat")) if windows else f"source {quote(str(activate))}"


def _copy_texts(folder: Path) -> None:
    """Copy the texts of the demo into ``folder``, those left out that are there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for text in _demo_texts():
            if not (folder / text.name).exists():
                write_whole(folder / text.name, text.read_bytes())
    except OSError as error:
        raise Unwritable(folder, cause_of(error)) from error


def _demo_texts() -> tuple[Path, ...]:
    """Return the texts of the demo: package data of a wheel, ``notebooks/corpus`` of a checkout."""
    package = Path(str(files("graph")))
    for folder in (package / "demo_texts", package.parent / "notebooks" / "corpus"):
        texts = sorted((*folder.glob("*.txt"), *folder.glob("*.md")))
        if texts:
            return tuple(texts)
    raise Incomplete("no corpus", path=str(package / "demo_texts"))


def _command(question: str, store: Path) -> str:
    return f"luocdo plans {question} --store {store}"
