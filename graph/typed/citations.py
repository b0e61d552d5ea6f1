"""What people type, read as a text would be: by the rules that read citations out of texts.

Typed text lacks what print has (capitals, diacritics, the type word before a list), so it is set as
print would set it first; what stands behind a citation, its place or its title, is kept apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.grammar.citation import Citation
from extract.head.header import read_header
from extract.mentions.names import named
from extract.mentions.numbers import numbered
from extract.text.layout import lay_out
from extract.text.source import SourceText
from graph.identity.numbers import full_number
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.document_types import DocumentType, all_types, type_by_code
from ontology.institutions.issuers import issuer_by_code
from ontology.spelling import slug

_OPENING = "Xem "
"""A word before the citation, so that nothing typed is taken for the head of a text."""
_MOST_TYPED = 2000
"""More than this is a text, not a number; what is pasted behind the first lines says nothing."""
_SYMBOL = re.compile(
    r"(?<=\d)(?:[a-zđ](?![^\W\d_]))?\s*[-/ ]\s*[^\W\d_][^\W_]*(?:\s*[-/]\s*[^\W_]+)*"
)
_FIRST_CODE = re.compile(r"\d[a-zđ]?(?:/(?:19|20)\d\d)?\s*[-/ ]\s*(?P<code>[^\W\d_]+)")
_HEAD = re.compile(r"[\W_]*(?:số\b|so\b)?[\W_]*$", re.IGNORECASE)
_CODE_WORD = re.compile(r"(?P<code>[^\W\d_]{2,4})[ .]*(?:số|so)?[ .:]*(?=\d)", re.IGNORECASE)
_NUMBER_WORD = re.compile(r"\b(?:so|số)(?=\s*:?\s*\d)", re.IGNORECASE)
_DATE_WORD = re.compile(r"\bngay\s+(?=\d)", re.IGNORECASE)
_TERM_WORD = re.compile(r"\bkhoa\s+(?=[IVX]+\b)", re.IGNORECASE)
_OF_WORD = re.compile(r"\scua\s", re.IGNORECASE)
_LIST_MARK = re.compile(
    r"[\s,;/&+-]*(?:\b(?:và|va|cùng|với)\b)?[\s,;]*(?:\bsố\b)?[\s:]*", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:[,;]|\b(?:và|va)\b)\s*(?:số\s*)?$", re.IGNORECASE)
_BARE = re.compile(
    r"(?:số|so)?[\s:]*(?P<number>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedCitation:
    """One document as it was typed; an empty field was not typed.

    ``printed`` is its number with type word and symbol, or its name, as ``parse_typed`` takes it;
    ``date`` ISO, ``issuer`` written out, ``term`` Roman, ``behind`` what stands behind all that.
    """

    printed: str
    date: PartialDate = NO_DATE
    issuer: str = ""
    term: str = ""
    behind: str = ""


def typed_citations(text: str) -> tuple[TypedCitation, ...]:
    """Return the documents that were typed, in their order; none where nothing can be read.

    Several are meant where they stand in a list; what a citation's own title cites is not meant.

    >>> [cited.printed for cited in typed_citations("217/218-qđ/tw")]
    ['217-QĐ/TW', '218-QĐ/TW']
    >>> typed_citations("69-KL/TU của Tỉnh ủy Lai Châu về dân vận")
    (TypedCitation(printed='69-KL/TU', date='', issuer='Tỉnh ủy Lai Châu', term='', \
behind='về dân vận'),)
    """
    # A mark that says nothing in a symbol would end the reading of all that stands behind it.
    typed = " ".join(text[:_MOST_TYPED].split()).strip(" ?!.;")
    typed, of_type = _as_printed(typed)
    if not typed:
        return ()
    layout = lay_out(SourceText("", f"{_OPENING}{typed}."))
    flow = layout.flow
    by_number = numbered(flow)
    by_name = [
        cited
        for cited in named(flow, read_header(layout), by_number)
        if not any(cited.start <= other.start < cited.end for other in by_number)
    ]
    found = sorted([*by_number, *by_name], key=lambda cited: (cited.start, -cited.end))
    members = list(_members(flow, found))
    if not members:
        return tuple(_bare(typed))
    ends = [*(cited.start for cited in members[1:]), len(flow)]
    return tuple(
        _typed(cited, _behind(flow, cited, end) or shared, printed_type=not of_type)
        for shared in [_behind(flow, members[-1], len(flow))]
        for cited, end in zip(members, ends, strict=True)
    )


def type_typed(text: str) -> tuple[DocumentType | None, str]:
    """Return the type that ``text`` begins with, diacritics or not, and what stands behind it.

    >>> kind, behind = type_typed("chuong trinh hanh dong của Chính phủ")
    >>> kind.word, behind
    ('Chương trình', 'của Chính phủ')
    """
    words = text.split()
    for count in range(min(_longest_type(), len(words)), 0, -1):
        kind = _types().get(slug(" ".join(words[:count])))
        if kind is not None:
            return kind, " ".join(words[count:])
    return None, text


def _as_printed(typed: str) -> tuple[str, bool]:
    """Return what was typed as print has it, and whether a type word was set before it."""
    typed = _SYMBOL.sub(_symbol, typed)
    kind, behind = type_typed(typed)
    if kind is not None:
        typed = f"{kind.word} {behind}".strip()
    elif (code := _CODE_WORD.match(typed)) and (of_code := type_by_code(code["code"])):
        typed = f"{of_code.word} {typed[code.end() :]}"
    typed = _NUMBER_WORD.sub("số", typed)
    typed = _DATE_WORD.sub("ngày ", _TERM_WORD.sub("khóa ", _OF_WORD.sub(" của ", typed)))
    codes = (type_by_code(match["code"]) for match in _FIRST_CODE.finditer(typed))
    of_symbol = next(filter(None, codes), None)
    digit = re.search(r"\d", typed)
    if of_symbol and digit and _HEAD.match(typed[: digit.start()]):
        # A list shares its symbol only behind a type word.
        return f"{of_symbol.word} số {typed[digit.start() :]}", True
    return typed, False


def _symbol(match: re.Match[str]) -> str:
    """Return a symbol in capitals without blanks, words that are none as they were typed."""
    codes = re.findall(r"[^\W\d_][^\W_]*", match.group())
    letters = [code for code in codes if len(code) > 1]
    whole = match.group().strip()
    if whole[:1].isalpha() and not re.search(r"[-/]", whole):
        return match.group()
    first = type_by_code(letters[0]) if letters else None
    known = first or (letters and issuer_by_code(letters[0]))
    if not known or (len(letters) < 2 and not re.search(r"[-/]", match.group())):
        return match.group()
    fixed = re.sub(r"\s*([-/])\s*", r"\1", match.group())
    head = len(fixed) - len(fixed.lstrip())
    return fixed[:head] + _capitals(fixed[head:], letters[0], first)


def _capitals(symbol: str, code: str, kind: DocumentType | None) -> str:
    """Return ``symbol`` in capitals, its first code as the table of types has it."""
    proper = kind.code if kind and slug(kind.code) == slug(code) else code.upper()
    fixed = symbol.replace(code, proper, 1)
    after = fixed.find(proper) + len(proper)
    rest = fixed[after:]
    return fixed[:after] + (rest.upper() if rest == rest.lower() else rest)


def _members(flow: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the first citation and those that stand in one list with it."""
    last: Citation | None = None
    for cited in found:
        if last is not None:
            if cited.start < last.end:
                continue
            between = flow[last.fields_end : cited.start] if cited.start > last.fields_end else ""
            listed = _LIST_MARK.fullmatch(between) is not None
            if not listed and not _GOES_ON.search(between):
                return
        last = cited
        yield cited


