"""What decisions to merge and to split do: which document a text means where the program errs."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from graph.decisions.file import Decision
from graph.decisions.kinds import Kind
from graph.decisions.referents import Referents, TextNames, Unmet, document_iri
from graph.identity.candidates import DocumentKey
from graph.identity.numbers import parse_typed
from graph.identity.resolution import Resolution
from graph.rdf import vocabulary as ld
from ontology.documents.identity import DocumentId, reference_iri

_BY = "decision"


@dataclass(frozen=True, slots=True)
class Move:
    """One decision to merge or to split, with what it means for the texts.

    ``target`` is the IRI of the document that is meant, empty for one that stays open. The decision
    is about ``document_keys`` alone or, if there are none, about all that ``subject`` is. ``sha``
    is the text that it names, if it names one.
    """

    decision: Decision
    subject: str
    document_keys: frozenset[DocumentKey]
    target: str
    sha: str = ""

    @property
    def keys(self) -> frozenset[Hashable]:
        """What no other decision may say something else of."""
        return self.document_keys or frozenset({self.subject})

    @property
    def everywhere(self) -> bool:
        """Whether all that is said of the subject is said of the target."""
        return not self.decision.text and self.subject != self.target


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves that agree with each other."""

    whole: Mapping[str, str]
    of_key: Mapping[DocumentKey, Move]

    def followed(self, iri: str) -> str:
        """Return the document that ``iri`` is in the end."""
        while iri in self.whole:
            iri = self.whole[iri]
        return iri


def move_of(decision: Decision, known: Referents, names: TextNames) -> Move:
    """Return what a decision to merge or to split means; raises Unmet."""
    sha = names.sha(decision.text) if decision.text else ""
    target = known.meant(decision.object) if decision.object else ""
    try:
        subject, document_keys = known.subject(decision.subject, sha)
    except Unmet as unmet:
        if not sha or unmet.code != "no-document":
            raise
        if target not in known.in_text(sha):
            raise Unmet("not-in-text", decision.subject) from unmet
        # The program has come to the same conclusion.
        return Move(decision, target, frozenset(), target, sha)
    if decision.kind is Kind.SPLIT and target == subject:
        # The key that is split off means the whole by now, for rules have put the two together.
        target = document_iri(parse_typed(decision.object).iri) or target
    return Move(decision, subject, document_keys, target, sha)


def contradictions(moves: Iterable[Move]) -> dict[Decision, str]:
    """Return the decisions that contradict others, each with the lines of all that take part."""
    said: defaultdict[Hashable, defaultdict[str, list[Decision]]] = defaultdict(
        lambda: defaultdict(list)
    )
    everywhere: defaultdict[str, list[Move]] = defaultdict(list)
    for move in moves:
        if move.subject != move.target:
            for key in move.keys:
                said[key][move.target].append(move.decision)
        if move.everywhere:
            everywhere[move.subject].append(move)
    found: dict[Decision, str] = {}
    for targets in said.values():
        if len(targets) > 1:
            found |= opposed(decision for told in targets.values() for decision in told)
    steps = {subject: told[0].target for subject, told in everywhere.items()}
    for start in steps:
        ring = _ring(start, steps)
        found |= opposed(move.decision for step in ring for move in everywhere[step])
    return found


def opposed(decisions: Iterable[Decision]) -> dict[Decision, str]:
    """Return the decisions with the lines that they stand in."""
    involved = sorted(set(decisions), key=lambda decision: decision.line)
    lines = ", ".join(str(decision.line) for decision in involved)
    return dict.fromkeys(involved, lines)


def _ring(start: str, steps: Mapping[str, str]) -> list[str]:
    """Return the documents that are merged into one another in a ring through ``start``."""
    ring = [start]
    while (target := steps[ring[-1]]) in steps and target not in ring:
        ring.append(target)
    return ring if target == start else []


def agreed(moves: Iterable[Move]) -> Moves:
    """Return moves, none of which contradicts another, so that they can be followed."""
    whole: dict[str, str] = {}
    of_key: dict[DocumentKey, Move] = {}
    for move in moves:
        if move.document_keys:
            of_key |= dict.fromkeys(move.document_keys, move)
        if move.everywhere:
            whole[move.subject] = move.target
    return Moves(whole, of_key)


def repointed(moves: Moves, known: Referents) -> dict[DocumentKey, Resolution]:
    """Return what every document means, wherever it stands, that a person decided on."""
    places = known.places
    whole = {key for iri in moves.whole for key in places.keys_of(iri)}
    found: dict[DocumentKey, Resolution] = {}
    for key in whole | moves.of_key.keys():
        move, final = moves.of_key.get(key), places.final(key)
        if move and not move.target:
            target = _open(places.raw(key), move.decision)
        else:
            target = moves.followed(move.target if move else final)
        if target != final:
            found[key] = _resolution(target)
    return found


def _open(raw: str, decision: Decision) -> str:
    """Return the IRI of a reference that is open again; that of its text, if it had one."""
    if raw.startswith(ld.REFERENCE_BASE):
        return raw
    return reference_iri(decision.kind, decision.text, raw)


def _resolution(iri: str) -> Resolution:
    if iri.startswith(ld.REFERENCE_BASE):
        return Resolution(None, _BY, iri)
    return Resolution(DocumentId.parse(iri.removeprefix(ld.DOCUMENT_BASE)), _BY)
