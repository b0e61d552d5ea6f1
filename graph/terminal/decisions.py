"""Decisions as people read them: beside the link that one confirms, and all about a document."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from graph.decisions.words import decided_words
from graph.harmless import plain
from graph.values import Decided
from graph.words.labels import HEADINGS, MATTER_WORDS, word
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ask.matters.kinds import ReviewItem


def decided_text(decided: Decided, language: Language) -> Text:
    """Return a decision as the evidence of a link."""
    return Text(f"✔ {plain(decided_words(decided, language))}", "green")


def decisions_table(decisions: Sequence[Decided], language: Language) -> Table:
    """Return what people decided about a document."""
    title = f"{say(language, 'decisions')} ({len(decisions)})"
    table = Table(title=Text(title, "bold"), title_justify="left", show_header=False, expand=True)
    table.add_column(ratio=45, overflow="fold")
    table.add_column(ratio=55, overflow="fold")
    for decided in decisions:
        table.add_row(Text(plain(decided.written)), Text(plain(decided_words(decided, language))))
    return table


def review_table(items: "Sequence[ReviewItem]", language: Language) -> Table:
    """Return open matters, each with the lines that would settle it."""
    title = Text(say(language, "matters", count=len(items)), "bold")
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    for heading, ratio in (("id", 0), ("message", 50), ("line", 50)):
        words = word(HEADINGS, language, heading)
        table.add_column(words, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for item in items:
        message = language.choose(item.message)
        kind = word(MATTER_WORDS, language, item.kind)
        table.add_row(
            Text(item.id),
            Group(
                Text.assemble((plain(item.subject), "bold"), (f" ({kind})", "dim")),
                Text(plain(message)),
                Text("\n".join(map(plain, item.sources)), "dim"),
            ),
            Text("\n".join(map(plain, item.lines))),
        )
    return table
