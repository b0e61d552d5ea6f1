"""The command ``build``: files become a store, and every file is accounted for."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from extract.readers.protocol import Limits, OcrUse
from graph.build.allowed import Allowed, with_limits
from graph.build.ledger import FileState, Ledger, counted
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.output import print_build
from graph.cli.papers.decision_output import tell_decisions
from graph.cli.papers.file_report import write_report
from graph.cli.papers.progress import progress_on_stderr
from graph.cli.printing import Format, tell
from graph.errors import Exit, WrongUse
from graph.opening import build_into
from graph.server.address import shown
from graph.words.file_sentences import reason, remark, state
from graph.words.sentences import Language, say

_SHOWN = 20
"""How many files of a kind are listed one by one; the ledger has them all."""


@answers
def build(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Tệp hoặc thư mục. / Files or folders."),
    ],
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Tệp quyết định của người (CSV); kho nhớ tệp này. / "
            "What people decided, as CSV; the store remembers the file.",
        ),
    ] = None,
    expected: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Danh sách ai phải làm gì (CSV); kho nhớ tệp này. / "
            "A list of who owes what, as CSV; the store remembers the file.",
        ),
    ] = None,
    forget: Annotated[
        bool,
        typer.Option(
            "--no-decisions",
            help="Bỏ tệp quyết định và danh sách mà kho nhớ. / "
            "Forget the file of decisions and the list of who owes what.",
        ),
    ] = False,
    report_file: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Ghi sổ: mỗi tệp một dòng (.csv, .html). / Write a line for each file.",
        ),
    ] = None,
    ocr: Annotated[
        Literal["auto", "never", "always"],
        typer.Option(help="Nhận dạng chữ trong ảnh chụp. / When pictured pages are read by OCR."),
    ] = "auto",
    secret: Annotated[
        bool,
        typer.Option(
            "--include-secret",
            help="Đọc cả văn bản đóng dấu mật. / Read what is marked secret, too.",
        ),
    ] = False,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=NUMBER",
            help="Một tệp được tốn bao nhiêu; ghi nhiều lần được. / "
            "What one file may cost; may be repeated.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Số tiến trình cùng làm; mặc định bằng số nhân của máy. / "
            "How many processes work at once; as many as the machine has cores.",
        ),
    ] = None,
    scheduler: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Nhiều máy cùng làm: địa chỉ bộ điều phối Dask (tcp://…). / "
            "Have the workers of a Dask scheduler (tcp://…) do the work.",
        ),
    ] = "",
    rehash: Annotated[
        bool,
        typer.Option(
            help="Mở lại cả tệp trông như cũ (cỡ, giờ, inode). / "
            "Open files, too, that look as they did (size, times, inode).",
        ),
    ] = False,
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Read documents into the store."""
    if (decisions or expected) and forget:
        raise WrongUse("decisions and none")
    allowed = with_limits(Allowed(limits=Limits(ocr=OcrUse(ocr)), secret=secret), limit or ())
    allowed = replace(
        allowed, jobs=jobs or allowed.jobs, rehash=rehash, scheduler=scheduler.strip()
    )
    with progress_on_stderr(say(lang, "building")) as progress:
        report = build_into(
            paths,
            store,
            decisions=decisions,
            expected=expected,
            forget=forget,
            allowed=allowed,
            progress=progress,
        )
    if not report.made:
        tell(say(lang, "nothing new"))
    if report.rebuilt:
        tell(say(lang, f"rebuilt: {report.rebuilt}"))
    print_build(report, shown(store), output, lang)
    understood = tell_decisions(report, lang)
    _tell_files(report.files, lang)
    if report_file:
        write_report(report_file, report.files, lang)
    if report.failures or not understood:
        return Exit.UNREADABLE
    return Exit.FOUND


def _tell_files(files: Ledger, lang: Language) -> None:
    """Say how many files there are of each kind, and why those were not read that were not."""
    counts = counted(files)
    told = ", ".join(f"{state(lang, name)} {count}" for name, count in counts.items() if count)
    tell(say(lang, "files", told=told))
    for kind in (FileState.FAILED, FileState.WAITS, FileState.SKIPPED):
        listed = files.of_state(kind)
        for entry in listed[:_SHOWN]:
            why = reason(lang, entry.code, entry.fields)
            tell(f"  {state(lang, kind.value)}: {entry.path}: {why}")
        if len(listed) > _SHOWN:
            tell("  " + say(lang, "more files", count=len(listed) - _SHOWN))
    for entry in files.of_state(FileState.READ):
        for warned in entry.warnings:
            tell(f"  {entry.path}: {remark(lang, warned.code, warned.fields)}")
