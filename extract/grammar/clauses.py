"""How parts and items are marked, where a clause ends, and which paragraphs act by their words."""

import re

from extract.grammar.lexicon import types_in_capitals
from ontology.documents.document_types import TypeUse

_PARTY = r"\d{1,2}(?:\.\d{1,2})*[ ]?-[ ](?![A-ZĐ]{1,6}[-/]|\d)"
"""How the Party marks items: "1- Các cấp ủy"; "310- QĐ/TU" is a number."""
MARK = rf"(?:Điều[ ]\d+[a-zđ]?[.:]?|\d+(?:\.\d+)*[.)]|{_PARTY}|[a-zđ]{{1,2}}\)|[-+•])"
CLAUSE_END = re.compile(
    r"[.;:!?\n](?:(?<=\n)|(?<!\bTP\.)(?<!\bTp\.)(?<!\bTX\.)(?<!\bTx\.)(?<!\bTT\.)(?<!\bTt\.)[ ])"
)
"""A stop with a space behind it, but not that of "TP. Hồ Chí Minh" or "TX. Gò Công"."""
ITEM = re.compile(rf"[ ]*(?:\d+(?:\.\d+)*[.)]|{_PARTY}|[a-zđ]{{1,2}}\)|[-+•])")
ARTICLE = re.compile(r"[ ]*Điều[ ]\d+[a-zđ]?[.:]")
SECTION = re.compile(r"[ ]*(?:[IVXL]{1,6}[ ]*[.\-/)]|[A-H][ ]*[.\-/)][ ]|Phần[ ]|Chương[ ])")
PLAN_TITLE = re.compile(rf"(?:BẢN )?{types_in_capitals(TypeUse.PLAN)}(?![^\W\d_])[^.;]{{0,90}}")
"""The title of what an act issues: behind it stand tasks, no articles."""
THIS = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+){0,3}[ ]này(?![^\W\d_])")
""""Thông tư liên tịch này": the words of a type are four at most."""
BY_THIS = re.compile(rf"[ ](?:bằng|bởi|theo)[ ]{THIS.pattern}")
"""That the text itself does what stands before: "được thay thế bằng Kế hoạch này"."""
OPERATIVE = re.compile(
    rf"[ ]*(?:{MARK}|Quyết định|Nghị|Thông tư|Nay|Bãi bỏ|Hủy bỏ|Phê duyệt|Ban hành|Sửa đổi"
    rf"|Thay thế|{THIS.pattern})",
    re.IGNORECASE,
)
