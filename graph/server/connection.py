"""Talking to a SPARQL server: queries, and whole graphs over the Graph Store protocol.

Nothing is sent to a place where a server could take it for a change, except ``put`` and ``delete``.
"""

import json
from collections.abc import Generator, Iterable, Iterator
from typing import Any, Final
from weakref import finalize

import httpx
import pyoxigraph as ox

from graph.errors import BadQuery
from graph.rdf import vocabulary as ld
from graph.server.address import Credentials, Params, SparqlServer
from graph.server.errors import ServerFailed
from graph.words.sentences import Cause

_JSON: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_BOOLEAN: Final = f"{ld.XSD}boolean"
_BOOLEANS: Final = {"1": "true", "0": "false"}
_ASKED_VARIABLE: Final = "__ASK_RETVAL"
"""What Virtuoso answers ASK with: one row with this variable for yes, none for no."""
_CONNECTING, _WAITING = 10, 600
_SHOWN = 200


class ServerAuth(httpx.Auth):
    """Answers what the server asks for, Basic or Digest, and nothing where it asks for nothing."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request again as the server's challenge says; from then on so at once."""
        if self._chosen is None:
            response = yield request
            challenge = response.headers.get("www-authenticate", "").lower()
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            kind = httpx.DigestAuth if challenge.startswith("digest") else httpx.BasicAuth
            self._chosen = kind(self._credentials.name, self._credentials.password)
        yield from self._chosen.auth_flow(request)


