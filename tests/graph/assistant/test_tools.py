"""The server driven by the SDK's own client: each tool, what is typed wrongly, an empty store."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.types import TextContent

from graph.assistant.bounds import MOST
from graph.assistant.serving import server_of
from graph.words.sentences import Language
from tests.graph.conftest import CORPUS
from tests.graph.made import document, reading, store_of

DRAFT = "Căn cứ Kết luận số 43-KL/TW ngày 08/01/2019 của Ban Bí thư, tỉnh mở lớp dạy nghề."
TOOLS = {
    "find": {"words": "43-KL/TW"},
    "show": {"number": "43-KL/TW"},
    "plans": {"number": "43-KL/TW"},
    "evidence": {"number": "43-KL/TW"},
    "owed": {"number": "43-KL/TW", "as_of": "1/9/2021"},
    "lint": {"text": DRAFT},
}


def asked(store: Path, tool: str, **arguments: object) -> Any:
    async def call() -> Any:
        async with Client(server_of(str(store), Language.EN, str)) as client:
            return await client.call_tool(tool, arguments)

    # Another test of this process may have left a loop that runs: the browser's.
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(lambda: asyncio.run(call())).result()


def answer(store: Path, tool: str, **arguments: object) -> Any:
    result = asked(store, tool, **arguments)
    assert not result.is_error, result.content
    return result.structured_content


def refusal(store: Path, tool: str, **arguments: object) -> str:
    result = asked(store, tool, **arguments)
    assert result.is_error
    (said,) = result.content
    assert isinstance(said, TextContent)
    return said.text


def quotes_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for each in value.values():
            yield from quotes_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from quotes_in(each)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    own = document("1-BC/HU", kind="Báo cáo")
    store_of(tmp_path / "empty", reading("one.txt", own))
    return tmp_path / "empty"


def test_the_tools_say_that_they_only_read(store: Path) -> None:
    async def listed() -> Any:
        async with Client(server_of(str(store), Language.VI, str)) as client:
            return (await client.list_tools()).tools

    with ThreadPoolExecutor(1) as apart:
        tools = apart.submit(lambda: asyncio.run(listed())).result()
    assert {tool.name for tool in tools} == set(TOOLS)
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)


@pytest.mark.parametrize(("tool", "arguments"), TOOLS.items(), ids=list(TOOLS))
def test_every_answer_has_quotes_and_their_files(
    store: Path, tool: str, arguments: dict[str, object]
) -> None:
    quotes = list(quotes_in(answer(store, tool, **arguments)))
    assert quotes
    assert all(quote["quote"] and quote["file"] for quote in quotes)


@pytest.mark.parametrize(("tool", "arguments"), list(TOOLS.items())[:5], ids=list(TOOLS)[:5])
def test_the_quotes_are_the_words_of_the_files(
    store: Path, tool: str, arguments: dict[str, object]
) -> None:
    for quote in quotes_in(answer(store, tool, **arguments)):
        text = (CORPUS / quote["file"]).read_bytes().decode()
        assert text[quote["start"] : quote["end"]].startswith(quote["quote"])


def test_plans_are_chosen_by_level_and_place(store: Path) -> None:
    rows = answer(store, "plans", number="69-KL/TU@lai-chau", level="district", direct=True)["rows"]
    assert [row["ask_for"] for row in rows] == ["52-KH/HU", "61-KH/HU"]


def test_a_limit_leaves_rows_out_and_says_so(store: Path) -> None:
    whole = answer(store, "evidence", number="43-KL/TW", limit=MOST)
    part = answer(store, "evidence", number="43-KL/TW", limit=1)
    assert (part["shown"], len(part["rows"])) == (1, 1)
    assert part["total"] == whole["total"] > 1


def test_a_fault_of_a_draft_is_told_with_what_is_known(store: Path) -> None:
    found = answer(store, "lint", text=DRAFT)
    (row,) = found["rows"]
    assert found["faults"] == 1
    assert row["says"] == "dated 2019-01-08 here, while 43-KL/TW is dated 2019-01-07"


WRONG = [
    pytest.param("show", {"number": "99-KL/TW"}, "No text of the store", id="unknown number"),
    pytest.param("show", {"number": "25-NQ/TW"}, "25-NQ/TW@XI", id="an ambiguous number"),
    pytest.param("plans", {"number": "hộp kín"}, "Cannot read", id="no number at all"),
    pytest.param("plans", {"number": "43-KL/TW", "level": "x"}, "no level", id="no level"),
    pytest.param("plans", {"number": "43-KL/TW", "place": "x"}, "no place", id="no place"),
    pytest.param("show", {}, "number", id="an argument left out"),
    pytest.param("show", {"number": ""}, "number", id="nothing typed"),
    pytest.param("evidence", {"number": "43-KL/TW", "limit": 0}, "limit", id="no rows wanted"),
    pytest.param("evidence", {"number": "43-KL/TW", "limit": 51}, "limit", id="too many rows"),
    pytest.param("lint", {"text": "x" * 200_001}, "200001", id="too long a draft"),
]


@pytest.mark.parametrize(("tool", "arguments", "said"), WRONG)
def test_what_is_asked_wrongly_is_told(
    store: Path, tool: str, arguments: dict[str, object], said: str
) -> None:
    assert said in refusal(store, tool, **arguments)


def test_a_store_that_has_gone_is_told(tmp_path: Path) -> None:
    assert "luocdo build" in refusal(tmp_path / "none", "find", words="43-KL/TW")


def test_a_store_without_documents_finds_nothing(empty: Path) -> None:
    assert answer(empty, "find", words="43-KL/TW")["rows"] == []
    assert "No text" in refusal(empty, "show", number="43-KL/TW")
    assert answer(empty, "lint", text=DRAFT)["faults"] == 0


def test_an_answer_holds_no_more_than_it_may(store: Path) -> None:
    size = len(json.dumps(answer(store, "show", number="43-KL/TW", limit=MOST)))
    assert size < 80_000
