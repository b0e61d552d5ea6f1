"""Which names of one text mean the same document, and which document without a number it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from extract.grammar.citation import Citation
from extract.grammar.lexicon import bodies
from extract.head.home import Home
from extract.mentions.action_programmes import programme_of
from extract.mentions.law_names import known_laws, law_key
from extract.text.view import UPPER
from ontology.dates import PartialDate
from ontology.documents.document_types import TypeUse, words_used
from ontology.documents.identity import DocumentId
from ontology.documents.laws import law_names
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import BodyUse
from ontology.institutions.periods import NAMED
from ontology.institutions.places import province_opening
from ontology.level import Level
from ontology.spelling import slug

_CHARTER = re.compile(r"Điều lệ Đảng(?: Cộng sản Việt Nam)?(?: khóa|$)", re.IGNORECASE)
"""The Party's charter, with its whole name or cut short."""
_WORKING_RULES = re.compile(r"Quy chế làm việc của (?P<body>.+?)(?=,| khóa | nhiệm kỳ |$)")
"""The working rules of a body, which are of its own level."""
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
"""The same as ids of congresses hold them."""
_QUOTES = str.maketrans("", "", '"“”')
_ORDINAL = re.compile(
    r"(?:lần thứ |hội |khóa )(?P<number>[IVXL]+(?![^\W\d_])|\d+|nhất|hai|ba|tư|năm)", re.IGNORECASE
)
_OF_PLENUM = re.compile(
    r"(?:trung ương (?:đảng )?(?P<number>\d{1,2})|lần thứ (?P<ordinal>[^\W_]+))"
    r"(?=[ ,(]).*?khóa (?P<term>[ivxl]+)$"
)
"""Which plenum of the Party's Central Committee resolved: "Nghị quyết Trung ương 4 (khóa XI"."""
_PROVINCE = re.compile(r"(?:tỉnh|thành phố|TỈNH|THÀNH PHỐ)[ ](?P<name>(?:[^\W\d_]+[ -]*){1,4})")
_DISTRICT = re.compile(rf"(?<![^\W\d_])(?:huyện|quận|thị xã|HUYỆN)[ ](?=[{UPPER}]|lần|LẦN)")
LAWS = words_used(TypeUse.LAW)
_LAID_BEFORE = re.compile(
    rf"(?:^|[,;.:\n][ ]*)(?P<who>{bodies(BodyUse.ACTS)}(?![^\W\d_])[^,;.:\n]{{0,40}}?)"
    rf"(?:[ ](?:đã|vừa|đang))?[ ]trình[ ](?:[^,;.:\n]{{2,60}}[ ])?$"
)
"""Who lays it before whom: "UBND tỉnh trình Thủ tướng Chính phủ Đề án …"."""
_TO_BE_MADE = re.compile(
    r"(?:^|\n|[.;:][ ]|\)[ ]|[-+•][ ])(?:Tiếp tục |Tập trung |Nghiên cứu(?:,)? |Tham mưu )?"
    r"(?:[Xx]ây dựng|[Ll]ập|[Ss]oạn thảo|[Hh]oàn thiện)[ ]$"
)
"""What the text has somebody make, who is of the same place: "Xây dựng Đề án …"."""
_MAKING = ("dựng ", "ập ", "thảo ", "thiện ")
"""What it ends with, at one look."""
_IN_FRONT = 140
_ALIKE = 0.84
_FEWEST_WORDS = 7
_LONGEST_SLUG = 120
_IN_FORCE = (
    (PartialDate("2014-01-01"), "2013"),
    (PartialDate("1992-04-18"), "1992"),
    (PartialDate("1980-12-19"), "1980"),
)
"""The years of the constitutions, each behind the day since which it was in force."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its words, and the numbers that must be equal."""

    type: str
    text: str
    words: frozenset[str]
    numbers: tuple[str, ...]


def name_of(cited: Citation) -> Name:
    """Return what a reference by name is compared by."""
    text = _slug_of(cited)
    words = text.split("-")
    numbers = tuple(sorted(word for word in set(words) if word.isdigit()))
    return Name(slug(cited.type), text, frozenset(words), numbers)


