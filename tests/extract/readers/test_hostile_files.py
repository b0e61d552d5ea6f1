"""Files made to hurt: whatever the bytes, a reader gives a text or says why it cannot."""

import time
from contextlib import suppress
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.readers.archive import files_in, members_of
from extract.readers.formats import Format, format_of, reader_of
from extract.readers.html import read_html, text_of_page
from extract.readers.plain import read_text
from extract.readers.protocol import Limits, MissingProgramError, Reason, UnreadableFileError
from extract.readers.word import read_word
from tests.extract.readers.web_pages import as_html
from tests.extract.readers.word_files import as_docx, docx, numbered, packed, paragraph, run
from tests.extract.readers.written import DECISION, REPORT

REFUSALS = (UnreadableFileError, MissingProgramError)
WHOLE = {"report": as_docx(REPORT), "decision": as_docx(DECISION)}
PAGE = as_html(REPORT)


def opened(data: bytes, name: str = "a") -> None:
    """Read as a build does it; what comes out must be a text or a refusal."""
    with suppress(*REFUSALS):
        kind = format_of(data, name)
        if kind is Format.ARCHIVE:
            list(members_of(data, Limits()))
        elif kind in {Format.TEXT, Format.HTML, Format.WORD}:
            reader_of(kind)(data, name, Limits())


SIGNS = (b"", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\\rtf1")


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SIGNS), st.binary(max_size=400))
def test_any_bytes(sign: bytes, data: bytes) -> None:
    opened(sign + data)
    for reader in (read_text, read_html, read_word):
        with suppress(*REFUSALS):
            reader(sign + data, "a", Limits())


