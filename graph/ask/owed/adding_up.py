"""How what is owed adds up, in a sentence: how many are met, and what is left out of the count."""

from collections.abc import Mapping
from datetime import date

from graph.ask.owed.answer import Owed
from graph.ask.owed.judging import MET, UNCOUNTED, Status
from graph.words.labels import OWED_WORDS, shown_date, word
from graph.words.sentences import Language, say


def figures(answer: Owed, language: Language) -> str:
    """Return how many are owed and met, with what is left out of the count, and tasks apart."""
    of = {Status(status): count for status, count in answer.of.items()}
    debts = added_up(of, date.fromisoformat(answer.as_of), language)
    if not answer.tasks_given:
        return debts
    return f"{debts} {say(language, 'tasks apart', count=answer.tasks_given)}"


def added_up(of: Mapping[Status, int], as_of: date, language: Language) -> str:
    """Return how many debts there are, how many of them count, and what became of these."""
    counts = {status: of[status] for status in Status if of.get(status)}
    left = {status: counts[status] for status in UNCOUNTED if status in counts}
    told = {status: count for status, count in counts.items() if status not in UNCOUNTED}
    return say(
        language,
        "owed and left" if left else "owed",
        day=shown_date(language, as_of.isoformat()),
        owed=sum(counts.values()),
        left=_listed(left, language),
        met=sum(count for status, count in counts.items() if status in MET),
        counted=sum(told.values()),
        told=_listed(told, language) or "0",
    )


def _listed(counts: Mapping[Status, int], language: Language) -> str:
    return ", ".join(
        f"{count} {word(OWED_WORDS, language, status)}" for status, count in counts.items()
    )
