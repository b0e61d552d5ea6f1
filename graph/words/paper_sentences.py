"""What is said of files, their pages and scans, in Vietnamese and in English; part of one table."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "page": ("trang {page}", "page {page}"),
    "own texts": ("Toàn văn: {texts}", "Text: {texts}"),
    "unconfirmed": ("đọc từ bản quét, chưa xác nhận", "read from a scan, not confirmed"),
    "signed": ("ký số: {name}, ngày {day} ({text})", "signed by {name} on {day} ({text})"),
    "signed: other": ("ký số: {name} ({text})", "signed by {name} ({text})"),
    "read with": ("đọc bằng: {reader} ({text})", "read with: {reader} ({text})"),
}
