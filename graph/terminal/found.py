"""What was found by words, as people read it: each document with the words around its places."""

from collections.abc import Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from graph.harmless import plain
from graph.tables.sought.hits import Facet, Hits, Passage
from graph.terminal.answers import document_card, headed_table, where_issued
from graph.words.cells import cell_text, heading
from graph.words.sentences import Language, say

PASSAGES_SHOWN: Final = 2
"""How many places of a document a row shows; JSON holds some more."""
_FACETS_SHOWN: Final = 6
"""How many values of a facet are named; JSON holds all."""


def hits_view(found: Hits, typed: str, language: Language) -> RenderableType:
    """Return the documents that were found, and below them how many are of which kind."""
    key = "found" if not typed else "found for"
    title = say(language, key, count=found.count, words=typed)
    said = any(hit.passages for hit in found.hits)
    columns = ("passages", 50) if said else ("title", 50)
    table = headed_table(title, language, ("document", 30), ("issuer", 20), columns)
    for hit in found.hits:
        passages = [_passage(each, language) for each in hit.passages[:PASSAGES_SHOWN]]
        shown = Group(*passages) if said else Text(plain(hit.document.title))
        card = document_card(hit.document, language, title=said)
        table.add_row(card, where_issued(hit.document, language), shown)
    facets = found.facets
    lines = [
        _facet_line(name, values, language)
        for name, values in (
            ("type", facets.type),
            ("level", facets.level),
            # What the centre issues has no place.
            ("place", [facet for facet in facets.place if facet.value]),
            ("year", facets.year),
        )
        if values
    ]
    if len(found.hits) < found.count:
        lines.insert(0, Text(say(language, "found more", count=found.count - len(found.hits))))
    return Group(table, *lines)


def _facet_line(name: str, values: Sequence[Facet], language: Language) -> Text:
    named = [
        f"{plain(cell_text(name, facet.value, language)) or say(language, 'not known')}"
        f" ({facet.count})"
        for facet in values[:_FACETS_SHOWN]
    ]
    rest = len(values) - len(named)
    named += [say(language, "more values", count=rest)] if rest > 0 else []
    return Text.assemble((f"{heading(name, language)}: ", "bold"), " · ".join(named))


def _passage(passage: Passage, language: Language) -> Text:
    quote = passage.quote
    text, done = Text("“", "italic"), 0
    for start, end in passage.marks:
        if start < done:
            continue
        text.append(_words(quote[done:start]), "italic")
        text.append(_words(quote[start:end]), "bold")
        done = end
    text.append(_words(quote[done:]), "italic")
    page = f"{say(language, 'page', page=passage.page)}, " if passage.page else ""
    where = f"{passage.text}, {page}{passage.start}-{passage.end}"
    return text.append("”", "italic").append(f"\n{plain(where)}", "dim")


def _words(part: str) -> str:
    """Return part of a quote as words; the blanks around it keep it from its neighbours."""
    if not part.strip():
        return " " if part else ""
    return f"{' ' * part[0].isspace()}{plain(part)}{' ' * part[-1].isspace()}"
