"""The collection that the page's modules are tested with, as a page holds it."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.page.data import page_data
from graph.read.collection import Collected, CollectedLink, Collection
from graph.words.sentences import Language
from ontology.level import Level
from tests.graph.pages import made_document, made_link


def _document(number: str, date: str, level: Level | None, place: str, **more: object) -> Collected:
    fields: dict[str, object] = {"type": "Kế hoạch", "title": f"Về việc {number}"}
    return made_document(
        f"doc/{number.lower()}",
        "",
        **(fields | {"number": number, "selector": number} | more),
        date=date,
        level=level,
        place=place,
    )


def _said(link: CollectedLink, **more: Any) -> CollectedLink:
    """Return ``link`` with one step that says ``more``."""
    return replace(link, steps=(replace(link.best, **more),))


def collection() -> Collection:
    """Return a directive, what carries it out step by step and what else speaks of it."""
    directive = _document("1-NQ/TW", "2020-01-31", Level.CENTRAL, "", type="Nghị quyết")
    province = _document("2-KH/TU", "2020-03-01", Level.PROVINCE, "lai-chau")
    district = _document("3-KH/HU", "2021", Level.DISTRICT, "lai-chau.tam-duong")
    review = _document("4-BC/TU", "2025-02-10", Level.PROVINCE, "lai-chau", type="Báo cáo")
    cited = _document("5-CT/TW", "", None, "", type="Chỉ thị", held=False)
    first = made_link(province, directive, '=1+1, "nguyên văn"\r\nhai dòng')
    second = made_link(district, province, "thực hiện Kế hoạch")
    inferred = _said(
        made_link(district, directive, "", "carriesOut"),
        relation="carries_out",
        rule="chain",
        premises=(first.best, second.best),
    )
    inferred = replace(inferred, premises=(second.key, first.key))
    reviewing = _said(
        made_link(review, directive, "sơ kết 05 năm", "summarizes"), review="interim", years=5
    )
    ending = _said(made_link(province, cited, "bãi bỏ khoản 2", "repeals"), part="khoản 2")
    return Collection(
        (directive, province, district, review, cited),
        (first, second, inferred, reviewing, ending, made_link(review, cited, "theo", "cites")),
        {"lai-chau": "Lai Châu", "lai-chau.tam-duong": "Tam Đường"},
    )


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page_data(collection(), language=Language.VI).embedded, encoding="utf-8")
