"""Decisions in the words of people: what came of them, and what is wrong with a line."""

import textwrap

from graph.decisions.file import Fault
from graph.decisions.kinds import Expected, Kind
from graph.values import Decided
from graph.words.labels import shown_date
from graph.words.sentences import Language, say

_GIVEN_WIDTH = 80
CONTRADICTION = "contradiction"


def decided_words(decided: Decided, language: Language) -> str:
    """Return who decided, when and why, and where it is written."""
    return say(
        language,
        "added" if decided.kind == Kind.ADD else "decided",
        who=decided.who,
        when=shown_date(language, decided.when),
        why=decided.why,
        file=decided.file,
        line=decided.line,
    )


def listed_words(decided: Decided, language: Language) -> str:
    """Return that a person's list says so, whose it is, and where it is written."""
    who = f" ({decided.who})" if decided.who else ""
    return say(language, "listed", who=who, file=decided.file, line=decided.line)


def problem_words(decided: Decided, language: Language) -> str:
    """Return why a decision could not be applied, and where it is written."""
    code, _, detail = decided.problem.partition(": ")
    return say(
        language,
        "decision problem",
        file=decided.file,
        line=decided.line,
        written=decided.written,
        problem=say(language, f"problem {code}", detail=detail),
    )


def fault_words(fault: Fault, language: Language) -> str:
    """Return what is wrong with a line of a file of decisions, where, and what was expected."""
    if fault.expected in tuple(Expected):
        expected = say(language, f"expected {fault.expected}")
    else:
        expected = say(language, "expected one of", words=fault.expected)
    key = "decision fault" if fault.column else "decision line fault"
    return say(
        language,
        key,
        file=fault.file,
        line=fault.line,
        column=fault.column,
        given=textwrap.shorten(fault.given, _GIVEN_WIDTH, placeholder="…"),
        expected=expected,
    )


def contradicts(decided: Decided) -> bool:
    """Tell whether a decision was left out because others say the contrary."""
    return decided.problem.startswith(CONTRADICTION)
