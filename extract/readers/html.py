"""Web pages as they were saved: the document without what stands around it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extract.readers.blocks import SIDE_BY_SIDE, lines_of
from extract.readers.encodings import Decoded, decoded, restored
from extract.readers.notes import taken_out
from extract.readers.plain import remarks
from extract.readers.protocol import (
    FileText,
    Limits,
    Reason,
    UnreadableFileError,
)

READER = "html 1"

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_ENCODING_OF_PAGES = re.compile(
    r"utf|us-ascii|ascii|iso|latin|windows|cp|mac|koi8|tis|gb|big5|euc|shift|sjis", re.IGNORECASE
)
"""What the names of letters begin with that a page may be in; Python knows codecs of other uses."""
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]{0,200}\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff\ufeff]")
"""Characters that no page may hold: the parser keeps them, and refuses to write them."""
_REFERENCE = re.compile(r"&#(x[0-9a-f]{1,8}|[0-9]{1,8});?", re.IGNORECASE)
_AROUND: Final = frozenset({"nav", "aside", "footer"})
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_NEVER_SEEN: Final = frozenset({"script", "style", "head"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE
)
_MIME_FAULTS: Final = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the parser of messages raises for bytes that no program wrote so."""
_CONTAINERS: Final = (
    ("id", "toanvancontent"),  # vbpl.vn
    ("class", "cldivContentDocVn"),  # thuvienphapluat.vn
    ("id", "divContentDoc"),
    ("class", "content1"),
    ("class", "the-document-body"),  # luatvietnam.vn
)
"""Where the sites that most people save from put the text of a document."""
_FEWEST_CHARACTERS = 200
_FEWEST_LINKS = 3
_LINKED = 0.6
_MOST_OF_ALL = 0.9
_OF_DOCUMENT = re.compile(r"Căn\s+cứ\s|Điều\s+\d+[a-zđ]?\.")


def read_html(data: bytes, name: str, limits: Limits) -> FileText:
    """Return the text of a web page.

    Raises UnreadableFileError where it holds none, is too large, or is in no known encoding.
    """
    if not data.strip():
        raise UnreadableFileError(Reason.EMPTY)
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            Reason.TOO_LARGE, bytes=str(len(data)), limit=str(limits.file_bytes)
        )
    page = _page_decoded(_page_of_archive(data) if is_web_archive(data) else data)
    text = restored(text_of_page(page.text))
    if not text.text:
        raise UnreadableFileError(Reason.NO_TEXT)
    if len(text.text) > limits.text_characters:
        raise UnreadableFileError(
            Reason.TOO_LARGE, characters=str(len(text.text)), limit=str(limits.text_characters)
        )
    encoding = " ".join(filter(None, (page.encoding, text.encoding)))
    return FileText(text=text.text, reader=READER, warnings=remarks(Decoded(text.text, encoding)))


def text_of_page(page: str, *, spaced: bool = False, whole: bool = False) -> str:
    r"""Return the text of a page of HTML; ``whole`` says that nothing stands around it.

    >>> text_of_page("<nav><a href=/>Trang chủ</a></nav><p>Kế hoạch số 5-KH/HU</p>")
    'Kế hoạch số 5-KH/HU\n'
    """
    root = _parsed(page)
    if root is None:
        return ""
    # Held until the text is read: lxml makes the objects anew otherwise, each time one is met.
    elements = list(root.iter(etree.Element))
    _drop_unseen(elements, whole=whole)
    notes = taken_out(root)
    lines = lines_of(root if whole else _document_in(root), spaced=spaced)
    if notes:
        lines.append("")
    for note in notes:
        said = [line for part in note.parts for line in lines_of(part, spaced=spaced) if line]
        lines.extend([f"[{note.number}] {said[0]}", *said[1:], ""] if said else [])
    return "\n".join(lines).strip("\n") + "\n" if any(lines) else ""


def is_web_archive(data: bytes) -> bool:
    """Tell whether a page lies in one file with its pictures (.mht), as Word saves it, too.

    >>> is_web_archive(b"MIME-Version: 1.0 Content-Type: multipart/related; boundary=a")
    True
    """
    head = data[:4096].lstrip()[:2048].lower()
    told = b"mime-version:" in head and b"multipart/related" in head
    return told and not head.startswith(b"<")


