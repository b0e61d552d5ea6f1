from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.reading import Reading
from graph.ask.checks import Finding, Severity, run_checks
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.disk import dataset_path
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import DAN_VAN, KH_61, KH_141, KL_43, KL_69, Link, document, reading, store_of

pytestmark = pytest.mark.slow


def plan(number: int, day: str) -> Reading:
    own = document(
        f"{number}-KH/HU",
        f"lai-chau.tam-duong.hu/nk2020/kh-hu/{number}",
        dates=[day],
        level=Level.DISTRICT,
    )
    return reading(f"{number}.txt", own)


IMPLEMENTS = Relation.IMPLEMENTS
TWO_ISSUERS = document(
    "124-QĐ/TW",
    "tw/k12/qd-tw/124",
    dates=["2018-02-02"],
    issuers=["Ban Bí thư", "Bộ Chính trị"],
)

# Why a store has a finding: the texts, the rule, whom it is about, from which texts.
FOUND: list[tuple[str, list[Reading], str, str, tuple[str, ...]]] = [
    (
        "one text gives two issuers",
        [reading("a.txt", KH_61, [TWO_ISSUERS])],
        "conflicting-issuers",
        "124-QĐ/TW",
        ("a.txt",),
    ),
    (
        "two texts give two dates",
        [
            reading("a.txt", KH_61, [KL_69]),
            reading("b.txt", KL_43, [replace(KL_69, dates=(PartialDate("2021-04-19"),))]),
        ],
        "conflicting-dates",
        "69-KL/TU",
        ("a.txt", "b.txt"),
    ),
    (
        "nobody knows the province",
        [reading("a.txt", KH_61, [document("69-KL/TU", register="kl-tu")])],
        "open-reference",
        "69-KL/TU",
        ("a.txt",),
    ),
    (
        "a text without a number",
        [reading("a.txt", document("x", title="Thông báo"), [KL_69])],
        "unidentified-text",
        "Thông báo",
        ("a.txt",),
    ),
    (
        "a circle of three",
        [
            reading(
                "a.txt",
                KH_61,
                [replace(KL_69, dates=()), replace(KL_43, dates=())],
                [
                    Link("69-KL/TU", IMPLEMENTS, "43-KL/TW", "a"),
                    Link("43-KL/TW", Relation.CONTINUES, "61-KH/HU", "b"),
                    Link("61-KH/HU", Relation.DETAILS, "69-KL/TU", "c"),
                ],
            )
        ],
        "cycle",
        "61-KH/HU",
        ("a.txt",),
    ),
    (
        "a plan from before the directive",
        [
            reading(
                "a.txt",
                replace(KH_61, dates=(PartialDate("2021-01-02"),)),
                [KL_69],
                [Link("61-KH/HU", IMPLEMENTS, "69-KL/TU", "thực hiện")],
            )
        ],
        "older-than-directive",
        "61-KH/HU",
        ("a.txt",),
    ),
    (
        "a day of another term",
        [
            reading(
                "a.txt",
                KH_61,
                [replace(DAN_VAN, dates=(PartialDate("2018-06-03"),), key="25-NQ/TW")],
            )
        ],
        "date-outside-term",
        "25-NQ/TW",
        ("a.txt",),
    ),
    (
        "a year that is not the number's",
        [reading("a.txt", replace(KH_141, dates=(PartialDate("2022-07-09"),)))],
        "date-outside-term",
        "141/KH-UBND",
        ("a.txt",),
    ),
    (
        "a higher number with an earlier day",
        [
            plan(10, "2021-01-05"),
            plan(20, "2021-12-01"),
            plan(30, "2021-03-01"),
            plan(40, "2021-04-01"),
        ],
        "number-order",
        "30-KH/HU",
        ("20.txt", "30.txt"),
    ),
    (
        "a document that implements itself",
        [reading("a.txt", KH_61, [], [Link("61-KH/HU", IMPLEMENTS, "61-KH/HU", "x")])],
        "self-link",
        "61-KH/HU",
        ("a.txt",),
    ),
]


def of_rule(found: Sequence[Finding], rule: str) -> list[Finding]:
    return [finding for finding in found if finding.rule == rule]


@pytest.mark.parametrize(
    ("texts", "rule", "subject", "sources"),
    [row[1:] for row in FOUND],
    ids=[row[0] for row in FOUND],
)
def test_what_is_found(
    texts: list[Reading], rule: str, subject: str, sources: tuple[str, ...], tmp_path: Path
) -> None:
    found = of_rule(run_checks(store_of(tmp_path, *texts)), rule)
    assert (subject, sources) in [(finding.subject, finding.sources) for finding in found]
    assert len(found) == (3 if rule == "cycle" else 1)
    assert found[0].message_vi
    assert found[0].message_en


