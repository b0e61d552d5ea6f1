"""What a build says of decisions."""

from typing import TYPE_CHECKING

from graph.cli.printing import tell
from graph.decisions.words import contradicts, fault_words, problem_words
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from graph.build.run import BuildReport


def tell_decisions(report: "BuildReport", language: Language) -> bool:
    """Say on stderr what came of decisions, and tell whether all of them could be understood."""
    problems = [decided for decided in report.decisions if decided.problem]
    wrong = [fault_words(fault, language) for fault in report.faults]
    wrong += [problem_words(decided, language) for decided in problems if contradicts(decided)]
    unmet = [problem_words(decided, language) for decided in problems if not contradicts(decided)]
    if report.decisions:
        applied = len(report.decisions) - len(problems)
        tell(say(language, "decisions applied", applied=applied))
    for key, lines in (("decisions unmet", unmet), ("decisions wrong", wrong)):
        if lines:
            tell(say(language, key, count=len(lines)))
            for line in lines:
                tell(f"  {line}")
    return not wrong
