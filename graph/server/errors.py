"""What can go wrong with a server that holds the graph; no message ever shows a password."""

from collections.abc import Sequence

from graph.errors import GraphError


class BadAddress(GraphError):
    """The address of a server was given whose paths are not known."""

    def __init__(self, address: str, known: Sequence[str]) -> None:
        self.address = address
        self.known = tuple(known)
        super().__init__(
            f"cannot tell where {address} takes queries and graphs; "
            f"expected one of {', '.join(known)}"
        )


class ServerFailed(GraphError):
    """A server did not do what it was asked; ``reason`` says why, and what to do, in English."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: {reason}")


class NothingPublished(GraphError):
    """The server holds no graph of Luocdo, or only a part: ``exists`` tells which."""

    def __init__(self, address: str, *, exists: bool) -> None:
        self.address = address
        self.exists = exists
        found = "holds a graph that is not whole" if exists else "holds no graph of Luocdo"
        super().__init__(
            f"{address} {found}; expected one that 'luocdo build' has written to its end: "
            f"run 'luocdo build FOLDER --store {address}'"
        )


class ForeignGraph(GraphError):
    """The graph on the server was published from elsewhere; ``graph`` says which graph tells so."""

    def __init__(self, address: str, graph: str, workbench: str) -> None:
        self.address = address
        self.graph = graph
        self.workbench = workbench
        super().__init__(
            f"the graph on {address} was published from another machine or account; nothing was "
            f"changed: build there, copy its folder to {workbench}, or delete the graph <{graph}> "
            f"on the server to replace everything"
        )


class OtherPublication(GraphError):
    """The graph on the server was published in the format of another version."""

    def __init__(self, address: str, found: str, expected: str) -> None:
        self.address = address
        self.found = found
        self.expected = expected
        super().__init__(
            f"the graph on {address} was published by another version (format {found!r}, expected "
            f"{expected!r}); nothing was changed: use that version, or another server"
        )