class SparqlConnection:
    """An open way to a server; ``requests`` counts what was sent on it.

    Every method raises ServerFailed where the server does not do what it is asked.
    """

    def __init__(self, server: SparqlServer) -> None:
        self.server = server
        self.requests = 0
        self._client = httpx.Client(
            auth=ServerAuth(server.credentials) if server.credentials else None,
            timeout=httpx.Timeout(_WAITING, connect=_CONNECTING),
            # Reading the certificates takes as long as a question does.
            verify=server.query.startswith("https:"),
        )
        # Whoever reads a store need not close it: this goes when its last reader does.
        finalize(self, self._client.close)

    def select(self, sparql: str) -> ox.QuerySolutions:
        """Answer a query SELECT over the named graphs; truth values are true and false."""
        answer = self._results(sparql, ())
        if not isinstance(answer, ox.QuerySolutions):
            raise self._failed("server: unread")
        return answer

    def ask(self, sparql: str, *, union: bool) -> ox.QuerySolutions | ox.QueryBoolean:
        """Answer a query SELECT or ASK."""
        return self._results(sparql, self.server.everywhere if union else ())

    def construct(self, sparql: str, *, union: bool) -> ox.QueryTriples:
        """Answer a query CONSTRUCT."""
        extra = self.server.everywhere if union else ()
        made = ox.Store()
        triples = self._triples(self._asked(sparql, extra, _TRIPLES))
        made.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
        answer = made.query("CONSTRUCT WHERE { ?s ?p ?o }")
        if not isinstance(answer, ox.QueryTriples):
            raise self._failed("server: unread")
        return answer

    def graph(self, name: ox.NamedNode) -> Iterator[ox.Quad]:
        """Yield the quads of a graph, none where the server has no such graph."""
        response = self._sent("GET", name, headers={"Accept": _TRIPLES})
        if response.status_code != httpx.codes.NOT_FOUND:
            for triple in self._triples(response):
                yield ox.Quad(triple.subject, triple.predicate, triple.object, name)

    def put(self, name: ox.NamedNode, lines: Iterable[str]) -> None:
        """Replace a graph by the N-Triples of ``lines``."""
        content = "".join(f"{line}\n" for line in lines).encode()
        self._sent("PUT", name, headers={"Content-Type": _TRIPLES}, content=content)

    def delete(self, name: ox.NamedNode) -> None:
        """Remove a graph; one that is not there is removed already."""
        self._sent("DELETE", name)

    def _results(self, sparql: str, extra: Params) -> ox.QuerySolutions | ox.QueryBoolean:
        response = self._asked(sparql, extra, _JSON)
        try:
            value = json.loads(response.content)
            rows = value.get("results", {}).get("bindings", ())
            if value["head"].get("vars") == [_ASKED_VARIABLE]:
                value = {"head": {}, "boolean": bool(rows)}
            for row in rows:
                for term in row.values():
                    _normalise(term)
            answer = ox.parse_query_results(json.dumps(value), ox.QueryResultsFormat.JSON)
        except (ValueError, LookupError, AttributeError, SyntaxError) as error:
            raise self._failed("server: unread, said", said=_short(str(error))) from error
        limit = response.headers.get("x-sparql-maxrows", "")
        if limit.isdigit() and len(rows) >= int(limit) > 0:
            raise self._cut(limit)
        return answer

    def _asked(self, sparql: str, extra: Params, accept: str) -> httpx.Response:
        """Send a query; one that this server finds fault with, and others do not, is named."""
        response = self._request(
            "POST",
            self.server.query,
            params=dict(extra),
            data={"query": sparql},
            headers={"Accept": accept},
        )
        if response.status_code == httpx.codes.BAD_REQUEST:
            raise BadQuery(_short(response.text), 0, 0)
        return self._checked(response)

    def _sent(self, method: str, name: ox.NamedNode, **rest: Any) -> httpx.Response:  # noqa: ANN401
        response = self._request(method, self.server.graphs, params={"graph": name.value}, **rest)
        absent = response.status_code == httpx.codes.NOT_FOUND and method != "PUT"
        return response if absent else self._checked(response)

    def _request(self, method: str, url: str, **rest: Any) -> httpx.Response:  # noqa: ANN401
        self.requests += 1
        try:
            return self._client.request(method, url, **rest)
        except httpx.ConnectError as error:
            raise self._failed("server: nothing answers") from error
        except httpx.TimeoutException as error:
            seconds = _CONNECTING if isinstance(error, httpx.ConnectTimeout) else _WAITING
            raise self._failed("server: late", seconds=str(seconds)) from error
        except httpx.TransportError as error:
            raise self._failed("server: broke off") from error

    def _checked(self, response: httpx.Response) -> httpx.Response:
        if response.is_success:
            return response
        status = response.status_code
        if status == httpx.codes.UNAUTHORIZED:
            if self.server.credentials:
                raise self._failed("server: refused")
            raise self._failed("server: asks who")
        if status == httpx.codes.FORBIDDEN:
            raise self._failed("server: not allowed")
        said = _short(response.text) if status >= httpx.codes.INTERNAL_SERVER_ERROR else ""
        code = "server: failed" if said else "server: another kind"
        raise self._failed(code, status=str(status), said=said)

    def _triples(self, response: httpx.Response) -> list[ox.Triple]:
        limit = response.headers.get("x-sparql-maxrows", "")
        try:
            found = ox.parse(response.content, ox.RdfFormat.N_TRIPLES)
            triples = [quad.triple for quad in found]
        except SyntaxError as error:
            raise self._failed("server: unread, said", said=_short(str(error))) from error
        if limit.isdigit() and len(triples) >= int(limit) > 0:
            raise self._cut(limit)
        return triples

    def _cut(self, limit: str) -> ServerFailed:
        return self._failed("server: cuts off", rows=limit)

    def _failed(self, code: str, **fields: str) -> ServerFailed:
        return ServerFailed(self.server.address, Cause(code, fields))


def _normalise(term: dict[str, str]) -> None:
    """Write a truth value as true or false, where the server has its own way of writing it."""
    if term.get("datatype") == _BOOLEAN:
        term["value"] = _BOOLEANS.get(term["value"], term["value"])


def _short(text: str) -> str:
    """Return the beginning of what a server says, on one line."""
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
