"""What is said to people, in the language that they chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from graph.words.tables import Pairs
from ontology.bilingual import Bilingual


class Language(StrEnum):
    """The language of messages and headings; what documents say is never translated."""

    VI = "vi"
    EN = "en"

    def choose(self, said: Bilingual) -> str:
        """Return what is meant for this language.

        >>> Language.EN.choose(Bilingual("có", "yes"))
        'yes'
        """
        return said.vi if self is Language.VI else said.en


LANGUAGE_VARIABLE: Final = "LUOCDO_LANG"
"""The environment variable that chooses the language where ``--lang`` does not."""

SENTENCES: Final = Pairs("sentences")
"""What answers say, but for single words (labels) and for what went wrong (errors, reasons)."""
REASONS: Final = Pairs("reasons")
"""Why a file, a query, a server did not give what was asked of it, and what to do."""


def say(language: Language, key: str, **values: object) -> str:
    """Return the sentence ``key`` with ``values`` filled in; KeyError where the table lacks it.

    >>> say(Language.EN, "matters", count=2)
    '2 open matters'
    """
    return language.choose(SENTENCES[key]).format(**values)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something could not be done: the ``code`` of a reason, and what fills its blanks.

    >>> Cause("not utf-8", {"byte": "4"}).told(Language.VI)
    'byte thứ 4 không phải UTF-8'
    """

    code: str
    fields: "Mapping[str, str | Cause]" = field(default_factory=dict)

    def told(self, language: Language) -> str:
        """Return the reason; a blank that nothing fills stands as a question mark."""
        words = _Blank(
            (name, value.told(language) if isinstance(value, Cause) else value)
            for name, value in self.fields.items()
        )
        return language.choose(REASONS[self.code]).format_map(words)


class _Blank(dict[str, str]):
    """What fills the blanks of a reason; a reader of files may not know all of it."""

    def __missing__(self, key: str) -> str:
        return "?"