def _typed(cited: Citation, behind: str, *, printed_type: bool) -> TypedCitation:
    if cited.name and cited.symbol is None:
        return TypedCitation(cited.name, cited.date, cited.issuer, cited.term, behind)
    number = full_number(cited.number, cited.printed)
    printed = f"{cited.type} {number}" if printed_type and cited.type else number
    return TypedCitation(printed, cited.date, cited.issuer, cited.term, behind)


def _behind(flow: str, cited: Citation, end: int) -> str:
    """Return what is typed behind the fields of a citation, without the marks of a list."""
    said = _GOES_ON.sub("", flow[cited.fields_end : end].rstrip(" ."))
    return "" if _LIST_MARK.fullmatch(said) else said.strip(" .,;")


def _bare(typed: str) -> Iterator[TypedCitation]:
    """Yield a number without a symbol, which texts print only where more says what is meant."""
    kind, behind = type_typed(typed)
    number = _BARE.match(behind)
    if number is None:
        return
    printed = f"{kind.word} " if kind else ""
    printed += number["number"] + (f"/{number['year']}" if number["year"] else "")
    yield TypedCitation(printed, behind=behind[number.end() :].strip(" .,;"))


@cache
def _types() -> dict[str, DocumentType]:
    known: dict[str, DocumentType] = {}
    for kind in all_types():
        for word in (kind.word, *kind.aliases, f"{kind.word} hành động"):
            known.setdefault(slug(word), kind)
    return known


@cache
def _longest_type() -> int:
    return max(key.count("-") + 1 for key in _types())
