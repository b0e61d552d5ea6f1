"""A store in which a matter of every kind waits, some of them alike."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extract.reading import Document
from extract.text.source import Origin, Span
from graph.store.disk import GraphStore
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from ontology.spelling import slug
from tests.graph.made import (
    DAN_VAN,
    KH_61,
    KH_141,
    KL_43,
    KL_69,
    THANH_NIEN,
    Link,
    document,
    reading,
    store_of,
)

_PROGRAMME = "phát triển công nghệ và công nghiệp chiến lược"
_UNAPPLIED = "Lan,2026-01-05,reject,61-KH/HU,replaces,43-KL/TW,,không có câu nào như thế"
PLANS = [
    document(f"{n}-KH/TU", f"lai-chau.tu/nk2020/kh-tu/{n}", kind="Kế hoạch", place="lai-chau")
    for n in (1, 2, 3)
]


def scheme(title: str) -> Document:
    """A programme that is known by its name."""
    key = slug(title)
    return document(key, f"vn/named/{key}", kind="Chương trình", title=title)


def unsure(subject: Document, target: Document, words: str, confidence: float = 0.6) -> Link:
    """A link of which nobody can be sure."""
    return Link(subject.key, Relation.IMPLEMENTS, target.key, words, confidence)


def every_kind(directory: Path, decisions: Sequence[str] = ()) -> GraphStore:
    """Write the store, with lines of decisions besides one that settles nothing."""
    open_25 = [document("25-NQ/TW", register="nq-tw", series="tw")]
    first = reading(
        "mot.txt",
        PLANS[0],
        [*PLANS[1:], KL_69, DAN_VAN, THANH_NIEN, scheme(f"Chương trình {_PROGRAMME}")],
        [
            *(unsure(plan, KL_69, f"{plan.key} theo kết luận") for plan in PLANS),
            unsure(PLANS[0], KL_69, "theo kết luận này", 0.5),
            unsure(PLANS[1], PLANS[1], "theo chính nó"),
            Link(PLANS[2].key, Relation.CITES, KL_69.key, "nêu kết luận", 0.5),
            unsure(PLANS[2], DAN_VAN, "theo nghị quyết"),
            unsure(PLANS[2], DAN_VAN, "rõ là theo nghị quyết", 0.9),
            Link(KL_69.key, Relation.PROMULGATES, DAN_VAN.key, "ban hành nghị quyết"),
        ],
    )
    second = reading(
        "hai.txt",
        KH_61,
        [KL_69, *open_25, scheme(f"Chương trình quốc gia {_PROGRAMME}")],
        [Link(KH_61.key, Relation.IMPLEMENTS, KL_69.key, "thực hiện 69-KL/TU")],
    )
    other_day = replace(KL_69, dates=(PartialDate("2021-04-19"),))
    third = reading("ba.txt", KH_141, [other_day, *open_25, *_open("5-KH/TU", "6-KH/TU")])
    fourth = reading("bon.txt", KL_43, [*open_25, *_open("5-KH/TU")])
    again = reading("hai-nua.txt", KH_61, [KL_69, KL_43])
    scan = reading("quet.png", document("9-KH/TU", "lai-chau.tu/nk2020/kh-tu/9", kind="Kế hoạch"))
    words = tuple(Span(each.span.start, each.span.end) for each in scan.mentions)
    scanned = replace(
        scan,
        source=replace(scan.source, origin=Origin("image 1", unconfirmed=words)),
        mentions=tuple(replace(each, unconfirmed=True) for each in scan.mentions),
    )
    return store_of(
        directory,
        *(first, second, third, fourth, again, scanned),
        decisions="\n".join((_UNAPPLIED, *decisions)),
    )


def _open(*keys: str) -> list[Document]:
    return [document(key, register="kh-tu", series="lai-chau.tu") for key in keys]
