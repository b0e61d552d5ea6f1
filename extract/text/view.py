"""The text as the grammars see it: one spelling, without marks of layout, offsets unchanged.

Every replacement here keeps the number of code points, so that a place in the view is the same
place in the composed text. What is stored and quoted is always the text as read.
"""

import re

from extract.text.look_alikes import digits_read, latin, words_read

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capitals of Vietnamese, for a class of a pattern: its small letters lie between them."""
NOTHING = "\u200b"
"""What stands in the view for every mark without width; the layout leaves it out."""

_SAME_LENGTH = {
    **dict.fromkeys("\ufeff\u200c\u200d\u00ad", NOTHING),
    "\ufffe": "-",  # PDFium's sign for the hyphen at the end of a line
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u00d0\u0189", "Đ"),
    **dict.fromkeys("\u00f0\u0256", "đ"),
}
_ODD = re.compile("[" + re.escape("".join(_SAME_LENGTH)) + "]")
# What is rare comes first, in one class; what stands before it is asked afterwards.
_SIGNS = "\u00ad¹²³⁰⁴⁵⁶⁷⁸⁹[<"
_MARK = r"""(?:
      (?<=[A-ZĐƯ0-9]\u00ad)(?=\s?[A-ZĐƯ0-9])                  # QĐ-UBND with a soft hyphen
    | (?:(?<=[A-ZĐƯ][A-ZĐƯ][¹²³⁰⁴-⁹])|(?<=TTg[¹²³⁰⁴-⁹]))      # the mark of a footnote: TW¹
        [¹²³⁰⁴-⁹]*
    | (?:(?<=[-/](?:TW|TƯ|TU|HU|QU|ĐU|CP)\d)|(?<=[-/]TTg\d)|(?<=[-/]UBND\d))
        \d?(?:,\d{1,2})*(?![\w/-])                             # its number in plain digits: TW1
    | (?<=[^\s\[\]|]\[)\^?\d{1,3}\]                           # the anchor of a footnote: TW[1]
    | (?<=[^\s\[\]|]<)sup>[ ]?\d{1,3}[ ]?</sup>
    | (?:(?<=[-/]T[./])|(?<=[-/][ ]T[./]))(?=[ƯWU]\b)        # NQ/T.Ư
    )"""
_IN_SYMBOL = re.compile(rf"[\d./{re.escape(_SIGNS)}]{_MARK}", re.VERBOSE)
_BY_SIGN = re.compile(rf"[{re.escape(_SIGNS)}]{_MARK}", re.VERBOSE)
_WITHOUT_SIGN = re.compile(r"[TWƯUPD](?:\d|[./][ƯWU]|(?<=T)Tg\d)")
"""What a mark that is a digit or a stop stands behind: one look tells that a text has none."""
_TONES = {
    **{old: new + "a" for old, new in zip(("oà", "oá", "oả", "oã", "oạ"), "òóỏõọ", strict=True)},
    **{old: new + "e" for old, new in zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), "òóỏõọ", strict=True)},
    **{old: new + "y" for old, new in zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), "ùúủũụ", strict=True)},
}
_TONED = _TONES | {old.upper(): new.upper() for old, new in _TONES.items()}
_TONED |= {old.capitalize(): new.capitalize() for old, new in _TONES.items()}
# The second letter is what is rare, so it is looked for first.
_OLD_TONE_PLACE = re.compile(r"[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?<=[oOuU].)(?<![qQ]..)(?![^\W\d_])")
# One class of rare letters first: what it was is asked afterwards, so that the search is quick.
_MARKUP = re.compile(
    r"""
    [<>#\\*`|_](?:
      (?<=[*`|])[*`|]*                                  # emphasis, table cells
    | (?<=_)_+                                          # rules
    | (?<=<)/?(?i:sup|sub|b|i|u|em|strong|br|p|div|span        # tags
      |td|tr|th|table|thead|tbody|tfoot)\b[^<>\n]{0,80}>
    | (?<=[#>])(?:(?<=\n.)|(?<=\A.))[#>]{0,5}(?=[ *])   # Markdown headings and quotes
    | (?<=\\)(?=[*_\-.#])                               # escapes of Markdown
    )""",
    re.VERBOSE,
)


def one_tone_place(text: str) -> str:
    """Return ``text`` with the tone mark where the newer spelling has it; the length stays.

    >>> one_tone_place("Uỷ ban, khoá, huỷ bỏ, quý, TỈNH UỶ")
    'Ủy ban, khóa, hủy bỏ, quý, TỈNH ỦY'
    """
    pieces: list[str] = []
    done = 0
    for match in _OLD_TONE_PLACE.finditer(text):
        start = match.start() - 1
        new = _TONED.get(text[start : match.end()])
        if new and start >= done:
            pieces += text[done:start], new
            done = match.end()
    return "".join((*pieces, text[done:])) if pieces else text


def plain_view(text: str) -> str:
    """Return composed ``text`` in one spelling and without markup, code point for code point."""
    view = latin(text.replace("\r\n", " \n"))
    if _WITHOUT_SIGN.search(view):
        view = _IN_SYMBOL.sub(_symbol_mark, view)
    elif any(sign in view for sign in _SIGNS):
        view = _BY_SIGN.sub(_symbol_mark, view)
    view = _ODD.sub(_same_length, view)
    view = _MARKUP.sub(_blank, view)
    return words_read(digits_read(one_tone_place(view)))


def _same_length(found: re.Match[str]) -> str:
    return _SAME_LENGTH[found.group()]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _symbol_mark(found: re.Match[str]) -> str:
    return "-" if found.group() == "\u00ad" else NOTHING * len(found.group())
