"""Documents, links and places of texts as records: each with its words, and the file of these."""

from collections.abc import Iterable

from graph.assistant.bounds import Record, quoted
from graph.rdf.schema import BY_NAME, PRINTED
from graph.tables.sought.hits import Passage
from graph.values import Found, Quote, Step
from graph.words.labels import relation_words, rule_words
from graph.words.sentences import Language

_CARD = (*(name for name in BY_NAME if name not in PRINTED), "held", "iri")


def card(document: Found) -> Record:
    """Return what a document is, and what to ask for to mean it alone; what is unknown is left out.

    ``held`` tells whether its own text was read.
    """
    values = {name: getattr(document, name) for name in _CARD}
    known = {name: value for name, value in values.items() if value not in ("", None)}
    return {"ask_for": document.selector, **known}


def words_at(words: Quote | Passage) -> Record:
    """Return the words at one place of a text, the file that has them, and where they stand."""
    record = {**quoted(words.quote), "file": words.text, "start": words.start, "end": words.end}
    if words.page:
        record["page"] = words.page
    if isinstance(words, Quote) and words.unconfirmed:
        record["read_by_ocr_alone"] = True
    return record


def link(step: Step, language: Language) -> Record:
    """Return one link as a sentence, with the words that state it or those that it follows from."""
    said = relation_words(
        language, step.relation, review=step.review, years=step.years, part=step.part
    )
    record: Record = {
        "subject": step.subject.selector or step.subject.number,
        "relation": step.relation,
        "in_words": said,
        "object": step.object.selector or step.object.number,
        "why": rule_words(language, step.rule),
        "confidence": step.confidence,
        "evidence": [words_at(words) for words in words_of(step)],
    }
    if step.part:
        record["part"] = step.part
    if step.since:
        record["since"] = step.since
    if step.inferred:
        record["inferred"] = True
    return record


def words_of(step: Step) -> tuple[Quote, ...]:
    """Return the words that state a link: its own, or those of the links that it follows from."""
    if step.inferred:
        return tuple(words for premise in step.premises for words in words_of(premise))
    own = Quote(
        quote=step.quote,
        text=step.text,
        start=step.start,
        end=step.end,
        page=step.page,
        unconfirmed=step.unconfirmed,
    )
    stated = (own, step.context, step.effect)
    return tuple(words for words in stated if words and words.quote and words.text)


def proven(rows: Iterable[Record]) -> list[Record]:
    """Return the rows that have words of a file; what none states is not told."""
    return [row for row in rows if row["evidence"]]
