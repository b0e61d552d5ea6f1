"""Letters of older encodings, told from those of Unicode by the syllables that they make.

Texts of the nineties were set in the letters of TCVN3 (ABC) or VNI; today they lie about as the
bytes of those days, or saved again as UTF-8 with "C«ng" where Công was meant. Others were encoded
as UTF-8 twice. Nothing is converted unless far more of the words are Vietnamese afterwards.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.readers.protocol import Reason, UnreadableFileError
from extract.readers.syllables import is_in_unicode, marked_words, share_of_all, share_of_syllables
from ontology.tables import read_table

_FEWEST_WORDS = 3
_AFTER_AT_LEAST = 0.85
_BEFORE_AT_MOST = 0.5
_ALL_AT_LEAST = 0.6
_TWICE = "utf-8-twice"
_WAYS = tuple(
    (*layers, *letters)
    for layers in ((), (_TWICE,), (_TWICE, _TWICE))
    for letters in ((), ("tcvn3",), ("vni",))
    if layers or letters
)
"""What may have happened to a text, undone from the left: encoded once or twice too often."""
_PROBE = 50_000
"""How many characters are looked at to tell an encoding."""
_UNDEFINED = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes without a letter in windows-1252; programs keep them as control characters."""
_BYTE_OF = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{
        bytes([byte]).decode("cp1252"): byte
        for byte in range(0x80, 0x100)
        if byte not in _UNDEFINED
    },
}
_HIGH = re.compile(f"[{re.escape(''.join(_BYTE_OF))}]+")
_WORD = re.compile(r"(?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7])+")
_CAPITALS = "\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7"
_SMALL = "\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae"
"""The letters of TCVN3 that have both cases: ă, â, ê, ô, ơ, ư, đ."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding that it was in: empty where it was plain UTF-8."""

    text: str
    encoding: str = ""


def restored(text: str) -> Decoded:
    """Return ``text`` with the letters that were meant, line by line where lines differ.

    >>> restored("Céng hßa x· héi chñ nghÜa ViÖt Nam")
    Decoded(text='Cộng hòa xã hội chủ nghĩa Việt Nam', encoding='tcvn3')
    >>> restored("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam").text
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    >>> restored("Die Straße führt über den Fluß, ñandú, Ängste").encoding
    ''
    """
    if text.isascii():
        return Decoded(text)
    wrong = "\n".join(line for line in text.split("\n") if _is_wrong(line))[:_PROBE]
    ways = [(rate, way) for way in _WAYS if wrong and (rate := _rate_of_good(_read_so(wrong, way)))]
    if not ways:
        return Decoded(text)
    # Of several that do equally well, the shortest: max keeps the first.
    way = max(ways, key=lambda rated: rated[0])[1]
    lines = (_line_restored(line, way) for line in text.split("\n"))
    return Decoded(unicodedata.normalize("NFC", "\n".join(lines)), " ".join(way))


def _read_so(text: str, way: tuple[str, ...]) -> str:
    for name in way:
        text = _once_less(text) if name == _TWICE else _written_in(name, text)
    return text


def in_unicode(text: str, encoding: str) -> str:
    """Return ``text``, written in the letters of ``encoding`` (tcvn3, vni), in those of Unicode.

    >>> in_unicode("céng hßa", "tcvn3")
    'cộng hòa'
    """
    return unicodedata.normalize("NFC", _written_in(encoding, text))


