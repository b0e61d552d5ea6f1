"""The mark of secrecy that a document bears.

Luật Bảo vệ bí mật nhà nước 2018, articles 8 and 10: there are three degrees, and a document bears
the stamp of its own. It stands in its head, in capitals, on a line of its own or behind the number.
"""

import re
import unicodedata

_HEAD = 1_500
"""How many characters of a text its head and the stamps around it take up."""
_STAMP = re.compile(
    r"^[ \t|*_#>]*(?:Độ mật|ĐỘ MẬT)?[ :]*(?P<degree>(?:TUYỆT |TỐI )?MẬT)[ \t|*_.!]*$", re.MULTILINE
)


def secrecy_of(text: str) -> str:
    r"""Return the degree of secrecy that ``text`` is stamped with, empty where it bears none.

    >>> secrecy_of("TỈNH ỦY LAI CHÂU\nTỐI MẬT\nSố 5-BC/TU")
    'TỐI MẬT'
    >>> secrecy_of("Bảo vệ bí mật nhà nước")
    ''
    """
    stamp = _STAMP.search(unicodedata.normalize("NFC", text[:_HEAD]))
    return stamp["degree"] if stamp else ""
