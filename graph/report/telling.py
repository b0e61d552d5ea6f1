"""How a report says things: sentences, days, names of documents and places, where words stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph.harmless import plain
from graph.values import Found, Quote, Step
from graph.words.labels import called, shown_date
from graph.words.sentences import Language, say
from graph.words.tables import Pairs
from graph.words.whereabouts import name_at, place_line
from ontology.level import Level

SENTENCES: Final = Pairs("report")
_LONGEST: Final = 300
"""How much of a quote a cell shows; its note leads to the rest."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The language of a report, and what places are called, by their paths."""

    language: Language
    places: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return the sentence ``key`` with ``values`` filled in."""
        return self.language.choose(SENTENCES[key]).format(**values)

    def day(self, date: str) -> str:
        """Return a date as people write it."""
        return shown_date(self.language, date)

    def name(self, document: Found) -> str:
        """Return what people call a document, told from its namesakes."""
        return plain(called(document, self.places, self.language))

    def level(self, level: Level) -> str:
        """Return the word for a level, as it stands within a sentence."""
        return self.say(f"level {level}")

    def issuer(self, document: Found) -> str:
        """Return who issued a document, and where that is if the name does not say so."""
        path = document.place
        if path and name_at(path, (document.issuer,)) in document.issuer:
            path = path.rpartition(".")[0]
        place = place_line(path, (document.issuer,))
        return "\n".join(plain(part) for part in (document.issuer, place) if part)

    def quote(self, words: str) -> str:
        """Return words of a text in quotation marks, no more of them than a cell takes."""
        said = plain(words)
        if not said:
            return ""
        return f"“{said}”" if len(said) <= _LONGEST else f"“{said[:_LONGEST].rstrip()}…”"

    def place(self, words: Step | Quote) -> str:
        """Return where words stand: file, page, offsets."""
        page = f", {say(self.language, 'page', page=words.page)}" if words.page else ""
        where = self.say("position", start=words.start, end=words.end)
        return f"{plain(words.text)}{page}, {where}"
