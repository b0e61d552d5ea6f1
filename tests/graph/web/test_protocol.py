"""The endpoint for SPARQL: what the protocol asks of one that only reads, and its bounds."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.errors import TooCostly
from graph.opening import open_store
from graph.web.bounded.query_process import QueryProcess

ASK = "ASK { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
TWO = "SELECT ?number WHERE { ?d ld:fullNumber ?number } ORDER BY ?number LIMIT 2"
MADE = "CONSTRUCT { ?d ld:held true } WHERE { ?d ld:held true }"


@pytest.mark.parametrize(
    ("query", "accept", "kind", "words"),
    [
        (ASK, "", JSON, '"boolean":true'),
        (TWO, "", JSON, '"vars":["number"]'),
        (TWO, "text/html,*/*;q=0.1", JSON, '"vars":["number"]'),
        (TWO, "text/csv", "text/csv; charset=utf-8", "number\r\n"),
        (TWO, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?number"),
        (TWO, f"{XML}, text/csv;q=0.5", XML, "<sparql"),
        (TWO, "application/json", JSON, '"vars"'),
        (MADE, "text/turtle", "text/turtle; charset=utf-8", "true"),
        (MADE, "application/n-triples", "application/n-triples", "<https://w3id.org/luocdo/ns#held>"),
    ],
    ids=["ask", "select", "browser", "csv", "tsv", "xml-before-csv", "json", "turtle", "triples"],
)  # fmt: skip
def test_a_query_is_answered_as_asked(
    served: TestClient, query: str, accept: str, kind: str, words: str
) -> None:
    headers = {"accept": accept} if accept else {}
    by_get = served.get("/sparql", params={"query": query}, headers=headers)
    by_form = served.post("/sparql", data={"query": query}, headers=headers)
    by_body = served.post("/sparql", content=query, headers={**headers, "content-type": QUERY})
    assert by_get.status_code == 200, by_get.text
    assert by_get.headers["content-type"] == kind
    assert words in by_get.text
    assert by_get.content == by_form.content == by_body.content


@pytest.mark.parametrize(
    ("method", "address", "content", "kind", "status"),
    [
        ("GET", "/sparql", "", "", 400),
        ("GET", "/sparql?query=ASK%20{}&query=ASK%20{}", "", "", 400),
        ("GET", "/sparql?query=ASK%20{", "", "", 400),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=http://example.org", "", "", 400),
        ("GET", "/sparql?query=ASK{}&format=exe", "", "", 400),
        ("PUT", "/sparql?query=ASK{}", "", "", 405),
        ("POST", "/sparql", "query=ASK{}", "text/plain", 415),
        ("POST", "/sparql", "query=ASK{}", "", 415),
        ("POST", "/sparql", b"query=%ff", FORM, 400),
        ("POST", "/sparql", b"ASK { ?s ?p \"\xff\" }", QUERY, 400),
        ("POST", "/sparql", "update=CLEAR ALL", FORM, 400),
        ("POST", "/sparql", "CLEAR ALL", "application/sparql-update", 415),
        ("POST", "/sparql", "DROP ALL", QUERY, 400),
        ("POST", "/sparql", "LOAD <http://example.org/x>", QUERY, 400),
        ("POST", "/sparql", "SELECT * { SERVICE <http://example.org> { ?s ?p ?o } }", QUERY, 400),
        ("POST", "/sparql", "A" * 500_000, QUERY, 413),
    ],
    ids=[
        "no-query", "two-queries", "syntax", "dataset", "format", "method", "media-type",
        "no-media-type", "form-not-utf8", "body-not-utf8", "update", "update-body", "drop", "load",
        "service", "too-long",
    ],
)  # fmt: skip
def test_what_is_no_query_is_refused(
    served: TestClient, method: str, address: str, content: str | bytes, kind: str, status: int
) -> None:
    headers = {"content-type": kind} if kind else {}
    answer = served.request(method, address, content=content, headers=headers)
    assert answer.status_code == status, answer.text


def test_no_media_type_that_is_offered(served: TestClient) -> None:
    answer = served.get("/sparql", params={"query": ASK}, headers={"accept": "image/png"})
    assert answer.status_code == 406


def test_a_query_ends_with_its_time_or_its_rows(store: Path) -> None:
    graph = open_store(store).state.graph
    process = QueryProcess(store, seconds=60, rows=10)
    kinds = {"results": JSON, "triples": "text/turtle"}
    try:
        with pytest.raises(TooCostly, match="10 rows"):
            process.answer(graph, "SELECT * { ?s ?p ?o }", **kinds)
        process.apart.seconds = 0.3
        endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        with pytest.raises(TooCostly, match="seconds"):
            process.answer(graph, endless, **kinds)
        process.apart.seconds = 60
        assert b"true" in process.answer(graph, ASK, **kinds).body
    finally:
        process.apart.close()


def test_csv_that_a_link_saves_is_for_spreadsheets_and_that_of_the_protocol_for_programs(
    served: TestClient,
) -> None:
    query = 'SELECT ("=1+1" AS ?said) ("Nơi, chỗ" AS ?where) {}'
    saved = served.get("/sparql", params={"query": query, "format": "csv"}).content
    assert saved == '\ufeffsaid,where\r\n\'=1+1,"Nơi, chỗ"\r\n'.encode()
    told = served.get("/sparql", params={"query": query}, headers={"accept": "text/csv"}).content
    assert told == 'said,where\r\n=1+1,"Nơi, chỗ"\r\n'.encode()


def test_the_console_shows_an_answer_and_what_is_wrong(served: TestClient) -> None:
    page = served.get("/console", params={"query": TWO}).text
    assert "2 dòng" in page
    assert "format=csv" in page
    broken = served.get("/console", params={"query": "SELECT <script>"}).text
    assert 'role="alert"' in broken
    assert "<script>" not in broken
