"""What an assistant may ask: which documents, what one is, what carries it out, a draft's faults.

Every function opens the store for itself, so that an answer is of the graph as it is now; none
writes. An answer without words of a file is not given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.ask.competency import IN_FORCE, ask
from graph.ask.plans import document_view, plans_of
from graph.ask.validity import State
from graph.assistant.bounds import LONGEST_TEXT, MOST, Record, quoted, rows_within
from graph.assistant.evidence import card, link, proven, words_at
from graph.decisions.words import decided_words
from graph.errors import WrongUse
from graph.opening import open_store, open_tables
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.lookup import level_typed
from graph.tables.sought.finding import find
from graph.tables.sought.narrowing import Narrowed
from graph.typed.days import day_or_today
from graph.typed.meaning import document_named
from graph.words.headings import STATE_WORDS
from graph.words.labels import DOUBT_WORDS, OWED_WORDS, shown_date, word
from graph.words.sentences import Language

_PLACES = 3
"""How many of the places that mention a document are shown with it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of the documents that carry one out are wanted; empty is all.

    ``level`` and ``place`` as typed, ``local`` below the centre, ``direct`` in one step.
    """

    level: str = ""
    place: str = ""
    local: bool = False
    direct: bool = False


def found_documents(store: str, words: str, limit: int) -> Record:
    """Return the documents that a number means or whose names and texts say words, the best first.

    Each has the places of its own texts that say them; one that is found by its number or its name
    has places that mention it.
    """
    graph = open_store(store)
    found = find(graph, open_tables(graph), words, Narrowed(), part=slice(MOST), passages=_PLACES)
    links = Links(Documents(graph.dataset))
    rows = proven(
        {
            **card(hit.document),
            "evidence": list(
                map(words_at, hit.passages or links.quotes(hit.document.iri)[:_PLACES])
            ),
        }
        for hit in found.hits
    )
    told: Record = {"asked": words}
    if found.read_as:
        told["read_as"] = found.read_as
    if found.apart:
        told["words_stand_apart"] = True
    left_out = found.count - len(found.hits)
    return {**told, **rows_within(rows, limit), "total": len(rows) + left_out}


def shown_document(store: str, number: str, limit: int, language: Language) -> Record:
    """Return what one document is, what is said of its force, and its links both ways."""
    graph = open_store(store)
    found = document_named(graph, number)
    view = document_view(graph, found.iri)
    links = [link(step, language) for step in (*view.outgoing, *view.incoming)]
    return {
        "document": card(found),
        "own_texts": list(view.texts),
        "fields": [
            {
                "field": field.name,
                "texts_disagree": field.conflict,
                "values": [
                    {"value": stated.value, "files": list(stated.sources[:_PLACES])}
                    for stated in field.values
                ],
            }
            for field in view.fields
        ],
        "in_force": _force(store, found.selector, language),
        "links": rows_within(proven(links), limit),
        "evidence": [words_at(words) for words in view.quotes[:_PLACES]],
    }


def carried_out_by(
    store: str,
    number: str,
    limit: int,
    language: Language,
    chosen: Chosen,
) -> Record:
    """Return the documents that carry out one, each with the chain down to it."""
    graph = open_store(store)
    found = document_named(graph, number)
    plans = plans_of(
        graph,
        found.iri,
        level=level_typed(chosen.level or None),
        place=chosen.place or None,
        local=chosen.local,
        direct=chosen.direct,
    )
    rows = (
        {**card(plan.document), "evidence": [link(step, language) for step in plan.steps]}
        for plan in plans
    )
    return {"document": card(found), **rows_within(proven(rows), limit)}


def owed_by_bodies(
    store: str, number: str, place: str, as_of: str, limit: int, language: Language
) -> Record:
    """Return who owes what by a day, with the words that order it, and how it adds up."""
    from graph.ask.owed.answer import owed

    graph = open_store(store)
    found = document_named(graph, number) if number else None
    day = day_or_today(as_of)
    answer = owed(graph, found.iri if found else "", place=place, as_of=day)
    rows = (
        {
            "body": row.body,
            "owes": row.product,
            "expects": row.review or row.expects,
            "about": [document.selector for document in row.about],
            "due": row.due_until or row.due,
            "status": row.status.value,
            "in_words": word(OWED_WORDS, language, row.status),
            "met_by": card(row.met_by) if row.met_by else None,
            "why_unknown": word(DOUBT_WORDS, language, row.doubt) if row.doubt else "",
            "perhaps": card(row.perhaps) if row.perhaps else None,
            "decided": decided_words(row.decided, language) if row.decided else "",
            "evidence": [
                words_at(row.quote),
                *([link(row.words, language)] if row.words else []),
            ],
        }
        for row in answer.rows
    )
    return {
        "as_of": answer.as_of,
        "of": answer.of,
        "owed": answer.owed,
        "met": answer.met,
        "counted": answer.counted,
        "tasks_without_a_document": answer.tasks_given,
        **rows_within(proven(rows), limit),
    }


def places_of(store: str, number: str, limit: int) -> Record:
    """Return every place of a text that speaks of one document, with the words there."""
    graph = open_store(store)
    found = document_named(graph, number)
    links = Links(Documents(graph.dataset))
    rows = (words_at(words) for words in links.quotes(found.iri))
    return {"document": card(found), **rows_within(rows, limit)}


def draft_faults(store: str, text: str, limit: int, language: Language) -> Record:
    """Return which citations of a draft do not fit the collection, and the words that tell so."""
    from extract import SourceText, read
    from graph.ask.drafts.checking import check_draft, is_fault
    from graph.ask.drafts.messages import message_of

    if len(text) > LONGEST_TEXT:
        raise WrongUse("draft too long", size=str(len(text)), limit=str(LONGEST_TEXT))
    findings = check_draft(open_store(store), read(SourceText("draft", text)))
    rows = [
        {
            "kind": finding.kind.value,
            "fault": is_fault(finding),
            "says": message_of(finding, language),
            **quoted(finding.words),
            "file": "draft",
            "start": finding.start,
            "end": finding.end,
            "evidence": [words_at(finding.evidence)] if finding.evidence.text else [],
        }
        for finding in findings
    ]
    return {"faults": sum(row["fault"] for row in rows), **rows_within(rows, limit)}


def _force(store: str, selector: str, language: Language) -> list[Record]:
    """Return what is said of the force of a document today, with the words that say so."""
    rows = ask(open_store(store), IN_FORCE, selector)
    told = (dict(zip(rows.variables, row, strict=True)) for row in rows.rows)
    return [_state(row, language) for row in told]


def _state(row: Mapping[str, Any], language: Language) -> Record:
    record: Record = {
        "state": row["state"],
        "in_words": word(STATE_WORDS, language, row["state"]),
        "nothing_said": row["state"] == State.NO_END_STATED,
    }
    if row["text"]:
        where = {"file": row["text"], "start": row["start"], "end": row["end"]}
        record |= {
            "by": row["by"],
            "since": shown_date(language, row["since"] or ""),
            "part": row["part"] or "",
            "evidence": [{**quoted(row["quote"]), **where}],
        }
    return record