def _slug_of(cited: Citation) -> str:
    """Return the slug of a name; a known law has that of its official title."""
    if cited.type in LAWS:
        return slug(known_laws().get(law_key(cited.name), cited.name).translate(_QUOTES))
    if cited.type == "Nghị quyết" and "đảng bộ" not in cited.name.lower():
        ordinal = _ORDINAL.search(cited.name)
        if ordinal and "đại hội" in cited.name.lower():
            return f"nghi-quyet-dai-hoi-{_number_of(ordinal)}"
    if _CHARTER.match(cited.name):
        return slug(f"Điều lệ Đảng khóa {cited.term}" if cited.term else "Điều lệ Đảng")
    if programme := programme_of(cited.name):
        return slug(" ".join(programme))
    if plenum := _plenum(cited):
        return f"nghi-quyet-trung-uong-{plenum[0]}-khoa-{plenum[1]}"
    return slug(cited.name.translate(_QUOTES))


def _plenum(cited: Citation) -> tuple[str, str] | None:
    """Return the number and the term of the central plenum that resolved; None where none did."""
    if cited.type != "Nghị quyết":
        return None
    name = cited.name.lower()
    if "trung ương" not in name or "đại hội" in name:
        return None
    found = _OF_PLENUM.search(name)
    if found is None:
        return None
    printed = found["number"] or found["ordinal"]
    number = _ORDINALS.index(printed) + 1 if printed in _ORDINALS else printed.lstrip("0")
    return str(number), found["term"]


def _number_of(ordinal: re.Match[str]) -> str:
    """Return the number of a congress as an id holds it: "nhất" is the first."""
    printed = ordinal["number"].lower()
    return _ROMAN[_ORDINALS.index(printed)] if printed in _ORDINALS else slug(printed)


def shortened(text: str) -> str:
    """Return a slug that is not too long for an IRI; what is cut off is told by a hash."""
    if len(text) <= _LONGEST_SLUG:
        return text
    cut = text.rfind("-", 0, _LONGEST_SLUG - 9)
    return (
        f"{text[: cut if cut > 0 else _LONGEST_SLUG - 9]}-{sha256(text.encode()).hexdigest()[:8]}"
    )


def same(name: Name, other: Name) -> bool:
    """Tell whether two names of one text are the same document's.

    Equal words; or long names of which one goes on where the other stops; or long names that
    differ in a few words and in no number.
    """
    if name.text == other.text:
        return True
    if name.type != other.type or min(len(name.words), len(other.words)) < _FEWEST_WORDS:
        return False
    short, long = sorted((name.text, other.text), key=len)
    if long.startswith(short + "-"):
        return True
    common = len(name.words & other.words) / len(name.words | other.words)
    bare = name.words - set(name.numbers), other.words - set(other.numbers)
    if not (name.numbers and other.numbers):
        common = len(bare[0] & bare[1]) / len(bare[0] | bare[1])
    return (
        name.numbers == other.numbers or not (name.numbers and other.numbers)
    ) and common >= _ALIKE


