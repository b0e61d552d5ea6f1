"""Word documents: what Word shows is read, and nothing that it hides."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from extract.readers.protocol import Limits, Reason, Remark, UnreadableFileError
from extract.readers.word import read_word
from tests.extract.readers.older_letters import in_letters_of
from tests.extract.readers.word_files import docx, framed, packed, paragraph, run

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>'
)
LINKED = (
    f"<w:hyperlink>{run('https')}</w:hyperlink><w:fldSimple w:instr='DATE'>{run('5')}</w:fldSimple>"
)
BREAKS = (
    "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"
)
MARK = 'w:id="1" w:author="A" w:date="2023-01-01T00:00:00Z"'


def read(body: str, styles: str = "") -> list[str]:
    return read_word(docx(body, styles=styles), "a.docx", Limits()).text.splitlines()


def formatted(text: str, properties: str) -> str:
    return run(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, more: str = "") -> str:
    return f"<w:tr>{more}{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


DELETED = f"<w:del {MARK}>{run('cũ').replace('w:t', 'w:delText')}</w:del>"
CAPS = '<w:style w:type="paragraph" w:styleId="T"><w:rPr><w:caps/></w:rPr></w:style>'
SEEN = [
    pytest.param(paragraph(run("a") + DELETED + run("b")), ["ab"], id="deleted"),
    pytest.param(paragraph(f"<w:ins {MARK}>{run('mới')}</w:ins>"), ["mới"], id="inserted"),
    pytest.param(
        paragraph(
            f"<w:moveFrom {MARK}>{run('a')}</w:moveFrom><w:moveTo {MARK}>{run('a')}</w:moveTo>"
        ),
        ["a"],
        id="moved",
    ),
    pytest.param(
        paragraph(run("Căn cứ "), f"<w:rPr><w:del {MARK}/></w:rPr>") + paragraph(run("Luật")),
        ["Căn cứ Luật"],
        id="paragraph-mark-deleted",
    ),
    pytest.param(
        table(
            row(cell("a"), cell("b")),
            row(cell("c"), cell("d"), more=f"<w:trPr><w:del {MARK}/></w:trPr>"),
        ),
        ["| a | b |"],
        id="row-deleted",
    ),
    pytest.param(paragraph(run("a") + formatted("ẩn", "<w:vanish/>")), ["a"], id="hidden"),
    pytest.param(
        paragraph(formatted("a", '<w:vanish w:val="0"/>')), ["a"], id="not-hidden-after-all"
    ),
    pytest.param(
        paragraph(run("5 km") + formatted("2", '<w:b/><w:vertAlign w:val="superscript"/>')),
        ["5 km²"],
        id="raised",
    ),
    pytest.param(
        paragraph(run("a") + '<w:r><w:footnoteReference w:id="7"/></w:r>'),
        ["a"],
        id="reference-to-no-note",
    ),
    pytest.param(paragraph(formatted("Quyết định", "<w:caps/>")), ["QUYẾT ĐỊNH"], id="capitals"),
    pytest.param(
        paragraph(run("trước") + framed("khung") + run(" sau")),
        ["trước sau", "khung"],
        id="text-box",
    ),
    pytest.param(
        paragraph(
            run("a")
            + framed("b").replace(
                '<w:t xml:space="preserve">b</w:t>', f"<w:t>b</w:t></w:r>{framed('c')}<w:r>"
            )
        ),
        ["a", "b", "c"],
        id="text-box-in-a-text-box",
    ),
    pytest.param(
        paragraph(LINKED),
        ["https5"],
        id="links-and-fields",
    ),
    pytest.param(
        paragraph(FIELD),
        ["7"],
        id="what-a-field-shows",
    ),
    pytest.param(
        paragraph(BREAKS),
        ["a", "b", "c", "d"],
        id="breaks",
    ),
    pytest.param(paragraph(run("Số: 5\tngày   6")), ["Số: 5\tngày   6"], id="tabs-and-blanks"),
    pytest.param(
        paragraph(run("a")) + paragraph("") + paragraph("") + paragraph(run("b")),
        ["a", "", "b"],
        id="empty-paragraphs",
    ),
    pytest.param(
        table(
            row(cell("TT"), cell("Việc", '<w:gridSpan w:val="2"/>')),
            row(cell("1"), cell("b"), cell("c")),
        ),
        ["| TT | Việc |  |", "| 1 | b | c |"],
        id="wide-cell",
    ),
    pytest.param(
        table(
            row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b"), cell("c")),
            row(cell("", "<w:vMerge/>"), cell("d"), cell("e")),
        ),
        ["| a | b | c |", "|  | d | e |"],
        id="high-cell",
    ),
    pytest.param(table(row(cell("một ô"))), ["một ô"], id="box-of-one-cell"),
    pytest.param(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('ô nhập'))}</w:sdtContent></w:sdt>",
        ["ô nhập"],
        id="content-control",
    ),
]


@pytest.mark.parametrize(("body", "expected"), SEEN)
def test_what_word_shows(body: str, expected: list[str]) -> None:
    assert read(body) == expected


def test_capitals_of_a_style() -> None:
    body = paragraph(run("kế hoạch"), '<w:pStyle w:val="T"/>')
    assert read(body, styles=CAPS) == ["KẾ HOẠCH"]


def test_headers_and_footers_are_left_out() -> None:
    data = docx(
        paragraph(run("thân")), more={"header1": f"<w:hdr xmlns:w='x'>{run('đầu')}</w:hdr>"}
    )
    assert read_word(data, "a", Limits()).text == "thân\n"


def test_strict_documents_are_read() -> None:
    data = docx(paragraph(run("thân")))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    plain = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).replace(plain, strict) for name in archive.namelist()}
    assert read_word(packed(dict(parts)), "a", Limits()).text == "thân\n"


SENTENCE = "Các chi bộ đã học Kết luận số 43-KL/TW của Ban Bí thư và bàn cách làm ở từng bản."
FONTS = [
    pytest.param("tcvn3", ".VnTime", SENTENCE, "tcvn3", id="tcvn3"),
    pytest.param("vni", "VNI-Times", SENTENCE, "vni", id="vni"),
]


@pytest.mark.parametrize(("encoding", "font", "text", "said"), FONTS)
def test_fonts_of_older_encodings(encoding: str, font: str, text: str, said: str) -> None:
    written = in_letters_of(encoding, text)
    heading = in_letters_of(encoding, "nghị quyết của ban thường vụ")
    of_font = f'<w:rFonts w:ascii="{font}"/>'
    of_capitals = f'<w:rFonts w:ascii="{font}H"/>'
    body = paragraph(formatted(heading, of_capitals)) + paragraph(formatted(written, of_font))
    found = read_word(docx(body + paragraph(run("Đã là Unicode."))), "a", Limits())
    assert found.text.splitlines() == ["NGHỊ QUYẾT CỦA BAN THƯỜNG VỤ", text, "Đã là Unicode."]
    assert [(each.remark, each.fields["encoding"]) for each in found.warnings] == [
        (Remark.ENCODING, said)
    ]


def test_text_that_was_converted_and_kept_its_font() -> None:
    body = paragraph(formatted(SENTENCE, '<w:rFonts w:ascii=".VnTime"/>'))
    found = read_word(docx(body), "a", Limits())
    assert (found.text, found.warnings) == (SENTENCE + "\n", ())


BOMB = (
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1 if i else str()};" * 10}">' for i in range(9))
    + "]>"
)
WHOLE = docx(paragraph(run("thân")))
REFUSED = [
    pytest.param(b"", Reason.EMPTY, id="empty"),
    pytest.param(WHOLE[: len(WHOLE) // 2], Reason.DAMAGED, id="cut"),
    pytest.param(packed({"a.xml": "x"}), Reason.DAMAGED, id="no-document"),
    pytest.param(packed({"word/document.xml": "<w:document"}), Reason.DAMAGED, id="broken-xml"),
    pytest.param(
        packed({"word/document.xml": f"{BOMB}<w:document>&a8;</w:document>"}),
        Reason.DAMAGED,
        id="entities",
    ),
    pytest.param(docx(paragraph("")), Reason.NO_TEXT, id="no-text"),
    pytest.param(packed({"word/document.xml": " " * 50_000_000}), Reason.TOO_LARGE, id="bomb"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_is_no_document_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_word(data, "a.docx", Limits())
    assert caught.value.reason is reason


LIMITS = [
    pytest.param(Limits(file_bytes=100), id="bytes"),
    pytest.param(Limits(text_characters=2), id="characters"),
    pytest.param(Limits(members=1), id="members"),
    pytest.param(Limits(unpacked_bytes=10), id="unpacked"),
]


@pytest.mark.parametrize("limits", LIMITS)
def test_limits_are_kept(limits: Limits) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_word(WHOLE, "a.docx", limits)
    assert caught.value.reason is Reason.TOO_LARGE
