"""Every sentence that the command line says, in Vietnamese and in English, as one table."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from graph.words import (
    decision_sentences,
    paper_sentences,
    server_sentences,
    store_sentences,
)


class Language(StrEnum):
    """The language of messages and headings; what documents say is never translated."""

    VI = "vi"
    EN = "en"


LANGUAGE_VARIABLE: Final = "LUOCDO_LANG"
"""The environment variable that chooses the language where ``--lang`` does not."""


def say(language: Language, key: str, **values: object) -> str:
    """Return the sentence ``key`` with ``values`` filled in; KeyError where the table lacks it.

    >>> say(Language.EN, "unread", count=2)
    '2 files could not be read:'
    """
    return sentence(language, key).format(**values)


def sentence(language: Language, key: str) -> str:
    """Return the sentence ``key`` with its blanks still open; KeyError where the table lacks it."""
    return SENTENCES[key][0 if language is Language.VI else 1]


def reason_in(language: Language, reason: str) -> str:
    """Return why a file could not be read, in ``language``; unknown reasons stay as they are.

    >>> reason_in(Language.VI, "the file is empty; leave it out or put the text in")
    'tệp trống; bỏ tệp này ra hoặc bổ sung nội dung'
    """
    if language is Language.EN:
        return reason
    return "; ".join(map(_reason_in_vietnamese, reason.split("; ")))


def _reason_in_vietnamese(reason: str) -> str:
    for pattern, sentence in (*_REASONS, *server_sentences.REASONS, *decision_sentences.REASONS):
        if match := pattern.fullmatch(reason):
            return match.expand(sentence)
    return reason


SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    **server_sentences.SENTENCES,
    **decision_sentences.SENTENCES,
    **paper_sentences.SENTENCES,
    **store_sentences.SENTENCES,
    # What a command found
    "built": (
        "Đã đọc {read} văn bản, giữ nguyên {unchanged}, bỏ {removed}. Đồ thị trong {store} biết "
        "{documents} văn bản (kể cả văn bản chỉ được nhắc đến), {claims} câu nêu quan hệ, "
        "{unresolved} dẫn chiếu chưa xác định.",
        "Read {read} texts, kept {unchanged}, removed {removed}. The graph in {store} knows "
        "{documents} documents (those only mentioned included), {claims} statements of relations, "
        "{unresolved} unresolved references.",
    ),
    "building": ("Đang đọc", "Reading"),
    "unread": ("{count} tệp không đọc được:", "{count} files could not be read:"),
    "files": ("Tệp: {told}.", "Files: {told}."),
    "more files": (
        "… và {count} tệp nữa; --report FILE ghi đủ mọi tệp",
        "… and {count} more; --report FILE lists every file",
    ),
    "plans of": ("{count} văn bản triển khai {document}", "{count} documents carry out {document}"),
    "no plans": (
        "Chưa thấy văn bản nào triển khai {document} trong các văn bản đã đọc. "
        "Mọi điều văn bản khác nói về nó: {command}",
        "No document that carries out {document} was found in the texts read so far. "
        "All that others say of it: {command}",
    ),
    "no plans so narrow": (
        "Chưa thấy văn bản nào triển khai {document} đúng điều kiện đã chọn; "
        "bỏ bớt --level, --place, --local hoặc --direct để xem nhiều hơn.",
        "No document that carries out {document} meets the conditions; "
        "leave out --level, --place, --local or --direct to see more.",
    ),
    "no rows": ("Câu hỏi không có kết quả nào.", "The query has no results."),
    "contradicts end": ("cho thấy điều ngược lại", "tells otherwise"),
    "not by then": ("chưa đến ngày này", "not yet on that day"),
    "day unknown": ("không rõ đã đến ngày này chưa", "not known whether by that day"),
    "no day": (
        "“{day}” không phải một ngày. Hãy viết như 1/7/2025 hoặc 2025-07-01.",
        "“{day}” is no day. Write one such as 1/7/2025 (day first) or 2025-07-01.",
    ),
    "no question of a day": (
        "Câu hỏi “{question}” không hỏi theo ngày; --as-of chỉ dùng với: luocdo {command}",
        "The question “{question}” is not asked of a day; --as-of is for: luocdo {command}",
    ),
    "no findings": ("Không phát hiện vấn đề nào.", "Nothing to report."),
    "findings": ("{count} phát hiện: {severities}", "{count} findings: {severities}"),
    "no relations": ("Chưa có quan hệ nào.", "No relations."),
    "exported": ("Đã ghi {count} dòng dữ liệu vào {path}.", "Wrote {count} records to {path}."),
    "imported": (
        "Đã dựng kho {store}: {documents} văn bản, {claims} câu nêu quan hệ, {unresolved} dẫn "
        "chiếu chưa xác định.",
        "Made the store {store}: {documents} documents, {claims} statements of relations, "
        "{unresolved} unresolved references.",
    ),
    "nothing to export": ("Đồ thị trống; {path} không có dữ liệu.", "The graph is empty: {path}."),
    "page written": (
        "Đã ghi {path}: {nodes} văn bản, {edges} quan hệ. Mở bằng trình duyệt, không cần mạng.",
        "Wrote {path}: {nodes} documents, {edges} relations. Open it in a browser, offline.",
    ),
    "site written": (
        "Đã ghi {pages} trang, {links} quan hệ vào {path}; mở {path}/index.html.",
        "Wrote {pages} pages, {links} relations into {path}; open {path}/index.html.",
    ),
    "not a site": (
        "{path} đang chứa thứ khác; hãy chỉ một thư mục trống hoặc một trang đã ghi trước đó",
        "{path} holds something else; name an empty folder, or a site that was written before",
    ),
    "page cut": (
        "Một tệp không chứa hết: trang có {held} văn bản, còn {left_out} văn bản bị bỏ ra; "
        "nêu một số hiệu để giữ phần xung quanh nó, hoặc dùng luocdo site.",
        "One file cannot hold all: the page has {held} documents, {left_out} are left out; "
        "name a number to keep what surrounds it, or use luocdo site.",
    ),
    "empty graph": ("Đồ thị chưa có văn bản nào.", "The graph holds no documents."),
    "held": ("có toàn văn", "text held"),
    "not held": ("chỉ được nhắc đến", "only mentioned"),
    "unresolved": ("chưa xác định là văn bản nào", "not known which document it is"),
    "inferred": ("suy luận", "inferred"),
    "term": ("khóa {term}", "term {term}"),
    "years": ("{years} năm", "{years} years"),
    "conflict": ("mâu thuẫn", "conflict"),
    "mentions": ("được nhắc {count} lần", "{count} mentions"),
    "outgoing": ("Quan hệ của văn bản này", "What it says of others"),
    "incoming": ("Văn bản khác nói về văn bản này", "What others say of it"),
    "fields": ("Thuộc tính", "Fields"),
    "quotes": ("Nơi nhắc đến", "Where it is mentioned"),
    "more": ("… và {count} nơi khác (xem --format json)", "… and {count} more (see --format json)"),
    "citations": ("Văn bản được dẫn", "Documents cited"),
    "relations": ("Quan hệ", "Relations"),
    # The demo
    "demo wrote texts": (
        "Văn bản minh họa (không phải văn bản thật): {path}",
        "Texts made for illustration (not real documents): {path}",
    ),
    "demo asks": ("Hỏi: {command}", "Asking: {command}"),
    "demo next": (
        "Hỏi tiếp, ví dụ:\n  {command}\nRồi đọc thư mục văn bản của bạn:\n  luocdo build THƯ_MỤC",
        "Ask more, for example:\n  {command}\nThen read your own folder:\n  luocdo build FOLDER",
    ),
    "demo notebook": (
        "Trong Python, mở sổ tay {path} (lệnh: make notebooks)",
        "In Python: open the notebook {path} (by: make notebooks)",
    ),
    # What went wrong, and what to do
    "error": ("Lỗi: {message}", "Error: {message}"),
    "busy": (
        "Một tiến trình khác đang ghi kho {directory}; hãy chờ nó xong rồi chạy lại.",
        "Another process is building {directory}; wait until it has ended, then try again.",
    ),
    "no texts: other": (
        "{path} không có; chưa có gì bị thay đổi. Hãy kiểm tra lại đường dẫn.",
        "{path} does not exist; nothing was changed. Check the path.",
    ),
    "no texts": (
        "{path} không có tệp nào để đọc; chưa có gì bị thay đổi. Hãy chỉ một văn bản hoặc một thư "
        "mục có văn bản.",
        "{path} holds no files; nothing was changed. Name a document, or a folder of documents.",
    ),
    "not found": (
        "Không văn bản nào đã đọc nhắc đến “{number}”. Xem đã đọc những gì: luocdo ask texts",
        "No text of the store mentions “{number}”. See what was read: luocdo ask texts",
    ),
    "number unread": (
        "Không đọc được số hiệu hay tên văn bản trong “{number}”. Ví dụ: 69-KL/TU, "
        "“Kết luận 69-KL/TU của Tỉnh ủy Lai Châu”, “Luật Đất đai”.",
        "Cannot read the number or the name of a document in “{number}”. For example: 69-KL/TU, "
        "“Kết luận 69-KL/TU của Tỉnh ủy Lai Châu”, “Luật Đất đai”.",
    ),
    "nearest": ("Gần nhất: {numbers}", "The nearest: {numbers}"),
    "ambiguous": (
        "“{number}” có thể là {candidates} văn bản; hãy chọn một:",
        "“{number}” may be any of {candidates} documents; choose one:",
    ),
    "choose": ("Ví dụ: {command}", "For example: {command}"),
    "no number": (
        "Cần một số hiệu hoặc tên văn bản, ví dụ: {command}",
        "A number or a name is needed, for example: {command}",
    ),
    "not read-only": (
        "Không được dùng {form}: câu hỏi chỉ được đọc. Hãy dùng SELECT, ASK hoặc CONSTRUCT.",
        "{form} is not allowed: a query only reads. Use SELECT, ASK or CONSTRUCT.",
    ),
    "bad query: other": ("Câu hỏi SPARQL sai: {reason}", "The SPARQL query is wrong: {reason}"),
    "bad query": (
        "Câu hỏi SPARQL sai ở dòng {line}, cột {column}: {reason}",
        "The SPARQL query is wrong at line {line}, column {column}: {reason}",
    ),
    "unknown format": (
        "Không rõ phải ghi {path} theo định dạng nào. Hãy đặt đuôi tệp là: {known}",
        "The format of {path} is not known. End the name in one of: {known}",
    ),
    "unknown level": (
        "Không có cấp “{level}”. Hãy chọn: {known}",
        "There is no level “{level}”. Choose one of: {known}",
    ),
    "store in use": (
        "{directory} không trống; chưa có gì bị thay đổi. Hãy chỉ một thư mục mới bằng --store.",
        "{directory} is not empty; nothing was changed. Name a new folder with --store.",
    ),
    "imported store": (
        "Kho {directory} dựng từ tệp nhập vào, không có văn bản gốc; chưa có gì bị thay đổi. Hãy "
        "đọc văn bản vào kho khác bằng --store.",
        "{directory} was imported and has no texts; nothing was changed. Build into another "
        "folder with --store.",
    ),
    "broken file": (
        "Không đọc được {path}: {reason}. Hãy xuất lại tệp bằng luocdo export.",
        "Cannot read {path}: {reason}. Export it again with luocdo export.",
    ),
    "nothing imported": (
        "{path} không chứa đồ thị nào do luocdo export ghi.",
        "{path} holds no graph that luocdo export wrote.",
    ),
    "unknown question": (
        "Không có câu hỏi “{name}”. Các câu hỏi: {known}",
        "There is no question “{name}”. The questions: {known}",
    ),
    "wrong arguments": (
        "Câu hỏi “{name}” hỏi về: {expected}; đã nhận {given}. Đặt trong ngoặc kép nếu có dấu "
        "cách.",
        "The question “{name}” is about: {expected}; {given} were given. Quote what has blanks.",
    ),
    "unknown place": (
        "Các văn bản đã đọc không nói đến nơi nào là “{place}”. Các nơi: {known}",
        "The texts speak of no place “{place}”. The places: {known}",
    ),
    "ambiguous place": (
        "“{place}” là tên của nhiều nơi; hãy chọn một: {candidates}",
        "“{place}” names several places; choose one: {candidates}",
    ),
    "unreadable": ("Không đọc được {path}: {reason}.", "Cannot read {path}: {reason}."),
    "unwritable": ("Không ghi được {path}: {reason}.", "Cannot write {path}: {reason}."),
    "no corpus": (
        "Không tìm thấy các văn bản minh họa trong bản cài đặt này ({path}). Hãy cài lại luocdo.",
        "This installation lacks the demo texts ({path}). Install luocdo again.",
    ),
    "no engine": (
        "Không tìm thấy bộ vẽ vis-network của pyvis. Hãy cài lại: pip install pyvis",
        "The drawing engine vis-network of pyvis was not found. Install it: pip install pyvis",
    ),
}

_REASONS: Final = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"the file is empty", "tệp trống"),
        (r"the file is binary", "tệp nhị phân, không phải văn bản"),
        (r"byte (\d+) is not UTF-8", r"byte thứ \1 không phải UTF-8"),
        (r"No such file or directory", "không có tệp này"),
        (r"Is a directory", "đây là một thư mục"),
        (r"Not a directory", "đường dẫn đi qua một tệp"),
        (r"Permission denied", "không có quyền"),
        (r"File exists", "đã có tệp trùng tên"),
        (r"leave it out or put the text in", "bỏ tệp này ra hoặc bổ sung nội dung"),
        (
            r"convert it to plain text in UTF-8 first",
            "hãy chuyển nó thành văn bản thuần mã hóa UTF-8",
        ),
        (r"convert the file to UTF-8 first", "hãy chuyển tệp sang mã hóa UTF-8"),
        (r"changed while it was read", "tệp thay đổi trong lúc đọc"),
        (r"build again", "hãy chạy lại luocdo build"),
        (r"check the path and its permissions", "hãy kiểm tra đường dẫn và quyền đọc"),
    )
)