def decoded(data: bytes) -> Decoded:
    """Return the text of ``data``; UTF-8 comes back exactly as it is, byte order mark included.

    Raises UnreadableFileError where the bytes are those of no encoding that is known.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            return restored(text) if encoding == "utf-8" else Decoded(text, encoding)
    if encoding := _unmarked_utf_16(data):
        return Decoded(_strictly(data, encoding), "utf-16")
    if b"\x00" in data[:8192]:
        raise UnreadableFileError(Reason.BINARY)
    try:
        return restored(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _of_old_bytes(data, error)


def _of_old_bytes(data: bytes, error: UnicodeDecodeError) -> Decoded:
    western = restored("".join(map(_western().__getitem__, data)))
    try:
        marked = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        marked = ""
    rate = _rate_of_good(marked[:_PROBE])
    if rate > _rate_of_good(western.text[:_PROBE]):
        return Decoded(marked, "windows-1258")
    if not western.encoding:
        raise UnreadableFileError(Reason.NOT_TEXT, byte=str(error.start)) from error
    return western


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(Reason.NOT_TEXT, byte=str(error.start)) from error


def _unmarked_utf_16(data: bytes) -> str:
    """Return the encoding of UTF-16 without a mark: blanks and digits have a byte of nothing."""
    sample = data[:8192]
    if len(sample) < 8 or len(data) % 2:
        return ""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    most, least = max(first, second), min(first, second)
    if most < 0.2 * len(sample) / 2 or least > 0.01 * len(sample):
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _is_wrong(line: str) -> bool:
    """Tell whether half the marked words of a line are no syllables."""
    if line.isascii() or is_in_unicode(line):
        return False
    words = marked_words(unicodedata.normalize("NFC", line))
    return bool(words) and share_of_syllables(words) <= _BEFORE_AT_MOST


def _line_restored(line: str, way: tuple[str, ...]) -> str:
    """Return a line of a text with such letters converted, unless it was right before.

    A short line can be right in both ("Soá"); where it holds no letter beyond Latin-1 it is taken
    for what the text is.
    """
    if line.isascii():
        return line
    new = _read_so(line, way)
    if _is_wrong(line):
        return new
    if any(char.isalpha() for char in _HIGH.sub("", line) if not char.isascii()):
        return line
    before, after = (share_of_syllables(marked_words(text)) for text in (line, new))
    return new if after >= before else line


def _rate_of_good(text: str) -> float:
    """Return the share of syllables among the marked words; 0 where it is no Vietnamese."""
    words = marked_words(unicodedata.normalize("NFC", text))
    share = share_of_syllables(words)
    seen = {word for word in words if len(word) > 1}
    good = len(seen) >= _FEWEST_WORDS and share >= _AFTER_AT_LEAST
    return share if good and share_of_all(text) >= _ALL_AT_LEAST else 0.0


def _written_in(encoding: str, text: str) -> str:
    return _of_tcvn3(text) if encoding == "tcvn3" else _replaced(encoding, text)


@cache
def _western() -> tuple[str, ...]:
    """Return the 256 letters of windows-1252, control characters where it has none."""
    return tuple(_UNDEFINED.get(byte) or bytes([byte]).decode("cp1252") for byte in range(0x100))


def _once_less(text: str) -> str:
    """Return ``text`` with letters that are bytes of UTF-8 put together."""

    def whole(run: re.Match[str]) -> str:
        try:
            return bytes(map(_BYTE_OF.__getitem__, run[0])).decode("utf-8")
        except UnicodeDecodeError:
            return run[0]

    return _HIGH.sub(whole, text)


@cache
def letters_of(encoding: str) -> dict[str, str]:
    """Return what is written in ``encoding`` (tcvn3, vni) for each letter of Vietnamese.

    The keys are the bytes as windows-1252 shows them. A mark of VNI has no case of its own: the
    letter before it has.
    """
    table = read_table(
        "legacy_letters.csv",
        ("encoding", "bytes", "letter", "source"),
        unique=("encoding", "bytes"),
    )
    letters: dict[str, str] = {}
    for row in table:
        code = row.required("bytes")
        if not re.fullmatch(r"[0-9A-F]{2}(?: [0-9A-F]{2})?", code):
            raise row.error(f"bytes is {code!r}; expected one or two bytes in hexadecimal")
        if len(row.required("letter")) != 1:
            raise row.error(f"letter is {row.text('letter')!r}; expected one letter")
        if row.text("encoding") == encoding:
            written = bytes.fromhex(code).decode("cp1252")
            letters[written] = row.text("letter")
            if len(written) > 1:
                letters[written[0] + written[1].swapcase()] = row.text("letter")
    return letters


@cache
def _pattern(encoding: str) -> re.Pattern[str]:
    written = sorted(letters_of(encoding), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, written)))


def _replaced(encoding: str, text: str) -> str:
    letters = letters_of(encoding)
    return _pattern(encoding).sub(lambda found: letters[found[0]], text)


def _of_tcvn3(text: str) -> str:
    """Return ``text`` in the letters of Unicode; toned capitals are told by the words around.

    TCVN3 has none: "CéNG HßA X· HéI" is set in a font whose small letters look like capitals.
    """
    words = list(_WORD.finditer(text))
    capital = [_is_capital(word[0]) for word in words]
    left = list(_known_before(text, words, capital))
    right = list(reversed(list(_known_before(text, words[::-1], capital[::-1]))))
    parts: list[str] = []
    done = 0
    for index, word in enumerate(words):
        new = _replaced("tcvn3", word[0])
        upper = capital[index]
        if upper is None:
            sides = {left[index], right[index]} - {None}
            upper = sides == {True}
        parts += text[done : word.start()], new.upper() if upper else new
        done = word.end()
    return "".join((*parts, text[done:]))


def _is_capital(word: str) -> bool | None:
    """Tell whether a word is in capitals; None where its ASCII letters do not say."""
    known = [char.isupper() for char in word if char.isascii()]
    known += [char in _CAPITALS for char in word if char in _CAPITALS + _SMALL]
    if not all(known):
        return False
    return True if len(known) > 1 else None


def _known_before(
    text: str, words: Sequence[re.Match[str]], capital: Sequence[bool | None]
) -> Iterator[bool | None]:
    """Yield for each word whether the last one that says so, blanks apart, is in capitals.

    An abbreviation ("Bé GTVT") says nothing of the word beside it.
    """
    known: bool | None = None
    previous: re.Match[str] | None = None
    for word, upper in zip(words, capital, strict=True):
        if previous is not None:
            first, second = sorted((previous, word), key=re.Match.start)
            if (
                text[first.end() : second.start()].strip(" ")
                or "\n" in text[first.end() : second.start()]
            ):
                known = None
        yield known
        if upper is not None and not (upper and word[0].isascii()):
            known = upper
        previous = word
