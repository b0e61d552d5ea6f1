"""Settling by clicking: what is written to the file of decisions, and by whom it may be."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.decisions.file import COLUMNS, read_decisions
from ontology.documents.relation import Relation
from tests.graph.conftest import luocdo
from tests.graph.made import KL_69, Link, document, reading, store_of
from tests.graph.web.served import client, shown

HEAD = ",".join(COLUMNS)
WHO = {"who": "Nguyễn Văn A", "why": "đã đối chiếu bản gốc"}


@pytest.fixture(scope="module")
def application(
    store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TestClient, Path]]:
    """One application on a copy of the store, and the folder that holds this."""
    folder = tmp_path_factory.mktemp("settled")
    shutil.copytree(store, folder / "store")
    with client(folder / "store") as opened:
        yield opened, folder


@pytest.fixture
def file(application: tuple[TestClient, Path]) -> Path:
    """The file of decisions, which is not there yet."""
    path = application[1] / "decisions.csv"
    path.unlink(missing_ok=True)
    return path


@pytest.fixture
def desk(application: tuple[TestClient, Path], file: Path) -> TestClient:
    """The application, with nothing decided, as a browser asks it that was never here."""
    assert not file.exists()
    application[0].cookies.clear()
    return application[0]


def matters(desk: TestClient) -> dict[str, str]:
    """The address of each open matter by what it says."""
    page = desk.get("/review").text
    found = re.findall(r'<li><a href="(/review/\w+)"><bdi>(.*?)</bdi>', page, re.DOTALL)
    return {words: address for address, words in found}


def named(desk: TestClient, words: str) -> str:
    return next(address for said, address in matters(desk).items() if words in said)


def secret(page: str) -> str:
    return str(re.findall(r'name="secret" value="([^"]+)"', page)[0])


def choose(desk: TestClient, address: str, line: int, **typed: str) -> str:
    """Click the button of a line; the address that follows."""
    form = {"secret": secret(desk.get(address).text), "line": str(line), **WHO, **typed}
    answer = desk.post(address, data=form)
    assert answer.status_code == 303, shown(answer.text)
    return str(answer.headers["location"])


def test_a_click_is_a_line_and_the_next_build_applies_it(store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "store")
    with client(tmp_path / "store") as desk:
        _settled_and_built(desk, tmp_path / "decisions.csv", tmp_path)


def _settled_and_built(desk: TestClient, file: Path, tmp_path: Path) -> None:
    before = matters(desk)
    address = named(desk, "suy luận")
    page = desk.get(address).text
    assert [each in page for each in ('data-key="a"', 'data-key="r"', 'data-key="s"')] == [True] * 3
    after = choose(desk, address, 0)
    (decision,) = read_decisions(file).decisions
    assert (decision.who, decision.why, decision.kind.value) == (*WHO.values(), "accept")
    assert len(matters(desk)) == len(before) - 1
    assert "Đã ghi dòng 2" in shown(desk.get(after).text)
    texts = Path(__file__).parents[3] / "notebooks" / "corpus"
    built = luocdo(
        "build", texts, "--store", tmp_path / "store", "--decisions", file, "--format", "json"
    )
    assert '"faults": []' in built.stdout
    assert "Đã áp dụng 1 quyết định" in built.stderr
    assert len(matters(desk)) == len(before) - 1
    assert "suy luận" not in " ".join(matters(desk))


def test_who_and_why_are_asked_once(desk: TestClient) -> None:
    address = named(desk, "suy luận")
    onwards = choose(desk, address, 1)
    page = desk.get(onwards).text
    assert all(f'value="{words}"' in page for words in WHO.values())


def test_a_value_is_named_and_a_reference_is_what_is_typed(desk: TestClient, file: Path) -> None:
    choose(desk, named(desk, "nêu khác nhau"), 0)
    reference = named(desk, "chưa xác định")
    page = desk.get(reference).text
    last = len(re.findall(r'name="line"', page)) - 1
    choose(desk, reference, last, object="43-kl/tw")
    assert "khóa XIV" in page or "2026" in page  # a candidate that no text mentions
    kinds = [decision.kind.value for decision in read_decisions(file).decisions]
    assert kinds == ["name", "merge"]
    assert read_decisions(file).decisions[1].object


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"who": ""}, "cột who"),
        ({"why": " "}, "cột why"),
    ],
    ids=["nobody", "no-reason"],
)
def test_a_line_that_would_be_wrong_is_not_written(
    desk: TestClient, file: Path, typed: dict[str, str], words: str
) -> None:
    address = named(desk, "suy luận")
    form = {"secret": secret(desk.get(address).text), "line": "0", **WHO, **typed}
    answer = desk.post(address, data=form)
    assert answer.status_code == 400
    assert words in shown(answer.text)
    assert not file.exists()


def test_only_a_form_of_this_application_writes(desk: TestClient, file: Path) -> None:
    address = named(desk, "suy luận")
    known = secret(desk.get(address).text)
    form = {"line": "0", **WHO}
    elsewhere = {"origin": "http://example.org"}
    assert desk.post(address, data=form).status_code == 403
    assert desk.post(address, data={**form, "secret": "x"}).status_code == 403
    assert desk.post(address, data={**form, "secret": known}, headers=elsewhere).status_code == 403
    assert desk.post("/review/undo", data={"number": "1", "text": HEAD}).status_code == 403
    assert desk.post(address, data={**form, "secret": known, "line": "99"}).status_code == 404
    assert desk.post("/review/nothing", data={**form, "secret": known}).status_code == 404
    assert not file.exists()


def test_a_formula_is_none_in_the_file(desk: TestClient, file: Path) -> None:
    choose(desk, named(desk, "suy luận"), 0, why='=HYPERLINK("http://example.org")\n,x')
    assert "'=HYPERLINK" in file.read_text("utf-8")
    (decision,) = read_decisions(file).decisions
    assert decision.why == '=HYPERLINK("http://example.org") ,x'


def test_what_was_written_last_is_taken_back(desk: TestClient, file: Path) -> None:
    address = named(desk, "suy luận")
    page = desk.get(choose(desk, address, 0)).text
    form = {
        "secret": secret(page),
        "number": "2",
        "text": file.read_text("utf-8").splitlines()[1],
    }
    assert desk.post("/review/undo", data={**form, "text": "x"}).status_code == 409
    assert desk.post("/review/undo", data=form).status_code == 303
    assert file.read_text("utf-8-sig") == f"{HEAD}\n"
    assert address in matters(desk).values()


def test_what_another_person_writes_is_kept_and_counts(desk: TestClient, file: Path) -> None:
    """An editor saves its copy between two clicks; its line settles a matter, too."""
    one, other = named(desk, "suy luận"), named(desk, "nêu khác nhau")
    choose(desk, one, 0)
    line = file.read_text("utf-8").splitlines()[1]
    choose(desk, other, 0)
    mine = file.read_text("utf-8").splitlines()[2]
    file.unlink()
    file.write_bytes(f"\ufeff{HEAD}\r\n# của B\r\n{line}".encode())
    assert one not in matters(desk).values()
    choose(desk, other, 0)
    assert file.read_bytes().decode() == f"\ufeff{HEAD}\r\n# của B\r\n{line}\r\n{mine}\r\n"


PLANS = [
    document(f"{n}-KH/TU", f"lai-chau.tu/nk2020/kh-tu/{n}", kind="Kế hoạch", place="lai-chau")
    for n in (1, 2, 3)
]
UNSURE = [
    Link(plan.key, Relation.IMPLEMENTS, KL_69.key, f"{plan.key} theo kết luận", 0.6)
    for plan in PLANS
]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    """Three plans of which each may implement the same conclusion, and one that may replace it."""
    folder = tmp_path_factory.mktemp("many")
    other = Link(PLANS[0].key, Relation.REPLACES, KL_69.key, "thay kết luận", 0.6)
    store_of(folder / "store", reading("mot.txt", PLANS[0], [*PLANS[1:], KL_69], [*UNSURE, other]))
    with client(folder / "store") as opened:
        yield opened, folder / "decisions.csv"


def test_many_alike_are_settled_and_taken_back_at_once(many: tuple[TestClient, Path]) -> None:
    desk, file = many
    address = named(desk, "1-KH/TU theo kết luận")
    assert 'name="also-' not in desk.get(address).text
    assert "Quyết cùng lúc với 2 việc giống vậy" in shown(desk.get(address).text)
    page = desk.get(f"{address}?many").text
    also = re.findall(r'name="(also-\w+)" value="1" checked', page)
    assert len(also) == 2
    onwards = choose(desk, address, 1, **dict.fromkeys(also, "1"))
    told = read_decisions(file).decisions
    assert [each.kind.value for each in told] == ["reject"] * 3
    assert len({each.subject for each in told}) == 3
    assert len(matters(desk)) == 1
    page = desk.get(onwards).text
    assert "Đã ghi 3 dòng, từ dòng 2" in shown(page)
    form = {
        "secret": secret(page),
        "number": "2",
        "text": "\r\n".join(file.read_text("utf-8").splitlines()[1:]),
    }
    assert desk.post("/review/undo", data={**form, "text": f"{form['text']}x"}).status_code == 409
    assert desk.post("/review/undo", data=form).status_code == 303
    assert file.read_text("utf-8-sig") == f"{HEAD}\n"
    assert len(matters(desk)) == 4


def test_only_what_is_alike_and_ticked_is_settled_with_another(
    many: tuple[TestClient, Path],
) -> None:
    desk, file = many
    file.unlink(missing_ok=True)
    address = named(desk, "1-KH/TU theo kết luận")
    page = desk.get(f"{address}?many").text
    one, other = re.findall(r'name="(also-\w+)"', page)
    foreign = named(desk, "thay kết luận").removeprefix("/review/")
    form = {"secret": secret(page), "line": "0", **WHO}
    assert desk.post(address, data={**form, f"also-{foreign}": "1"}).status_code == 404
    assert desk.post(address, data={**form, "also-nothing": "1"}).status_code == 404
    assert not file.exists()
    failed = desk.post(address, data={**form, "who": "", one: "1"}).text
    assert re.findall(r'name="(also-\w+)" value="1" checked', failed) == [one]
    choose(desk, address, 0, **{one: "1"})
    assert len(read_decisions(file).decisions) == 2
    assert f"/review/{other.removeprefix('also-')}" in matters(desk).values()


def test_one_goes_on_where_one_stopped(desk: TestClient) -> None:
    assert "Tiếp tục" not in desk.get("/review").text
    address = list(matters(desk).values())[2]
    desk.get(address)
    going_on = r'<a class="way strong" href="([^"]+)">Tiếp tục'
    assert re.findall(going_on, desk.get("/review").text) == [address]
    choose(desk, address, 0)
    (onwards,) = re.findall(going_on, desk.get("/review").text)
    assert onwards in matters(desk).values()


TEXT = re.compile(r'href="(/text/[0-9a-f]{64})"')


@pytest.mark.parametrize(
    ("quote", "target", "words"),
    [
        ("Mỗi bản biên giới có ít nhất  một\nđảng viên", "43-KL/TW", ""),
        ("", "43-KL/TW", ""),
        ("không có câu này", "43-KL/TW", "bản văn không có câu"),
        ("đồng bào", "43-KL/TW", "có ở nhiều chỗ"),
        ("Mỗi bản biên giới", "99-XX/YY", "Không văn bản nào đã đọc nhắc đến"),
        ("Mỗi bản biên giới", "69-KL/TU Lai Châu", "một văn bản khác"),
    ],
    ids=["marked", "reason-alone", "not-there", "twice", "unknown", "itself"],
)
def test_a_link_is_added_with_the_words_that_were_marked(
    desk: TestClient,
    file: Path,
    quote: str,
    target: str,
    words: str,
) -> None:
    address = TEXT.findall(desk.get("/document/doc/lai-chau.tu/nk2020/kl-tu/69").text)[0]
    page = desk.get(address).text
    form = {"secret": secret(page), "relation": "implements", "object": target, "quote": quote}
    answer = desk.post(f"{address}/add", data={**form, **WHO, "subject": "69-KL/TU@lai-chau"})
    if words:
        assert (answer.status_code, file.exists()) == (400, False)
        assert words in shown(answer.text)
        return
    (decision,) = read_decisions(file).decisions
    assert (decision.kind.value, decision.subject) == ("add", "69-KL/TU@lai-chau.tu@nk2020")
    assert decision.quote == " ".join(quote.split())
    assert bool(decision.text) == bool(quote)
    assert "Đã ghi dòng 2" in shown(desk.get(answer.headers["location"]).text)
