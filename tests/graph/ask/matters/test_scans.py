"""What OCR alone has read of a document waits until a place, a text or a person says the same."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from extract.reading import Document, Mention, MentionKind, Reading
from extract.text.source import Origin, Span
from graph.ask.matters.kinds import ReviewItem, ReviewKind
from graph.ask.plans import document_view
from graph.ask.review import review_items
from graph.decisions.file import COLUMNS
from graph.decisions.suggestions import line
from graph.store.disk import GraphStore
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KH_141, KL_69, Link, document, reading, store_of

FIELDS = ("number", "date")
LINK = Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69-KL/TU")


def scanned(name: str, own: Document, *, again: Mention | None = None) -> Reading:
    """The reading of a text of which OCR has read every word, that of ``again`` apart."""
    made = reading(name, own, [KL_69], [LINK] if own is KH_61 else [])
    day = f"ngày {int(own.dates[0][-2:])}" if own.dates else "ngày …"
    source = replace(made.source, text=f"{made.source.text}{day}\n")
    words = [Span(mention.span.start, mention.span.end) for mention in made.mentions]
    words += [Span(len(source.text) - len(day), len(source.text))]
    source = replace(source, origin=Origin("image 1", unconfirmed=tuple(words)))
    mentions = tuple(replace(mention, unconfirmed=True) for mention in made.mentions)
    return replace(made, source=source, mentions=(*mentions, *([again] if again else [])))


def dated(own: Document, day: str) -> Document:
    return replace(own, dates=(PartialDate(day),))


def cited(own: Document, day: str) -> Reading:
    """Another text, no scan, that names a document with its day."""
    return reading("141.txt", KH_141, [dated(own, day) if day else replace(own, dates=())])


def place(kind: MentionKind, *, date: str, unconfirmed: bool) -> Mention:
    """A place of the text itself that names its own document."""
    span = Span(0, 3)
    return Mention(
        span=span,
        tier=kind,
        document=KH_61.key,
        number="61",
        symbol="KH/HU",
        date=PartialDate(date),
        unconfirmed=unconfirmed,
    )


def items(store: GraphStore) -> list[ReviewItem]:
    return [item for item in review_items(store) if item.kind is ReviewKind.SCAN]


DAY = KH_61.dates[0]
NUMBERED = MentionKind.NUMBERED
CASES = [
    pytest.param([scanned("61.png", KH_61)], FIELDS, id="nothing-else-says-it"),
    pytest.param([reading("61.txt", KH_61)], (), id="a-text-that-is-no-scan-needs-nothing"),
    pytest.param([scanned("61.png", KH_61), cited(KH_61, DAY)], (), id="another-text-with-its-day"),
    pytest.param(
        [scanned("61.png", KH_61), cited(KH_61, "2021-06-17")], FIELDS, id="with-another-day"
    ),
    pytest.param(
        [scanned("61.png", KH_61), cited(KH_61, "")], FIELDS, id="the-number-alone-may-be-another-s"
    ),
    pytest.param(
        [scanned("61.png", replace(KH_61, dates=())), cited(KH_61, DAY)],
        (),
        id="a-scan-without-a-day-has-no-more-than-its-number",
    ),
    pytest.param(
        [scanned("61.png", KH_61), scanned("again.png", KH_61)], FIELDS, id="another-scan-is-none"
    ),
    pytest.param(
        [scanned("61.png", KH_61), reading("61.txt", KH_61)], (), id="its-own-text-as-a-word-file"
    ),
    pytest.param(
        [scanned("61.png", KH_61, again=place(NUMBERED, date=DAY, unconfirmed=False))],
        (),
        id="another-place-that-was-no-scan",
    ),
    pytest.param(
        [scanned("61.png", KH_61, again=place(NUMBERED, date="", unconfirmed=False))],
        ("date",),
        id="another-place-with-the-number-alone",
    ),
    pytest.param(
        [scanned("61.png", KH_61, again=place(NUMBERED, date=DAY, unconfirmed=True))],
        FIELDS,
        id="another-place-that-was-a-scan",
    ),
]


@pytest.mark.parametrize(("readings", "expected"), CASES)
def test_what_is_confirmed(
    tmp_path: Path, readings: list[Reading], expected: tuple[str, ...]
) -> None:
    store = store_of(tmp_path, *readings)
    view = document_view(store, KH_61.iri)
    assert view.document.unconfirmed_fields == expected
    # One matter for a document, however many places were read by OCR.
    assert [item.iri for item in items(store)] == ([KH_61.iri] if expected else [])


def test_quotes_of_a_scan_say_so(tmp_path: Path) -> None:
    view = document_view(store_of(tmp_path, scanned("61.png", KH_61)), KL_69.iri)
    assert [(quote.quote, quote.unconfirmed) for quote in view.quotes] == [("69-KL/TU", True)]


def filled(proposed: str, **cells: str) -> str:
    """A proposed line with who, when and why, and what is left to fill in."""
    (given,) = csv.reader(StringIO(proposed))
    known = dict(zip(COLUMNS, given, strict=False))
    assert [known[name] for name in ("who", "when", "why")] == ["", "", ""]
    return line(**known | {"who": "Lan", "when": "2026-01-05", "why": "theo bản giấy"} | cells)


def test_the_proposed_day_confirms_number_and_day(tmp_path: Path) -> None:
    scan = scanned("61.png", KH_61)
    (item,) = items(store_of(tmp_path / "before", scan))
    store = store_of(tmp_path / "after", scan, decisions=filled(item.lines[0]))
    assert items(store) == []
    found = document_view(store, KH_61.iri).document
    assert (found.unconfirmed_fields, found.date) == ((), DAY)


def test_another_day_is_what_the_person_says(tmp_path: Path) -> None:
    scan = scanned("61.png", KH_61)
    (item,) = items(store_of(tmp_path / "before", scan))
    corrected = filled(item.lines[0], object="2021-06-28")
    store = store_of(tmp_path / "after", scan, decisions=corrected)
    assert items(store) == []
    assert document_view(store, KH_61.iri).document.date == "2021-06-28"


def test_a_scan_may_be_said_to_be_another_document(tmp_path: Path) -> None:
    scan = scanned("61.png", KH_61)
    (item,) = items(store_of(tmp_path / "before", scan))
    other = "lai-chau.tam-duong.hu/nk2020/kh-hu/67"
    store = store_of(tmp_path / "after", scan, decisions=filled(item.lines[1], object=other))
    assert items(store) == []
    right = document_view(store, KH_61.iri.replace("/61", "/67"))
    assert (right.texts, right.document.unconfirmed_fields) == (("61.png",), ())


def test_a_title_confirms_no_number(tmp_path: Path) -> None:
    named = filled(line(decision="name", subject="61-KH/HU", relation="title", object="về dân vận"))
    store = store_of(tmp_path, scanned("61.png", KH_61), decisions=named)
    assert document_view(store, KH_61.iri).document.unconfirmed_fields == FIELDS


def test_an_open_number_is_no_matter_of_its_own(tmp_path: Path) -> None:
    open_ = document("kh-hu", kind="Kế hoạch", register="kh-hu", series="lai-chau.tam-duong.hu")
    assert items(store_of(tmp_path, scanned("open.png", open_))) == []