def _page_of_archive(data: bytes) -> bytes:
    try:
        parts = message_from_bytes(data).walk()
        pages = (part for part in parts if part.get_content_type() == "text/html")
        page = next(pages, None)
        content = page.get_payload(decode=True) if page is not None else None
    except _MIME_FAULTS as error:
        raise UnreadableFileError(Reason.DAMAGED) from error
    if not isinstance(content, bytes) or not content.strip():
        raise UnreadableFileError(Reason.NO_TEXT)
    return content


def _page_decoded(data: bytes) -> Decoded:
    """Return the letters of a page: what its bytes say, then what it says of itself."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        declared = _CHARSET.search(data, 0, 4096)
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        said = declared[1].decode("ascii", "replace").lower()
        if said.startswith(("windows-1258", "cp1258")):
            return Decoded(data.decode("cp1258", "replace"), "windows-1258")
        try:
            if _ENCODING_OF_PAGES.match(said):
                return Decoded(data.decode(said), said)
        except (LookupError, UnicodeError):
            # It says what it is not: a page in windows-1252 most often.
            pass
    try:
        return decoded(data)
    except UnreadableFileError:
        if b"\x00" in data[:8192]:
            raise
        return Decoded(data.decode("cp1252", "replace"), "windows-1252")


def _parsed(page: str) -> HtmlElement | None:
    parser = HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    page = _REFERENCE.sub(_allowed, _FORBIDDEN.sub("", _DECLARATION.sub("", page)))
    try:
        return document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _allowed(reference: re.Match[str]) -> str:
    """Return a reference to a character, or nothing where it is one that no page may hold."""
    digits = reference[1].lower()
    value = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    refused = value > 0x10FFFF or _FORBIDDEN.match(chr(value))
    return "" if refused else reference[0]


def _drop_unseen(elements: Iterable[HtmlElement], *, whole: bool) -> None:
    for element in elements:
        tag, said = element.tag, element.attrib
        hidden = said and ("hidden" in said or _HIDDEN.search(said.get("style", "")))
        around = not whole and (tag in _AROUND or (said and said.get("role") in _ROLES))
        if hidden or around or tag in _NEVER_SEEN:
            _drop(element)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None and element.tag not in {"html", "body"}:
        element.drop_tree()


def _document_in(root: HtmlElement) -> HtmlElement:
    """Return the part of a page that holds the document."""
    named = root.xpath("//*[@id or @class]")
    for attribute, value in _CONTAINERS:
        for found in named:
            known = value in (found.get(attribute) or "").split()
            if known and len(found.text_content()) >= _FEWEST_CHARACTERS:
                return found
    if root.find(".//a[@href]") is None:
        return root
    sizes = _sizes(root)
    if not any(size.dropped for size in sizes.values()):
        return root
    for element, size in sizes.items():
        if size.dropped:
            _drop(element)
    return _densest(root)


@dataclass(slots=True)
class _Size:
    letters: int = 0
    linked: int = 0
    links: int = 0
    dropped: bool = False


def _sizes(root: HtmlElement) -> dict[HtmlElement, _Size]:
    """Return how much of each element is links; lists of links are marked as dropped."""
    sizes: dict[HtmlElement, _Size] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = element.text or ""
        size = _Size(len(own.strip()))
        for child in element:
            inner = sizes.get(child, _Size(dropped=True))
            tail = child.tail or ""
            size.letters += len(tail.strip())
            if not inner.dropped:
                size.letters += inner.letters
                size.linked += inner.linked
                size.links += inner.links
        if element.tag == "a" and element.get("href"):
            size.linked, size.links = size.letters, 1
        size.dropped = (
            size.links >= _FEWEST_LINKS
            and size.linked >= _LINKED * size.letters
            and element.tag not in {"html", "body"}
            and not _is_of_document(element.text_content())
        )
        sizes[element] = size
    return sizes


def _is_of_document(text: str) -> bool:
    return bool(_OF_DOCUMENT.search(text) or SIDE_BY_SIDE.search(text))


def _densest(root: HtmlElement) -> HtmlElement:
    """Return the innermost part that holds nearly all that is left."""
    element = root
    while True:
        size = len(element.text_content())
        inner = [child for child in element if isinstance(child.tag, str)]
        best = max(inner, key=lambda child: len(child.text_content()), default=None)
        if best is None or len(best.text_content()) < _MOST_OF_ALL * size or best.tag in _TEXTUAL:
            return element
        if any(_is_of_document(child.text_content()) for child in inner if child is not best):
            return element
        element = best


_TEXTUAL: Final = frozenset(
    {"p", "tr", "td", "tbody", "table", "ul", "ol", "li", "span", "b", "font"}
)
