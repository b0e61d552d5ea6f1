"""A report as a Word file, laid out as offices do: A4, Times New Roman, numbered parts."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from graph.harmless import plain
from graph.report.footnotes import Footnotes
from graph.report.paper import Figure, Grid, Report, Section, Words

_FONT: Final = "Times New Roman"
_BODY: Final = Pt(13)
_TABLE: Final = Pt(11)
_SMALL: Final = Pt(10)
_WIDTH: Final = Cm(16)
"""What is left between the margins: 3 cm to the left for binding, 2 cm to the right."""
_FIGURE_SHARES: Final = (40, 10, 50)


def word_file(report: Report) -> bytes:
    """Return ``report`` as a Word file, its notes as footnotes."""
    document = Document()
    _lay_out(document, report)
    footnotes = Footnotes()
    for number, line in enumerate((report.title.upper(), *report.about)):
        _centred(document, line, bold=number < 2)
    _paragraph(document, report.basis, italic=True)
    for number, section in enumerate(report.sections, start=1):
        _section(document, footnotes, f"{number}. ", section, report.figure_headings)
    footnotes.attach(document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _lay_out(document: Any, report: Report) -> None:  # noqa: ANN401 -- of python-docx
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = _FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = name != "Normal"
        style.font.size = _BODY
        style.paragraph_format.space_before = Pt(10 if name == "Heading 1" else 4)
        style.paragraph_format.space_after = Pt(4)
    for name in ("Heading 1", "Heading 2"):
        fonts = document.styles[name].element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    notes = document.styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
    notes.base_style, notes.font.size = document.styles["Normal"], Pt(9)
    notes.paragraph_format.space_before = notes.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.title = plain(f"{report.title}: {report.about[0]}")
    properties.author, properties.comments = "", ""
    properties.language = report.language.value
    _number_pages(page.footer.paragraphs[0])


def _number_pages(paragraph: Any) -> None:  # noqa: ANN401
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        mark.text = text or None
        run._r.append(mark)


def _centred(document: Any, text: str, *, bold: bool) -> None:  # noqa: ANN401
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(_said(text)).bold = bold


def _paragraph(document: Any, text: str, *, italic: bool = False) -> None:  # noqa: ANN401
    paragraph = document.add_paragraph()
    run = paragraph.add_run(_said(text))
    run.italic = italic
    if italic:
        run.font.size = _TABLE


def _section(
    document: Any,  # noqa: ANN401
    footnotes: Footnotes,
    number: str,
    section: Section,
    figure_headings: Sequence[str],
) -> None:
    document.add_heading(f"{number}{_said(section.heading)}", level=1)
    for words in section.words:
        _paragraph(document, words)
    if section.figures:
        _table(document, footnotes, _figures(section.figures, figure_headings))
        # Tables that touch are one; what follows the last one has its own room.
        _gap(document, Pt(6 if section.grids else 1))
    for heading, grid in section.grids:
        if heading:
            document.add_heading(_said(heading), level=2)
        _table(document, footnotes, grid)
        _gap(document, Pt(1))


def _gap(document: Any, height: Length) -> None:  # noqa: ANN401 -- of python-docx
    form = document.add_paragraph().paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = height


def _figures(figures: Sequence[Figure], headings: Sequence[str]) -> Grid:
    rows = tuple(
        (Words(figure.name), Words(str(figure.value)), Words(figure.command)) for figure in figures
    )
    return Grid(tuple(headings), rows, _FIGURE_SHARES)


def _table(document: Any, footnotes: Footnotes, grid: Grid) -> None:  # noqa: ANN401
    table = document.add_table(rows=0, cols=len(grid.shares), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, share in zip(table.columns, grid.shares, strict=True):
        column.width = int(_WIDTH * share / sum(grid.shares))
    if grid.headings:
        _row(table, footnotes, grid, tuple(map(Words, grid.headings)), heading=True)
    for cells in grid.rows:
        _row(table, footnotes, grid, cells, heading=False)


def _row(
    table: Any,  # noqa: ANN401
    footnotes: Footnotes,
    grid: Grid,
    cells: Sequence[Words],
    *,
    heading: bool,
) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if heading:
        # It is printed again on each page that the table goes on to.
        properties.append(OxmlElement("w:tblHeader"))
    if len(cells) == 1:
        row.cells[0].merge(row.cells[-1])
    for cell, words, share in zip(row.cells, cells, grid.shares, strict=False):
        if len(cells) > 1:
            cell.width = int(_WIDTH * share / sum(grid.shares))
        paragraph = cell.paragraphs[0]
        form = paragraph.paragraph_format
        form.space_before = form.space_after = Pt(1)
        form.keep_with_next = heading or len(cells) == 1
        if heading:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(_said(words.text))
        run.bold, run.font.size = heading or len(cells) == 1, _TABLE
        for note in words.notes:
            footnotes.add(paragraph.add_run(), _said(note))
        if words.aside:
            aside = paragraph.add_run(f"\n{_said(words.aside)}")
            aside.font.size, aside.italic = _SMALL, words.aside.startswith("“")


def _said(text: str) -> str:
    """Return words that XML can hold, their lines as they are."""
    said = text.encode("utf-8", "replace").decode()
    return "\n".join(plain(line) for line in said.split("\n"))
