"""How what is owed adds up, in a sentence: how many are met, and what is left out of the count."""

from graph.ask.owed.answer import Owed
from graph.ask.owed.judging import UNCOUNTED
from graph.words.labels import OWED_WORDS, shown_date, word
from graph.words.sentences import Language, say


def figures(answer: Owed, language: Language) -> str:
    """Return how many are owed and met, with what is left out of the count, and tasks apart."""
    left = [
        f"{answer.of[status]} {word(OWED_WORDS, language, status)}"
        for status in UNCOUNTED
        if status in answer.of
    ]
    told = [
        f"{count} {word(OWED_WORDS, language, status)}"
        for status, count in answer.of.items()
        if status not in UNCOUNTED
    ]
    key = "owed and left" if left else "owed"
    debts = say(
        language,
        key,
        day=shown_date(language, answer.as_of),
        owed=answer.owed,
        left=", ".join(left),
        met=answer.met,
        counted=answer.counted,
        told=", ".join(told) or "0",
    )
    if not answer.tasks_given:
        return debts
    return f"{debts} {say(language, 'tasks apart', count=answer.tasks_given)}"
