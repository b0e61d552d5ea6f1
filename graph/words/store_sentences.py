"""What the command line says of stores and their files; part of one table."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "not a store: other": (
        "{directory} không có. Hãy đọc văn bản trước (luocdo build THƯ_MỤC), hoặc chỉ kho khác "
        "bằng --store.",
        "{directory} does not exist. Build a store first (luocdo build FOLDER), or name another "
        "with --store.",
    ),
    "not a store": (
        "{directory} không phải kho của Luocdo. Hãy chỉ kho khác bằng --store.",
        "{directory} is not a Luocdo store. Name another with --store.",
    ),
    "older version": (
        "Kho {directory} do phiên bản cũ tạo (định dạng {found}, cần {expected}); chưa có gì bị "
        "thay đổi. Hãy chạy luocdo build THƯ_MỤC --store {directory}: kho sẽ được dựng lại từ các "
        "tệp và quyết định của nó.",
        "The store {directory} was made by an older version (format {found}, expected "
        "{expected}); nothing was changed. Run luocdo build FOLDER --store {directory}: it is "
        "rebuilt from its files and decisions.",
    ),
    "rebuilt: older": (
        "Kho do phiên bản cũ tạo đã được dựng lại từ các tệp và quyết định của nó.",
        "The store of an older version was rebuilt from its files and decisions.",
    ),
    "rebuilt: damaged": (
        "Kho bị hỏng đã được dựng lại từ những gì đã đọc và quyết định của nó.",
        "The damaged store was rebuilt from what had been read and its decisions.",
    ),
    "other version": (
        "Kho {directory} do phiên bản khác tạo (định dạng {found}, cần {expected}); chưa có gì "
        "bị thay đổi. Hãy đọc lại văn bản vào một kho mới: luocdo build THƯ_MỤC --store KHO_MỚI",
        "The store {directory} was made by another version (format {found}, expected {expected}); "
        "nothing was changed. Build into a new one: luocdo build FOLDER --store NEW_STORE",
    ),
    "damaged": (
        "Không mở được kho {directory}: {reason}. Chạy lại luocdo build; vẫn lỗi thì xóa kho.",
        "Cannot open the store {directory}: {reason}. Run luocdo build again, which writes it "
        "anew; if it cannot, delete that folder first.",
    ),
    "no ledger on a server": (
        "Kho trên máy chủ không giữ sổ tệp; hãy xem sổ ở lần đọc (luocdo build … --report FILE).",
        "A store on a server keeps no ledger of files; have the build write one "
        "(luocdo build … --report FILE).",
    ),
    "no ledger imported": (
        "Kho {store} dựng từ tệp nhập vào, không đọc tệp nào nên không có sổ.",
        "The store {store} was imported; no files were read into it, so it has no ledger.",
    ),
    "no watchfiles": (
        "Cần cài thêm thư viện theo dõi thư mục: pip install 'luocdo[inbox]'",
        "The library that watches folders is not installed: pip install 'luocdo[inbox]'",
    ),
    "inbox waits": (
        "Đang theo dõi {folder}; Ctrl-C để dừng.",
        "Watching {folder}; Ctrl-C stops.",
    ),
    "inbox stopped": (
        "Đã dừng; kho giữ nguyên như sau lần đọc trọn vẹn gần nhất.",
        "Stopped; the store is as the last whole build left it.",
    ),
    "new document": ("mới: {document}", "new: {document}"),
    "new link": ("mới: {subject} {relation} {object}", "new: {subject} {relation} {object}"),
    "new finding": ("cần xem: {subject}: {message}", "to look at: {subject}: {message}"),
    "file gone": ("không còn: {path}", "gone: {path}"),
    "only mentioned": (
        "{document} chỉ được nhắc đến; kho không có tệp nào của chính văn bản này.",
        "{document} is only mentioned; the store holds no file of its own.",
    ),
    "original gone": (
        "Tệp {path} không còn ở đó; nếu đã chuyển chỗ, hãy chạy lại luocdo build.",
        "The file {path} is no longer there; if it was moved, run luocdo build again.",
    ),
    "several originals": (
        "Văn bản này có ở nhiều tệp; lấy {path} (PDF trước, rồi tệp mới nhất). Còn có: {others}",
        "Several files hold this document; {path} is taken (PDF first, then the newest). "
        "There are also: {others}",
    ),
    "original in archive": (
        "Văn bản nằm trong tệp nén, là: {member}",
        "The document lies in an archive, as: {member}",
    ),
    "no page to open at": (
        "Chỉ mở được đúng trang với PDF; tệp này mở từ đầu.",
        "Only a PDF can be opened at a page; this file is opened at its beginning.",
    ),
    "opened": ("Đã mở {path}", "Opened {path}"),
    "not opened": (
        "Không có chương trình để mở tệp này; hãy tự mở: {path}",
        "There is no program to open this file with; open it yourself: {path}",
    ),
    "no originals": (
        "Kho này không biết các tệp gốc (dựng từ tệp nhập vào, hoặc ở máy khác).",
        "This store does not know the files (it was imported, or built on another computer).",
    ),
    "no such state": (
        "Không có kết quả nào gọi là “{typed}”; hãy dùng một trong: {known}.",
        "No state is called '{typed}'; expected one of {known}.",
    ),
    "no such limit": (
        "Không đặt được giới hạn “{typed}”; cần dạng TÊN=SỐ với số nguyên lớn hơn 0 và tên là một "
        "trong: {known}.",
        "'{typed}' sets no limit; expected NAME=NUMBER with a whole number above 0 and a name "
        "out of {known}.",
    ),
    "no question of a state": (
        "Câu hỏi “{question}” không nhận --state; chỉ luocdo {command} nhận.",
        "The question '{question}' takes no --state; luocdo {command} does.",
    ),
}
