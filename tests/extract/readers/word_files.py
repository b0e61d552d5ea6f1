"""Documents as Word files, part by part."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.extract.readers.documents import Beside, Changed, Document, Framed, Paragraph, Rows

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    """A run; "[3]" in it becomes the reference of note 3."""
    pieces = text.replace("\t", "\x00").split("\x00")
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    return f"<w:r>{properties}{inner}</w:r>"


_SMALL_PRINT = '<w:rPr><w:sz w:val="20"/></w:rPr>'
_PRINT = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
"""Documents are printed in letters of 13 points."""


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, list_id: int, level: int = 0) -> str:
    return paragraph(
        run(text),
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


def _runs(text: str, footnotes: int) -> str:
    parts: list[str] = []
    for index, piece in enumerate(text.split("[")):
        number, closed, rest = piece.partition("]")
        if index and closed and number.isdigit():
            kind, note = ("footnote", int(number))
            if note > footnotes:
                kind, note = "endnote", note - footnotes
            parts.append(
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:{kind}Reference w:id="{note + 1}"/></w:r>'
            )
            parts.append(run(rest) if rest else "")
        else:
            parts.append(run(("[" if index else "") + piece))
    return "".join(parts)


_TEXT_WIDTH = 9600
_HEAD = (3600, 6000)
"""How wide the two columns of a head are, in twentieths of a point."""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _table(rows: list[list[str]], *, ruled: bool = False) -> str:
    even = (_TEXT_WIDTH // len(rows[0]),) * len(rows[0])
    widths = even if ruled or len(rows[0]) != len(_HEAD) else _HEAD
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if ruled else ""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"


def framed(text: str) -> str:
    """A text box in the two shapes that Word writes."""
    box = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    shape = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="1800000" cy="400000"/><wp:docPr id="7" name="khung"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing>"
    )
    older = (
        '<w:pict><v:shape style="width:140pt;height:30pt">'
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _body(document: Document) -> str:
    body: list[str] = []
    notes = len(document.footnotes)
    parts = list(document.parts)
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        box = framed(following.text) if isinstance(following, Framed) else ""
        match part:
            case Paragraph():
                properties = f'<w:pStyle w:val="{part.style}"/>' if part.style else ""
                if part.list_id:
                    properties += (
                        f'<w:numPr><w:ilvl w:val="{part.level}"/>'
                        f'<w:numId w:val="{part.list_id}"/></w:numPr>'
                    )
                if part.centred:
                    properties += '<w:jc w:val="center"/>'
                body.append(paragraph(_runs(part.text, notes) + box, properties))
            case Beside():
                cells = ["".join(paragraph(run(line)) for line in col) for col in part.columns]
                body.append(_table([cells]))
            case Rows():
                rows = [[paragraph(_runs(cell, notes)) for cell in row] for row in part.cells]
                body.append(_table(rows, ruled=True))
            case Changed():
                mark = 'w:id="9" w:author="A" w:date="2023-01-01T00:00:00Z"'
                gone = run(part.deleted).replace("w:t", "w:delText")
                body.append(
                    paragraph(
                        f"{run(part.before)}<w:del {mark}>{gone}</w:del>"
                        f"<w:ins {mark}>{run(part.inserted)}</w:ins>{run(part.behind)}"
                    )
                )
            case Framed():
                pass
    return "".join(body)


def _notes(kind: str, notes: tuple[str, ...]) -> str:
    said = "".join(
        f'<w:{kind} w:id="{number}">'
        + paragraph(f"<w:r>{_SMALL_PRINT}<w:{kind}Ref/></w:r>" + run(" " + note, _SMALL_PRINT))
        + f"</w:{kind}>"
        for number, note in enumerate(notes, 2)
    )
    apart = (
        f'<w:{kind} w:type="separator" w:id="0">{paragraph("<w:r><w:separator/></w:r>")}</w:{kind}>'
    )
    return f"<w:{kind}s {_SPACES}>{apart}{said}</w:{kind}s>"


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(
    body: str, *, numbering: str = "", styles: str = "", more: dict[str, str] | None = None
) -> bytes:
    """A Word document with this body; ``more`` are parts as footnotes.xml."""
    parts = {
        "numbering": f"<w:numbering {_SPACES}>{numbering}</w:numbering>" if numbering else "",
        "styles": f"<w:styles {_SPACES}>{styles}</w:styles>" if styles else "",
        **(more or {}),
    }
    parts = {name: part for name, part in parts.items() if part}
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for index, name in enumerate(parts)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    package = "http://schemas.openxmlformats.org/package/2006"
    return packed(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
            f"{kinds}</Types>",
            "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{package}/relationships">'
            f"{relations}</Relationships>",
            "word/document.xml": f"{head}<w:document {_SPACES}><w:body>{body}</w:body>"
            "</w:document>",
            **{f"word/{name}.xml": head + part for name, part in parts.items()},
        }
    )


def as_docx(document: Document) -> bytes:
    more = {}
    if document.footnotes:
        more["footnotes"] = _notes("footnote", document.footnotes)
    if document.endnotes:
        more["endnotes"] = _notes("endnote", document.endnotes)
    return docx(_body(document), numbering=document.numbering, styles=_PRINT, more=more)


def level(shown: str, kind: str = "decimal", *, at: int = 0, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def numbering_of(*lists: str) -> str:
    """The part of numbering: list 1, 2, ... with these levels each."""
    kept = [
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>'
        for index, levels in enumerate(lists, 1)
    ]
    kept += [
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(1, len(lists) + 1)
    ]
    return "".join(kept)
