"""What the page says, in Vietnamese and in English, as one table."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    # The frame
    "heading": ("Lược đồ văn bản", "Map of documents"),
    "search": ("Tìm văn bản", "Find a document"),
    "filters": ("Lọc", "Filter"),
    "all": ("tất cả", "all"),
    "none": ("bỏ hết", "none"),
    "more": ("và {count} nữa", "and {count} more"),
    "views": ("Cách xem", "Views"),
    "view boxes": ("Lược đồ", "Relations"),
    "view map": ("Sơ đồ", "Map"),
    "view table": ("Bảng", "Table"),
    "view time": ("Dòng thời gian", "Timeline"),
    "view cover": ("Địa bàn", "Places"),
    "save": ("Lưu những gì đang xem", "Save what is seen"),
    "print": ("In", "Print"),
    "language": ("Ngôn ngữ", "Language"),
    "drawing": (
        "Sơ đồ; dùng Tab hoặc phím mũi tên để đi qua từng văn bản, Enter để chọn.",
        "Drawing; Tab or the arrow keys go through the documents, Enter chooses.",
    ),
    "panel": ("Văn bản đang chọn", "The chosen document"),
    "closer": ("Phóng to", "Zoom in"),
    "farther": ("Thu nhỏ", "Zoom out"),
    "whole": ("Xem toàn bộ hình", "Show the whole drawing"),
    "whole collection": ("← Toàn bộ tập văn bản", "← The whole collection"),
    "noscript": (
        "Trang này cần JavaScript; nó không gửi gì ra ngoài.",
        "This page needs JavaScript; it sends nothing anywhere.",
    ),
    "keys": (
        "Phím: / tìm · ↑ ↓ ← → đi · Enter chọn · Esc bỏ",
        "Keys: / find · ↑ ↓ ← → move · Enter choose · Esc clear",
    ),
    # Counts
    "drawn": (
        "Đang hiện {nodes}/{all} văn bản, {edges}/{relations} quan hệ",
        "{nodes} of {all} documents, {edges} of {relations} relations are shown",
    ),
    "cut": (
        "nhiều nhất {most} văn bản một lần: hãy lọc hoặc chọn một văn bản",
        "at most {most} documents at once: filter, or choose one",
    ),
    "left out": (
        "tệp này không chứa {count} văn bản ở xa hơn của tập",
        "{count} documents that are farther away are not in this file",
    ),
    "hits": ("{shown} trong {found} kết quả", "{shown} of {found} results"),
    "nothing": ("Không có văn bản nào khớp.", "No document matches."),
    # Filters
    "facet level": ("Cấp ban hành", "Level"),
    "facet place": ("Nơi", "Place"),
    "facet type": ("Loại văn bản", "Type"),
    "facet relation": ("Quan hệ", "Relations"),
    "facet years": ("Năm ban hành", "Year of issue"),
    "facet held": ("Toàn văn", "Text"),
    "held all": ("tất cả", "all"),
    "held held": ("có toàn văn", "text held"),
    "held cited": ("chỉ được nhắc đến", "only mentioned"),
    "year from": ("từ", "from"),
    "year to": ("đến", "to"),
    "inferred": ("Cả quan hệ suy luận", "Inferred relations, too"),
    "dashed": (
        "Viền đứt: chưa có toàn văn. Nét đứt: suy luận.",
        "Dashed border: text not held. Dashed line: inferred.",
    ),
    "unplaced": ("Chưa rõ cấp", "Level not known"),
    "nowhere": ("không gắn với địa phương", "no local place"),
    "no type": ("Chưa rõ loại", "Type not known"),
    # A document
    "choose": (
        "Chọn một văn bản để xem thuộc tính, quan hệ và nguyên văn câu dẫn.",
        "Choose a document to see its fields, its relations and the words that state them.",
    ),
    "most": ("Được triển khai nhiều nhất", "Carried out most"),
    "held": ("có toàn văn", "text held"),
    "not held": ("chỉ được nhắc đến", "only mentioned"),
    "unresolved": ("chưa xác định là văn bản nào", "not known which document it is"),
    "mentions": ("được nhắc {count} lần", "mentions: {count}"),
    "alone": ("Chưa có quan hệ nào.", "No relations."),
    "hidden here": (
        "{count} quan hệ khác đang bị lọc ẩn.",
        "Hidden by the filter: {count} more.",
    ),
    "field issuer": ("Cơ quan ban hành", "Issuer"),
    "field date": ("Ngày", "Date"),
    "field term": ("Khóa", "Term"),
    "field type": ("Loại", "Type"),
    "field level": ("Cấp", "Level"),
    "field place": ("Nơi", "Place"),
    "field selector": ("Cách gọi", "Ask for"),
    "field iri": ("IRI", "IRI"),
    "field texts": ("Toàn văn lấy từ", "Text read from"),
    "conflict": ("Các tệp nêu khác nhau: {field}", "The texts disagree: {field}"),
    "around": ("Chỉ xem lân cận", "Only what is near"),
    "expand": ("Mở rộng", "Expand"),
    "chain": ("Chuỗi triển khai", "Chain"),
    "chain of": ("Chuỗi triển khai: {count} bước", "Chain: {count} steps"),
    "no chain": (
        "Chưa thấy văn bản này triển khai hay được triển khai bởi văn bản nào.",
        "No document is known that this one carries out or that carries it out.",
    ),
    "earlier step": ("Bước trước", "Back a step"),
    "later step": ("Bước sau", "Next step"),
    "step": ("bước {step}/{steps}", "step {step} of {steps}"),
    "years": ("{years} năm", "{years} years"),
    "place in text": (
        "{text}, {where}ký tự {start}-{end} · {rule} · độ tin cậy {percent}%",
        "{text}, {where}characters {start}-{end} · {rule} · confidence {percent}%",
    ),
    "offsets": (
        "{text}, {where}ký tự {start}-{end}",
        "{text}, {where}characters {start}-{end}",
    ),
    "page": ("trang {page}, ", "page {page}, "),
    "unconfirmed": ("đọc từ bản quét, chưa xác nhận", "read from a scan, not confirmed"),
    "elsewhere": ("và {count} nơi khác", "stated elsewhere, too: {count}"),
    "inferred from": (
        "Suy luận ({rule}), độ tin cậy {percent}%, từ:",
        "Inferred ({rule}), confidence {percent}%, from:",
    ),
    "decided": (
        "{who} xác nhận ngày {when}: {why} ({file}, dòng {line})",
        "{who} confirmed it on {when}: {why} ({file}, line {line})",
    ),
    "added": (
        "{who} thêm ngày {when}: {why} ({file}, dòng {line})",
        "{who} added it on {when}: {why} ({file}, line {line})",
    ),
    "missing link": ("Thiếu một quan hệ?", "Is a link missing?"),
    "how to add": (
        "Ghi một trong hai dòng dưới đây vào tệp quyết định (dòng đầu: {header}), điền ai, ngày, "
        "quan hệ, văn bản kia, lý do, và tên tệp cùng câu nêu quan hệ nếu có; rồi chạy: luocdo "
        "build THƯ_MỤC --decisions decisions.csv",
        "Write one of these two lines to the file of decisions (first line: {header}); fill in "
        "who, when, the relation, the other document, why, and the file and the words that state "
        "it, if any do; then run: luocdo build FOLDER --decisions decisions.csv",
    ),
    "inferred mark": ("(suy luận)", "(inferred)"),
    # Lược đồ
    "left": ("← Văn bản gốc, bị tác động", "← What it rests on or changes"),
    "middle": ("Văn bản đang xem", "This document"),
    "right": ("Văn bản triển khai, tác động →", "What carries it out or changes it →"),
    "nothing here": ("Không thấy trong tập này.", "None found in this collection."),
    # Tables
    "relations table": ("Quan hệ ({count})", "Relations ({count})"),
    "documents table": ("Văn bản ({count})", "Documents ({count})"),
    "column subject": ("Văn bản", "Document"),
    "column relation": ("Quan hệ", "Relation"),
    "column object": ("Đối với", "Of"),
    "column date": ("Ngày", "Date"),
    "column place": ("Nơi", "Place"),
    "column quote": ("Câu dẫn", "Quote"),
    "column document": ("Văn bản", "Document"),
    "column title": ("Trích yếu", "Title"),
    "column issuer": ("Cơ quan ban hành", "Issuer"),
    "column level": ("Cấp", "Level"),
    "column text held": ("Toàn văn", "Text"),
    # Timeline
    "choose directive": (
        "Chọn một văn bản chỉ đạo để xem các mốc triển khai.",
        "Choose a directive to see what became of it.",
    ),
    "issued": ("ban hành", "issued"),
    "timeline counts": (
        "{plans} văn bản triển khai, {reviews} lần sơ kết, tổng kết, {changes} lần sửa đổi",
        "Documents that carry it out: {plans}, reviews: {reviews}, changes: {changes}",
    ),
    "review interim": ("sơ kết", "interim review"),
    "review final": ("tổng kết", "final review"),
    "review any": ("sơ kết, tổng kết", "review"),
    "undated": ("Chưa rõ ngày", "Not dated"),
    "days after": ("sau {days} ngày", "{days} days later"),
    "days before": ("trước {days} ngày", "{days} days earlier"),
    # Coverage
    "coverage": (
        "Nơi nào đã triển khai văn bản nào ({shown}/{all} nơi)",
        "Which places carry out what ({shown} of {all} places)",
    ),
    "coverage key": (
        "Ô trống nghĩa là không thấy trong tập văn bản này, không phải là chưa triển khai. "
        "Ô gạch chéo: ngoài địa bàn của văn bản.",
        "An empty cell means none found in this collection, not that there is none. "
        "A hatched cell: outside the place of the document.",
    ),
    "none found": ("không thấy trong tập này", "none found in this collection"),
    "outside": ("ngoài địa bàn của văn bản", "outside the place of the document"),
    "no directive": (
        "Không có văn bản nào được triển khai trong phần đang xem.",
        "Nothing that is shown here is carried out by any document.",
    ),
    "places covered": ("{count}/{all} nơi", "{count} of {all} places"),
    "total": ("Cộng", "Total"),
}
