"""A document says the same in whatever format it lies: letters, citations, identity, relations."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from extract.readers.archive import members_of
from extract.readers.formats import Format, format_of, reader_of
from extract.readers.protocol import FileText, Limits, Remark
from ontology.spelling import folded
from tests.extract.readers import copies
from tests.extract.readers.documents import Document, as_text
from tests.extract.readers.older_letters import as_bytes, in_letters_of
from tests.extract.readers.paper.printed import Form
from tests.extract.readers.web_pages import as_html
from tests.extract.readers.word_files import as_docx, packed
from tests.extract.readers.written import ALL, CORPUS, RICH
from tests.extract.texts import in_json, reading_of

MOST_ERRORS = 0.001
Printing = Callable[[Mapping[str, Document], Path, Form], dict[str, bytes]]


def text_in(data: bytes, name: str = "tai-lieu") -> FileText:
    """What the product reads of these bytes."""
    return reader_of(format_of(data, name))(data, name, Limits())


@cache
def said_in(text: str) -> object:
    """All that a reading finds but where it stands, in one spelling."""
    found = in_json(reading_of(text))
    documents = {
        key: {
            name: folded(value) if isinstance(value, str) else value
            for name, value in known.items()
        }
        for key, known in found["documents"].items()
    }
    for known in documents.values():
        # What no register holds is known by the text that speaks of it, letter for letter.
        known["iri"] = known["iri"] if "/id/doc/" in known["iri"] else ""
    mentions = [
        (each["document"], each["tier"], folded(each["text"]), str(each.get("pin")))
        for each in found["mentions"]
    ]
    links = sorted(
        (each["subject"], each["predicate"], each["object"], each["rule"])
        for each in found["relations"]
    )
    return found["document"], documents, sorted(mentions, key=str), links


def errors(found: str, expected: str) -> int:
    """How many letters differ, blanks and the place of tones aside."""
    first, second = (
        "".join(folded(unicodedata.normalize("NFC", text)).split()) for text in (found, expected)
    )
    same = sum(
        block.size
        for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    )
    return max(len(first), len(second)) - same


def tcvn3(text: str) -> bytes:
    """As typists wrote it: the tone of a capital on the small letter behind it."""
    return as_bytes(in_letters_of("tcvn3", text.replace("Ủy", "Uỷ")))


def _twice(text: str) -> bytes:
    return "".join(
        chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    ).encode()


def _windows_1258(text: str) -> bytes:
    """Vowels with their own marks, tones behind them."""
    written = bytearray()
    for char in unicodedata.normalize("NFC", text):
        try:
            written += char.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", char)
            tones = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
            vowel = "".join(mark for mark in apart if mark not in tones)
            written += (unicodedata.normalize("NFC", vowel) + "".join(tones)).encode("cp1258")
    return bytes(written)


WAYS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8-bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-without-mark": lambda text: text.encode("utf-16-le"),
    "windows-1258": _windows_1258,
    "tcvn3": tcvn3,
    "tcvn3-as-utf-8": lambda text: in_letters_of("tcvn3", text.replace("Ủy", "Uỷ")).encode(),
    "tcvn3-twice": lambda text: _twice(in_letters_of("tcvn3", text.replace("Ủy", "Uỷ"))),
    "vni": lambda text: as_bytes(in_letters_of("vni", text)),
    "vni-as-utf-8": lambda text: in_letters_of("vni", text).encode(),
    "utf-8-twice": _twice,
    "utf-8-thrice": lambda text: _twice(_twice(text).decode()),
}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("document", ALL.values(), ids=ALL)
def test_letters_in_every_encoding(document: Document, way: str) -> None:
    text = as_text(document).replace("\u2013", "-")
    found = text_in(WAYS[way](text))
    assert errors(found.text.removeprefix("\ufeff"), text) <= MOST_ERRORS * len(text)
    warned = [warning.fields["encoding"] for warning in found.warnings]
    assert bool(warned) == (way not in {"utf-8", "utf-8-bom", "nfd"})
    assert said_in(found.text) == said_in(text)


FORMATS: dict[str, Callable[[Document], bytes]] = {"docx": as_docx, "html": as_html}


@pytest.mark.parametrize("made", FORMATS)
@pytest.mark.parametrize("document", ALL.values(), ids=ALL)
def test_document_in_every_format(document: Document, made: str) -> None:
    expected = as_text(document)
    found = text_in(FORMATS[made](document))
    assert errors(found.text.replace("\\|", "|"), expected) <= MOST_ERRORS * len(expected)
    assert said_in(found.text) == said_in(expected)


PAPER = {**RICH, **dict(list(CORPUS.items())[:3])}
"""Six are enough to tell that printing goes well; the benchmark of formats takes ten."""


def _shown(text: str) -> str:
    """The text of a page with the marks of notes as other formats have them."""
    return re.sub(r"<sup>(\d+)</sup>", r"[\1]", text).replace("\\|", "|")


@pytest.mark.slow
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("printing", [copies.printed_by_office, copies.printed_by_browser])
def test_printed_documents(printing: Printing, form: Form, tmp_path: Path) -> None:
    for name, data in printing(PAPER, tmp_path / "printed", form).items():
        expected = as_text(PAPER[name])
        found = text_in(data)
        assert errors(_shown(found.text), expected) <= MOST_ERRORS * len(expected), name
        assert said_in(found.text) == said_in(expected), name


def test_tracked_changes_are_said() -> None:
    found = text_in(as_docx(RICH["decision"]))
    assert [(each.remark, dict(each.fields)) for each in found.warnings] == [
        (Remark.TRACKED_CHANGES, {"changes": "2"})
    ]


def test_files_in_an_archive() -> None:
    data = packed({f"thư mục/{name}.docx": as_docx(document) for name, document in RICH.items()})
    assert format_of(data, "a.zip") is Format.ARCHIVE
    found = dict(members_of(data, Limits()))
    assert list(found) == [f"thư mục/{name}.docx" for name in RICH]
    for (name, content), document in zip(found.items(), RICH.values(), strict=True):
        assert isinstance(content, bytes)
        assert said_in(text_in(content, name).text) == said_in(as_text(document))
