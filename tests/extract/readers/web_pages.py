"""Documents as web pages."""

from html import escape

from tests.extract.readers.documents import Beside, Changed, Document, Framed, Paragraph, Rows


def _linked(text: str) -> str:
    parts = []
    for index, piece in enumerate(text.split("[")):
        number, closed, rest = piece.partition("]")
        if index and closed and number.isdigit():
            parts.append(
                f'<a href="#_ftn{number}" name="_ftnref{number}"><sup>[{number}]</sup></a>'
                f"{escape(rest)}"
            )
        else:
            parts.append(escape(("[" if index else "") + piece))
    return "".join(parts)


def html_body(document: Document) -> str:
    body: list[str] = []
    for part in document.parts:
        match part:
            case Paragraph():
                # Word saves blanks that stand together so.
                shown = _linked(part.number + part.text).replace("  ", "&nbsp; ")
                where = ' style="text-align: center"' if part.centred else ""
                body.append(f"<p{where}>{shown or '&nbsp;'}</p>")
            case Beside():
                cells = ("<br>".join(map(escape, column)) for column in part.columns)
                body.append(
                    f"<table width='100%'><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}"
                    "</tr></table>"
                )
            case Rows():
                rows = (
                    "".join(f"<td><p>{_linked(cell)}</p></td>" for cell in row)
                    for row in part.cells
                )
                ruled = 'border=1 style="border-collapse: collapse"'
                body.append(f"<table {ruled}>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
            case Framed():
                body.append(f"<div>{escape(part.text)}</div>")
            case Changed():
                body.append(f"<p>{escape(part.before + part.inserted + part.behind)}</p>")
    for number, note in enumerate((*document.footnotes, *document.endnotes), 1):
        body.append(
            f'<div id="ftn{number}"><p class="MsoFootnoteText"><a href="#_ftnref{number}" '
            f'name="_ftn{number}">[{number}]</a> {escape(note)}</p></div>'
        )
    return "\n".join(body)


def as_html(document: Document) -> bytes:
    return f"<html><meta charset=utf-8><body>{html_body(document)}</body></html>".encode()
