"""Web pages: the document is read, and nothing of what stands around it."""

from email.message import EmailMessage

import pytest

from extract.readers.formats import Format, format_of
from extract.readers.html import read_html, text_of_page
from extract.readers.protocol import Limits, Reason, Remark, UnreadableFileError
from tests.extract.readers.documents import as_text
from tests.extract.readers.older_letters import in_letters_of
from tests.extract.readers.test_same_text import errors, said_in
from tests.extract.readers.web_pages import html_body
from tests.extract.readers.written import REPORT

MENU = (
    '<div id="menu"><ul><li><a href="/">Trang chủ</a><li><a href="/vb">Văn bản</a>'
    '<li><a href="/tk">Tìm kiếm</a></ul></div><div class="path"><a href="/">Hệ thống</a> &gt; '
    '<a href="/vb">Nghị định số 99/2020/NĐ-CP</a> &gt; <a href="/x">Toàn văn</a></div>'
)
RELATED = (
    '<div class="right"><h3>Văn bản liên quan</h3><ul>'
    '<li><a href="/1">Quyết định số 11/2019/QĐ-TTg về việc A</a></li>'
    '<li><a href="/2">Thông tư số 22/2018/TT-BTP quy định B</a></li>'
    '<li><a href="/3">Nghị định số 33/2017/NĐ-CP của Chính phủ</a></li></ul></div>'
)
FOOT = (
    '<div id="foot"><a href="/a">Liên hệ</a> | <a href="/b">Góp ý</a> | <a href="/c">Sơ đồ</a>'
    "</div><script>var x = 'Quyết định số 1/QĐ-TTg';</script>"
)
BODY = html_body(REPORT)


def page(inner: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Nghị quyết số 77/NQ-CP</title></head><body>"
        f"<form id=aspnetForm>{MENU}{inner}{RELATED}{FOOT}</form></body></html>"
    )


