"""Who issued a document, where the text says so before the reference.

"Huyện ủy ban hành Kế hoạch số …", "đề nghị của Sở Tư pháp tại Tờ trình số …".
"""

import re

from extract.grammar.fields import written_out

_ISSUED_BY = re.compile(
    r"(?P<body>(?:Ban |BTV |Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|UBND|Ủy ban|HĐND"
    r"|Hội đồng|Chính phủ|Thủ tướng|Bộ |Quốc hội|Sở )"
    r"(?:[^,;.:()\n]|(?<=TP)\.){0,50}?)[ ](?:đã )?(?:ban hành|xây dựng|có|ra)[ ]$"
)
_PROPOSED_BY = re.compile(r"[Đđ]ề nghị của (?P<body>[^;.\n]{4,140}?)[ ]tại[ ]$")
_ASKED_BY = re.compile(
    r"của (?P<body>(?:Ban|BTV|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy|UBND|Ủy ban|HĐND|Hội đồng"
    r"|Chính phủ|Thủ tướng|Bộ|Quốc hội|Sở|Giám đốc|Chủ tịch|Chánh|Thường trực|Liên|Công an|Cục)[ ]"
    r"(?:(?!quy định|ban hành|được|cấp)[^,;.:()\n]){0,90}?)[ ](?:tại|theo)[ ](?:các )?$"
)


_LEADS = ("nh ", "ng ", "có ", "ra ", "ại ", "eo ", "ác ")
"""What the words end with that may lead from an issuer to a reference, for one quick look."""


def issuer_before(flow: str, start: int) -> str:
    """Return the body that stands before a reference as its issuer ("Huyện ủy ban hành …")."""
    if not flow[max(0, start - 4) : start].endswith(_LEADS):
        return ""
    before = flow[max(0, start - 90) : start]
    found = (
        _PROPOSED_BY.search(flow, max(0, start - 170), start)
        or _ISSUED_BY.search(before)
        or _ASKED_BY.search(before)
    )
    return written_out(found["body"]) if found else ""
