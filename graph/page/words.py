"""All words of the page, in every language: it is switched without being written again."""

from typing import Any, Final

from graph.pages.words import SENTENCES as OF_SITE
from graph.rdf.schema import FIELDS
from graph.words.browser import ALIKE, OWED
from graph.words.headings import HEADINGS
from graph.words.labels import (
    DOUBT_WORDS,
    INVERSE_PART_WORDS,
    INVERSE_REVIEW_WORDS,
    INVERSE_WORDS,
    LEVEL_WORDS,
    OWED_WORDS,
    PART_WORDS,
    RELATION_WORDS,
    REVIEW_WORDS,
    word,
)
from graph.words.sentences import SENTENCES as ANSWERS
from graph.words.sentences import Language
from graph.words.tables import Pairs
from ontology.documents.extraction_rules import rule_meanings

_FIELDS: Final = (*(field.name for field in FIELDS), "selector", "iri")
_COLUMNS: Final = (
    *("subject", "relation", "date", "place", "quote"),
    *("document", "title", "issuer", "level", "plans", "places"),
)
_OVERVIEW: Final = (
    "start heading",
    "count documents",
    "count held",
    "count unresolved",
    "by level",
    "earlier",
    "later",
)
"""What the page says of a whole collection as the start page of the application does."""
_OF_PAGES: Final = ("owed heading",)
"""What of what is owed pages of their own say alone."""
_APPLICATION: Final = Pairs("web")
_OWN: Final = Pairs("page")
_READING: Final = (
    *("read text", "mark cite", "mark evidence"),
    *("links of text", "to words", "page number"),
)
"""What the page says of a text as the site does."""
SENTENCES: Final = Pairs(
    "page",
    besides={
        **ALIKE,
        **{key: OWED[key] for key in OWED if key not in _OF_PAGES},
        **{key: _APPLICATION[key] for key in _OVERVIEW},
        **{key: OF_SITE[key] for key in _READING},
        "view text": OF_SITE["read text"],
        "view owed": OWED["owed"],
        **{f"field {name}": HEADINGS[name] for name in _FIELDS},
        **{f"column {name}": HEADINGS[name] for name in _COLUMNS},
        "facet place": HEADINGS["place"],
        "facet relation": ANSWERS["relations"],
        "column text held": _OWN["facet held"],
        "held all": _OWN["all"],
        "held held": ALIKE["held"],
        "held cited": ALIKE["not held"],
        "alone": ANSWERS["no relations"],
        "unresolved": ANSWERS["unresolved"],
    },
)
"""What the page says; what it shares with answers and with the site stands there."""


def page_words(language: Language) -> dict[str, Any]:
    """Return sentences, relations both ways, levels, statuses, rules as the page names them."""
    relations = {
        name: (word(RELATION_WORDS, language, name), word(INVERSE_WORDS, language, name))
        for name in RELATION_WORDS
    }
    reviews = {
        f"summarizes {name}": (
            word(REVIEW_WORDS, language, name),
            word(INVERSE_REVIEW_WORDS, language, name),
        )
        for name in REVIEW_WORDS
    }
    parts = {
        f"{name} part": (
            word(PART_WORDS, language, name),
            word(INVERSE_PART_WORDS, language, name),
        )
        for name in PART_WORDS
    }
    return {
        "sentences": {key: page_sentence(language, key) for key in SENTENCES},
        "relations": relations | reviews | parts,
        "levels": {name: word(LEVEL_WORDS, language, name) for name in LEVEL_WORDS},
        "owed": {name: word(OWED_WORDS, language, name) for name in OWED_WORDS},
        "doubts": {name: word(DOUBT_WORDS, language, name) for name in DOUBT_WORDS},
        "rules": {name: word(rule_meanings(), language, name) for name in rule_meanings()},
    }


def page_sentence(language: Language, key: str) -> str:
    """Return a sentence of the page with its blanks still open; KeyError where there is none."""
    return language.choose(SENTENCES[key])
