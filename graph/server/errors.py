"""What can go wrong with a server that holds the graph; no message ever shows a password."""

from dataclasses import dataclass, field

from graph.errors import Exit, GraphError
from graph.words.sentences import Cause


@dataclass(eq=False)
class BadAddress(GraphError, key="bad address", code=Exit.WRONG_USE):
    """The address of a server was given whose paths are not known."""

    address: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ServerFailed(GraphError, key="server failed"):
    """A server did not do what it was asked; ``reason`` says why, and what to do."""

    address: str
    reason: Cause


@dataclass(eq=False)
class NothingPublished(GraphError, key="nothing published", code=Exit.WRONG_USE, unless="exists"):
    """The server holds no graph of Luocdo, or only a part: ``exists`` tells which."""

    address: str
    exists: bool = field(kw_only=True)


@dataclass(eq=False)
class ForeignGraph(GraphError, key="foreign graph"):
    """The graph on the server was published from elsewhere; ``graph`` says which graph tells so."""

    address: str
    graph: str
    workbench: str


@dataclass(eq=False)
class OtherPublication(GraphError, key="other publication"):
    """The graph on the server was published in the format of another version."""

    address: str
    found: str
    expected: str
