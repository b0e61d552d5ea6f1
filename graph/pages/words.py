"""What the pages of the site and of the application say alike."""

from typing import Final

from graph.words.browser import ALIKE
from graph.words.sentences import SENTENCES as ANSWERS
from graph.words.sentences import Language
from graph.words.tables import Pairs

SENTENCES: Final = Pairs("site", besides={**ALIKE, "page number": ANSWERS["page"]})


def page_sentence(language: Language, key: str) -> str:
    """Return a sentence of the pages with its blanks still open; KeyError where there is none."""
    return language.choose(SENTENCES[key])
