"""Which document that the text has named is in mind where a short word stands?"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.coreference.short_forms import Known
from extract.grammar.lexicon import bodies
from extract.head.header import Header
from extract.text.layout import Layout
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import BodyUse
from ontology.institutions.issuers import Issuer, issuer_by_name, issuer_of, issuers_by_code
from ontology.level import Level
from ontology.spelling import folded, slug
from ontology.system import System

_ALL_THROUGH = frozenset(map(folded, ("Đề án", "Chương trình", "Chiến lược", "Quy hoạch")))
"""Types of which a text that names one speaks on in every section, by the bare word."""
_AGENCY = re.compile(r"(?:Ủy ban Kiểm tra|Ban(?! Chấp| Thường)|Văn phòng|Phòng) ?")
"""A body that stands below the one which the line above it names."""
_LETTERS = re.compile(r"[A-ZĐ][\w&]*")
_BUREAU = re.compile(r"(?:Ban )?Thường vụ |Thường trực ")
"""A part of a Party committee, whose documents are not those of the whole."""
_OWNER = re.compile(bodies(BodyUse.OWNER), re.VERBOSE)
"""A body behind "của" that is meant where a document prints no issuer; of others one is printed."""
_FARTHEST = 200
"""How many references of a type are looked back over, so that time grows as the text does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a short reference is read against."""

    layout: Layout
    header: Header
    known: Sequence[Known]
    principal: Mapping[str, str]
    sections: Sequence[int]
    starts: Sequence[int]
    """Where the known references start."""
    by_type: Mapping[str, Sequence[Known]]
    """The known references of each type, by its folded word, in the order of the text."""
    annexes: Sequence[tuple[int, str]]
    """Where what the text attaches begins, and of which type it is."""

    def is_own_type(self, word: str) -> bool:
        """Tell whether the text itself is of a type."""
        return folded(word) == folded(self.header.type)

    def attached_at(self, start: int) -> str:
        """Return the type of the attached document that ``start`` stands in, empty for none."""
        index = bisect_right(self.annexes, start, key=lambda annex: annex[0])
        return self.annexes[index - 1][1] if index else ""

    def is_another_body(self, issuer: str) -> bool:
        """Tell whether a body is certainly another than the one that issued the text."""
        own = body_level(self.header.issuer) if self.header.issuer else None
        level = body_level(issuer)
        if own is None:
            return _AGENCY.match(self.header.issuer) is not None and level is not None
        if own is not level:
            return level is not None
        mine, other = issuer_of(self.header.issuer, own), issuer_of(issuer, level)
        return other is not None and (mine is None or mine.series != other.series)

    def nearest(self, word: str, start: int, issuer: str, *, near: bool) -> str:
        """Return the document of a type that is in mind at ``start``.

        The one last met in the paragraph, if the paragraph names no other; then the document that
        the text is about; then the only one of the section. ``near`` ("nêu trên") takes the one
        last met. Where the section has none and the words say more than the type, or such a type
        is spoken of all through a text, the only one of the text.
        """
        local, wider, farther = self._met(word, start, issuer)
        about = self.principal.get(word, "")
        if local and (near or (len(set(local)) == 1 and about in ("", local[0]))):
            return local[0]
        if local:
            return local[0] if self._in_one_sentence(local[0], start) else ""
        if near and wider:
            # "Nêu trên" in another paragraph: what the text is about, or what it named last.
            return wider[0] if about in ("", wider[0]) or about not in wider else ""
        if about and any(
            reference.key == about and is_by(reference, issuer) for reference in self.known
        ):
            return about
        if (near or issuer or word in _ALL_THROUGH) and not wider and len(set(farther)) == 1:
            return farther[0]
        return wider[0] if len(set(wider)) == 1 else ""

    def local(self, word: str, start: int) -> str:
        """Return the only document of a type that the paragraph has named before ``start``."""
        keys = set(self._met(word, start, "")[0])
        return keys.pop() if len(keys) == 1 else ""

    def _met(self, word: str, start: int, issuer: str) -> tuple[list[str], list[str], list[str]]:
        """Return the documents of a type in the paragraph, the section and the text, last first."""
        block = self.layout.block_at(start)
        index = bisect_right(self.sections, start)
        section = self.sections[index - 1] if index else 0
        places: tuple[list[str], list[str], list[str]] = ([], [], [])
        references = self.by_type.get(word, ())
        last = bisect_right(references, start, key=lambda reference: reference.start)
        for reference in reversed(references[max(0, last - _FARTHEST) : last]):
            if reference.is_self or reference.end > start or not is_by(reference, issuer):
                continue
            nearness = 0 if reference.start >= block.start else 1
            nearness = nearness if reference.start >= section else 2
            if any(places[:nearness]):
                break  # what is nearer decides
            places[nearness].append(reference.key)
        return places

    def _in_one_sentence(self, key: str, start: int) -> bool:
        """Tell whether the document ``key`` stands in the sentence of ``start``."""
        index = bisect_right(self.starts, start) - 1
        last = next(
            reference for reference in reversed(self.known[: index + 1]) if reference.key == key
        )
        return ". " not in self.layout.flow[last.end : start]


def is_by(reference: Known, issuer: str) -> bool:
    """Tell whether a document can be the one that a short reference says ``issuer`` issued."""
    if not issuer:
        return True
    if body_level(issuer) not in (None, reference.level):
        return False
    if not reference.issuers:
        return _OWNER.match(issuer) is not None and _may_write(issuer, reference)
    said, committee = _slug(issuer), _committee(issuer, reference.level)
    return any(
        said in _slug(body)
        or _slug(body) in said
        or (committee is not None and committee is _committee(body, reference.level))
        for body in reference.issuers
    )


def _may_write(issuer: str, reference: Known) -> bool:
    """Tell whether the letters of a number, which prints no issuer, are those of a body."""
    body = issuer_of(issuer, reference.level)
    letters = _LETTERS.findall(reference.key.partition("@")[0])
    written = [other for part in letters for other in issuers_by_code(part)]
    return body is None or not written or body.series in {other.series for other in written}


@lru_cache(maxsize=4096)
def _committee(body: str, level: Level) -> Issuer | None:
    """Return the local Party committee that a name means as a whole: "Đảng ủy xã"."""
    known = None if level is Level.CENTRAL or _BUREAU.match(body) else issuer_of(body, level)
    return known if known is not None and known.system is System.PARTY else None


@lru_cache(maxsize=4096)
def _slug(body: str) -> str:
    """Return the slug of a body's name with its short forms written out: "HĐND tỉnh"."""
    known = ((word, issuer_by_name(word) if word.isupper() else None) for word in body.split())
    return slug(" ".join(full.names[0] if full else word for word, full in known))
