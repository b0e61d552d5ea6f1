"""The templates of pages: where they are, and what all of them may say."""

from collections.abc import Mapping
from functools import partial
from importlib.resources import files
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from graph.harmless import plain
from graph.pages.words import SENTENCES
from graph.read.collection import Collected
from graph.values import Found, Step
from graph.words.labels import (
    HEADINGS,
    LEVEL_WORDS,
    called,
    open_words,
    relation_words,
    shown_date,
    word,
)
from graph.words.sentences import Language
from ontology.bilingual import Bilingual
from ontology.documents.extraction_rules import rule_meanings
from ontology.spelling import slug

_HERE: Final = PackageLoader("graph.pages", "templates")


def page_environment(
    room: str, language: Language, sentences: Mapping[str, Bilingual] = SENTENCES
) -> Environment:
    """Return the templates of ``room`` and those that all pages share; ``say`` has ``sentences``.

    Whoever renders gives ``places``, the names of places by their paths, which names of documents
    need; ``link_to`` and ``words_at``, the addresses of a document and of the words of a link.
    """
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(room, "templates"), _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "language": language.value,
        "say": lambda key, **values: language.choose(sentences[key]).format(**values),
        "level_name": lambda level: word(LEVEL_WORDS, language, level),
        "field_name": lambda field: word(HEADINGS, language, field),
        "relation": partial(_relation, language),
    }
    environment.filters |= {
        "name": _name,
        "plain": plain,
        "open": lambda found: plain(open_words(found, language)),
        "date": lambda value: shown_date(language, value),
        "rule": partial(_rule, language),
        "folded": lambda text: slug(text).replace("-", " "),
    }
    return environment


def stylesheet() -> str:
    """Return the style that the pages of the site and of the application share."""
    return f"{shared_style()}\n{_style('pages.css')}"


def shared_style() -> str:
    """Return how documents, texts and what is owed look wherever they are shown."""
    return "\n".join(map(_style, ("tokens.css", "reading.css", "owing.css")))


def _style(name: str) -> str:
    return files("graph.pages").joinpath("templates", name).read_text(encoding="utf-8")


def _rule(language: Language, name: str) -> str:
    """Return what a rule is called; one of an earlier version is called as it was written."""
    return word(rule_meanings(), language, name) if name in rule_meanings() else name


def _relation(language: Language, step: Step) -> str:
    """Return what stands between the ends of a link when it is read out."""
    return relation_words(
        language, step.relation, review=step.review, years=step.years, part=step.part
    )


@pass_context
def _name(context: Context, document: Collected | Found) -> str:
    found: Any = document.found if isinstance(document, Collected) else document
    return plain(called(found, context["places"], Language(context["language"])))
