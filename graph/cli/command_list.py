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
    "find": (
        "asked.finding",
        "Tìm văn bản theo số hiệu, chữ trong văn bản, nơi, cấp, loại, ngày. / Find documents.",
    ),
    "owed": (
        "asked.owing",
        "Ai phải làm gì, đến bao giờ, đã làm chưa. / Who owes which document by when.",
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
        "handed.pages",
        "Ghi trang lược đồ tương tác, mở không cần mạng. / Write the interactive page.",
    ),
    "site": (
        "handed.pages",
        "Ghi trang web tĩnh, mỗi văn bản một trang. / Write a static site, a page per document.",
    ),
    "serve": (
        "handed.serving",
        "Mở kho trong trình duyệt: tìm, đọc, hỏi, duyệt; Ctrl-C dừng. / Serve it to a browser.",
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
    "lint": (
        "asked.drafts",
        "Soát dẫn chiếu của dự thảo với kho; mã thoát 1 nếu có lỗi. / Check a draft's citations.",
    ),
    "check": (
        "review",
        "Điều cần xem lại; mã thoát 1 nếu có vi phạm. / What to look at; exit 1 if violated.",
    ),
    "review": (
        "review",
        "Việc cần người xem, kèm dòng quyết định gợi ý. / Open matters, and what settles each.",
    ),
    "mcp": (
        "handed.assistants",
        "Để trợ lý AI hỏi kho, chỉ đọc (MCP, stdio). / Let an assistant ask the store.",
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
