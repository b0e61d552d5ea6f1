"""Which texts may be one document: a scan and its Word file, a draft and what was signed.

Nothing is merged by it: each pair is for a person to look at. Where a text is like those of two
documents nothing tells which of them it is, and none is named.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from extract.text.source import SourceText
from graph.identity.resolution import Resolutions
from graph.identity.text_heads import TextHead
from graph.likeness.candidates import agree, buckets_of, pairs_of, sketch_of
from graph.likeness.differences import agreement
from graph.likeness.heads import Profile
from graph.likeness.tokens import Tokens, pieces_of, tokens_of

if TYPE_CHECKING:
    from rensa import RMinHash

_LEAST = 80
"""Texts of fewer words are forms: what they share says nothing."""
_LARGEST = 100_000
"""Texts of more words are not compared word by word: that would take minutes for each pair."""
_SHARE = 0.7
_SHARE_OF_NUMBERED = 0.85
"""Where both texts have a number, one of the two is to be misread and nothing else to differ."""
_LIBRARIES = ("rapidfuzz", "rensa")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts that may be one document: their hashes in order, and which share of words agrees.

    ``share`` is from 0 to 1, a misread word counted as the word that it stands for.
    """

    sha: str
    other: str
    share: float


Sketches = Mapping[str, "RMinHash"]
"""The sketches of texts by their hashes."""


def can_compare() -> bool:
    """Tell whether the libraries are installed by which texts are compared."""
    return all(find_spec(library) for library in _LIBRARIES)


def alike_texts(
    heads: Iterable[TextHead],
    resolutions: Resolutions,
    source_of: Callable[[str], SourceText],
    sketched: Callable[[Sequence[str]], Sketches] | None = None,
) -> tuple[Alike, ...]:
    """Return the pairs of texts that may be one document, in order; none without the libraries.

    ``source_of`` gives the text of a hash; it is asked for what may be one by ``heads``. Who has
    others to sketch texts tells by ``sketched`` how the sketches of some hashes are had.
    """
    if not can_compare():
        return ()
    buckets = list(buckets_of([profile_of(head, resolutions) for head in heads]))
    wanted = sorted({profile.sha for bucket in buckets for profile in bucket})
    sketches = sketched(wanted) if sketched else sketches_of(map(source_of, wanted))
    long = ([profile for profile in bucket if profile.sha in sketches] for bucket in buckets)
    pairs = pairs_of(long, sketches)
    near = {profile.sha for pair in pairs for profile in pair}
    tokens = {sha: tokens_of(source_of(sha).text) for sha in sorted(near)}
    return tuple(sorted(_settled(_compared(pairs, tokens)), key=_order))


def sketches_of(sources: Iterable[SourceText]) -> Sketches:
    """Return the sketches of those texts that are neither too short nor too long to compare."""
    sketches = {}
    for source in sources:
        pieces = pieces_of(source.text)
        if _LEAST <= len(pieces) <= _LARGEST:
            sketches[source.sha256] = sketch_of(pieces)
    return sketches


def profile_of(head: TextHead, resolutions: Resolutions) -> Profile:
    """Return what the head of a text says of its own document, as far as that is settled."""
    sha, own = head.sha, head.own
    found = resolutions.get((sha, own.key))
    identity = found.id if found else own.id
    return Profile(
        sha=sha,
        iri=found.iri if found else own.iri,
        numbered=identity is not None,
        number=own.number,
        type=own.type,
        place=own.place,
        title=own.title,
        dates=own.dates,
    )


_Compared = tuple[Profile, Profile, float]


def _compared(
    pairs: Iterable[tuple[Profile, Profile]], tokens: dict[str, Tokens]
) -> Iterator[_Compared]:
    for first, other in pairs:
        found = agreement(tokens[first.sha], tokens[other.sha])
        both = first.numbered and other.numbered
        least = _SHARE_OF_NUMBERED if both else _SHARE
        told = found.misread or (not both and agree(first, other))
        if told and found.share >= least:
            yield first, other, found.share


def _settled(compared: Iterable[_Compared]) -> Iterator[Alike]:
    """Yield the best pair of each two documents, unless a text may be one of two that are known."""
    best: dict[frozenset[str], _Compared] = {}
    numbered: defaultdict[str, bool] = defaultdict(bool)
    for first, other, share in compared:
        ends = frozenset({first.iri, other.iri})
        numbered |= {first.iri: first.numbered, other.iri: other.numbered}
        if ends not in best or share > best[ends][2]:
            best[ends] = first, other, share
    if not best:
        return
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for ends in best:
        graph.add_edge(*sorted(ends))
    for group in nx.connected_components(graph):
        if len(group) == 2 or sum(numbered[iri] for iri in group) <= 1:
            for ends, (first, other, share) in best.items():
                if ends <= group:
                    yield Alike(first.sha, other.sha, round(share, 2))


def _order(alike: Alike) -> tuple[str, str]:
    return alike.sha, alike.other
