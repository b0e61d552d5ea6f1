"""A report as one page of HTML that prints on A4; what texts say is words, and never acts."""

from importlib.resources import files

from graph.report.paper import Report


class _Numbers:
    """The notes of a page in the order in which they are met."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def next(self, note: str) -> int:
        """Keep a note, and return its number."""
        self.notes.append(note)
        return len(self.notes)

    @property
    def last(self) -> int:
        """The number of the note that was kept last."""
        return len(self.notes)


def html_page(report: Report) -> bytes:
    """Return ``report`` as a page, its notes at the end, each leading back to its words."""
    from jinja2 import Environment, StrictUndefined

    template = files("graph.report").joinpath("page.html.j2").read_text("utf-8")
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(template)
    return page.render(report=report, numbers=_Numbers()).encode("utf-8", "replace")
