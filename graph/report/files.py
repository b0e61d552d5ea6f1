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


def write_report(report: Report, path: Path) -> None:
    """Write ``report`` to ``path``; raises UnknownFormat, Unwritable, Incomplete.

    A Word file needs python-docx, which the extra ``office`` brings.
    """
    require_format(path)
    if path.suffix.lower() == ".html":
        content = html_page(report)
    else:
        try:
            from graph.report.word import word_file
        except ModuleNotFoundError as error:
            if error.name not in {"docx", "lxml"}:
                raise
            raise Incomplete("no word writer") from error
        content = word_file(report)
    with asked_for(path):
        write_whole(path, content)
