"""Writing a graph: the facts of every text, then what follows from all of them together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Thread

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.build.at_once.hearing import sketches, testimonies
from graph.build.at_once.kept_workers import started
from graph.build.at_once.parts import Settled, Told, add, fingerprint, load_facts
from graph.build.at_once.processes import Processes
from graph.build.at_once.runner import Runner
from graph.build.chosen import chosen_facts, issued_plans
from graph.build.readings import ReadingCache
from graph.build.renewal.applied import applied_of
from graph.build.renewal.index import Index
from graph.build.text_pairs import mention_counts, pair_facts, texts_of_documents
from graph.decisions.added_links import added_facts, without_stated
from graph.decisions.facts import decision_facts, expected_debts, name_facts
from graph.decisions.file import DecisionFile
from graph.decisions.judgements import Judgements, judge
from graph.facts.inference import inferred_facts
from graph.facts.known import known_facts
from graph.facts.published import vocabulary_facts
from graph.facts.scans import unconfirmed_facts
from graph.identity.copies import with_copies
from graph.identity.resolution import Resolutions, Said, Testimony, resolve
from graph.identity.text_heads import TextHead
from graph.likeness.pairs import Alike, alike_texts
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.disk import State
from graph.store.stated_once import statements
from graph.store.text_files import TextFile
from graph.tables.said.word_rows import Saying
from graph.tables.writing import numbers_of

_HERE = Processes(1)
"""Nobody but this process."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What is written beside a graph out of the same facts, as far as it is wanted.

    ``index`` is told what is needed to bring the graph in line with a change of few texts,
    ``of_texts`` is a file for the rows of the tables that follow from one text alone. ``words`` is
    given the texts of all documents as soon as these have their numbers.
    """

    index: Index | None = None
    of_texts: Path | None = None
    words: Callable[[Iterable[Saying]], None] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A graph that was written: what it holds, its dataset, open, and the documents, all read."""

    state: State
    dataset: Store
    documents: Documents


def write_graph(
    path: Path,
    name: str,
    texts: Iterable[TextFile],
    cache: ReadingCache,
    decisions: DecisionFile | None = None,
    *,
    runner: Runner = _HERE,
    aside: Aside | None = None,
) -> Written:
    """Write the graph of ``texts`` into the empty folder ``path`` and return what it holds.

    The readings are taken from ``cache`` one at a time; the same texts and ``decisions`` give the
    same graph, whatever the order of the texts and whoever works at it (``runner``). What is
    written ``aside`` follows from the same facts.
    """
    aside = aside or Aside()
    names: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        names[text.sha].add(text.name)
    dataset = Store(str(path))
    dataset.bulk_extend(vocabulary_facts())
    judged = _write_stated(dataset, names, cache, decisions or DecisionFile(""), runner, aside)
    added = list(added_facts(judged))
    add(dataset, added)
    # What follows is worked out from the facts alone, whatever of it is written already.
    add(
        dataset,
        chain(
            _held_facts(dataset),
            mention_counts(dataset),
            known_facts(dataset),
            inferred_facts(dataset, judged.link_judgements),
        ),
    )
    named = [*name_facts(judged), *expected_debts(judged)]
    add(dataset, named)
    if aside.index:
        applied = applied_of(judged, [*added, *named])
        aside.index.apply(applied)
        aside.index.count_shared({fingerprint(fact): 1 for fact in applied.declared})
    # Which links and debts there are to decide on is known only now.
    add(dataset, decision_facts(judged, dataset))
    add(dataset, issued_plans(Documents(dataset)))
    # What confirms a scan may be what people decided.
    add(dataset, unconfirmed_facts(dataset))
    # What rows show is chosen from all of that.
    documents = Documents(dataset)
    add(dataset, chosen_facts(documents))
    dataset.flush()
    state = State(
        graph=name,
        reader=cache.version,
        documents=_count(dataset, ld.DOCUMENT),
        claims=statements(dataset),
        unresolved=_count(dataset, ld.UNRESOLVED_REFERENCE),
    )
    return Written(state, dataset, documents)


def _write_stated(
    dataset: Store,
    names: Mapping[str, set[str]],
    cache: ReadingCache,
    decisions: DecisionFile,
    runner: Runner,
    aside: Aside,
) -> Judgements:
    """Write what texts state, and which of them are of one document; return what is decided.

    How all references were settled takes much memory, and is not needed any more then.
    """
    index = aside.index
    with ExitStack() as stack:
        runner = stack.enter_context(started(runner, len(names)))
        resolutions, alike = _identified(sorted(names), cache, index, runner)
        judged = judge(decisions, cache.load, resolutions, names)
        settled = Settled(
            cache=cache,
            names=names,
            resolutions={**resolutions, **judged.moved} if judged.moved else resolutions,
            link_judgements=judged.link_judgements,
        )
        rows = stack.enter_context(aside.of_texts.open("wb")) if aside.of_texts else None
        told = Told(index.count_shared if index else None, rows.write if rows else None)
        load_facts(dataset, settled, runner, told)
    texts = texts_of_documents(dataset, names)
    if aside.words:
        aside.words(_sayings(dataset, texts, names))
    judged = without_stated(judged, dataset)
    add(dataset, pair_facts(texts, alike, judged))
    return judged


def _sayings(
    dataset: Store, texts: Mapping[str, Sequence[str]], names: Mapping[str, set[str]]
) -> Iterator[Saying]:
    """Yield the texts of all documents, these by their numbers in the tables."""
    for iri, document in numbers_of(dataset).items():
        shas = sorted(texts.get(iri, ()))
        yield Saying(document, tuple((sha, min(names[sha])) for sha in shas))


@contextmanager
def put_in_order(dataset: Store) -> Iterator[None]:
    """Put the files of a dataset in order while it is read for something else.

    What was loaded bit by bit lies in many files, each of which a question would look into. Who
    leaves early does not wait for it: the dataset is of no use then.
    """
    failed: list[OSError | RuntimeError | ValueError] = []

    def put() -> None:
        try:
            dataset.optimize()
        except (OSError, RuntimeError, ValueError) as error:
            failed.append(error)

    ordering = Thread(target=put, daemon=True)
    ordering.start()
    yield
    ordering.join()
    if failed:
        raise failed[0]


def _identified(
    shas: Sequence[str], cache: ReadingCache, index: Index | None, runner: Runner
) -> tuple[Resolutions, tuple[Alike, ...]]:
    """Settle what documents all texts mean, and tell which texts are alike; ``index`` learns it."""
    heads: list[TextHead] = []

    def told() -> Iterator[Testimony]:
        for testimony in testimonies(shas, cache, runner):
            heads.append(testimony.head)
            yield testimony

    said = Said()
    settled = resolve(told(), said)
    resolutions = with_copies(heads, settled)
    sketched = partial(sketches, cache=cache, runner=runner)
    alike = alike_texts(heads, resolutions, cache.source, sketched)
    if index:
        index.add(said, resolutions, heads, alike)
    return resolutions, alike


def _held_facts(dataset: Store) -> Iterator[Quad]:
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH):
        if isinstance(quad.subject, NamedNode):
            yield held_fact(dataset, quad.subject)


def held_fact(dataset: Store, document: NamedNode) -> Quad:
    """Return whether the store holds a text of a document."""
    held = any(dataset.quads_for_pattern(document, ld.HAS_TEXT, None, None))
    return Quad(document, ld.HELD, Literal(held), ld.DOCUMENTS_GRAPH)


def _count(dataset: Store, kind: NamedNode) -> int:
    return sum(1 for _ in dataset.quads_for_pattern(None, ld.TYPE, kind, None))
