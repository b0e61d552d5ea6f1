"""Footnotes of a Word file, which python-docx does not write: the part that holds their words."""

from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

_CONTENT_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
)
_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINES: Final = (("separator", "-1"), ("continuationSeparator", "0"))
"""The two lines that Word draws above footnotes; they are footnotes by form."""


class Footnotes:
    """The footnotes of one document in the making, numbered from 1."""

    def __init__(self) -> None:
        self._root: Any = etree.Element(f"{{{_NAMESPACE}}}footnotes", nsmap={"w": _NAMESPACE})
        self._count = 0
        for kind, number in _LINES:
            note = self._note(number, ("type", kind))
            etree.SubElement(_run(_paragraph(note)), f"{{{_NAMESPACE}}}{kind}")

    def add(self, run: Any, text: str) -> None:  # noqa: ANN401 -- a run of python-docx
        """Put the mark of a new footnote with ``text`` into ``run``."""
        self._count += 1
        paragraph = _paragraph(self._note(str(self._count)), style="FootnoteText")
        etree.SubElement(_run(paragraph, raised=True), f"{{{_NAMESPACE}}}footnoteRef")
        words = etree.SubElement(_run(paragraph), f"{{{_NAMESPACE}}}t")
        words.text = f" {text}"
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._count))
        run._r.append(reference)
        run.font.superscript = True

    def attach(self, document: Any) -> None:  # noqa: ANN401 -- a document of python-docx
        """Give the document its footnotes."""
        content = etree.tostring(
            self._root, encoding="UTF-8", xml_declaration=True, standalone=True
        )
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, content, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: str, *attributes: tuple[str, str]) -> Any:  # noqa: ANN401
        note = etree.SubElement(self._root, f"{{{_NAMESPACE}}}footnote")
        for name, value in (*attributes, ("id", number)):
            note.set(f"{{{_NAMESPACE}}}{name}", value)
        return note


def _paragraph(note: Any, style: str = "") -> Any:  # noqa: ANN401
    paragraph = etree.SubElement(note, f"{{{_NAMESPACE}}}p")
    if style:
        properties = etree.SubElement(paragraph, f"{{{_NAMESPACE}}}pPr")
        etree.SubElement(properties, f"{{{_NAMESPACE}}}pStyle").set(f"{{{_NAMESPACE}}}val", style)
    return paragraph


def _run(paragraph: Any, *, raised: bool = False) -> Any:  # noqa: ANN401
    run = etree.SubElement(paragraph, f"{{{_NAMESPACE}}}r")
    if raised:
        properties = etree.SubElement(run, f"{{{_NAMESPACE}}}rPr")
        etree.SubElement(properties, f"{{{_NAMESPACE}}}vertAlign").set(
            f"{{{_NAMESPACE}}}val", "superscript"
        )
    return run
