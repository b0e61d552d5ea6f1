"""Pages of a PDF file beside its text, the words of a link framed."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from graph.build.run import build
from tests.extract.readers.paper.printed import Printer, head, printed
from tests.graph.web.served import client, shown

pytestmark = pytest.mark.slow

FRAME = (201, 138, 0)


def plan(printer: Printer) -> None:
    head(printer)
    printer.centred("KẾ HOẠCH")
    printer.down(1.2)
    printer.centred("Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ")
    printer.page()
    printer.paragraph("Các sở, ban, ngành căn cứ nhiệm vụ được giao xây dựng kế hoạch của mình.")


def test_the_page_of_a_link_is_shown_with_its_words_framed(tmp_path: Path) -> None:
    file = tmp_path / "texts" / "118.pdf"
    file.parent.mkdir()
    file.write_bytes(printed(plan))
    build([file.parent], tmp_path / "store")
    with client(tmp_path / "store") as opened:
        documents = opened.get("/find?held=1").text
        page = opened.get(re.findall(r'<li><a href="(/document/[^"]+)"', documents)[0]).text
        text = opened.get(re.findall(r'href="(/text/[^"#]+\?at=[^"#]+)', page)[0]).text
        assert "trang 1 / 2" in shown(text)
        address = re.findall(r'<img src="([^"]+)"', text)[0]
        answer = opened.get(address)
        assert answer.headers["content-type"] == "image/png"
        with Image.open(BytesIO(answer.content)) as image:
            assert image.width == 1000
            assert FRAME in {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or ()}
        bare, _, _ = address.partition("/1?")
        assert [opened.get(f"{bare}/{page}").status_code for page in (0, 2, 3)] == [404, 200, 404]
        assert opened.get(f"{bare}/1?box=1.1.1,2,3,4").status_code == 404
        file.write_bytes(b"%PDF-1.7 hong")
        assert opened.get(f"{bare}/1").status_code == 404
        file.unlink()
        assert opened.get(f"{bare}/1").status_code == 404
        assert "<img" not in opened.get(bare.replace("picture", "text")).text
