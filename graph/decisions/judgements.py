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
from graph.decisions.merges import Move, agreed, contradictions, move_of, opposed, repointed
from graph.decisions.referents import Referents, Unmet, referents_of
from graph.facts.link_judgements import JudgedLink, LinkJudgements
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld

_STATUSES = {Kind.ACCEPT: ld.CONFIRMED, Kind.REJECT: ld.REJECTED}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision and what came of it.

    ``documents`` are the IRIs that it concerns, the subject of ``name`` first; ``link`` is what was
    accepted or rejected. ``problem`` is a code and a detail, empty where nothing is known to be in
    the way.
    """

    decision: Decision
    documents: tuple[str, ...] = ()
    link: JudgedLink | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions of a file, applied to the readings of a store.

    ``resolutions`` says which documents texts mean, ``link_judgements`` what became of links;
    ``known`` is None where there are no decisions.
    """

    resolutions: Resolutions
    file: str = ""
    link_judgements: LinkJudgements = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    known: Referents | None = None


def judge(
    file: DecisionFile,
    readings: Callable[[], Iterable[Reading]],
    resolutions: Resolutions,
    names: dict[str, set[str]],
) -> Judgements:
    """Return what the decisions of ``file`` mean.

    ``readings`` gives all readings, as often as it is called; ``resolutions`` is what the program
    says of their documents; ``names`` holds the names of each text's files.
    """
    if not file.decisions:
        return Judgements(resolutions)
    before = referents_of(readings(), resolutions)
    moves, judged = _moves(file.decisions, before, names)
    against = contradictions(moves)
    followed = agreed(move for move in moves if move.decision not in against)
    for move in moves:
        documents = _of_graph(followed.followed(move.target), move.subject)
        judged[move.decision] = _judged(move.decision, documents, None, against)
    after_moves = repointed(followed, before, resolutions)
    after = referents_of(readings(), after_moves) if after_moves != resolutions else before

    def meant(typed: str) -> str:
        try:
            return after.meant(typed)
        except Unmet as unmet:
            if unmet.code != "no-document":
                raise
            return followed.followed(before.meant(typed))

    judged |= _said(file.decisions, meant, after)
    return Judgements(
        resolutions=after_moves,
        file=file.name,
        link_judgements={
            judgement.link: _STATUSES[judgement.decision.kind]
            for judgement in judged.values()
            if judgement.link and not judgement.problem
        },
        judgements=tuple(judged[decision] for decision in file.decisions),
        known=after,
    )


def _moves(
    decisions: Iterable[Decision], known: Referents, names: dict[str, set[str]]
) -> tuple[list[Move], dict[Decision, Judgement]]:
    """Return what decisions to merge and to split mean, and those that mean nothing here."""
    moves: list[Move] = []
    unmet: dict[Decision, Judgement] = {}
    for decision in decisions:
        if decision.kind in (Kind.MERGE, Kind.SPLIT):
            try:
                moves.append(move_of(decision, known, names))
            except Unmet as error:
                unmet[decision] = Judgement(decision, problem=str(error))
    return moves, unmet


def _said(
    decisions: Iterable[Decision], meant: Callable[[str], str], known: Referents
) -> dict[Decision, Judgement]:
    """Return what came of decisions to accept, to reject and to name."""
    said: list[Judgement] = []
    judged: dict[Decision, Judgement] = {}
    for decision in decisions:
        if decision.kind not in (Kind.MERGE, Kind.SPLIT):
            try:
                said.append(_about(decision, meant, known))
            except Unmet as error:
                judged[decision] = Judgement(decision, problem=str(error))
    against = _contradictions(said)
    for judgement in said:
        judged[judgement.decision] = _judged(
            judgement.decision, judgement.documents, judgement.link, against
        )
    return judged


def _about(decision: Decision, meant: Callable[[str], str], known: Referents) -> Judgement:
    """Return what a decision to accept, reject or name is about; raises Unmet."""
    subject = meant(decision.subject)
    if not known.mentioned(subject):
        raise Unmet("no-document", decision.subject)
    if decision.kind is Kind.NAME:
        return Judgement(decision, (subject,))
    target = meant(decision.object)
    if not known.mentioned(target):
        raise Unmet("no-document", decision.object)
    if subject == target and decision.kind is Kind.ACCEPT:
        raise Unmet("itself", decision.subject)
    return Judgement(decision, (subject, target), JudgedLink(subject, decision.relation, target))


def _contradictions(said: Iterable[Judgement]) -> dict[Decision, str]:
    """Return the decisions on links and names that contradict others, each with the lines."""
    told: defaultdict[Hashable, defaultdict[str, list[Decision]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for judgement in said:
        decision = judgement.decision
        if judgement.link:
            told[judgement.link][decision.kind].append(decision)
        else:
            told[judgement.documents, decision.relation][decision.object].append(decision)
    found: dict[Decision, str] = {}
    for values in told.values():
        if len(values) > 1:
            found |= opposed(decision for decisions in values.values() for decision in decisions)
    return found


def _judged(
    decision: Decision,
    documents: tuple[str, ...],
    link: JudgedLink | None,
    against: dict[Decision, str],
) -> Judgement:
    problem = f"contradiction: {against[decision]}" if decision in against else ""
    return Judgement(decision, documents, link, problem)


def _of_graph(*iris: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, iris)))
