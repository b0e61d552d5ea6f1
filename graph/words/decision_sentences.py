"""What the command line says of decisions, in Vietnamese and in English; part of one table."""

import re
from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "decisions applied": (
        "Đã áp dụng {applied} quyết định của người.",
        "Applied {applied} decisions of people.",
    ),
    "decisions wrong": (
        "{count} dòng quyết định không áp dụng được vì sai; hãy sửa rồi chạy lại:",
        "{count} lines of decisions are wrong and were left out; put them right and build again:",
    ),
    "decisions unmet": (
        "Cảnh báo: {count} quyết định không khớp với các văn bản đã đọc:",
        "Warning: {count} decisions do not fit the texts read:",
    ),
    "decisions unreadable": (
        "Không đọc được tệp quyết định {path}: {reason}; chưa có gì bị thay đổi. Hãy sửa tệp, chỉ "
        "tệp khác bằng --decisions, hoặc bỏ các quyết định bằng --no-decisions.",
        "Cannot read the decisions in {path}: {reason}; nothing was changed. Put the file right, "
        "name another with --decisions, or leave decisions out with --no-decisions.",
    ),
    "decisions and none": (
        "Chỉ dùng một trong hai: --decisions TỆP hoặc --no-decisions.",
        "Use either --decisions FILE or --no-decisions.",
    ),
    "decision fault": (
        "{file}, dòng {line}, cột {column}: đã ghi “{given}”; cần {expected}",
        "{file}, line {line}, column {column}: “{given}” was given; expected {expected}",
    ),
    "decision line fault": (
        "{file}, dòng {line}: đã ghi “{given}”; cần {expected}",
        "{file}, line {line}: “{given}” was given; expected {expected}",
    ),
    "decision problem": (
        "{file}, dòng {line} ({written}): {problem}",
        "{file}, line {line} ({written}): {problem}",
    ),
    "decided": (
        "{who}, {when}: {why} ({file}, dòng {line})",
        "{who}, {when}: {why} ({file}, line {line})",
    ),
    "added": (
        "{who} thêm, {when}: {why} ({file}, dòng {line})",
        "added by {who}, {when}: {why} ({file}, line {line})",
    ),
    "decisions": ("Quyết định của người", "Decisions of people"),
    "expected something": ("có nội dung", "something"),
    "expected nothing": ("để trống", "nothing"),
    "expected day": ("ngày dạng 2026-01-31", "a day such as 2026-01-31"),
    "expected date": (
        "năm, tháng hoặc ngày dạng 2026, 2026-01, 2026-01-31",
        "a year, month or day such as 2026, 2026-01, 2026-01-31",
    ),
    "expected letters": ("một tên có chữ cái", "a name with letters"),
    "expected another": ("một văn bản khác", "another document"),
    "expected cells": (
        "8 ô: who,when,decision,subject,relation,object,text,why; hoặc 9 ô khi dòng đầu của tệp có "
        "thêm cột quote",
        "8 cells: who,when,decision,subject,relation,object,text,why; or 9 where the first line of "
        "the file names the column quote, too",
    ),
    "expected line": (
        "một dòng CSV, ngoặc kép mở và đóng trong cùng dòng",
        "a line of CSV, in which every quote that opens is closed",
    ),
    "expected one of": ("một trong: {words}", "one of: {words}"),
    "problem no-document": (
        "không thấy văn bản “{detail}” trong các văn bản đã đọc",
        "the texts mention no document “{detail}”",
    ),
    "problem ambiguous": (
        "có thể là nhiều văn bản; hãy ghi rõ một: {detail}",
        "several documents may be meant; name one of {detail}",
    ),
    "problem no-text": (
        "kho không có bản văn nào tên “{detail}”",
        "the store has no text called “{detail}”",
    ),
    "problem ambiguous-text": (
        "nhiều bản văn có tên “{detail}”; hãy ghi cả thư mục",
        "several texts are called “{detail}”; write the folder, too",
    ),
    "problem not-in-text": (
        "bản văn này không dẫn “{detail}”",
        "the text has no reference to “{detail}”",
    ),
    "problem no-link": (
        "không có quan hệ này: {detail}",
        "there is no such link: {detail}",
    ),
    "problem link-to-add": (
        "không bản văn nào nêu quan hệ này; nếu đúng là có, hãy thay bằng dòng: {detail} (cột text "
        "và quote: tên tệp và câu nêu quan hệ, nếu có)",
        "no text states this link; if there is one, write this line instead: {detail} (columns "
        "text and quote: the file and the words that state it, if any do)",
    ),
    "problem known-link": (
        "không cần thêm: các bản văn đã nêu quan hệ này; hãy bỏ dòng, hoặc xác nhận bằng: {detail}",
        "nothing to add: texts state this link already; drop the line, or confirm it with: "
        "{detail}",
    ),
    "problem no-identity": (
        "đã ghi “{detail}”, mà chưa bản văn nào nhắc đến văn bản đó; cần số hiệu kèm sổ và khóa "
        "hoặc năm, như 57-NQ/TW@tw@k13, 12/KH-UBND@lai-chau.ubnd@2026",
        "“{detail}” was given, which no text mentions; expected a number with its register and its "
        "term or year, such as 57-NQ/TW@tw@k13, 12/KH-UBND@lai-chau.ubnd@2026",
    ),
    "problem no-quote": (
        "bản văn không có câu “{detail}”; hãy chép đúng từng chữ của bản văn (khoảng trắng, xuống "
        "dòng không kể)",
        "the text does not hold the words “{detail}”; copy them letter for letter (blanks and line "
        "ends do not count)",
    ),
    "problem ambiguous-quote": (
        "“{detail}” có ở nhiều chỗ trong bản văn; hãy chép dài hơn, để chỉ còn một chỗ",
        "“{detail}” stands at several places of the text; copy more words, so that one is left",
    ),
    "problem itself": (
        "“{detail}” ở cả hai đầu quan hệ",
        "“{detail}” stands at both ends of the link",
    ),
    "problem contradiction": (
        "các dòng {detail} trái nhau; không dòng nào được áp dụng, hãy giữ một dòng",
        "the lines {detail} contradict each other; none of them was applied: keep one",
    ),
    # Open matters
    "matters": ("{count} việc cần người xem", "{count} open matters"),
    "no matters": ("Không còn việc nào cần người xem.", "No open matters."),
    "matters next": (
        "Điền who, when, why (và object nếu còn trống) vào một trong các dòng gợi ý, ghi vào tệp "
        "quyết định (dòng đầu: {header}), rồi chạy: luocdo build THƯ_MỤC --decisions decisions.csv",
        "Fill in who, when, why (and object where it is empty) in one of the lines, write it to "
        "the file of decisions (first line: {header}), and run: luocdo build FOLDER --decisions "
        "decisions.csv",
    ),
    "matters add": (
        "Thấy thiếu một quan hệ? Thêm dòng: {line} (subject, relation, object như ở luocdo show; "
        "text và quote: tên tệp và câu nêu quan hệ, hoặc để trống cả hai khi chỉ có lý do; dòng "
        "đầu của tệp cần có cột quote).",
        "Is a link missing? Add the line: {line} (subject, relation, object as in luocdo show; "
        "text and quote: the file and the words that state it, or both empty where there is only "
        "a reason; the first line of the file has to name the column quote).",
    ),
    "matter reference": (
        "chưa xác định “{quote}” là văn bản nào; có thể là: {candidates}",
        "not known which document “{quote}” is; it may be: {candidates}",
    ),
    "matter reference: other": (
        "chưa xác định “{quote}” là văn bản nào; chưa thấy văn bản nào có số hoặc tên này",
        "not known which document “{quote}” is; no document with this number or name was found",
    ),
    "matter texts": (
        "{text} và {other} khác chữ nhau, cùng là {subject}",
        "{text} and {other} differ in their words, and are both {subject}",
    ),
    "matter texts: alike": (
        "{text} ({subject}) và {other} ({object}) nói như nhau ({likeness}): có thể là một văn bản",
        "{text} ({subject}) and {other} ({object}) say the same ({likeness}): may be one document",
    ),
    "matter alike": (
        "“{subject}” và “{object}” có thể là một văn bản được gọi dài ngắn khác nhau",
        "“{subject}” and “{object}” may be one document under a shorter and a longer name",
    ),
    "matter conflict": (
        "các văn bản nêu khác nhau về {field}: {values}",
        "texts give different values of {field}: {values}",
    ),
    "matter scan": (
        "{fields}: chỉ do OCR đọc từ bản quét {text}, chưa xác nhận",
        "{fields}: read by OCR alone from the scan {text}, not confirmed",
    ),
    "matter unsure": (
        "{subject} —{relation}→ {object}: “{quote}” (độ tin cậy {confidence})",
        "{subject} —{relation}→ {object}: “{quote}” (confidence {confidence})",
    ),
    "matter inferred": (
        "{subject} —{relation}→ {object}: suy luận theo quy tắc {rule}",
        "{subject} —{relation}→ {object}: inferred by the rule {rule}",
    ),
}

REASONS: Final = (
    (re.compile(r"line (\d+) does not name the columns"), r"dòng \1 không nêu đúng tên các cột"),
)
