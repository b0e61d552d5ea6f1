"""What pages hand out: answers as workbooks and tables, what is owed, what is found, reports."""

from io import BytesIO

import openpyxl
import pytest
from docx import Document
from starlette.testclient import TestClient

from tests.graph.web.served import shown

DIRECTIVE = "/report/doc/tw/k11/nq-tw/25"


@pytest.mark.parametrize(
    ("address", "headings", "words"),
    [
        (
            "/questions/plans?directive=43-KL/TW&go=1",
            {"Văn bản triển khai", "Ngày", "Cơ quan ban hành"},
            "Kế hoạch 142-KH/TU",
        ),
        ("/owed?number=26-CT/TU&as_of=15/10/2025", {"Ai phải làm", "Hạn"}, "Huyện ủy Sìn Hồ"),
        ("/find?q=đồng+bào", {"Văn bản", "Câu dẫn", "Tệp"}, "Kế hoạch 61-KH/HU"),
    ],
    ids=["question", "owed", "found"],
)
def test_what_a_page_shows_is_kept_as_a_workbook(
    served: TestClient, address: str, headings: set[str], words: str
) -> None:
    page = served.get(address).text
    assert "format=xlsx" in page
    kept = served.get(f"{address}&format=xlsx")
    assert "attachment" in kept.headers["content-disposition"]
    sheet = openpyxl.load_workbook(BytesIO(kept.content)).worksheets[0]
    told = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert headings <= set(told[0])
    assert any(words in map(str, row) for row in told[1:])


def test_what_cannot_be_asked_is_said_instead_of_kept(served: TestClient) -> None:
    for address in ("/questions/plans?directive=99-XX/YY&go=1", "/owed?number=99-XX/YY"):
        answer = served.get(f"{address}&format=xlsx")
        assert answer.headers["content-type"].startswith("text/html")
        assert "99-XX/YY" in shown(answer.text)


def test_a_report_is_a_click_away(served: TestClient) -> None:
    page = served.get("/document/doc/tw/k11/nq-tw/25").text
    assert f'href="{DIRECTIVE}.docx"' in page
    word = served.get(f"{DIRECTIVE}.docx")
    said = "\n".join(each.text for each in Document(BytesIO(word.content)).paragraphs)
    assert "25-NQ/TW" in said
    html = served.get(f"{DIRECTIVE}.html")
    assert "attachment" in html.headers["content-disposition"]
    assert "187-KH/HU" in shown(html.text)


def test_a_report_on_what_means_several_leads_to_each(served: TestClient) -> None:
    answer = served.get("/report?number=25-NQ/TW&format=docx")
    assert 'href="/document/doc/tw/k11/nq-tw/25"' in answer.text
    missing = served.get("/report?number=99-XX/<b>YY&format=docx")
    assert missing.status_code == 404
    assert "99-XX/&lt;b&gt;YY" in missing.text
    assert "<b>YY" not in missing.text


@pytest.mark.parametrize(
    "address",
    [
        f"{DIRECTIVE}.exe",
        "/report?number=43-KL/TW&format=exe",
        "/report/doc/tw/k99/nq-tw/1.docx",
        "/report/../x.html",
    ],
)
def test_there_is_no_other_report(served: TestClient, address: str) -> None:
    assert served.get(address).status_code == 404
