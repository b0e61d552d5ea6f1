"""What the command line says of servers, in Vietnamese and in English; part of one table."""

import re
from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "bad address": (
        "Không rõ máy chủ {address} nhận câu hỏi và đồ thị ở đâu. Hãy dùng một trong: {known}",
        "Cannot tell where {address} takes queries and graphs. Use one of: {known}",
    ),
    "server failed": (
        "Máy chủ {address}: {reason}.",
        "The server {address}: {reason}.",
    ),
    "nothing published": (
        "Đồ thị trên {address} chưa trọn vẹn (lần ghi trước dừng giữa chừng, hoặc đang ghi). "
        "Hãy chạy lại: luocdo build THƯ_MỤC --store {address}",
        "The graph on {address} is not whole (its last build was stopped, or is still running). "
        "Run again: luocdo build FOLDER --store {address}",
    ),
    "nothing published: other": (
        "Máy chủ {address} chưa có đồ thị nào của Luocdo. Hãy đọc văn bản trước: "
        "luocdo build THƯ_MỤC --store {address}",
        "The server {address} holds no graph of Luocdo. Build one first: "
        "luocdo build FOLDER --store {address}",
    ),
    "foreign graph": (
        "Đồ thị trên {address} do máy hoặc tài khoản khác ghi; chưa có gì bị thay đổi. Hãy chạy "
        "build ở nơi đó, hoặc chép thư mục làm việc của nơi đó vào {workbench}, hoặc xóa đồ thị "
        "<{graph}> trên máy chủ để ghi đè tất cả.",
        "The graph on {address} was published from another machine or account; nothing was "
        "changed. Build there, or copy its working folder to {workbench}, or delete the graph "
        "<{graph}> on the server to replace everything.",
    ),
    "other publication": (
        "Đồ thị trên {address} do phiên bản khác ghi (định dạng {found}, cần {expected}); chưa có "
        "gì bị thay đổi. Hãy dùng phiên bản đó, hoặc một máy chủ khác.",
        "The graph on {address} was published by another version (format {found}, expected "
        "{expected}); nothing was changed. Use that version, or another server.",
    ),
}

REASONS: Final = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"nothing answers at this address", "không có gì trả lời ở địa chỉ này"),
        (r"start the server, or check the address", "hãy khởi động máy chủ hoặc kiểm tra địa chỉ"),
        (r"no answer within (\d+) seconds", r"không trả lời trong \1 giây"),
        (r"try again, or ask for less", "hãy thử lại, hoặc hỏi hẹp hơn"),
        (r"the connection broke off", "kết nối bị đứt"),
        (r"try again", "hãy thử lại"),
        (r"it asks for a name and a password", "máy chủ đòi tên và mật khẩu"),
        (
            r"put them into the address: (\S+)",
            r"hãy ghi vào địa chỉ: \1",
        ),
        (r"it refused the name or the password", "máy chủ không nhận tên hoặc mật khẩu"),
        (r"check them", "hãy kiểm tra lại"),
        (r"it does not allow this", "máy chủ không cho phép"),
        (
            r"give the user the right to read and write graphs",
            "hãy cấp cho tài khoản quyền đọc và ghi đồ thị",
        ),
        (r"it answers (\d+)(.*)", r"máy chủ trả lời \1\2"),
        (
            r"check that the address is that of a SPARQL server",
            "hãy kiểm tra địa chỉ có phải của máy chủ SPARQL không",
        ),
        (r"its answer cannot be read(.*)", r"không đọc được câu trả lời\1"),
        (r"it cuts answers off at (\d+) rows", r"máy chủ cắt câu trả lời ở \1 dòng"),
        (
            r"raise that limit in its settings \(Virtuoso: ResultSetMaxRows\)",
            "hãy nâng giới hạn đó trong cấu hình (Virtuoso: ResultSetMaxRows)",
        ),
        (r"the graph (\S+) is not what was published", r"đồ thị \1 không như lúc được ghi"),
    )
)
