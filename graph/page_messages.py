"""What the page says, in Vietnamese and in English; part of one table."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "page: heading": ("Lược đồ văn bản", "Map of documents"),
    "page: search": ("Tìm văn bản", "Find a document"),
    "page: filters": ("Lọc", "Filter"),
    "page: levels": ("Cấp ban hành", "Level"),
    "page: relations": ("Quan hệ", "Relations"),
    "page: dashed": (
        "Viền đứt: chỉ được nhắc đến, chưa có toàn văn.",
        "Dashed border: only mentioned, its text was not read.",
    ),
    "page: drawing": (
        "Lược đồ; mọi văn bản cũng mở được bằng ô tìm kiếm.",
        "Drawing; every document can also be opened through the search box.",
    ),
    "page: closer": ("Phóng to", "Zoom in"),
    "page: farther": ("Thu nhỏ", "Zoom out"),
    "page: whole": ("Xem toàn bộ", "Show all"),
    "page: noscript": (
        "Trang này cần JavaScript; nó không gửi gì ra ngoài.",
        "This page needs JavaScript; it sends nothing anywhere.",
    ),
    "page: choose": (
        "Chọn một văn bản để xem thuộc tính, quan hệ và nguyên văn câu dẫn.",
        "Choose a document to see its fields, its relations and the words that state them.",
    ),
    "page: most": ("Được triển khai nhiều nhất", "Carried out most"),
    "page: drawn": (
        "{nodes} văn bản, {edges} quan hệ",
        "{nodes} documents, {edges} relations",
    ),
    "page: cut": (
        "chỉ vẽ {nodes} trong {total} văn bản",
        "only {nodes} of {total} documents are drawn",
    ),
    "page: nothing": ("Không có văn bản nào khớp.", "No document matches."),
    "page: hits": ("{shown} trong {found} kết quả", "{shown} of {found} results"),
    "page: unplaced": ("Chưa rõ cấp", "Level not known"),
    "page: held": ("có toàn văn", "text held"),
    "page: not held": ("chỉ được nhắc đến", "only mentioned"),
    "page: unresolved": ("chưa xác định là văn bản nào", "not known which document it is"),
    "page: mentions": ("được nhắc {count} lần", "{count} mentions"),
    "page: alone": ("Chưa có quan hệ nào.", "No relations."),
    "page: place in text": (
        "{text}, ký tự {start}-{end} · độ tin cậy {percent}%",
        "{text}, characters {start}-{end} · confidence {percent}%",
    ),
    "page: elsewhere": ("và {count} nơi khác", "and {count} more places"),
}
