"""Writing a report to a file, in the format of its suffix."""

from pathlib import Path

from graph.errors import Incomplete, UnknownFormat
from graph.report.paper import Report
from graph.report.web import html_page
from graph.whole_files import asked_for, write_whole

SUFFIXES = (".docx", ".html")


def require_format(path: Path) -> None:
    """Raise UnknownFormat where the suffix of ``path`` is that of no report."""
    if path.suffix.lower() not in SUFFIXES:
        raise UnknownFormat(path, SUFFIXES)


def report_file(report: Report, suffix: str) -> bytes:
    """Return ``report`` as a file of one of ``SUFFIXES``; raises Incomplete.

    A Word file needs python-docx, which the extra ``office`` brings.
    """
    if suffix.lower() == ".html":
        return html_page(report)
    try:
        from graph.report.word import word_file
    except ModuleNotFoundError as error:
        if error.name not in {"docx", "lxml"}:
            raise
        raise Incomplete("no word writer") from error
    return word_file(report)


def write_report(report: Report, path: Path) -> None:
    """Write ``report`` to ``path``; raises UnknownFormat, Unwritable, and what its file raises."""
    require_format(path)
    content = report_file(report, path.suffix)
    with asked_for(path):
        write_whole(path, content)
