"""The command ``luocdo inbox``: reads what arrives in a folder, and tells what is new by it."""

import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from graph.ask.news import News, Told, news_since, told_by
from graph.build.arrivals import arriving, need_watcher, seen_in
from graph.build.ledger import Entry
from graph.build.run import BuildReport
from graph.cli.command import STORE, Lang, Store, answers
from graph.cli.printing import print_line, tell
from graph.errors import Exit, GraphError, NothingToRead, StoreBusy
from graph.opening import build_into, open_store
from graph.server.address import is_address
from graph.words.file_sentences import reason, state
from graph.words.labels import relation_words
from graph.words.sentences import Language, say

_PAUSE: Final = 2.0
"""After how many seconds a store that another process builds is tried again."""


@answers
def inbox(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Thư mục nhận văn bản. / The folder to watch.")
    ],
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Tệp quyết định (CSV). / A file of decisions."),
    ] = None,
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Read what arrives in a folder until somebody stops it."""
    if not folder.is_dir():
        raise NothingToRead(folder, exists=folder.exists())
    # Whoever ends a service sends this signal; it stops as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _watched(folder, decisions, store, lang)
    except KeyboardInterrupt:
        tell(say(lang, "inbox stopped"))
    return Exit.FOUND


def _watched(folder: Path, decisions: Path | None, store: str, language: Language) -> None:

    need_watcher()
    place = Path() if is_address(store) else Path(store)
    told, lines = _start(store, language)
    seen = seen_in(folder, place)
    told, lines = _built(folder, decisions, store, language, told, lines)
    tell(say(language, "inbox waits", folder=folder))
    for _ in arriving(folder, place, seen):
        told, lines = _built(folder, decisions, store, language, told, lines)


def _start(store: str, language: Language) -> "tuple[Told | None, Sequence[Entry]]":
    """Return what the store tells before anything is read; None where there is no graph yet."""
    try:
        return told_by(open_store(store), language), ()
    except GraphError:
        return None, ()


def _built(
    folder: Path,
    decisions: Path | None,
    store: str,
    language: Language,
    told: "Told | None",
    lines: "Sequence[Entry]",
) -> "tuple[Told | None, Sequence[Entry]]":
    """Build, tell what is new, and return what the graph now tells, with the ledger."""
    try:
        report = _when_free(lambda: build_into([folder], store, decisions=decisions), language)
        now = told_by(open_store(store), language)
    except GraphError as error:
        # The next arrival is another try: what is wrong may have been put right by then.
        tell(say(language, "error", message=error.told(language)))
        return told, lines
    _tell_files(lines, report.files, language)
    if told is None:
        record = {"documents": report.documents, "claims": report.claims}
        counts = {"read": report.read, "unchanged": report.unchanged, "removed": report.removed}
        tell(say(language, "built", store=store, unresolved=report.unresolved, **counts, **record))
    else:
        _print_news(news_since(told, now), language)
    return now, report.files


def _when_free(build: "Callable[[], BuildReport]", language: Language) -> "BuildReport":
    """Build as soon as no other process builds the same store."""
    waits = False
    while True:
        try:
            return build()
        except StoreBusy as error:
            if not waits:
                tell(error.told(language))
            waits = True
            time.sleep(_PAUSE)


def _print_news(news: "News", language: Language) -> None:
    for name in news.documents:
        print_line(say(language, "new document", document=name))
    for link in news.links:
        relation = relation_words(language, link.relation)
        words = {"subject": link.subject, "relation": relation, "object": link.object}
        print_line(say(language, "new link", **words))
    for finding in news.findings:
        message = language.choose(finding.message)
        print_line(say(language, "new finding", subject=finding.subject, message=message))
    # Who reads along in a pipe is told now, not when much has been said.
    sys.stdout.flush()


def _tell_files(before: "Iterable[Entry]", after: "Iterable[Entry]", language: Language) -> None:
    """Say which files were not read and why, once, and which are no longer there."""
    known = {(entry.path, entry.state, entry.code) for entry in before}
    paths = {entry.path for entry in after}
    for entry in after:
        if entry.code and (entry.path, entry.state, entry.code) not in known:
            why = reason(language, entry.code, entry.fields)
            tell(f"{state(language, entry.state.value)}: {entry.path}: {why}")
    for entry in before:
        if entry.path not in paths:
            tell(say(language, "file gone", path=entry.path))
