"""Word documents: what Word shows, with its numbers, notes, tables and text boxes.

mammoth makes HTML of a document; before that the numbers that Word counts by itself are written
into the paragraphs, tracked changes are accepted, and nothing but clean XML is handed on.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

import mammoth
from lxml import etree
from lxml.etree import _Element as Element

from extract.readers.archive import bytes_of, opened
from extract.readers.encodings import Decoded, in_unicode, restored
from extract.readers.html import text_of_page
from extract.readers.ooxml.numbering import Numbers
from extract.readers.ooxml.revisions import accept_changes, leave_text_alone, parsed, show_as_seen
from extract.readers.ooxml.styles import StyleSheet, W
from extract.readers.plain import remarks
from extract.readers.protocol import (
    FileText,
    Limits,
    Reason,
    Remark,
    UnreadableFileError,
    Warned,
)

READER = "word 1"

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARTS: Final = ("styles", "numbering", "footnotes", "endnotes")
_FAULTS: Final = (
    ArithmeticError, AttributeError, BadZipFile, ExpatError, LookupError, OSError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip
"""What mammoth raises for a document that no program wrote so."""
_OLD_FONTS: Final = (
    ("tcvn3", re.compile(r"\.vn", re.IGNORECASE)),
    ("vni", re.compile(r"vni[- ]", re.IGNORECASE)),
)


def read_word(data: bytes, name: str, limits: Limits) -> FileText:
    """Return the text of a document in Word's format of today (.docx, .docm, .dotx).

    Raises UnreadableFileError where it is damaged, encrypted, too large or without text.
    """
    if not data.strip():
        raise UnreadableFileError(Reason.EMPTY)
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            Reason.TOO_LARGE, bytes=str(len(data)), limit=str(limits.file_bytes)
        )
    with opened(data, limits) as archive:
        roots = _roots(archive)
    document = roots.get("document")
    if document is None:
        raise UnreadableFileError(Reason.DAMAGED)
    changes, old = _prepare(roots)
    text = restored(text_of_page(_as_html(roots), spaced=True, whole=True))
    if not text.text:
        raise UnreadableFileError(Reason.NO_TEXT)
    if len(text.text) > limits.text_characters:
        raise UnreadableFileError(
            Reason.TOO_LARGE, characters=str(len(text.text)), limit=str(limits.text_characters)
        )
    warnings = remarks(Decoded(text.text, text.encoding or old))
    if changes:
        warnings += (Warned(Remark.TRACKED_CHANGES, {"changes": str(changes)}),)
    return FileText(text=text.text, reader=READER, warnings=warnings)


def _roots(archive: ZipFile) -> dict[str, Element]:
    """Return the parts that are read, by what they are; those that are missing are left out."""
    names = set(archive.namelist())
    main = _target(archive, names, "_rels/.rels", "officeDocument") or "word/document.xml"
    folder, _, last = main.rpartition("/")
    relations = f"{folder}/_rels/{last}.rels".lstrip("/")
    found = {"document": main}
    for part in _PARTS:
        target = _target(archive, names, relations, part)
        found[part] = f"{folder}/{target}".lstrip("/") if target else f"word/{part}.xml"
    roots = {part: parsed(bytes_of(archive, name)) for part, name in found.items() if name in names}
    return {part: root for part, root in roots.items() if root is not None}


def _target(archive: ZipFile, names: set[str], relations: str, kind: str) -> str:
    """Return what a part refers to as its ``kind``, empty where it does not say."""
    root = parsed(bytes_of(archive, relations)) if relations in names else None
    for relation in root.iterfind(_RELATION) if root is not None else ():
        if (relation.get("Type") or "").endswith(f"/{kind}"):
            return (relation.get("Target") or "").lstrip("/")
    return ""


def _prepare(roots: dict[str, Element]) -> tuple[int, str]:
    """Write into the text what Word shows; return the changes accepted and the old encoding."""
    styles = StyleSheet(roots.get("styles"))
    numbers = Numbers(roots.get("numbering"), styles)
    texts = [roots[part] for part in ("document", "footnotes", "endnotes") if part in roots]
    changes = sum(map(accept_changes, texts))
    fonts = [(run, styles.font(run)) for root in texts for run in root.iter(f"{W}r")]
    old = [encoding for encoding, font in _OLD_FONTS if _restore(fonts, encoding, font)]
    for root in texts:
        _drop_dangling(root, roots)
        show_as_seen(root, styles)
        for paragraph in root.iter(f"{W}p"):
            _write_number(paragraph, numbers.before(paragraph))
        leave_text_alone(root)
    return changes, " ".join(old)


def _drop_dangling(root: Element, roots: dict[str, Element]) -> None:
    """Take out references to notes that the document does not hold."""
    for kind in ("footnote", "endnote"):
        notes = roots.get(f"{kind}s")
        held = {note.get(f"{W}id") for note in notes} if notes is not None else set()
        for reference in list(root.iter(f"{W}{kind}Reference")):
            if reference.get(f"{W}id") not in held:
                reference.getparent().remove(reference)


def _write_number(paragraph: Element, shown: str) -> None:
    if shown:
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}t").text = shown
        paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, run)


def _restore(fonts: Sequence[tuple[Element, str]], encoding: str, font: re.Pattern[str]) -> bool:
    """Write Unicode into what is set in the fonts of an older encoding; tell whether there was any.

    ``fonts``: the runs of a document, and the font of each. One whose name ends in H draws small
    letters as capitals. A text that was converted and kept its fonts is left as it is.
    """
    runs = [(run, name) for run, name in fonts if font.match(name)]
    paragraphs: dict[Element | None, str] = {}
    for run, _ in runs:
        for soft in run.findall(f"{W}softHyphen"):
            soft.tag, soft.text = f"{W}t", "\u00ad"
        said = "".join(text.text or "" for text in run.iterfind(f"{W}t"))
        holder = run.getparent()
        paragraphs[holder] = paragraphs.get(holder, "") + said
    if restored("\n".join(paragraphs.values())).encoding != encoding:
        return False
    for run, name in runs:
        for text in run.iterfind(f"{W}t"):
            new = in_unicode(text.text or "", encoding)
            text.text = new.upper() if name.lower().endswith("h") else new
    return True


def _as_html(roots: dict[str, Element]) -> str:
    """Return the HTML of a document of which only its text and its notes are left."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for part in ("document", "footnotes", "endnotes"):
            if part in roots:
                archive.writestr(f"word/{part}.xml", etree.tostring(roots[part]))
    packed.seek(0)
    try:
        result = mammoth.convert_to_html(
            packed,
            ignore_empty_paragraphs=False,
            external_file_access=False,
            include_embedded_style_map=False,
        )
    except _FAULTS as error:
        raise UnreadableFileError(Reason.DAMAGED) from error
    return str(result.value)
