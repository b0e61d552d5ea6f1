"""A document and what it is linked with, as a Network of pyvis that needs no network to be seen."""

import re
import webbrowser
from pathlib import Path
from typing import Any, Final

from pyvis.network import Network

from graph.export.network import as_networkx
from graph.harmless import plain
from graph.store.disk import GraphStore
from graph.whole_files import write_whole
from graph.words.cells import cell_text
from graph.words.labels import relation_words
from graph.words.sentences import Language

_ELSEWHERE: Final = re.compile(
    r"<link\s[^>]*https?://[^>]*>|<script\s[^>]*src=[^>]*https?://[^>]*>\s*</script>"
)
"""What the template of pyvis asks of other computers, even where all else stands in the page."""
_NO_TAG: Final = str.maketrans("<>", "\u2039\u203a")
_CENTRE: Final = "#C0392B"
_COLORS: Final = {
    "central": "#8E44AD",
    "province": "#2471A3",
    "district": "#148F77",
    "commune": "#B9770E",
    "": "#7F8C8D",
}


class OfflineNetwork(Network):
    """A Network whose page asks nothing of other computers."""

    def generate_html(self, *arguments: Any, **options: Any) -> str:  # noqa: ANN401 -- as pyvis has it
        """Return the page as pyvis makes it, without what it would fetch."""
        self.html = _ELSEWHERE.sub("", super().generate_html(*arguments, **options))
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to ``name`` in UTF-8, which pyvis does not do on every system."""
        page = Path(name)
        write_whole(page, self.generate_html(name).encode())
        if open_browser:
            webbrowser.open(page.absolute().as_uri())


def drawn_around(store: GraphStore, iri: str, language: Language) -> Network:
    """Return the document ``iri`` and all documents that a stated link leads to or from.

    Words of texts stand as words: pyvis would take some for HTML.
    """
    whole = as_networkx(store)
    near = {iri, *whole.successors(iri), *whole.predecessors(iri)}
    drawn = OfflineNetwork(directed=True, cdn_resources="in_line", width="100%")
    for node in sorted(near):
        values = whole.nodes[node]
        lines = (values["type"], values["title"], values["issuer"], _day(values["date"], language))
        drawn.add_node(
            node,
            label=_words(values["selector"]),
            title="\n".join(_words(line) for line in lines if line),
            color=_CENTRE if node == iri else _COLORS[values["level"]],
            shape="box" if values["held"] else "ellipse",
            font={"color": "#FFFFFF"},
        )
    for subject, target, values in whole.edges(data=True):
        if iri in (subject, target):
            words = relation_words(
                language, values["relation"], review=values["review"], years=values.get("years")
            )
            quote = f"“{_words(values['quote'])}”\n{_words(values['text'])}"
            drawn.add_edge(subject, target, label=words, title=quote)
    return drawn


def _day(date: str, language: Language) -> str:
    return cell_text("date", date, language)


def _words(text: str) -> str:
    return plain(text).translate(_NO_TAG)
