"""Which commands there are, what each does, and where it is: loaded when it is asked for.

A command loads what it needs when its module is loaded, so that a question costs what it asks for
and no more; the list of all commands loads none of them.
"""

from collections.abc import Mapping
from typing import Final

COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "demo": (
        "demo",
        "Dựng đồ thị từ văn bản minh họa, trả lời một câu, ghi một trang. / Try it out.",
    ),
    "build": (
        "papers.building",
        "Đọc văn bản vào kho; chạy lại chỉ đọc phần thay đổi. / Read documents into the store.",
    ),
    "inbox": (
        "papers.watching",
        "Theo dõi thư mục, đọc tệp mới đến, nêu điều mới; Ctrl-C dừng. / Read what arrives.",
    ),
    "plans": (
        "documents",
        "Văn bản nào triển khai văn bản này, kèm câu dẫn. / Which documents carry it out, and why.",
    ),
    "show": (
        "documents",
        "Một văn bản: thuộc tính, quan hệ hai chiều, câu dẫn. / One document and its relations.",
    ),
    "open": (
        "papers.original",
        "Mở tệp gốc của một văn bản. / Open the file that a document was read from.",
    ),
    "report": (
        "handed.reporting",
        "Báo cáo tình hình triển khai, ghi ra Word hoặc HTML. / Write a report for a chief.",
    ),
    "explore": (
        "pages",
        "Ghi trang lược đồ tương tác, mở không cần mạng. / Write the interactive page.",
    ),
    "site": (
        "pages",
        "Ghi trang web tĩnh, mỗi văn bản một trang. / Write a static site, a page per document.",
    ),
    "ask": (
        "ask",
        "Câu hỏi soạn sẵn: phủ địa bàn, độ trễ, sơ kết, tổng kết, … / Ready-made questions.",
    ),
    "query": (
        "query_file",
        "Hỏi bằng SPARQL, chỉ đọc: SELECT, ASK, CONSTRUCT. / Ask in SPARQL, read-only.",
    ),
    "extract": (
        "papers.one_text",
        "Một văn bản nói gì, không cần kho. / What one text says, without a store.",
    ),
    "check": (
        "review",
        "Điều cần xem lại; mã thoát 1 nếu có vi phạm. / What to look at; exit 1 if violated.",
    ),
    "review": (
        "review",
        "Việc cần người xem, kèm dòng quyết định gợi ý. / Open matters, and what settles each.",
    ),
    "export": (
        "exchange",
        "Ghi đồ thị ra tệp, định dạng theo đuôi tệp. / Write the graph to a file.",
    ),
    "import": (
        "exchange",
        "Dựng kho từ tệp do luocdo export ghi. / Make a store of a file that export wrote.",
    ),
}
"""Each command with its module in this room, in the order in which people need them."""
