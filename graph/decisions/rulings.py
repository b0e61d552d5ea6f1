"""What the decisions of people mean for the graph: between identity over texts, and facts.

A person's decision counts before what the program found. Decisions that contradict each other are
not applied, none of them: which is right, only a person can say, and the later date may be that of
somebody who did not know of the earlier decision.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from extract.reading import Reading
from graph.decisions.file import Decision, DecisionFile, Kind
from graph.decisions.merges import Move, agreed, contradictions, move, opposed, repointed
from graph.decisions.referents import Referents, Unmet, referents
from graph.facts.texts import Places
from graph.facts.verdicts import Link, Verdicts
from graph.rdf import vocabulary as ld

_STATUSES = {Kind.ACCEPT: ld.CONFIRMED, Kind.REJECT: ld.REJECTED}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision and what came of it.

    ``documents`` are the IRIs that it concerns, the subject of ``name`` first; ``link`` is what was
    accepted or rejected. ``problem`` is a code and a detail, empty where nothing is known to be in
    the way.
    """

    decision: Decision
    documents: tuple[str, ...] = ()
    link: Link | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Rulings:
    """All decisions of a file, applied to the readings of a store.

    ``settled`` says which documents texts mean, ``verdicts`` what became of links; ``known`` is
    None where there are no decisions.
    """

    settled: Places
    file: str = ""
    verdicts: Verdicts = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()
    known: Referents | None = None


def rulings(
    file: DecisionFile,
    readings: Callable[[], Iterable[Reading]],
    settled: Places,
    names: dict[str, set[str]],
) -> Rulings:
    """Return what the decisions of ``file`` mean.

    ``readings`` gives all readings, as often as it is called; ``settled`` is what the program says
    of their documents; ``names`` holds the names of each text's files.
    """
    if not file.decisions:
        return Rulings(settled)
    before = referents(readings(), settled)
    moves, ruled = _moves(file.decisions, before, names)
    against = contradictions(moves)
    followed = agreed(one for one in moves if one.decision not in against)
    for one in moves:
        documents = _of_graph(followed.followed(one.target), one.subject)
        ruled[one.decision] = _ruled(one.decision, documents, None, against)
    after_moves = repointed(followed, before, settled)
    after = referents(readings(), after_moves) if after_moves != settled else before

    def meant(typed: str) -> str:
        try:
            return after.one(typed)
        except Unmet as unmet:
            if unmet.code != "no-document":
                raise
            return followed.followed(before.one(typed))

    ruled |= _said(file.decisions, meant, after)
    return Rulings(
        settled=after_moves,
        file=file.name,
        verdicts={
            ruling.link: _STATUSES[ruling.decision.kind]
            for ruling in ruled.values()
            if ruling.link and not ruling.problem
        },
        rulings=tuple(ruled[decision] for decision in file.decisions),
        known=after,
    )


def _moves(
    decisions: Iterable[Decision], known: Referents, names: dict[str, set[str]]
) -> tuple[list[Move], dict[Decision, Ruling]]:
    """Return what decisions to merge and to split mean, and those that mean nothing here."""
    moves: list[Move] = []
    unmet: dict[Decision, Ruling] = {}
    for decision in decisions:
        if decision.kind in (Kind.MERGE, Kind.SPLIT):
            try:
                moves.append(move(decision, known, names))
            except Unmet as error:
                unmet[decision] = Ruling(decision, problem=str(error))
    return moves, unmet


def _said(
    decisions: Iterable[Decision], meant: Callable[[str], str], known: Referents
) -> dict[Decision, Ruling]:
    """Return what came of decisions to accept, to reject and to name."""
    said: list[Ruling] = []
    ruled: dict[Decision, Ruling] = {}
    for decision in decisions:
        if decision.kind not in (Kind.MERGE, Kind.SPLIT):
            try:
                said.append(_about(decision, meant, known))
            except Unmet as error:
                ruled[decision] = Ruling(decision, problem=str(error))
    against = _contradictions(said)
    for ruling in said:
        ruled[ruling.decision] = _ruled(ruling.decision, ruling.documents, ruling.link, against)
    return ruled


def _about(decision: Decision, meant: Callable[[str], str], known: Referents) -> Ruling:
    """Return what a decision to accept, reject or name is about; raises Unmet."""
    subject = meant(decision.subject)
    if not known.mentioned(subject):
        raise Unmet("no-document", decision.subject)
    if decision.kind is Kind.NAME:
        return Ruling(decision, (subject,))
    target = meant(decision.object)
    if not known.mentioned(target):
        raise Unmet("no-document", decision.object)
    if subject == target and decision.kind is Kind.ACCEPT:
        raise Unmet("itself", decision.subject)
    return Ruling(decision, (subject, target), Link(subject, decision.relation, target))


def _contradictions(said: Iterable[Ruling]) -> dict[Decision, str]:
    """Return the decisions on links and names that contradict others, each with the lines."""
    told: defaultdict[Hashable, defaultdict[str, list[Decision]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for ruling in said:
        decision = ruling.decision
        if ruling.link:
            told[ruling.link][decision.kind].append(decision)
        else:
            told[ruling.documents, decision.relation][decision.object].append(decision)
    found: dict[Decision, str] = {}
    for values in told.values():
        if len(values) > 1:
            found |= opposed(decision for decisions in values.values() for decision in decisions)
    return found


def _ruled(
    decision: Decision,
    documents: tuple[str, ...],
    link: Link | None,
    against: dict[Decision, str],
) -> Ruling:
    problem = f"contradiction: {against[decision]}" if decision in against else ""
    return Ruling(decision, documents, link, problem)


def _of_graph(*iris: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, iris)))
