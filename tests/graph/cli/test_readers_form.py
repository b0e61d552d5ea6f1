"""Tables say dates, places and codes as their readers do; programs get them as stored."""

import json
import re
from pathlib import Path

import pytest

from graph.ask.matters.contradictions import OpenContradiction
from graph.ask.rules import all_rules
from graph.decisions.words import decided_words
from graph.values import Decided, Found
from graph.words.sentences import Language
from graph.words.tables import Pairs
from ontology.documents.extraction_rules import rule_meanings
from ontology.institutions.places import provinces
from tests.graph.conftest import CORPUS, luocdo

QUY_CHE = (
    "lai-chau/named/quy-che-cong-tac-dan-van-trong-he-thong-chinh-tri-lai-chau-tu-nk2020-qd-tu-310"
)
PLAN = CORPUS / "lai-chau_tam-duong_716-kh-ubnd_2021.txt"
AS_TYPED = re.compile(r"https://\S+|\S+@\S+|\S+\.(?:txt|md|csv)|,,\w.*?(?=│|$)", re.MULTILINE)
"""What stands as it must be typed: IRIs, selectors of namesakes, files, lines of decisions."""
ISO_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
PLACE_PATH = re.compile("|".join(each.slug for each in provinces() if "-" in each.slug))
KINDS = ("level", "relation", "review", "status", "severity", "mention", "matter", "in force")
CODES = {code for kind in KINDS for code in Pairs("labels", kind)}
RULES = {*rule_meanings(), *(rule.name for rule in all_rules())}
ANSWERS = [
    # What is typed, and what must stand there: else a table without places proves nothing.
    (("plans", "69-KL/TU@lai-chau"), ("Tam Đường, Lai Châu", "12/07/2021", "Huyện")),
    (("show", "61-KH/HU"), ("Tam Đường, Lai Châu", "18/06/2021", "Huyện", "dẫn chiếu")),
    (("show", "455-BC/TU"), ("Lai Châu", "tổng kết (10 năm)")),
    (("check",), ("cảnh báo",)),
    (("review",), ("suy luận (Triển khai",)),
    (("plans", QUY_CHE, "--inferred"), ("suy luận: Triển khai một văn bản là triển khai",)),
    (("open", "61-KH/HU", "--print"), ()),
    (("ask", "plans", "43-KL/TW"), ("Lai Châu", "Tỉnh")),
    (("ask", "plans-in", "69-KL/TU@lai-chau", "Lai Châu"), ("Tam Đường, Lai Châu",)),
    (("ask", "places-without-plan", "43-KL/TW"), ("Tam Đường, Lai Châu",)),
    (("ask", "coverage"), ()),
    (("ask", "lag", "43-KL/TW"), ("/20",)),
    (("ask", "timeline", "43-KL/TW"), ("/20",)),
    (("ask", "evidence", "61-KH/HU", "69-KL/TU@lai-chau"), ("thực hiện", "Trích yếu của chính")),
    (("ask", "conflicts"), ()),
    (("ask", "unsure"), ()),
    (("ask", "reviews"), ("tổng kết",)),
    (("ask", "in-force", "25-NQ/TW@XI"), ()),
    (("ask", "files"), ("đã đọc",)),
    (("extract", PLAN), ("Tam Đường, Lai Châu", "12/07/2021", "Huyện", "Trích yếu của")),
]


@pytest.mark.parametrize(
    ("arguments", "said"), ANSWERS, ids=["-".join(map(str, row[0][:2]))[:30] for row in ANSWERS]
)
def test_a_table_speaks_as_people_do(
    store: Path,
    arguments: tuple[str | Path, ...],
    said: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # So wide that no word is broken at the end of a line.
    monkeypatch.setenv("COLUMNS", "1000")
    where = () if arguments[0] == "extract" else ("--store", store)
    result = luocdo(*arguments, *where)
    assert result.exit_code in (0, 1), result.stderr
    assert [words for words in said if words not in result.stdout] == []
    shown = AS_TYPED.sub("", result.stdout)
    assert ISO_DATE.findall(shown) == []
    assert [line for line in shown.splitlines() if PLACE_PATH.search(line)] == []
    assert set(re.findall(r"(?<![\w-])[a-z_-]+(?![\w-])", shown)) & (CODES | RULES) == set()


def test_programs_get_what_is_stored(store: Path) -> None:
    rows = json.loads(
        luocdo("plans", "69-KL/TU@lai-chau", "--store", store, "--format", "json").stdout
    )
    document = rows[-1]["document"]
    assert (document["place"], document["date"], document["level"]) == (
        "lai-chau.tam-duong",
        "2021-07-12",
        "district",
    )


@pytest.mark.parametrize(
    ("language", "day", "days"),
    [
        (Language.VI, "04/02/2026", "18/06/2021 / 06/2022"),
        (Language.EN, "2026-02-04", "2021-06-18 / 2022-06"),
    ],
)
def test_days_of_decisions_and_contradictions(language: Language, day: str, days: str) -> None:
    decided = Decided(
        kind="accept", who="A", when="2026-02-04", why="B", written="", file="f.csv", line=2
    )
    assert day in decided_words(decided, language)
    found = Found(iri="", number="1-KH/HU")
    matter = OpenContradiction(found, "date", ("2021-06-18", "2022-06"), (), ())
    assert matter.told(language) == days
