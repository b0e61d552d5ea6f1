"""Which SPARQL server an address means: where it is asked, where graphs are put, and as whom."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from graph.server.errors import BadAddress

Params = tuple[tuple[str, str], ...]

_SCHEMES: Final = ("http", "https")
_VIRTUOSO: Final[Params] = ()
_OXIGRAPH: Final[Params] = (("union-default-graph", "true"),)
_FUSEKI: Final[Params] = (("default-graph-uri", "urn:x-arq:UnionGraph"),)
_LAYOUTS: Final = (
    # The path ends in, a folder stands before it, queries go to, graphs go to, with.
    ("/sparql-auth", None, "/sparql-auth", "/sparql-graph-crud-auth", _VIRTUOSO),
    ("/sparql", False, "/sparql", "/sparql-graph-crud", _VIRTUOSO),
    ("/sparql", True, "/sparql", "/data", _FUSEKI),
    ("/query", False, "/query", "/store", _OXIGRAPH),
    ("/query", True, "/query", "/data", _FUSEKI),
    ("", False, "/query", "/store", _OXIGRAPH),
)
KNOWN_ADDRESSES: Final = (
    "http://HOST:PORT",
    "http://HOST:PORT/query",
    "http://HOST:PORT/sparql",
    "http://HOST:PORT/sparql-auth",
    "http://HOST:PORT/DATASET/query",
    "http://HOST:PORT/DATASET/sparql",
)


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks; the password is never shown."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SparqlServer:
    """A server that speaks the SPARQL and the Graph Store protocols.

    ``address`` is what the user gave, without name and password: it may be shown. ``everywhere``
    is sent with a query over all graphs together; Virtuoso asks them all unless told otherwise.
    """

    address: str
    query: str
    graphs: str
    everywhere: Params = ()
    credentials: Credentials | None = None


def is_address(location: object) -> bool:
    """Tell whether ``location`` is the address of a server, and not a folder.

    >>> is_address("http://localhost:7878"), is_address(".luocdo")
    (True, False)
    """
    return isinstance(location, str) and location.lower().startswith(("http://", "https://"))


def server_at(address: str) -> SparqlServer:
    """Return the server that ``address`` means; BadAddress where its paths are not known.

    >>> server_at("http://dba:secret@localhost:8890/sparql-auth").graphs
    'http://localhost:8890/sparql-graph-crud-auth'
    """
    try:
        parts = urlsplit(address)
        usable = parts.scheme.lower() in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        raise BadAddress(_without_userinfo(address), KNOWN_ADDRESSES) from None
    root = f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2]}"
    shown = root + parts.path.rstrip("/")
    layout = _layout(parts.path.rstrip("/"))
    if not usable or parts.query or parts.fragment or layout is None:
        raise BadAddress(shown, KNOWN_ADDRESSES)
    folder, query, graphs, everywhere = layout
    base = root + folder
    return SparqlServer(shown, base + query, base + graphs, everywhere, _credentials(parts))


def shown(location: object) -> str:
    """Return how a store is shown: a folder as it is, an address without a password.

    >>> shown("https://anna:secret@example.org/query")
    'https://example.org/query'
    """
    return (
        server_at(location).address
        if isinstance(location, str) and is_address(location)
        else str(location)
    )


def _layout(path: str) -> tuple[str, str, str, Params] | None:
    for suffix, in_folder, query, graphs, everywhere in _LAYOUTS:
        folder = path.removesuffix(suffix)
        if path.endswith(suffix) and in_folder in (None, bool(folder)):
            return folder, query, graphs, everywhere
    return None


def _credentials(parts: SplitResult) -> Credentials | None:
    if parts.username is None:
        return None
    return Credentials(unquote(parts.username), unquote(parts.password or ""))


def _without_userinfo(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