def grouped(citations: Sequence[Citation], aliases: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each reference the number of the first one that means the same document."""
    names = [name_of(cited) for cited in citations]
    heads: list[int] = []
    first: dict[str, int] = {}
    long: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        head = first.get(name.text)
        if head is None:
            opening = name.text.replace("-ve-", "-", 1).split("-", 4)[:4]
            others = long.setdefault("-".join(opening), [])
            head = next((other for other in others if same(names[other], name)), number)
            first[name.text] = head
            if len(name.words) >= _FEWEST_WORDS:
                others.append(number)
        heads.append(head)
    for named, other in aliases:
        keep, drop = sorted((heads[named], heads[other]))
        heads = [keep if head == drop else head for head in heads]
    return heads


def level_of_name(cited: Citation, within: Level | None) -> Level:
    """Return the level of a named document: its words tell it, or the body printed behind it.

    ``within`` is the level of the document that issues it.
    """
    if cited.type in (*LAWS, "Hiến pháp") or _plenum(cited):
        return Level.CENTRAL
    text = cited.name
    if re.search(r"(?:Đảng bộ|ĐẢNG BỘ) ", text):
        for words, level in (
            (("xã", "phường", "thị trấn"), Level.COMMUNE),
            (("huyện", "quận", "thị xã"), Level.DISTRICT),
            (("tỉnh", "thành phố"), Level.PROVINCE),
        ):
            if re.search(r"đảng bộ (?:" + "|".join(words) + r")(?![^\W\d_])", text.lower()):
                return level
    if _provinces_in(text):
        return Level.PROVINCE
    if _DISTRICT.search(text):
        return Level.DISTRICT
    working = _WORKING_RULES.match(text)
    issuer = working["body"] if working else cited.issuer
    issued = body_level(issuer) if issuer else None
    return issued or within or Level.CENTRAL


def level_of_maker(flow: str, cited: Citation, home: Level) -> Level | None:
    """Return the level of who makes a named document by the words in front of it, if they tell.

    Who lays it before another makes it; what a local text has made is of its own level. ``home`` is
    the level of the text.
    """
    before = flow[max(0, cited.start - _IN_FRONT) : cited.start]
    if " trình " in before and (laid := _LAID_BEFORE.search(before)):
        return body_level(laid["who"])
    if home is Level.CENTRAL or not before.endswith(_MAKING) or "quốc gia" in cited.name:
        return None
    return home if _TO_BE_MADE.search(before) else None


def _provinces_in(name: str) -> set[str]:
    """Return the slugs of the provinces that a name names with the word for their kind."""
    named = (province_opening(match["name"].strip()) for match in _PROVINCE.finditer(name))
    return {place.slug for place in named if place}


def id_of_name(cited: Citation, level: Level, home: Home) -> DocumentId | None:
    """Return the identity of a named document, None where the name alone does not settle it.

    A law that was adopted anew under the same name needs its year; a local document its place.
    """
    text = shortened(_slug_of(cited))
    if not text:
        return None
    if cited.type in LAWS:
        return _id_of_law(cited, text)
    if (programme := programme_of(cited.name)) and not programme[1]:
        return None
    if cited.type == "Hiến pháp":
        return _id_of_constitution(cited, home)
    # A programme that carries out what a congress resolved is another document.
    congress = cited.type == "Nghị quyết" and "dai-hoi" in text
    ordinal = _ORDINAL.search(cited.name) if congress else None
    if text.startswith("dieu-le-dang") and not ordinal:
        term = f"-khoa-{slug(cited.term)}" if cited.term else ""
        return DocumentId("tw", NAMED, "", f"dieu-le-dang{term}")
    central, local = "vn", text
    if ordinal:
        central, number = "tw", _number_of(ordinal)
        text = f"nghi-quyet-dai-hoi-{number}"
        local = f"nghi-quyet-dai-hoi-dang-bo-{number}"
    if level is Level.CENTRAL:
        return DocumentId(central, NAMED, "", text)
    place = home.path(level)
    if (named := _provinces_in(cited.name)) and home.province not in named:
        return None  # another province's than the text's own
    return DocumentId(place, NAMED, "", local) if place else None


def _id_of_law(cited: Citation, text: str) -> DocumentId | None:
    """Return the identity of a law, None where its year would be needed and is not printed."""
    year = cited.date.year
    years = _adopted().get(law_key(cited.name), ())
    if len(years) > 1 and not year:
        return None
    suffix = f"-{year}" if year and len(years) != 1 else ""
    return DocumentId("ubtvqh" if cited.type == "Pháp lệnh" else "qh", NAMED, "", text + suffix)


def _id_of_constitution(cited: Citation, home: Home) -> DocumentId | None:
    """Return the identity of a constitution: of the year printed, else of the one in force."""
    year = cited.date.year or _constitution_at(home)
    return DocumentId("qh", NAMED, "", f"hien-phap-{year}") if year else None


def _constitution_at(home: Home) -> str:
    """Return the year of the constitution in force when the text was written."""
    return next((year for since, year in _IN_FORCE if home.written.is_since(since)), "")


@cache
def _adopted() -> dict[str, tuple[str, ...]]:
    years: dict[str, tuple[str, ...]] = {}
    for law in law_names():
        key = law_key(law.name)
        years[key] = (*years.get(key, ()), *(str(year) for year in law.years))
    return years