def spoilt(data: bytes, random: Random) -> bytes:
    """The bytes with some of them changed, lost or doubled."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(changed))
        match random.randrange(4):
            case 0:
                changed[at] = random.randrange(256)
            case 1:
                del changed[at : at + random.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + random.randint(1, 200)]
            case 3:
                changed[at:at] = bytes(random.randrange(256) for _ in range(4))
        changed = changed or bytearray(b"\x00")
    return bytes(changed)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.randoms(use_true_random=False))
def test_spoilt_parts_of_a_word_document(which: str, random: Random) -> None:
    """Spoilt XML in a whole archive comes further than a spoilt archive."""
    with ZipFile(BytesIO(WHOLE[which])) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice([name for name in parts if name.startswith("word/")])
    part = parts[name]
    assert isinstance(part, bytes)
    parts[name] = spoilt(part, random)
    opened(packed(parts))
    opened(spoilt(WHOLE[which], random))


WORDS = (
    *("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:numPr", "w:del", "w:ins", "w:sdt"),
    *("w:hyperlink", "w:footnoteReference", "w:txbxContent", "w:br", "w:sym", "w:gridSpan"),
    *("w:vMerge", "w:tcPr", "mc:AlternateContent", "mc:Fallback", "w:fldChar"),
)
VALUES = ("", ' w:val="1"', ' w:val="-9"', ' w:val="x"', ' w:id="2"', ' w:char="F0B7"')


def tree(random: Random, depth: int) -> str:
    if depth == 0:
        return run("chữ")
    inner = "".join(tree(random, depth - 1) for _ in range(random.randint(0, 3)))
    name = random.choice(WORDS)
    return f"<{name}{random.choice(VALUES)}>{inner}</{name}>"


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_elements_where_none_belong(random: Random) -> None:
    body = "".join(tree(random, random.randint(1, 6)) for _ in range(4))
    opened(docx(body + paragraph(run("x"))))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_spoilt_pages(random: Random) -> None:
    opened(spoilt(PAGE, random), "a.html")


def _with_spoilt_lzma() -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_LZMA) as archive:
        archive.writestr("a.txt", "Kế hoạch " * 50)
    data = held.getvalue()
    at = data.index(b"a.txt") + len("a.txt") + 4
    return data[:at] + b"\xff" * 8 + data[at + 8 :]


def _with_spoilt_type() -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return held.getvalue().replace(b"mimetypeK", b"mimetype\xff", 1)


def _of_a_nameless_list() -> bytes:
    nameless = '<w:abstractNum><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    return docx(numbered("Chữ", 7), numbering=nameless)


NAMELESS = packed({"no name": "chữ"}).replace(b"no name", b"\x00o name")
FOUND = [
    pytest.param(b"<html><meta charset=undefined>\xe9<p>a", None, id="no-codec-of-text"),
    pytest.param(b"<html><meta charset=punycode>\xe9<p>a", None, id="codec-of-names"),
    pytest.param(_with_spoilt_type(), Reason.DAMAGED, id="type-of-an-archive-is-damaged"),
    pytest.param(_with_spoilt_lzma(), Reason.DAMAGED, id="lzma-is-damaged"),
    pytest.param(NAMELESS, None, id="a-file-without-a-name-in-an-archive"),
    pytest.param(_of_a_nameless_list(), None, id="a-list-without-a-name-in-a-word-document"),
]
"""What fuzzing has found, as small as it can be."""


@pytest.mark.parametrize(("data", "reason"), FOUND)
def test_what_fuzzing_has_found(data: bytes, reason: Reason | None) -> None:
    told: Reason | None = None
    try:
        kind = format_of(data, "a")
        if kind is Format.ARCHIVE:
            refused = (file for _, file in files_in(data, Limits()) if not isinstance(file, bytes))
            told = next((error.reason for error in refused), None)
        else:
            assert reader_of(kind)(data, "a", Limits()).text
    except UnreadableFileError as error:
        told = error.reason
    assert told == reason


MOST_SECONDS = 8.0
"""For half a megabyte, read twice; what goes with the square of its length takes minutes."""
NOTE = '<p><a href="#n{0}" id="r{0}">1</a><p id="n{0}"><a href="#r{0}">1</a>x'
LONG = [
    pytest.param("<div>" * 100_000 + "a", id="nested-divisions"),
    pytest.param("<table><tr><td>" * 30_000 + "a", id="nested-tables"),
    pytest.param("<ul><li>" * 60_000 + "a", id="nested-lists"),
    pytest.param("<table><tr>" + "<td rowspan=500 colspan=20>a" * 10_000, id="wide-and-high-cells"),
    pytest.param("<table>" + "<tr><td rowspan=500>a" * 20_000, id="high-cells"),
    pytest.param("<p>" + "<sup>1</sup>" * 40_000, id="raised-numbers"),
    pytest.param("<p>" + '<a href="#n" id="n">1</a>' * 20_000, id="links-to-one-place"),
    pytest.param(
        "".join(NOTE.format(index) for index in range(6000)),
        id="many-notes",
    ),
    pytest.param("<a href=x>a</a>" * 30_000, id="links"),
    pytest.param("<p>" + "&nbsp;" * 80_000, id="blanks"),
    pytest.param("<p>" + "µ " * 200_000, id="signs-of-old-letters"),
    pytest.param("<" * 500_000, id="opening-signs"),
    pytest.param("<!--" * 100_000, id="comments"),
    pytest.param("&" * 500_000, id="ampersands"),
    pytest.param("<meta charset" * 30_000, id="charsets"),
    pytest.param("<p>CéNG " * 60_000, id="capitals-of-old-letters"),
]


@pytest.mark.slow
@pytest.mark.parametrize("page", LONG)
def test_long_pages_take_no_time(page: str) -> None:
    started = time.process_time()
    opened(b"<html>" + page.encode(), "a.html")
    opened(page.encode(), "a.txt")
    assert time.process_time() - started < MOST_SECONDS


def test_nothing_is_fetched_by_a_page() -> None:
    page = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><link href="file:///etc/passwd"><p>a'
    assert text_of_page(page) == "a\n"


@pytest.mark.parametrize("depth", [50, 500, 5000])
def test_deep_word_documents(depth: int) -> None:
    box = "<w:tbl><w:tr><w:tc>" * depth + paragraph(run("a")) + "</w:tc></w:tr></w:tbl>" * depth
    opened(docx(box))
