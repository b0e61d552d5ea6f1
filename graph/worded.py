"""What every error has in common: its sentence in both languages, and its exit code.

The sentences stand in ``graph/words/errors.csv``; the blanks of one are the fields of its error.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import ClassVar, Final

from graph.values import Found
from graph.words.sentences import Cause, Language
from graph.words.tables import Pairs

SENTENCES: Final = Pairs("errors")


class Exit(IntEnum):
    """What the exit code of a command says."""

    FOUND = 0
    NOTHING = 1
    WRONG_USE = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141
    TERMINATED = 143


class GraphError(Exception):
    """Any error of the program; catch it to show the message without a traceback.

    ``str`` of an error is English, ``told`` says it in either language.

    >>> try:
    ...     kg.plans("43-KL/TV")
    ... except GraphError as error:
    ...     print(error.told(Language.VI))
    Không văn bản nào đã đọc nhắc đến “43-KL/TV”. Xem đã đọc những gì: luocdo ask texts
    Gần nhất: 43-KL/TW
    """

    exit: ClassVar[Exit] = Exit.UNREADABLE
    """What a command ends with."""
    _key: ClassVar[str]
    _unless: ClassVar[str]

    def __init_subclass__(
        cls, *, key: str = "", unless: str = "", code: Exit | None = None
    ) -> None:
        """Give a kind of error the ``key`` of its sentence, and the exit code, if it is another.

        Where the field ``unless`` is nothing, the sentence ``KEY: other`` is said.
        """
        super().__init_subclass__()
        cls._key, cls._unless = key, unless
        cls.exit = code or cls.exit

    def told(self, language: Language) -> str:
        """Return what to tell the user."""
        fields = vars(self)
        met = not self._unless or fields[self._unless]
        return sentence(language, self._key if met else f"{self._key}: other", fields)

    def __str__(self) -> str:
        return self.told(Language.EN)


def sentence(language: Language, key: str, fields: Mapping[str, object]) -> str:
    """Return the sentence ``key`` of the table of errors with ``fields`` in its blanks."""
    words = {name: _in_words(value, language) for name, value in fields.items()}
    return language.choose(SENTENCES[key]).format(**words)


def _in_words(value: object, language: Language) -> object:
    """Return the value of a field as a sentence shows it."""
    if isinstance(value, Cause):
        return value.told(language)
    if isinstance(value, tuple):
        return len(value) if any(isinstance(each, Found) for each in value) else ", ".join(value)
    return value


class WordedError(GraphError):
    """An error that is met at one place alone: the key of its sentence, and what fills it."""

    def __init__(self, key: str, **fields: str) -> None:
        self.sentence = key
        self.fields = fields

    def told(self, language: Language) -> str:
        """Return what to tell the user."""
        return sentence(language, self.sentence, self.fields)


class WrongUse(WordedError, code=Exit.WRONG_USE):
    """Something was typed that the command does not take."""


class TooCostly(WordedError, code=Exit.WRONG_USE):
    """A query takes more time, or gives more rows, than one query of somebody else may."""


class Incomplete(WordedError):
    """The installation lacks a file that the program comes with."""
