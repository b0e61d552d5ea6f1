"""What the decisions of people mean for the graph: between identity over texts, and facts.

A person's decision counts before what the program found. Decisions that contradict each other are
not applied, none of them: which is right, only a person can say, and the later date may be that of
somebody who did not know of the earlier decision.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from extract.reading import Reading
from extract.text.source import SourceText
from graph.decisions.additions import Addition, words_in
from graph.decisions.expected import ListedDuty, listed_duty
from graph.decisions.file import Decision, DecisionFile
from graph.decisions.kinds import OF_DEBTS, Kind
from graph.decisions.meanings import Meanings
from graph.decisions.merges import (
    Move,
    Moves,
    agreed,
    contradictions,
    move_of,
    opposed,
    repointed,
)
from graph.decisions.referents import Referents, TextNames, Unmet, referents_of
from graph.facts.link_judgements import JudgedLink, LinkJudgements
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld

_STATUSES = {Kind.ACCEPT: ld.CONFIRMED, Kind.REJECT: ld.REJECTED, Kind.ADD: ld.CONFIRMED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision and what came of it.

    ``documents`` are the IRIs that it concerns, the subject of ``name`` first; ``link`` is what was
    accepted, rejected or added, ``addition`` what a link to add rests on, ``listed`` what is owed
    by a person's list; ``sha`` is the text that a decision to merge or to split names. ``problem``
    is a code and a detail, empty where nothing is known to be in the way.
    """

    decision: Decision
    documents: tuple[str, ...] = ()
    link: JudgedLink | None = None
    problem: str = ""
    addition: Addition | None = None
    listed: ListedDuty | None = None
    sha: str = ""


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions of a file, applied to the texts of a store.

    ``moved`` says which documents texts mean by what people decided, ``link_judgements`` what
    became of links; ``known`` is None where there are no decisions.
    """

    moved: Resolutions = field(default_factory=dict)
    file: str = ""
    link_judgements: LinkJudgements = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    known: Referents | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """What decisions to merge and to split come to: ``resolutions`` of what is decided alone."""

    before: Referents
    moves: Moves
    resolutions: Resolutions
    judged: Mapping[Decision, Judgement]


ReadingOf = Callable[[str], Reading]
"""Returns what a text says, by its hash."""
_TextNamed = Callable[[str], SourceText]
"""Returns the text that a name means in which words are to be found; raises Unmet."""


def judge(
    file: DecisionFile,
    reading_of: ReadingOf,
    resolutions: Resolutions,
    names: Mapping[str, set[str]],
) -> Judgements:
    """Return what the decisions of ``file`` mean.

    ``names`` holds the names of each text's files, ``reading_of`` reads each of these texts;
    ``resolutions`` is what the program says of their documents.
    """
    if not file.decisions:
        return Judgements()

    def referents(told: Resolutions) -> Referents:
        return referents_of(map(reading_of, sorted(names)), told)

    before, text_names = referents(resolutions), TextNames(names)
    moved = move(file, before, text_names)
    after = referents({**resolutions, **moved.resolutions}) if moved.resolutions else before
    return judge_moved(file, moved, after, text_names, reading_of)


def move(file: DecisionFile, before: Referents, names: TextNames) -> Moved:
    """Return what decisions to merge and to split do to the documents as they are ``before``."""
    moves, judged = _moves(file.decisions, before, names)
    against = contradictions(moves)
    followed = agreed(each for each in moves if each.decision not in against)
    for each in moves:
        documents = _of_graph(followed.followed(each.target), each.subject)
        judged[each.decision] = Judgement(
            decision=each.decision,
            documents=documents,
            problem=_against(each.decision, against),
            sha=each.sha,
        )
    return Moved(before, followed, repointed(followed, before), judged)


def judge_moved(
    file: DecisionFile, moved: Moved, after: Referents, names: TextNames, reading_of: ReadingOf
) -> Judgements:
    """Return what all decisions mean; ``after`` is as documents are when all is ``moved``."""

    def text_named(typed: str) -> SourceText:
        return reading_of(names.sha(typed)).source

    meanings = Meanings(moved.before, after, moved.moves)
    judged = {**moved.judged, **_said(file.decisions, meanings, text_named)}
    return Judgements(
        moved=moved.resolutions,
        file=file.name,
        link_judgements={
            judgement.link: _STATUSES[judgement.decision.kind]
            for judgement in judged.values()
            if judgement.link and not judgement.problem and not judgement.addition
        },
        judgements=tuple(judged[decision] for decision in file.decisions),
        known=after,
    )


def _moves(
    decisions: Iterable[Decision], known: Referents, names: TextNames
) -> tuple[list[Move], dict[Decision, Judgement]]:
    """Return what decisions to merge and to split mean, and those that mean nothing here."""
    moves: list[Move] = []
    unmet: dict[Decision, Judgement] = {}
    for decision in decisions:
        if decision.kind in (Kind.MERGE, Kind.SPLIT):
            try:
                moves.append(move_of(decision, known, names))
            except Unmet as error:
                unmet[decision] = Judgement(decision=decision, problem=str(error))
    return moves, unmet


def _said(
    decisions: Iterable[Decision], meanings: Meanings, text_named: _TextNamed
) -> dict[Decision, Judgement]:
    """Return what came of decisions that neither merge nor split."""
    said: list[Judgement] = []
    judged: dict[Decision, Judgement] = {}
    for decision in decisions:
        if decision.kind not in (Kind.MERGE, Kind.SPLIT):
            try:
                said.append(_about(decision, meanings, text_named))
            except Unmet as error:
                judged[decision] = Judgement(decision=decision, problem=str(error))
    against = _contradictions(said)
    for judgement in said:
        judged[judgement.decision] = replace(
            judgement, problem=_against(judgement.decision, against)
        )
    return judged


def _about(decision: Decision, meanings: Meanings, text_named: _TextNamed) -> Judgement:
    """Return what a decision is about that neither merges nor splits; raises Unmet."""
    if decision.kind is Kind.ADD:
        return _added(decision, meanings, text_named)
    if decision.kind is Kind.EXPECT:
        about = meanings.after.documents.found(meanings.mentioned(decision.object))
        listed = listed_duty(decision, about)
        return Judgement(decision=decision, documents=(about.iri,), listed=listed)
    if decision.kind in OF_DEBTS:
        met_by = tuple(map(meanings.mentioned, filter(None, [decision.object])))
        return Judgement(decision=decision, documents=met_by)
    subject = meanings.mentioned(decision.subject)
    if decision.kind is Kind.NAME:
        numbers = meanings.after.documents.record(subject).stated.get("number", ())
        if decision.relation == "number" and numbers:
            raise Unmet("has-number", ", ".join(sorted(numbers)))
        return Judgement(decision=decision, documents=(subject,))
    target = meanings.mentioned(decision.object)
    if subject == target and decision.kind is Kind.ACCEPT:
        raise Unmet("itself", decision.subject)
    link = JudgedLink(subject, decision.relation, target)
    return Judgement(decision=decision, documents=(subject, target), link=link)


def _added(decision: Decision, meanings: Meanings, text_named: _TextNamed) -> Judgement:
    """Return what a decision to add is about; raises Unmet."""
    ends = [meanings.end(typed) for typed in (decision.subject, decision.object)]
    (subject, target), unseen = zip(*ends, strict=True)
    if subject == target:
        raise Unmet("itself", decision.subject)
    addition = Addition(unseen=tuple(filter(None, unseen)))
    if decision.quote:
        source = text_named(decision.text)
        addition = replace(addition, source=source, span=words_in(source, decision.quote))
    link = JudgedLink(subject, decision.relation, target)
    documents = (subject, target)
    return Judgement(decision=decision, documents=documents, link=link, addition=addition)


def _contradictions(judged: Iterable[Judgement]) -> dict[Decision, str]:
    """Return the decisions on links, names and debts that contradict others, with the lines."""
    told: defaultdict[Hashable, defaultdict[str, list[Decision]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for judgement in judged:
        decision = judgement.decision
        if judgement.link:
            told[judgement.link][_STATUSES[decision.kind].value].append(decision)
        elif decision.kind in OF_DEBTS:
            # Two people may name one document in two ways.
            said = " ".join((decision.kind, *judgement.documents))
            told[decision.subject][said].append(decision)
        elif decision.kind is not Kind.EXPECT:
            told[judgement.documents, decision.relation][decision.object].append(decision)
    found: dict[Decision, str] = {}
    for values in told.values():
        if len(values) > 1:
            found |= opposed(decision for decisions in values.values() for decision in decisions)
    return found


def _against(decision: Decision, against: dict[Decision, str]) -> str:
    return f"contradiction: {against[decision]}" if decision in against else ""


def _of_graph(*iris: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, iris)))
