"""What is owed, as people read it: who, what, by when, what became of it, and in which words."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Owed
from graph.ask.owed.judging import Status
from graph.ask.owed.rows import OwedRow
from graph.ask.owed.tasks import TaskRow
from graph.decisions.words import decided_words, listed_words
from graph.harmless import plain
from graph.terminal.answers import document_card, headed_table
from graph.words.labels import DOUBT_WORDS, OWED_SIGNS, OWED_WORDS, name_of, shown_date, word
from graph.words.sentences import Language, say
from graph.words.whereabouts import place_line

_STYLES: Final = {Status.OVERDUE: "bold red", Status.MET_LATE: "yellow", Status.MET: "green"}


def owed_view(answer: Owed, title: str, language: Language) -> RenderableType:
    """Return the debts, the tasks that leave no document, and how they add up."""
    parts: list[RenderableType] = []
    if answer.rows:
        columns = (("bearer", 22), ("owes", 30), ("became", 26), ("ordered in", 40))
        table = headed_table(title, language, *columns)
        for row in answer.rows:
            table.add_row(
                _body(row), _owes(row, language), _became(row, language), _order(row, language)
            )
        parts.append(table)
    if answer.tasks:
        parts.append(_tasks(answer.tasks, language))
    return Group(*parts, Text(figures(answer, language), "bold"))


def _tasks(rows: Iterable[TaskRow], language: Language) -> RenderableType:
    columns = (("bearer", 22), ("task", 30), ("outcome", 26), ("ordered in", 40))
    table = headed_table(say(language, "tasks of"), language, *columns)
    for row in rows:
        outcome = [Text(plain(row.outcome))] if row.outcome else []
        by = Text(plain(name_of(row.set_by)), "bold")
        quote = row.quote
        table.add_row(
            Text(plain(row.body), "bold"),
            Text(plain(row.task)),
            Group(*outcome, *_due(row, language)),
            Group(by, _quoted(quote.quote, quote.text, quote.page, language)),
        )
    return table


def _body(row: OwedRow) -> Text:
    parts = [(plain(row.body), "bold")]
    if row.place:
        parts.append((f"\n{plain(place_line(row.place))}", ""))
    return Text.assemble(*parts)


def _owes(row: OwedRow, language: Language) -> Text:
    what = word(OWED_WORDS, language, row.review or row.expects)
    about = ", ".join(name_of(document) for document in row.about)
    return Text.assemble(f"{plain(row.product)}: ", (what, "italic"), f"\n{plain(about)}")


def _became(row: OwedRow, language: Language) -> Group:
    said = Text(
        f"{OWED_SIGNS[row.status]} {word(OWED_WORDS, language, row.status)}",
        _STYLES.get(row.status, "bold"),
    )
    lines: list[RenderableType] = [said, *_due(row, language)]
    if row.passed_to:
        lines.append(Text(say(language, "passed to", body=plain(row.passed_to))))
    if row.doubt:
        lines.append(Text(word(DOUBT_WORDS, language, row.doubt)))
    if row.perhaps:
        lines.append(Text(say(language, "perhaps", document=plain(name_of(row.perhaps)))))
    if row.decided:
        lines.append(Text(decided_words(row.decided, language), "italic"))
    if row.met_by:
        lines.append(document_card(row.met_by, language, title=False))
        if row.words and row.words.quote:
            lines.append(_quoted(row.words.quote, row.words.text, row.words.page, language))
    lines.append(Text(row.id, "dim"))
    return Group(*lines)


def _due(row: OwedRow | TaskRow, language: Language) -> Iterator[Text]:
    if row.due_until:
        yield Text(say(language, "due by", day=shown_date(language, row.due_until)))
    elif row.due_printed:
        yield Text(f"“{plain(row.due_printed)}”", "italic")


def _order(row: OwedRow, language: Language) -> Group:
    return Group(
        Text(plain(_by(row, language)), "bold"),
        _quoted(row.quote.quote, row.quote.text, row.quote.page, language),
        *(Text(plain(quote.text), "dim") for quote in row.also),
    )


def _by(row: OwedRow, language: Language) -> str:
    if row.set_by:
        return name_of(row.set_by)
    return listed_words(row.listed, language) if row.listed else ""


def _quoted(words: str, text: str, page: int, language: Language) -> Text:
    where = f"{text}, {say(language, 'page', page=page)}" if page else text
    return Text.assemble(
        (f"“{' '.join(plain(words).split())}”", "italic"), (f"\n{plain(where)}", "dim")
    )
