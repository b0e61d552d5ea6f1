"""How well and how fast each format is read: python benchmarks/formats.py [--likeness] [--speed].

``--likeness`` compares ten documents in every format with their plain text, ``--speed`` the CPU
time of reading with that of the library alone. Needs LibreOffice, Chromium and tesseract.
"""

import argparse
import io
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import mammoth
import pypdfium2
from lxml.html import fromstring

sys.path.insert(0, str(Path(__file__).parents[1]))

from rapidfuzz.distance import Levenshtein

from benchmarks.pdf import of_library, shortest
from benchmarks.prose import vietnamese
from extract import SourceText, read
from extract.readers.archive import members_of
from extract.readers.formats import Format, format_of, reader_of
from extract.readers.ocr.rendering import rendered
from extract.readers.ocr.tesseract import lines_in
from extract.readers.protocol import FileText, Limits
from tests.extract.readers import copies
from tests.extract.readers.documents import Document, as_text, from_text
from tests.extract.readers.paper.compared import letters_alone
from tests.extract.readers.test_same_text import WAYS, said_in
from tests.extract.readers.web_pages import as_html
from tests.extract.readers.word_files import as_docx, packed
from tests.extract.readers.written import ALL

HOW_MANY = 10
SIZE = 300_000
DOCUMENTS = dict(list(ALL.items())[:HOW_MANY])
Copies = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far a copy says what the plain text says."""

    letters: int
    wrong_letters: int
    citations: int
    found: int
    wrong: int
    wrong_and_sure: int
    same: bool
    """Citations, identity and relations are equal."""


def text_in(data: bytes) -> FileText:
    """Return what the product reads of a file; of an archive, its only member."""
    kind = format_of(data, "a")
    if kind is Format.ARCHIVE:
        _, member = next(iter(members_of(data, Limits())))
        assert isinstance(member, bytes)
        return text_in(member)
    return reader_of(kind)(data, "a", Limits())


def citations_of(text: str) -> Counter[tuple[str, str]]:
    """Return what a text cites: document and kind of mention."""
    return Counter(
        (mention.document, mention.tier.value) for mention in read(SourceText("a", text)).mentions
    )


def likeness(found: FileText, expected: str) -> Likeness:
    """Compare what was read with the plain text."""
    shown = re.sub(r"<sup>(\d+)</sup>", r"[\1]", found.text.removeprefix("\ufeff"))
    bare, other = letters_alone(shown.replace("\\|", "|")), letters_alone(expected)
    wanted, got = citations_of(expected), citations_of(found.text)
    reading = read(SourceText("a", found.text))
    sure = Counter(
        (mention.document, mention.tier.value)
        for mention in reading.mentions
        if not any(
            span.start < mention.span.end and mention.span.start < span.end
            for span in found.unconfirmed
        )
    )
    return Likeness(
        letters=len("".join(expected.split())),
        wrong_letters=0 if bare == other else Levenshtein.distance(bare, other),
        citations=wanted.total(),
        found=(wanted & got).total(),
        wrong=(got - wanted).total(),
        wrong_and_sure=((got - wanted) & sure).total(),
        same=said_in(found.text) == said_in(expected),
    )


def copies_of(documents: Mapping[str, Document], folder: Path) -> dict[str, Callable[[], Copies]]:
    """Return how the copies of all documents are made, for each format."""

    def texts(way: Callable[[str], bytes]) -> Copies:
        return {
            name: way(as_text(document).replace("\u2013", "-"))
            for name, document in documents.items()
        }

    def each(make: Callable[[Document], bytes]) -> Copies:
        return {name: make(document) for name, document in documents.items()}

    def office(suffix: str) -> Copies:
        return copies.saved_by_office(each(as_docx), suffix, folder / suffix)

    def by_office() -> Copies:
        return copies.printed_by_office(documents, folder / "office")

    def by_browser() -> Copies:
        return copies.printed_by_browser(documents, folder / "browser")

    kept: dict[str, Copies] = {}

    def once(name: str, make: Callable[[], Copies]) -> Copies:
        if name not in kept:
            kept[name] = make()
        return kept[name]

    def scans(*, bad: bool) -> Copies:
        plain = once("office", by_office)
        return {name: copies.scanned(data, bad=bad) for name, data in plain.items()}

    return {
        **{f"txt {way}": lambda way=way: texts(WAYS[way]) for way in WAYS},
        "docx": lambda: each(as_docx),
        "docx in zip": lambda: each(lambda document: packed({"a.docx": as_docx(document)})),
        "html": lambda: each(as_html),
        "doc": lambda: office("doc"),
        "rtf": lambda: office("rtf"),
        "odt": lambda: office("odt"),
        "pdf LibreOffice NFC": lambda: once("office", by_office),
        "pdf LibreOffice NFD": lambda: copies.printed_by_office(documents, folder / "nfd", "NFD"),
        "pdf Chromium NFC": by_browser,
        "pdf Chromium NFD": lambda: copies.printed_by_browser(documents, folder / "bnfd", "NFD"),
        "scan": lambda: scans(bad=False),
        "scan tilted, specked": lambda: scans(bad=True),
    }


def print_likeness(only: str) -> None:
    """Print a row of figures for each format."""
    expected = {name: as_text(document) for name, document in DOCUMENTS.items()}
    print("| format | letters wrong | citations found | wrong | wrong and sure | same reading |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, make in copies_of(DOCUMENTS, Path(folder)).items():
            if only not in name:
                continue
            rows = {each: likeness(text_in(data), expected[each]) for each, data in make().items()}
            all_rows = rows.values()
            letters = sum(row.wrong_letters for row in all_rows)
            share = letters / sum(row.letters for row in all_rows)
            cited = sum(row.citations for row in all_rows)
            found = sum(row.found for row in all_rows) / cited
            wrong = sum(row.wrong for row in all_rows)
            sure = sum(row.wrong_and_sure for row in all_rows)
            same = sum(row.same for row in all_rows)
            print(
                f"| {name} | {share:.2%} | {found:.1%} of {cited} | {wrong} | {sure} "
                f"| {same} of {len(rows)} |"
            )
            for each, row in rows.items():
                if row.wrong_letters or not row.same:
                    print(f"    {each}: {row}", file=sys.stderr)


def peers(folder: Path) -> Iterator[tuple[str, bytes, Callable[[bytes], object]]]:
    """Yield a large file of each format with what the library alone does with it."""
    document = from_text(vietnamese.text_of(SIZE))
    word = as_docx(document)
    yield "html, lxml", as_html(document), lambda data: fromstring(data).text_content()
    yield "docx, mammoth", word, lambda data: mammoth.convert_to_html(io.BytesIO(data))
    pdf = copies.saved_by_office({"a": word}, "pdf", folder / "office")["a"]
    yield "pdf, PDFium's text", pdf, lambda data: of_library(data, places=False)
    yield "pdf, PDFium's text and places", pdf, lambda data: of_library(data, places=True)


def print_speed() -> None:
    """Print a row for each format: milliseconds of the library, of the reader, and their ratio."""
    print("| format, library | library, ms | reader, ms | ratio |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, data, alone in peers(Path(folder)):
            theirs = shortest(lambda alone=alone, data=data: alone(data))
            ours = shortest(lambda data=data: text_in(data))
            print(f"| {name} | {theirs * 1000:.0f} | {ours * 1000:.0f} | {ours / theirs:.2f} |")
        plain = copies.printed_by_office(dict(list(DOCUMENTS.items())[:1]), Path(folder) / "one")
        page = pypdfium2.PdfDocument(copies.scanned(plain["report"]))[0]
        picture = rendered(page, copies.DOTS / 72)
        theirs = time_of_children(lambda: lines_in(picture))
        ours = time_of_children(lambda: text_in(copies.scanned(plain["report"])))
        print(
            f"| scan, tesseract | {theirs * 1000:.0f} | {ours * 1000:.0f} | {ours / theirs:.2f} |"
        )


def time_of_children(act: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest of three rounds, those of other programs included."""
    spent = []
    for _ in range(3):
        begun = os.times()
        act()
        ended = os.times()
        spent.append(sum(ended[:4]) - sum(begun[:4]))
    return min(spent)


def main() -> int:
    """Print what is asked for, all where nothing is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--likeness", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--only", default="", help="formats whose name holds this")
    asked = parser.parse_args()
    if asked.likeness or not asked.speed:
        print_likeness(asked.only)
    if asked.speed or not asked.likeness:
        print_speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
