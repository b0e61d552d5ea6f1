"""A Word document as it is seen: changes accepted, hidden text out, text boxes in their place."""

from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from extract.readers.ooxml.styles import StyleSheet, W

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE: Final = (f"{W}del", f"{W}moveFrom")
_COME: Final = (f"{W}ins", f"{W}moveTo")
_WRAPPERS: Final = tuple(
    f"{W}{name}" for name in ("hyperlink", "fldSimple", "smartTag", "dir", "bdo")
)
_DRAWINGS: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_UNSEEN: Final = tuple(
    f"{W}{name}"
    for name in (
        "pPr", "tblPr", "sectPr", "proofErr", "bookmarkStart", "bookmarkEnd",
        "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference",
    )
)  # fmt: skip
_BREAKS: Final = frozenset({"page", "column"})


def accept_changes(root: Element) -> int:
    """Accept all tracked changes below ``root``; return how many there were."""
    changes = list(root.iter(*_GONE, *_COME))
    for row in [each for each in root.iter(f"{W}tr") if each.find(f"{W}trPr/{W}del") is not None]:
        _remove(row)
    for cell in [
        each for each in root.iter(f"{W}tc") if each.find(f"{W}tcPr/{W}cellDel") is not None
    ]:
        _remove(cell)
    # From behind, so that what goes over several paragraphs comes to stand in the last of them.
    for paragraph in reversed(list(root.iter(f"{W}p"))):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            _join_with_next(paragraph)
    for change in changes:
        if change.tag in _GONE and change.getparent() is not None:
            _remove(change)
    return len(changes)


def show_as_seen(root: Element, styles: StyleSheet) -> None:
    """Take out what is hidden or drawn, and put text boxes behind their paragraphs."""
    _move_text_boxes(root)
    for choice in list(root.iter(f"{_MC}AlternateContent")):
        fallback = choice.find(f"{_MC}Fallback")
        _unwrap(choice, fallback if fallback is not None else choice.find(f"{_MC}Choice"))
    for drawing in list(root.iter(*_DRAWINGS)):
        _remove(drawing)
    for wrapper in list(root.iter(*_WRAPPERS)):
        _unwrap(wrapper, wrapper)
    _even_breaks(root)
    for run in list(root.iter(f"{W}r")):
        if styles.is_on(run, "vanish"):
            _remove(run)
        elif styles.is_on(run, "caps"):
            for text in run.iterfind(f"{W}t"):
                text.text = (text.text or "").upper()


def leave_text_alone(root: Element) -> None:
    """Take out what says how words look; raised and lowered letters stay so."""
    for properties in list(root.iter(f"{W}rPr")):
        raised = properties.find(f"{W}vertAlign")
        for child in list(properties):
            if child is not raised:
                properties.remove(child)
        if raised is None:
            _remove(properties)
    for unseen in list(root.iter(*_UNSEEN)):
        _remove(unseen)


def _even_breaks(root: Element) -> None:
    """Make a break of the line of what parts words otherwise."""
    for broken in root.iter(f"{W}br", f"{W}cr", f"{W}ptab"):
        if broken.tag == f"{W}ptab":
            broken.tag = f"{W}tab"
        elif broken.tag == f"{W}cr" or broken.get(f"{W}type") in _BREAKS:
            broken.tag = f"{W}br"
            broken.attrib.pop(f"{W}type", None)


def _move_text_boxes(root: Element) -> None:
    # The innermost first: it stands in a paragraph of the outer one then.
    for box in reversed(list(root.iter(f"{W}txbxContent"))):
        fallback = next(box.iterancestors(f"{_MC}Fallback"), None)
        both = fallback.getparent() if fallback is not None else None
        if both is not None and both.find(f"{_MC}Choice//{W}txbxContent") is not None:
            continue  # the same box in the shape of an older program
        paragraph = next(box.iterancestors(f"{W}p"), None)
        if paragraph is None:
            continue
        for child in reversed(list(box)):
            paragraph.addnext(child)


def _join_with_next(paragraph: Element) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    kept = [child for child in paragraph if child.tag != f"{W}pPr"]
    first = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    for child in reversed(kept):
        following.insert(first, child)
    _remove(paragraph)


def _remove(element: Element) -> None:
    """Take out an element; what stands behind it in no element (white space) goes with it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element, content: Element | None) -> None:
    """Put the children of ``content`` where ``element`` is."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(content) if content is not None else []


def parsed(part: bytes) -> Element | None:
    """Return the root of a part of a document, None where it is no XML or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    for strict, plain in _STRICT:
        part = part.replace(strict, plain)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if root.getroottree().docinfo.doctype else root


_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
