"""The graph in the hands of Python: build or open it, ask it, hand it on.

What is slow to load (rdflib, networkx, pandas, the drawing engine) is loaded when it is asked for.
"""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.plans import plans_of
from graph.ask.sparql_text import Bindable
from graph.notebook.by_number import typed
from graph.notebook.rows import (
    FINDING_COLUMNS,
    PLAN_SHOWN,
    REVIEW_COLUMNS,
    Plan,
    plan_row,
)
from graph.notebook.searching import Searching
from graph.notebook.sparql_rows import table_of
from graph.notebook.table import Table, columns_of
from graph.opening import build_into, open_store
from graph.read.garbage import garbage_kept
from graph.store.disk import DEFAULT_DIRECTORY, GraphStore
from graph.typed.meaning import documents_asked
from graph.words.sentences import LANGUAGE_VARIABLE, Language, say
from ontology.level import Level

if TYPE_CHECKING:
    from graph.ask.bounds import QueryBounds
    from graph.ask.checks import Finding
    from graph.ask.matters.kinds import ReviewItem
    from graph.build.run import BuildReport
    from graph.notebook.drawing import Drawing


class KnowledgeGraph(Searching):
    """A graph of documents, their links, and the words that state these.

    >>> from tempfile import mkdtemp
    >>> kg = KnowledgeGraph.build("notebooks/corpus", store=mkdtemp())
    >>> kg
    <KnowledgeGraph: 41 documents, 61 links, 1 unresolved reference>
    >>> [plan.document for plan in kg.plans("69-KL/TU@lai-chau", level="district", direct=True)]
    ['Kế hoạch 52-KH/HU', 'Kế hoạch 61-KH/HU']
    """

    def __init__(
        self,
        store: GraphStore,
        *,
        report: "BuildReport | None" = None,
        language: Language | str | None = None,
    ) -> None:
        chosen = Language(language or os.environ.get(LANGUAGE_VARIABLE) or Language.VI)
        super().__init__(store, chosen)
        self.report = report
        """What the build did where this graph was just built: files read, and those that failed."""

    @classmethod
    def build(
        cls,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        store: str | os.PathLike[str] = DEFAULT_DIRECTORY,
        *,
        decisions: str | os.PathLike[str] | None = None,
        expected: str | os.PathLike[str] | None = None,
        progress: Callable[[int, int], None] | None = None,
        language: Language | str | None = None,
    ) -> "KnowledgeGraph":
        """Read the files under ``paths`` into ``store`` and return the graph of them.

        ``store`` is a folder, or the address of a SPARQL server; what it knows from an earlier
        build is read again only where it has changed. ``decisions`` is a file of what people
        decided (docs/decisions.md), ``expected`` a list of who owes what (docs/owed.md); the store
        remembers both. ``progress`` is told how many texts of
        how many are done. Files that could not be read are listed in ``report.failures``.

        Raises a GraphError: NothingToRead, NotAStore, StoreBusy, … each before anything changes.

        >>> from tempfile import mkdtemp
        >>> built = KnowledgeGraph.build("notebooks/corpus", store=mkdtemp())
        >>> built.report.read, built.report.failures
        (23, ())
        """
        many = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        location = os.fspath(store)
        file = None if decisions is None else Path(decisions)
        owing = None if expected is None else Path(expected)
        report = build_into(
            [Path(path) for path in many],
            location,
            decisions=file,
            expected=owing,
            progress=progress,
        )
        return cls(open_store(location), report=report, language=language)

    @classmethod
    def open(
        cls,
        store: str | os.PathLike[str] = DEFAULT_DIRECTORY,
        *,
        language: Language | str | None = None,
    ) -> "KnowledgeGraph":
        """Open the graph in ``store``, a folder or the address of a server, for reading.

        Raises a GraphError: NotAStore, OtherVersion, DamagedStore, ServerFailed, …

        >>> KnowledgeGraph.open("no/such/store")
        Traceback (most recent call last):
        graph.errors.NotAStore: no/such/store does not exist. Build a store first (luocdo build \
FOLDER), or name another with --store.
        """
        return cls(open_store(os.fspath(store)), language=language)

    def __repr__(self) -> str:
        """Return how much the graph holds."""
        state = self._store.state
        open_ = f"{state.unresolved} unresolved reference{'' if state.unresolved == 1 else 's'}"
        return f"<KnowledgeGraph: {state.documents} documents, {state.claims} links, {open_}>"

    def plans(
        self,
        number: str,
        *,
        level: Level | str | None = None,
        place: str | None = None,
        local: bool = False,
        direct: bool = False,
        inferred: bool = False,
    ) -> Table[Plan]:
        """Return the documents that carry out what ``number`` means, shortest chains first.

        ``level`` is a Level or a word for one ("tỉnh", "district"), ``place`` a name or a path;
        ``local`` leaves out the centre, ``direct`` what has steps between, ``inferred`` adds links
        that no text states. Raises NotFound and UnknownPlace with the nearest, Ambiguous with
        the candidates.

        >>> plan = kg.plans("69-KL/TU@lai-chau", place="Tam Đường", direct=True)[0]
        >>> plan.document, plan.date, plan.text
        ('Kế hoạch 61-KH/HU', '2021-06-18', 'lai-chau_tam-duong_61-kh-hu_2021.txt')
        >>> plan.quote
        'thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy'
        """
        from graph.read.lookup import level_typed
        from graph.words.labels import name_of

        directives = documents_asked(self._store, typed(number))
        named = level_typed(level)
        plans = partial(plans_of, self._store, level=named, place=place, local=local)
        found = [
            row
            for directive in directives
            for row in plans(directive.iri, direct=direct, inferred=inferred)
        ]
        names = ", ".join(map(name_of, directives))
        return Table(
            [plan_row(row) for row in found],
            columns_of(Plan),
            say(self.language, "plans of", count=len(found), document=names),
            shown=PLAN_SHOWN,
            language=self.language,
            store=self._store,
        )

    def sparql(
        self, query: str, *, bounds: "QueryBounds | None" = None, **bindings: Bindable
    ) -> "Table[Any] | Drawing | bool":
        """Answer SPARQL: SELECT with a table, CONSTRUCT with triples, ASK with True or False.

        The usual prefixes need no declaration. ``bindings`` give variables of the query a value (a
        text, a number, a date, a document, an ``rdflib.URIRef``) that is never read as SPARQL;
        ``bounds`` are its seconds and rows. Raises BadQuery, which names the line and the nearest
        right prefix or term; NotReadOnly for what would change the graph; TookTooLong.

        >>> query = "SELECT DISTINCT ?name WHERE { ?plan ld:implements ?d ; skos:prefLabel ?name }"
        >>> sorted(row.name for row in kg.sparql(query, d=kg.document("43-KL/TW")))
        ['Kế hoạch 133-KH/TU', 'Kế hoạch 142-KH/TU']
        """
        from graph.ask.sparql import Triples, run_typed
        from graph.notebook.drawing import drawing_of

        answer = run_typed(self._store, query, bindings, bounds)
        if isinstance(answer, bool):
            return answer
        if isinstance(answer, Triples):
            return drawing_of(self._store, answer)
        return table_of(answer, language=self.language, store=self._store)

    def ask(
        self, question: str, *arguments: str, as_of: str | None = None, state: str | None = None
    ) -> Table[Any]:
        """Return the answer to a competency question: ``kg.ask("lag", "69-KL/TU@lai-chau")``.

        ``kg.questions()`` lists them; ``as_of`` is the day that "in-force" is asked of, ``state``
        what files "files" are to be ("failed"). Raises UnknownQuestion with the nearest,
        WrongArguments, WrongUse, NotFound, Ambiguous, UnknownPlace.

        >>> [(row.plan, row.days) for row in kg.ask("lag", "43-KL/TW")][:2]
        [('Kế hoạch 142-KH/TU', 72), ('Kế hoạch 133-KH/TU', 95)]
        """
        from graph.ask import competency

        asked = competency.question_named(question)
        with garbage_kept():
            rows = competency.ask(self._store, asked.name, *arguments, as_of=as_of, state=state)
            title = asked.asked(self.language, arguments)
            return table_of(rows, title, language=self.language, store=self._store)

    def questions(self) -> Table[Any]:
        """Return the competency questions: name, what each is asked about, what it asks.

        >>> [row.parameters for row in kg.questions() if row.name == "evidence"]
        ['SUBJECT OBJECT']
        """
        from graph.ask.competency import askable, listed
        from graph.ask.sparql import Rows

        rows = tuple(listed(askable(), self.language))
        return table_of(Rows(("name", "parameters", "question"), rows), language=self.language)

    def check(self) -> "Table[Finding]":
        """Return what a person should look at, such as conflicts, cycles, dates that do not fit.

        >>> sorted(finding.rule for finding in kg.check())
        ['conflicting-issuers', 'open-reference']
        """
        from graph.ask.checks import run_checks

        columns, shown = FINDING_COLUMNS[self.language]
        found = run_checks(self._store)
        return Table(found, columns, shown=shown, language=self.language, store=self._store)

    def review(self) -> "Table[ReviewItem]":
        """Return what a person should decide, each with the lines that would settle it.

        >>> [(item.kind.value, item.subject) for item in kg.review()][:2]
        [('conflict', '124-QĐ/TW'), ('reference', '25-NQ/TW@ref-f8d52d66')]
        """
        from graph.ask.review import review_items

        columns, shown = REVIEW_COLUMNS[self.language]
        items = review_items(self._store)
        return Table(items, columns, shown=shown, language=self.language, store=self._store)
