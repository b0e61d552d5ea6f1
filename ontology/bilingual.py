"""What is said in both languages: once for who reads Vietnamese, once for who reads English."""

from typing import NamedTuple


class Bilingual(NamedTuple):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str
