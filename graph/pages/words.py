"""What the pages of the site and of the application say alike."""

from typing import Final

from graph.words.browser import ALIKE, OWED
from graph.words.sentences import SENTENCES as ANSWERS
from graph.words.sentences import Language
from graph.words.tables import Pairs

_INTERACTIVE: Final = ("owed none", "owed status", "owed by day", "owed shown", "owed last day")
"""What of what is owed the page and the application say alone."""
_OWED: Final = {key: OWED[key] for key in OWED if key not in _INTERACTIVE}
SENTENCES: Final = Pairs("site", besides={**ALIKE, **_OWED, "page number": ANSWERS["page"]})


def page_sentence(language: Language, key: str) -> str:
    """Return a sentence of the pages with its blanks still open; KeyError where there is none."""
    return language.choose(SENTENCES[key])
