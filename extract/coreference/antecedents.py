"""Which document that the text has named is in mind where a short word stands?"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.coreference.short_forms import Known
from extract.head.header import Header
from extract.text.layout import Layout
from ontology.institutions.bodies import body_level
from ontology.institutions.issuers import issuer_by_name
from ontology.spelling import folded, slug

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

    def is_own_type(self, word: str) -> bool:
        """Tell whether the text itself is of a type."""
        return folded(word) == folded(self.header.type)

    def is_another_body(self, issuer: str) -> bool:
        """Tell whether a body is certainly another than the one that issued the text."""
        own = body_level(self.header.issuer) if self.header.issuer else None
        level = body_level(issuer)
        return own is not None and level is not None and own is not level

    def nearest(self, word: str, start: int, issuer: str, *, near: bool) -> str:
        """Return the document of a type that is in mind at ``start``.

        The one last met in the paragraph, if the paragraph names no other; then the document that
        the text is about; then the only one of the section. ``near`` ("nêu trên") takes the one
        last met. Where the section has none and the words say more than the type, the only one of
        the text.
        """
        local, wider, farther = self._met(word, start, issuer)
        about = self.principal.get(word, "")
        if local and (near or (len(set(local)) == 1 and about in ("", local[0]))):
            return local[0]
        if local:
            return local[0] if self._in_one_sentence(local[0], start) else ""
        if near and wider:
            return wider[0]
        if about and any(
            reference.key == about and is_by(reference, issuer) for reference in self.known
        ):
            return about
        if (near or issuer) and not wider and len(set(farther)) == 1:
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
    said = _slug(issuer)
    return not reference.issuers or any(
        said in _slug(body) or _slug(body) in said for body in reference.issuers
    )


@lru_cache(maxsize=4096)
def _slug(body: str) -> str:
    """Return the slug of a body's name with its short forms written out: "HĐND tỉnh"."""
    known = ((word, issuer_by_name(word) if word.isupper() else None) for word in body.split())
    return slug(" ".join(full.names[0] if full else word for word, full in known))
