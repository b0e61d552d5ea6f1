"""What statements make of a document's force on a day: each row a case, with its reason."""

from datetime import date
from typing import Any, Final

import pytest

from graph.ask.sparql import Rows
from graph.ask.validity import COLUMNS, State, states
from graph.rdf import vocabulary as ld
from graph.words.headings import HEADINGS, STATE_WORDS
from graph.words.labels import word
from graph.words.sentences import Language

RAW: Final = (
    *("object", "issued", "by", "date", "relation", "part", "since", "effect", "context"),
    *("quote", "text", "page", "start", "end", "object_iri", "by_iri"),
)
TODAY: Final = "2026-01-01"


def said(
    relation: str,
    by: str,
    date: str | None = None,
    *,
    since: str | None = None,
    part: str | None = None,
    issued: str | None = "2010-05-01",
    text: str = "a.txt",
) -> tuple[Any, ...]:
    """One row of the question: what ``by`` does to document X."""
    effect = f"từ ngày {since}" if since else None
    iri = f"{ld.NS}{relation}"
    return (
        *("X", issued, by, date, iri, part, since, effect, None),
        *(f"{by} {relation} X", text, None, 0, 9, "urn:x", f"urn:{by}"),
    )


day = date.fromisoformat


def answered(*rows: tuple[Any, ...], as_of: str = TODAY) -> list[dict[str, Any]]:
    answer = states(Rows(RAW, rows), [("X", "urn:x", "")], day(as_of), day(TODAY))
    return [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]


STATES = [
    pytest.param([], TODAY, State.NO_END_STATED, id="nothing is said: silence is no proof"),
    pytest.param([said("repeals", "B", "2020-01-01")], TODAY, State.ENDED, id="repealed"),
    pytest.param([said("replaces", "B", "2020-01-01")], TODAY, State.ENDED, id="replaced"),
    pytest.param(
        [said("repeals", "B", "2020-01-01", part="khoản 4 Điều 18")],
        TODAY,
        State.ENDED_IN_PART,
        id="a part alone",
    ),
    pytest.param(
        [
            said("repeals", "B", "2020-01-01", part="Điều 3"),
            said("repeals", "C", "2021-01-01"),
        ],
        TODAY,
        State.ENDED,
        id="a part first, then the whole",
    ),
    pytest.param(
        [said("repeals", "B", "2020-01-01", part="Điều 3"), said("repeals", "B", "2020-01-01")],
        TODAY,
        State.ENDED,
        id="one statement of the whole is enough",
    ),
    pytest.param(
        [said("repeals", "B", "2020-01-01")], "2019-12-31", State.NO_END_STATED, id="the day before"
    ),
    pytest.param([said("repeals", "B", "2020-01-01")], "2020-01-01", State.ENDED, id="on the day"),
    pytest.param(
        [said("repeals", "B", "2020-01-01", since="2020-07-01")],
        "2020-03-01",
        State.NO_END_STATED,
        id="issued, not yet in effect: the printed day counts",
    ),
    pytest.param(
        [said("repeals", "B", "2020-01-01", part="Điều 3"), said("replaces", "C", "2022-01-01")],
        "2021-01-01",
        State.ENDED_IN_PART,
        id="between a part and the whole",
    ),
    pytest.param([said("repeals", "B")], TODAY, State.ENDED, id="a day that nobody prints, today"),
    pytest.param(
        [said("repeals", "B")], "2015-01-01", State.UNCLEAR, id="a day that nobody prints, long ago"
    ),
    pytest.param(
        [said("repeals", "B", "2020")], "2020-06-01", State.UNCLEAR, id="a year alone, within it"
    ),
    pytest.param([said("repeals", "B", "2020")], "2021-01-01", State.ENDED, id="the year after"),
    pytest.param(
        [said("repeals", "B", "2020-01-01")], "2010-04-30", State.NOT_ISSUED, id="before its issue"
    ),
    pytest.param([said("suspends", "B", "2020-01-01")], TODAY, State.SUSPENDED, id="suspended"),
    pytest.param(
        [said("suspends", "B", "2020-01-01", part="Phụ lục V")],
        TODAY,
        State.SUSPENDED_IN_PART,
        id="suspended in part",
    ),
    pytest.param(
        [said("amends", "B", "2019-01-01"), said("extends", "C", "2020-01-01")],
        TODAY,
        State.EXTENDED,
        id="extended weighs more than amended",
    ),
    pytest.param(
        [said("amends", "B", "2019-01-01", part="Điều 3")], TODAY, State.AMENDED, id="amended"
    ),
    pytest.param(
        [said("implements", "B", "2019-01-01")],
        TODAY,
        State.NO_END_STATED,
        id="who carries it out says nothing of its force",
    ),
]