SHAPES = [
    pytest.param(
        page(f'<div class="vbInfo">Hiệu lực: Còn</div><div id="toanvancontent">{BODY}</div>'),
        id="vbpl.vn",
    ),
    pytest.param(
        page(
            '<div id="divContentDoc"><div class="content1"><div class="cldivContentDocVn">'
            f"{BODY}</div></div></div><div>Bản dịch</div>"
        ),
        id="thuvienphapluat.vn",
    ),
    pytest.param(
        page(f'<div class="main"><div class="text">{BODY}</div></div>'), id="unknown-site"
    ),
    pytest.param(
        f"<body><nav>{MENU}</nav><main>{BODY}</main><aside>{RELATED}</aside>"
        f"<footer>{FOOT}</footer></body>",
        id="elements-that-say-it",
    ),
    pytest.param(
        f"<html><body lang=VI><div class=WordSection1>{BODY}</div></body></html>", id="word"
    ),
    pytest.param(
        f"<table width=100%><tr><td>{MENU}</td><td>{BODY}</td></tr></table>",
        id="laid-out-by-a-table",
    ),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_document_without_what_stands_around_it(shape: str) -> None:
    text = text_of_page(shape).replace("\\|", "|")
    assert errors(text, as_text(REPORT)) == 0
    assert said_in(text) == said_in(as_text(REPORT))


SEEN = [
    pytest.param("<p>a<br>b<br/>c", "a\nb\nc", id="breaks"),
    pytest.param("<p>một\n  hai\t ba&nbsp;bốn</p>", "một hai ba bốn", id="white-space"),
    pytest.param("<div>a<div>b</div>c</div>", "a\nb\nc", id="divisions"),
    pytest.param("<p>a<p>&nbsp;<p><br><p>b", "a\n\nb", id="empty-paragraphs"),
    pytest.param("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n- c", id="list"),
    pytest.param(
        "<ol start=3><li>a<li value=9>b<li>c</ol>", "3. a\n9. b\n10. c", id="numbered-list"
    ),
    pytest.param("<ol type=I><li>a<li>b</ol>", "I. a\nII. b", id="roman-list"),
    pytest.param("<ol style='list-style:none'><li>1) a</ol>", "1) a", id="list-without-marks"),
    pytest.param("<pre>a  b\n  c</pre>", "a  b\n  c", id="preformatted"),
    pytest.param("<p>5 km<sup>2</sup>, H<sub>2</sub>O", "5 km², H2O", id="raised-and-lowered"),
    pytest.param("<p>a<span style='display:none'>ẩn</span><span hidden>b</span>", "a", id="hidden"),
    pytest.param("<p>a<!-- b --><script>c</script><style>d</style>", "a", id="not-shown"),
    pytest.param("<p>&lt;b&gt; &amp;amp; &#272;", "<b> &amp; Đ", id="entities"),
    pytest.param("<table><tr><td>một ô</table>", "một ô", id="box"),
    pytest.param(
        "<table><tr><td>1<td>2<td>3<tr><td colspan=2>a<td>b</table>",
        "| 1 | 2 | 3 |\n| a |  | b |",
        id="wide-cell",
    ),
    pytest.param(
        "<table><tr><td rowspan=2>1<td>2<td>3<tr><td>a<td>b</table>",
        "| 1 | 2 | 3 |\n|  | a | b |",
        id="high-cell",
    ),
    pytest.param(
        "<table><thead><tr><th>TT<th>Việc</thead><tbody><tr><td>1<td><p>a<p>b|c</table>",
        "| TT | Việc |\n| 1 | a b\\|c |",
        id="several-paragraphs-in-a-cell",
    ),
    pytest.param(
        "<p>họp<sup>1</sup> và học<sup>2</sup></p>"
        "<p><sup>1</sup> Số 5.</p><p><sup>2</sup>Số 6.</p>",
        "họp[1] và học[2]\n[1] Số 5.\n[2] Số 6.",
        id="notes-without-links",
    ),
    pytest.param(
        '<p>họp<a href="#n1" id="r1"><sup>*</sup></a></p><p>sau</p>'
        '<div><p id="n1"><a href="#r1">*</a> Số 5.</p></div>',
        "họp[1]\nsau\n\n[1] Số 5.",
        id="note-of-a-star",
    ),
    pytest.param('<p><a href="#c1">1</a></p><h2 id="c1">Chương</h2>', "1\nChương", id="contents"),
]


@pytest.mark.parametrize(("body", "expected"), SEEN)
def test_what_a_browser_shows(body: str, expected: str) -> None:
    assert text_of_page(f"<html><body>{body}</body></html>") == expected + "\n"


SENTENCE = "Các chi bộ đã học Kết luận của Ban Bí thư và bàn cách làm ở từng bản vùng cao."
ENCODED = [
    pytest.param(f"<p>{SENTENCE}".encode(), "", id="utf-8"),
    pytest.param(
        f"<meta charset=windows-1252><p>{SENTENCE}".encode(), "", id="says-what-it-is-not"
    ),
    pytest.param(f"<html><p>{SENTENCE}".encode("utf-16"), "utf-16", id="utf-16"),
    pytest.param(
        f"<p>{''.join(f'&#{ord(char)};' for char in SENTENCE)}".encode("ascii"), "", id="references"
    ),
    pytest.param(f"<p>{in_letters_of('tcvn3', SENTENCE)}".encode(), "tcvn3", id="tcvn3"),
    pytest.param(
        f"<meta charset=windows-1252><p>{in_letters_of('vni', SENTENCE)}".encode("cp1252"),
        "windows-1252 vni",
        id="vni",
    ),
]


@pytest.mark.parametrize(("data", "encoding"), ENCODED)
def test_letters_of_a_page(data: bytes, encoding: str) -> None:
    found = read_html(data, "a.html", Limits())
    assert found.text == SENTENCE + "\n"
    told = [each.fields["encoding"] for each in found.warnings if each.remark is Remark.ENCODING]
    assert told == ([encoding] if encoding else [])


def in_archive(page: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    message = EmailMessage()
    message["Subject"] = "trang"
    message.add_related(page, *kind.split(";", maxsplit=1)[0].split("/"), filename="a.htm")
    return message.as_bytes()


def test_archive_of_a_page_is_read() -> None:
    data = in_archive(f"<html><p>{SENTENCE}".encode())
    assert format_of(data, "a.doc") is Format.HTML
    assert read_html(data, "a.doc", Limits()).text == SENTENCE + "\n"


def test_archive_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_html(in_archive(b"abc", "image/png"), "a.mht", Limits())
    assert caught.value.reason is Reason.NO_TEXT


REFUSED = [
    pytest.param(b" ", Limits(), Reason.EMPTY, id="empty"),
    pytest.param(b"<html><script>a</script></html>", Limits(), Reason.NO_TEXT, id="no-text"),
    pytest.param(b"<p>abc", Limits(file_bytes=3), Reason.TOO_LARGE, id="bytes"),
    pytest.param(b"<p>abc", Limits(text_characters=2), Reason.TOO_LARGE, id="characters"),
    pytest.param(b"<p>\x00\x01\x02\x00\xff", Limits(), Reason.BINARY, id="binary"),
]


@pytest.mark.parametrize(("data", "limits", "reason"), REFUSED)
def test_what_is_no_page_is_refused(data: bytes, limits: Limits, reason: Reason) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_html(data, "a.html", limits)
    assert caught.value.reason is reason
