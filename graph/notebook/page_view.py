"""A page that was written, as a notebook shows it."""

import os
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from graph.words.sentences import Language, say


@dataclass(frozen=True, slots=True, repr=False)
class PageView:
    """A page in a file: how many documents and links it holds, and how many it leaves out."""

    path: Path
    documents: int
    links: int
    left_out: int
    language: Language

    def __repr__(self) -> str:
        """Return what the page holds."""
        held = {"documents": self.documents, "links": self.links}
        return say(self.language, "page holds", path=self.path, **held)

    def _repr_html_(self) -> str:
        """Return a frame that shows the page, for a notebook that lies beside it or above."""
        link = escape(quote(Path(os.path.relpath(self.path)).as_posix()))
        return (
            f'<iframe src="{link}" width="100%" height="600" style="border:1px solid #b8c2cc">'
            f'</iframe><p><a href="{link}">{escape(repr(self))}</a></p>'
        )
