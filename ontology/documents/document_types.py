"""The types of documents: their codes in symbols, their words in prose."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ontology.spelling import folded
from ontology.system import System
from ontology.tables import Row, read_table

_COLUMNS = (
    "code",
    "code_variants",
    "word",
    "word_aliases",
    "system",
    "year",
    "effect",
    "uses",
    "english",
    "source",
)


class YearPlace(StrEnum):
    """Where the year stands in the numbers of a type; BOTH where two registers exist."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    BOTH = "both"
    NONE = "none"


class Effect(StrEnum):
    """Whether documents of a type act by their words, or only speak of acts, as a plan does."""

    ACTS = "acts"
    TELLS = "tells"


class TypeUse(StrEnum):
    """How the word of a type is used in running text, where grammars ask for fewer than all.

    ALONE: the word alone may mean a document named before; SMALL: in small letters, too; VERB: it
    is a verb as well. ISSUING: documents that issue others; ISSUED: what these issue or approve;
    PLAN: what so stands behind them under a heading of its own. TITLED: known by a title in
    running text; SCHEME: whose title holds its period. LAW, NORMATIVE: laws; laws and what is
    numbered with its year like them.
    """

    ALONE = "alone"
    SMALL = "small"
    VERB = "verb"
    ISSUING = "issuing"
    ISSUED = "issued"
    PLAN = "plan"
    TITLED = "titled"
    SCHEME = "scheme"
    LAW = "law"
    NORMATIVE = "normative"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """One type of one system; ``code`` is empty where symbols never show it (Luật)."""

    code: str
    word: str
    aliases: tuple[str, ...]
    code_variants: tuple[str, ...]
    system: System
    year: YearPlace
    effect: Effect
    uses: frozenset[TypeUse]
    english: str
    source: str


@cache
def all_types() -> tuple[DocumentType, ...]:
    """Return every type; where several share a code or a word, the usual one stands first."""
    rows = read_table("document_types.csv", _COLUMNS, unique=("system", "code", "word"))
    uses: dict[str, str] = {}
    for row in rows:
        word, said = row.required("word"), row.text("uses")
        if uses.setdefault(word, said) != said:
            raise row.error(f"uses is {said!r}; expected {uses[word]!r} as in other rows of {word}")
    return tuple(_document_type(row) for row in rows)


@cache
def words_used(use: TypeUse) -> tuple[str, ...]:
    """Return the words of the types that have ``use``, each once, in the order of the table.

    >>> words_used(TypeUse.LAW)
    ('Luật', 'Bộ luật', 'Pháp lệnh')
    """
    return tuple(dict.fromkeys(kind.word for kind in all_types() if use in kind.uses))


@lru_cache(4096)
def type_by_code(code: str, party: bool | None = None) -> DocumentType | None:
    """Return the type that ``code`` stands for in a symbol, None where there is none.

    Letter case and what OCR does to a code (QD, Ctr) do not matter. ``party`` prefers the Party's
    type (True) or the State's (False) where both have the code.

    >>> type_by_code("qd").word
    'Quyết định'
    >>> type_by_code("TT", party=True).word
    'Thông tri'
    """
    return _preferred(_by_code().get(folded(code), ()), party)


@lru_cache(4096)
def type_by_word(word: str, party: bool | None = None) -> DocumentType | None:
    """Return the type that is written ``word`` in prose, None where there is none.

    Letter case and the place of tones do not matter; ``party`` as in ``type_by_code``.

    >>> type_by_word("QUY ĐỊNH", party=False).code
    'QyĐ'
    """
    return _preferred(_by_word().get(folded(word), ()), party)


def acts(word: str) -> bool:
    """Tell whether a document of this type acts by its words; one of no known type may.

    >>> acts("Quyết định"), acts("Kế hoạch")
    (True, False)
    """
    return not word or word in _acting()


@cache
def type_words() -> tuple[str, ...]:
    """Return every word that a type is written with in prose, in the order of the table.

    >>> "Bộ luật" in type_words()
    True
    """
    words = (word for kind in all_types() for word in (kind.word, *kind.aliases))
    return tuple(dict.fromkeys(words))


@cache
def _acting() -> frozenset[str]:
    return frozenset(kind.word for kind in all_types() if kind.effect is Effect.ACTS)


@cache
def _by_code() -> dict[str, tuple[DocumentType, ...]]:
    exact = _grouped((code, kind) for kind in all_types() if (code := kind.code))
    variants = _grouped((code, kind) for kind in all_types() for code in kind.code_variants)
    return {code: exact.get(code, ()) + variants.get(code, ()) for code in exact | variants}


@cache
def _by_word() -> dict[str, tuple[DocumentType, ...]]:
    return _grouped((word, kind) for kind in all_types() for word in (kind.word, *kind.aliases))


def _grouped(
    pairs: Iterable[tuple[str, DocumentType]],
) -> dict[str, tuple[DocumentType, ...]]:
    groups: dict[str, tuple[DocumentType, ...]] = {}
    for text, kind in pairs:
        key = folded(text)
        groups[key] = (*groups.get(key, ()), kind)
    return groups


def _preferred(types: tuple[DocumentType, ...], party: bool | None) -> DocumentType | None:
    if party is not None:
        fitting = [kind for kind in types if (kind.system is System.PARTY) == party]
        types = tuple(fitting) or types
    return types[0] if types else None


def _document_type(row: Row) -> DocumentType:
    return DocumentType(
        code=row.text("code"),
        word=row.required("word"),
        aliases=row.many("word_aliases"),
        code_variants=row.many("code_variants"),
        system=row.choice("system", System),
        year=row.choice("year", YearPlace),
        effect=row.choice("effect", Effect),
        uses=frozenset(row.choices("uses", TypeUse)),
        english=row.required("english"),
        source=row.required("source"),
    )
