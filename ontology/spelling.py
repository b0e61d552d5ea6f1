"""One spelling for words that Vietnamese texts print in several ways.

Nothing here changes what is stored: these forms are keys for comparing and for IRIs.
"""

import re
import unicodedata

_TONE_PLACES = str.maketrans({"Ð": "Đ", "ð": "đ"})
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


def slug(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters and digits joined by hyphens.

    >>> slug("Kết luận số 69-KL/TU")
    'ket-luan-so-69-kl-tu'
    >>> slug("BLĐTB&XH")
    'bldtb-xh'
    """
    bare = unicodedata.normalize("NFD", text.translate(_TONE_PLACES).translate(_D_WITH_STROKE))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")
