"""``%%sparql`` in a notebook: the cell is a query, its answer a table or a drawing.

%load_ext graph.magic
%%sparql -o plans -b directive
SELECT ?plan WHERE { ?plan ld:implements ?directive }
"""

import sys
from typing import TYPE_CHECKING, Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring

from graph.ask.bounds import QueryBounds
from graph.errors import BadQuery, GraphError
from graph.knowledge_graph import KnowledgeGraph
from graph.words.sentences import Cause, Language

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

USUAL = QueryBounds()


@magics_class
class SparqlMagic(Magics):
    """The magic ``%%sparql``; IPython wants magics as methods of a class."""

    @magic_arguments()
    @argument("-o", "--output", metavar="NAME", help="the variable that gets the answer")
    @argument(
        "-b",
        "--bind",
        metavar="NAME",
        action="append",
        default=[],
        help="bind ?NAME of the query to the variable NAME of the notebook",
    )
    @argument(
        "-g", "--graph", metavar="NAME", help="the KnowledgeGraph to ask, if there is not just one"
    )
    @argument("--seconds", type=float, default=USUAL.seconds, help="how long it may take")
    @argument("--rows", type=int, default=USUAL.rows, help="how many rows are wanted at most")
    @cell_magic
    def sparql(self, line: str, cell: str) -> object:
        """Ask the KnowledgeGraph of the notebook; with ``-o`` keep the answer as well."""
        wanted = parse_argstring(self.sparql, line)
        names: dict[str, Any] = self.shell.user_ns if self.shell else {}
        graph = _graph(names, wanted.graph)
        missing = [name for name in wanted.bind if name not in names]
        if missing:
            raise UsageError(f"the notebook has no variable {', '.join(missing)}")
        try:
            bounds = QueryBounds(wanted.seconds, wanted.rows)
            answer = graph.sparql(
                cell, bounds=bounds, **{name: names[name] for name in wanted.bind}
            )
        except BadQuery as error:
            print(pointed(cell, error, graph.language), file=sys.stderr)  # noqa: T201
            return None
        except GraphError as error:
            raise UsageError(error.told(graph.language)) from error
        if wanted.output:
            names[wanted.output] = answer
        return answer


def pointed(query: str, error: BadQuery, language: Language = Language.VI) -> str:
    r"""Return the line of ``query`` that cannot be read, with a mark below the place.

    >>> print(pointed("SELECT ?a\nWHERE { ?a x:b ?c }", BadQuery("x: is new", 2, 12)))
    x: is new
    2 | WHERE { ?a x:b ?c }
      |            ^
    """
    reason = error.reason.told(language) if isinstance(error.reason, Cause) else error.reason
    lines = query.splitlines()
    if not 0 < error.line <= len(lines):
        return reason
    number = str(error.line)
    margin = " " * len(number)
    mark = " " * max(error.column - 1, 0) + "^"
    return f"{reason}\n{number} | {lines[error.line - 1]}\n{margin} | {mark}"


def _graph(names: dict[str, Any], wanted: str | None) -> KnowledgeGraph:
    """Return the graph that a notebook asks: the one named, or the only one there is."""
    graphs = {
        name: value
        for name, value in names.items()
        if isinstance(value, KnowledgeGraph) and not name.startswith("_")
    }
    if wanted is not None:
        if wanted not in graphs:
            raise UsageError(f"{wanted} is no KnowledgeGraph of this notebook")
        return graphs[wanted]
    distinct = {id(value): value for value in graphs.values()}
    if len(distinct) != 1:
        found = f"found {', '.join(sorted(graphs))}: name one with -g" if graphs else "found none"
        raise UsageError(f"expected one KnowledgeGraph, as in kg = KnowledgeGraph.open(); {found}")
    return next(iter(distinct.values()))


def load_ipython_extension(shell: "InteractiveShell") -> None:
    """Register the magic; IPython calls this for ``%load_ext graph.magic``."""
    shell.register_magics(SparqlMagic)
