"""A document typed by what it is and does: "chương trình hành động của Chính phủ về 57"."""

import re
from dataclasses import dataclass

from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.lookup import place_marks
from graph.typed.choosing import issuer_agrees
from graph.typed.citations import type_typed, typed_citations
from ontology.spelling import slug

_CARRYING = re.compile(
    r"(?:^|(?<=-))(?:ve-viec-|ve-|nham-|de-)?"
    r"(?:(?:trien-khai-)?thuc-hien|trien-khai|cu-the-hoa|thi-hanh|ve)-(?=[a-z\d])"
)
DEEPEST = 3
"""How deep a description may go: the plan for the programme for the resolution."""
_OF = ("của", "cua", "do")


@dataclass(frozen=True, slots=True)
class Description:
    """A type and an issuer (empty where none was typed), and what the document carries out.

    ``by_number`` tells whether that is a citation, not words that any title may begin with.
    """

    type: str
    issuer: str
    carried_out: str
    by_number: bool


def described(text: str, depth: int = DEEPEST) -> Description | None:
    """Return the description that was typed, None where it is none.

    A type word comes first, no number stands before the words for what it does. What it carries
    out may be a description in turn, ``depth`` deep.

    >>> described("chương trình hành động của Chính phủ về 57")
    Description(type='Chương trình', issuer='Chính phủ', carried_out='57', by_number=True)
    >>> described("Kết luận 69-KL/TU về dân vận") is None
    True
    """
    kind, rest = type_typed(text)
    if kind is None:
        return None
    words = rest.split()
    for index in range(len(words)):
        if re.search(r"\d", words[index]):
            return None
        matched = _CARRYING.match("-".join(map(slug, words[index:])))
        if matched:
            count = matched.group().count("-")
            issuer = words[:index]
            if issuer and issuer[0].lower() in _OF:
                issuer = issuer[1:]
            carried_out = " ".join(words[index + count :])
            inner = described(carried_out, depth - 1) if depth > 1 else None
            cited = inner is not None or bool(typed_citations(carried_out))
            return Description(kind.word, " ".join(issuer), carried_out, cited)
    return None


def carrying_out(
    documents: Documents, targets: tuple[str, ...], description: Description
) -> tuple[str, ...]:
    """Return the documents of the type and the issuer that carry out one of ``targets``, in order.

    The decision behind a plan counts for a decision that carries it out.
    """
    links = Links(documents)
    wanted = slug(description.type)
    found: set[str] = set()
    for target in targets:
        for plan, _ in links.carried_out_by(target, inferred=False):
            found |= {plan, *documents.issuing(plan)}
    return tuple(
        sorted(
            iri
            for iri in found
            if slug(documents.found(iri).type) == wanted
            and (not description.issuer or _issued(documents, iri, description.issuer))
        )
    )


def _issued(documents: Documents, iri: str, issuer: str) -> bool:
    """Tell whether a body issued a document, or the decision that a plan stands behind."""
    behind = documents.issuing(iri)
    return any(
        issuer_agrees(documents.record(each), issuer) is True for each in (iri, *behind)
    ) or _is_place(documents, iri, issuer)


def _is_place(documents: Documents, iri: str, issuer: str) -> bool:
    """Tell whether a bare place was typed for the issuer ("kế hoạch của Lai Châu")."""
    place = documents.found(iri).place
    return bool(place) and bool(place_marks(issuer) & set(place.split(".")))
