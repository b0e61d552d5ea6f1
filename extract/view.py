"""The text as the grammars see it: one spelling, without marks of layout, offsets unchanged.

Every replacement here keeps the number of code points, so that a place in the view is the same
place in the composed text. What is stored and quoted is always the text as read.
"""

import re

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\ufeff\u200b\u200c\u200d\u00ad", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
        "\u00d0": "Đ",
        "\u00f0": "đ",
    }
)
_TONES = "àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ"
_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}
_OLD_TONE_PLACE = re.compile(
    r"o[àáảãạ](?![^\W\d_])|o[èéẻẽẹ](?![^\W\d_])|(?<![qQ])u[ỳýỷỹỵ](?![^\W\d_])", re.IGNORECASE
)
_MARKUP = re.compile(
    r"""
      </?(?:sup|sub|b|i|u|em|strong|br|p|div|span|td|tr|th|table)\b[^<>\n]{0,80}> # tags of converters
    | (?m:^[ ]*[#>]{1,6}(?=[ *]))                      # Markdown headings and quotes
    | \\(?=[*_\-.#])                                    # escapes of Markdown
    | [*`|]+ | _{2,}                                    # emphasis, table cells, rules
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _new_tone_place(match: re.Match[str]) -> str:
    first, second = match.group()
    for tones, bare in zip(_TONES, "aey", strict=True):
        tone = tones.find(second.lower())
        if tone >= 0:
            lower = _FIRST[first.lower()][tone] + bare
            return (lower[0].upper() if first.isupper() else lower[0]) + (
                lower[1].upper() if second.isupper() else lower[1]
            )
    return match.group()


def one_tone_place(text: str) -> str:
    """Return ``text`` with the tone mark where the newer spelling has it; the length stays.

    >>> one_tone_place("Uỷ ban, khoá, huỷ bỏ, quý, TỈNH UỶ")
    'Ủy ban, khóa, hủy bỏ, quý, TỈNH ỦY'
    """
    return _OLD_TONE_PLACE.sub(_new_tone_place, text)


def plain_view(text: str) -> str:
    """Return composed ``text`` in one spelling and without markup, code point for code point."""
    view = text.replace("\r\n", " \n").replace("\r", "\n").translate(_SAME_LENGTH)
    return one_tone_place(_MARKUP.sub(lambda match: " " * len(match.group()), view))
