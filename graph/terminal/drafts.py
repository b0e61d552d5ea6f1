"""What a draft gets wrong, as people read it: the place, the fault, and the words that show it."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from graph.ask.drafts.messages import message_of
from graph.ask.rules import Severity
from graph.harmless import plain
from graph.words.labels import HEADINGS, SEVERITY_WORDS, word
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from graph.ask.drafts.finding import DraftFinding

_COLUMNS = (("severity", 0), ("where", 40), ("message", 60))


def draft_table(name: str, findings: "Sequence[DraftFinding]", language: Language) -> Table:
    """Return what was found in the draft called ``name``, in the order of the draft."""
    counts = Counter(finding.severity for finding in findings)
    severities = ", ".join(
        f"{counts[severity]} {word(SEVERITY_WORDS, language, severity)}"
        for severity in Severity
        if counts[severity]
    )
    title = f"{name}: {say(language, 'findings', count=len(findings), severities=severities)}"
    table = Table(
        title=Text(plain(title), "bold"), title_justify="left", show_lines=True, expand=True
    )
    for heading, ratio in _COLUMNS:
        words = word(HEADINGS, language, heading)
        table.add_column(words, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for finding in findings:
        page = f"{say(language, 'page', page=finding.page)}, " if finding.page else ""
        place = Text(f"\n{page}{finding.start}-{finding.end}", "dim")
        told = [Text(plain(message_of(finding, language)))]
        if finding.evidence.text:
            told.append(Text(f"“{plain(finding.evidence.quote)}”", "italic"))
            told.append(Text(plain(_source(finding, language)), "dim"))
        table.add_row(
            Text(word(SEVERITY_WORDS, language, finding.severity)),
            Text.assemble((f"“{plain(finding.words)}”", "italic"), place),
            Group(*told),
        )
    return table


def _source(finding: "DraftFinding", language: Language) -> str:
    words = finding.evidence
    page = f", {say(language, 'page', page=words.page)}" if words.page else ""
    place = f", {words.start}-{words.end}" if words.end else ""
    return f"{words.text}{page}{place}"
