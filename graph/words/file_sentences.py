"""Why a file was not read and what to know of one that was, in Vietnamese and in English."""

from collections.abc import Mapping
from typing import Final

from graph.words.sentences import Language

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    # What the system says
    "no permission": (
        "không có quyền đọc; hãy cấp quyền hoặc chép tệp ra nơi khác",
        "no permission to read it; allow it, or copy the file",
    ),
    "gone": (
        "tệp không còn ở đó; hãy chạy lại luocdo build",
        "the file is no longer there; build again",
    ),
    "folder": ("đây là một thư mục", "it is a folder"),
    "system": (
        "hệ thống không đọc được: {error}; hãy kiểm tra ổ đĩa và quyền đọc",
        "the system cannot read it: {error}; check the disk and the permissions",
    ),
    # What a reader says
    "empty": (
        "tệp trống; bỏ tệp này ra hoặc bổ sung nội dung",
        "the file is empty; leave it out or put the text in",
    ),
    "binary": (
        "tệp nhị phân, không phải văn bản; hãy lưu lại thành Word, PDF hoặc văn bản thuần",
        "the file is binary; save it as Word, PDF or plain text",
    ),
    "not-text": (
        "không nhận ra bảng mã chữ (byte thứ {byte}); hãy lưu lại tệp với mã UTF-8",
        "its encoding is not known (byte {byte}); save the file in UTF-8",
    ),
    "damaged": (
        "tệp hỏng; hãy mở bằng chương trình đã tạo ra nó và lưu lại",
        "the file is damaged; open it where it was made and save it again",
    ),
    "encrypted": (
        "tệp có mật khẩu; hãy lưu một bản không đặt mật khẩu",
        "the file has a password; save a copy without one",
    ),
    "too-large": (
        "tệp quá lớn (giới hạn {limit}); hãy tách nhỏ",
        "the file is too large (the limit is {limit}); split it",
    ),
    "too-many-pages": (
        "quá nhiều trang ({pages}, giới hạn {limit}); hãy tách nhỏ tệp",
        "too many pages ({pages}, the limit is {limit}); split the file",
    ),
    "unknown-format": (
        "không phải văn bản (định dạng không đọc)",
        "no document (a format that is not read)",
    ),
    "no-text": (
        "không có chữ nào; nếu là ảnh chụp, hãy dùng --ocr auto",
        "it holds no words; if it is a picture, use --ocr auto",
    ),
    # What the build says
    "missing program": (
        "chờ cài đặt {program}",
        "waits for {program} to be installed",
    ),
    "missing library": (
        "chờ cài đặt {program}: pip install 'luocdo[{extra}]'",
        "waits for {program}: pip install 'luocdo[{extra}]'",
    ),
    "secret": (
        "văn bản đóng dấu {degree}; chỉ đọc khi có --include-secret",
        "the document is marked {degree}; it is read with --include-secret alone",
    ),
    "memory": (
        "cần quá nhiều bộ nhớ; hãy tách nhỏ tệp",
        "it takes too much memory; split the file",
    ),
    "limits": (
        "đọc quá {seconds} giây hoặc quá {memory} MB bộ nhớ nên đã dừng; hãy tách nhỏ tệp",
        "it took more than {seconds} seconds or {memory} MB of memory and was stopped; split it",
    ),
    "fault": (
        "luocdo gặp lỗi khi đọc tệp này ({error}); hãy báo lỗi kèm tệp",
        "luocdo failed on this file ({error}); report it with the file",
    ),
    "lock": (
        "tệp tạm của chương trình soạn thảo",
        "a file that an editor keeps beside an open document",
    ),
    "broken link": ("liên kết không dẫn đến đâu", "a link that leads nowhere"),
    "link out": ("liên kết ra ngoài thư mục", "a link out of the folder"),
    "no file": ("không phải tệp thường", "no regular file"),
}

REMARKS: Final[Mapping[str, tuple[str, str]]] = {
    "encoding": ("đã chuyển mã {encoding} sang Unicode", "converted from {encoding}"),
    "tracked-changes": (
        "{changes} chỗ sửa theo dõi, coi như đã chấp nhận",
        "{changes} tracked changes, taken as accepted",
    ),
    "scanned-pages": ("{pages} trang đọc bằng OCR", "{pages} pages read by OCR"),
    "pages-left-out": ("bỏ {pages} trang ảnh: {why}", "{pages} pictured pages left out: {why}"),
    "same-document": ("cùng văn bản với {of}", "same document as {of}"),
    "signed": ("ký số: {name}", "signed electronically: {name}"),
}

STATES: Final[Mapping[str, tuple[str, str]]] = {
    "read": ("đã đọc", "read"),
    "unchanged": ("giữ nguyên", "unchanged"),
    "duplicate": ("trùng", "duplicate"),
    "skipped": ("bỏ qua", "skipped"),
    "waits": ("chờ chương trình", "waiting for a program"),
    "failed": ("lỗi", "failed"),
}


def reason(language: Language, code: str, fields: Mapping[str, str]) -> str:
    """Return why a file was not read.

    >>> reason(Language.EN, "missing program", {"program": "tesseract-ocr-vie"})
    'waits for tesseract-ocr-vie to be installed'
    """
    return _said(language, REASONS[code], fields)


def remark(language: Language, code: str, fields: Mapping[str, str]) -> str:
    """Return what to know of a file that was read."""
    return _said(language, REMARKS[code], fields)


def state(language: Language, code: str) -> str:
    """Return the word for what became of a file."""
    return _said(language, STATES[code], {})


def _said(language: Language, pair: tuple[str, str], fields: Mapping[str, str]) -> str:
    return pair[0 if language is Language.VI else 1].format_map(_Blank(fields))


class _Blank(dict[str, str]):
    """Fields of a sentence; one that a reader did not give is left out of it."""

    def __missing__(self, key: str) -> str:
        return "?"