@pytest.mark.parametrize(("rows", "as_of", "state"), STATES)
def test_state_on_a_day(rows: list[tuple[Any, ...]], as_of: str, state: State) -> None:
    assert {row["state"] for row in answered(*rows, as_of=as_of)} == {state.value}


CONTRADICTIONS = [
    pytest.param([said("implements", "C", "2021-01-01")], ["C"], id="carried out after its end"),
    pytest.param([said("implements", "C", "2019-01-01")], [], id="carried out before"),
    pytest.param([said("implements", "C")], [], id="carried out on no known day"),
    pytest.param([said("implements", "C", "2020")], [], id="in the year of its end: may be before"),
    pytest.param([said("basedOn", "C", "2021-01-01")], ["C"], id="a basis after its end"),
    pytest.param([said("basedOn", "B", "2020-01-01")], [], id="a basis of what ended it"),
    pytest.param([said("amends", "C", "2021-01-01")], ["C"], id="amended after its end"),
    pytest.param([said("repeals", "C", "2022-01-01")], ["C"], id="repealed twice, on two days"),
    pytest.param([said("repeals", "C", "2020-01-01")], [], id="repealed twice on one day"),
    pytest.param(
        [said("repeals", "B", "2020-01-01", text="b.txt")], [], id="told of in another text"
    ),
]


@pytest.mark.parametrize(("rows", "by"), CONTRADICTIONS)
def test_what_tells_otherwise(rows: list[tuple[Any, ...]], by: list[str]) -> None:
    answer = answered(said("repeals", "B", "2020-01-01"), *rows)
    assert {row["state"] for row in answer} == {State.ENDED.value}
    assert [row["by"] for row in answer if row["contradicts"]] == by


def test_two_days_that_one_document_is_said_to_end_it_on() -> None:
    answer = answered(
        said("repeals", "B", "2020-01-01", since="2020-03-01"),
        said("repeals", "B", "2020-01-01", since="2020-07-01", text="b.txt"),
    )
    assert [(row["since"], row["contradicts"]) for row in answer] == [
        ("2020-03-01", False),
        ("2020-07-01", True),
    ]


def test_what_is_told_twice_has_one_row_the_one_that_prints_the_day() -> None:
    (row,) = answered(
        said("repeals", "B", "2020-01-01"),
        said("repeals", "B", "2020-01-01", since="2020-03-01", text="b.txt"),
    )
    assert (row["since"], row["basis"], row["text"]) == ("2020-03-01", "printed", "b.txt")


def test_the_day_of_issue_says_that_it_is_one() -> None:
    (row,) = answered(said("repeals", "B", "2020-01-01"))
    assert (row["since"], row["basis"], row["effect"]) == ("2020-01-01", "issued", None)


def test_a_document_of_which_nothing_is_said_has_an_empty_row() -> None:
    (row,) = answered()
    assert (row["document"], row["relation"], row["quote"]) == ("X", None, None)


def test_nothing_asked_and_nothing_said_is_no_row() -> None:
    assert states(Rows(RAW, ()), (), day(TODAY), day(TODAY)).rows == ()


def test_what_comes_later_is_shown_as_such() -> None:
    (row,) = answered(said("repeals", "B", "2020-01-01"), as_of="2019-01-01")
    assert (row["applies"], row["state"]) == (False, State.NO_END_STATED.value)


def test_columns_and_states_have_words() -> None:
    assert {name for name in COLUMNS if not name.endswith("_iri")} <= set(HEADINGS)
    assert set(STATE_WORDS) == {state.value for state in State}


@pytest.mark.parametrize("state", [State.NO_END_STATED, State.AMENDED, State.EXTENDED])
def test_silence_is_never_called_force(state: State) -> None:
    assert "còn hiệu lực" not in word(STATE_WORDS, Language.VI, state.value)
    assert not word(STATE_WORDS, Language.EN, state.value).endswith("in force")
