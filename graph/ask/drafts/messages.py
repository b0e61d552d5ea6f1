"""What a finding in a draft says to people."""

from dataclasses import asdict
from typing import Any

from graph.ask.drafts.finding import DraftFinding, FindingKind
from graph.words.labels import shown_date
from graph.words.sentences import Language, say

_ENDS = (FindingKind.REPLACED, FindingKind.REPEALED, FindingKind.PARTLY)


def message_of(finding: DraftFinding, language: Language) -> str:
    """Return in one sentence what does not fit, and what is known instead."""
    said = say(
        language,
        f"draft {finding.kind}",
        number=finding.number,
        document=finding.document,
        given=shown_date(language, finding.given),
        known=shown_date(language, finding.known),
        by=finding.by,
        part=finding.part,
    )
    if finding.kind in _ENDS and finding.since:
        return f"{said} {say(language, 'draft since', day=shown_date(language, finding.since))}"
    return said


def as_answer(finding: DraftFinding) -> dict[str, Any]:
    """Return a finding in plain values, with its message in both languages."""
    messages = {f"message_{lang}": message_of(finding, lang) for lang in Language}
    return {**asdict(finding), **messages}
