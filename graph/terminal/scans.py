"""How texts came out of their files, in words: what is unconfirmed, what read them, who signed."""

from collections.abc import Iterable, Iterator

from graph.values import Found, OwnText
from graph.words.labels import HEADINGS, shown_date, word
from graph.words.sentences import Language, say

_PLAIN = "text "
"""What has always been text needs no word on how it was read."""
_DAY = len("2026-04-29")


def unconfirmed_words(document: Found, language: Language) -> str:
    """Return which fields of a document OCR alone has read."""
    fields = (word(HEADINGS, language, name).lower() for name in document.unconfirmed_fields)
    return f"{', '.join(fields)} {say(language, 'unconfirmed')}"


def provenance_lines(texts: Iterable[OwnText], language: Language) -> Iterator[str]:
    """Yield who signed the files of texts electronically and what read them, a line for each."""
    for text in texts:
        for signed in text.signatures:
            day = shown_date(language, signed.signed_at[:_DAY])
            key = "signed" if day else "signed: other"
            yield say(language, key, name=signed.name, day=day, text=text.name)
        if text.reader and not text.reader.startswith(_PLAIN):
            yield say(language, "read with", reader=text.reader, text=text.name)