def test_a_sound_store_has_no_findings(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        reading(
            "a.txt",
            KH_61,
            [KL_69, KL_43, DAN_VAN],
            [
                Link("61-KH/HU", IMPLEMENTS, "69-KL/TU", "a"),
                Link("69-KL/TU", IMPLEMENTS, "43-KL/TW", "b"),
                Link("43-KL/TW", Relation.CONTINUES, "25-NQ/TW@XI", "c"),
            ],
        ),
        reading("b.txt", replace(KH_61, dates=(PartialDate("2021"),)), [KL_69]),
        *(plan(number, f"2021-0{number}-01") for number in range(1, 6)),
    )
    # That a document has two texts is no fault, and worth knowing.
    assert [finding.rule for finding in run_checks(store)] == ["same-document"]


def test_a_circle_is_told_at_each_of_its_documents(tmp_path: Path) -> None:
    texts, rule = next((row[1], row[2]) for row in FOUND if row[2] == "cycle")
    found = of_rule(run_checks(store_of(tmp_path, *texts)), rule)
    through = {finding.subject: finding.message_en.rpartition(" ")[2] for finding in found}
    assert through == {
        "61-KH/HU": "69-KL/TU",
        "69-KL/TU": "43-KL/TW",
        "43-KL/TW": "61-KH/HU",
    }
    assert {finding.severity for finding in found} == {Severity.VIOLATION}


def test_a_number_out_of_order_tells_both_dates(tmp_path: Path) -> None:
    texts = (plan(20, "2021-12-01"), plan(30, "2021-03-01"))
    (found,) = run_checks(store_of(tmp_path, *texts))
    assert "01/03/2021" in found.message_vi
    assert "01/12/2021" in found.message_vi


@pytest.mark.slow
def test_a_circle_is_found_in_long_chains(tmp_path: Path) -> None:
    links = [Link(f"{n}-KH/HU", IMPLEMENTS, f"{n + 1}-KH/HU", f"x{n}") for n in range(1, 300)]
    links += [
        Link("300-KH/HU", IMPLEMENTS, "299-KH/HU", "y"),
        Link("9-KH/HU", IMPLEMENTS, "8-KH/HU", "z"),
    ]
    named = [document(f"{n}-KH/HU", f"lai-chau.hu/nk2020/kh-hu/{n}") for n in range(1, 301)]
    found = of_rule(
        run_checks(store_of(tmp_path, reading("a", named[0], named[1:], links))), "cycle"
    )
    assert {finding.subject for finding in found} == {
        "300-KH/HU",
        "299-KH/HU",
        "9-KH/HU",
        "8-KH/HU",
    }


UNLIKE = [
    pytest.param("lai-chau.tam-duong.hu/nk2015/kh-hu/40", id="another-term"),
    pytest.param("lai-chau.tam-duong.hu/nk2020/bc-hu/40", id="another-symbol"),
    pytest.param("lai-chau.sin-ho.hu/nk2020/kh-hu/40", id="another-place"),
]


@pytest.mark.parametrize("identity", UNLIKE)
def test_numbers_of_unlike_registers_are_in_no_order(tmp_path: Path, identity: str) -> None:
    older = document(identity.rpartition("/")[2] + "-KH/HU", identity, dates=["2019-01-01"])
    store = store_of(tmp_path, plan(30, "2021-03-01"), reading("40.txt", older))
    assert of_rule(run_checks(store), "number-order") == []


def test_numbers_of_one_day_are_in_order(tmp_path: Path) -> None:
    store = store_of(tmp_path, *(plan(number, "2021-03-01") for number in (1, 2, 3)))
    assert of_rule(run_checks(store), "number-order") == []


@pytest.mark.parametrize("stored", ["abc", "a.txt"], ids=["nowhere", "elsewhere"])
def test_a_quote_that_is_not_at_its_place(tmp_path: Path, stored: str) -> None:
    store = store_of(
        tmp_path,
        reading("a.txt", KH_61, [KL_69], [Link("61-KH/HU", IMPLEMENTS, "69-KL/TU", "xyz")]),
    )
    del store
    dataset = ox.Store(str(dataset_path(tmp_path, "made")))
    wrong = next(dataset.quads_for_pattern(None, ld.EXACT, ox.Literal("xyz"), None))
    dataset.remove(wrong)
    dataset.add(ox.Quad(wrong.subject, wrong.predicate, ox.Literal(stored), wrong.graph_name))
    del dataset
    found = run_checks(open_store(tmp_path))
    assert [(finding.rule, finding.severity, finding.sources) for finding in found] == [
        ("quote-differs", Severity.VIOLATION, ("a.txt",))
    ]
    assert stored in found[0].message_vi


def test_quotes_are_compared_without_the_readings(tmp_path: Path) -> None:
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]))
    for path in (tmp_path / "readings").rglob("*.gz"):
        path.unlink()
    assert run_checks(store) == ()


def test_the_gravest_findings_come_first(tmp_path: Path) -> None:
    texts = [text for row in FOUND for text in row[1]]
    severities = [finding.severity for finding in run_checks(store_of(tmp_path, *texts))]
    assert severities == sorted(severities, key=list(Severity).index)
    assert len(set(severities)) == 3
