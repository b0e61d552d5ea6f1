"""What the pages of a site say, in Vietnamese and in English, as one table."""

from collections.abc import Mapping
from typing import Final

from graph.words.sentences import Language


def site_sentence(language: Language, key: str) -> str:
    """Return a sentence of the site with its blanks still open; KeyError where there is none."""
    return SENTENCES[key][0 if language is Language.VI else 1]


SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "heading": ("Lược đồ văn bản", "Map of documents"),
    "all documents": ("Tất cả văn bản", "All documents"),
    "intro": (
        "{documents} văn bản, {links} quan hệ. Mỗi quan hệ kèm nguyên văn câu dẫn.",
        "{documents} documents, {links} relations, each with the words that state it.",
    ),
    "search": ("Tìm văn bản (không cần dấu)", "Find a document (diacritics are not needed)"),
    "found": ("{count} văn bản khớp", "{count} documents match"),
    "left": ("Văn bản gốc, bị tác động", "What it rests on or changes"),
    "right": ("Văn bản triển khai, tác động", "What carries it out or changes it"),
    "nothing here": ("Không thấy trong tập này.", "None found in this collection."),
    "held": ("có toàn văn", "text held"),
    "not held": ("chỉ được nhắc đến", "only mentioned"),
    "unresolved": ("chưa xác định là văn bản nào", "not known which document it is"),
    "no words": (
        "người thêm, không có câu dẫn",
        "added by a person, without words of a text",
    ),
    "inferred from": ("suy luận, từ: {steps}", "inferred, from: {steps}"),
    "decided": (
        "{who} xác nhận ngày {when}: {why} ({file}, dòng {line})",
        "{who} confirmed it on {when}: {why} ({file}, line {line})",
    ),
    "added": (
        "{who} thêm ngày {when}: {why} ({file}, dòng {line})",
        "{who} added it on {when}: {why} ({file}, line {line})",
    ),
    "years": ("{years} năm", "{years} years"),
    "source": (
        "{text}, {page}ký tự {start}-{end} · độ tin cậy {percent}%",
        "{text}, {page}characters {start}-{end} · confidence {percent}%",
    ),
    "page": ("trang {page}, ", "page {page}, "),
    "unconfirmed": ("đọc từ bản quét, chưa xác nhận", "read from a scan, not confirmed"),
    "elsewhere": ("và {count} nơi khác", "stated elsewhere, too: {count}"),
    "conflict": ("Các tệp nêu khác nhau: {field}", "The texts disagree: {field}"),
    "texts": ("Toàn văn lấy từ", "Text read from"),
    "unplaced": ("Chưa rõ cấp", "Level not known"),
    "made": (
        "Trích tự động từ văn bản; nguyên văn câu dẫn là căn cứ, hãy đối chiếu với bản gốc.",
        "Extracted by machine; the quoted words are the ground: compare them with the original.",
    ),
}
