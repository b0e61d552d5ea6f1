"""The words of an added link: where they stand in the text as read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.source import SourceText
from graph.decisions.additions import words_in
from graph.decisions.referents import Unmet

FOUND = [
    ("Xem Kế hoạch 61.", "Kế hoạch 61", "Kế hoạch 61", "as printed"),
    ("Xem Kế\n  hoạch 61.", "Kế hoạch 61", "Kế\n  hoạch 61", "a line end within"),
    ("Kết luận số 69-\r\nKL/TU.", "69-KL/TU", "69-\r\nKL/TU", "a line end where none is typed"),
    ("số 43-KL/TWngày", "43-KL/TW ngày", "43-KL/TWngày", "a blank that the text lacks"),
    ("Kế\u00a0hoạch\u200b 61", "Kế hoạch 61", "Kế\u00a0hoạch\u200b 61", "blanks of other kinds"),
    (
        unicodedata.normalize("NFD", "Xem Kế hoạch rồi"),
        "Kế hoạch",
        unicodedata.normalize("NFD", "Kế hoạch"),
        "letters taken apart in the text",
    ),
    ("\ufeffKế hoạch 61", "Kế hoạch", "Kế hoạch", "behind a byte order mark"),
    ("một. hai. một hai", "hai. một", "hai. một", "its parts stand elsewhere, too"),
]


@pytest.mark.parametrize(
    ("text", "quote", "words"), [row[:3] for row in FOUND], ids=[row[3] for row in FOUND]
)
def test_words_are_found_and_quoted_as_read(text: str, quote: str, words: str) -> None:
    source = SourceText("a.txt", text)
    assert words_in(source, quote).of(source) == words


UNMET = [
    ("Xem Kế hoạch 61.", "Kế hoạch 62", "no-quote", "other words"),
    ("Xem Kế hoạch 61.", "kế hoạch 61", "no-quote", "other letters"),
    ("Xem Kế hoạch 61.", "\u200b", "no-quote", "nothing that can be seen"),
    ("Kế hoạch 61, Kế hoạch 62", "Kế hoạch", "ambiguous-quote", "two places"),
    ("aaa", "aa", "ambiguous-quote", "two places, one over the other"),
    ("", "Kế hoạch", "no-quote", "an empty text"),
]


@pytest.mark.parametrize(
    ("text", "quote", "code"), [row[:3] for row in UNMET], ids=[row[3] for row in UNMET]
)
def test_words_that_stand_nowhere_or_twice_are_told_of(text: str, quote: str, code: str) -> None:
    with pytest.raises(Unmet) as caught:
        words_in(SourceText("a.txt", text), quote)
    assert (caught.value.code, caught.value.detail) == (code, quote)


@given(st.text(max_size=40), st.text(min_size=1, max_size=20), st.text(max_size=40))
def test_what_is_copied_from_a_text_is_found_there(before: str, words: str, after: str) -> None:
    """Whatever the text holds: the words are found, white space apart, or stand there twice."""
    source = SourceText("a.txt", f"{before}|{words}|{after}")
    times = _times(_letters(source.text), _letters(words))
    if times == 1:
        assert _letters(words_in(source, words).of(source)) == _letters(words)
    else:
        with pytest.raises(Unmet, match="ambiguous-quote" if times else "no-quote"):
            words_in(source, words)


def _times(text: str, words: str) -> int:
    return sum(text.startswith(words, start) for start in range(len(text))) if words else 0


def _letters(words: str) -> str:
    composed = unicodedata.normalize("NFC", words)
    return "".join(
        char for char in composed if not char.isspace() and unicodedata.category(char) != "Cf"
    )
