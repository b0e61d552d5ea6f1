"""Readings and stores made by hand: each says only what a test is about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.reading import Claim, Document, Mention, MentionKind, Reading
from extract.text.source import SourceText, Span
from graph.build.readings import ReadingCache
from graph.build.writing import write_graph
from graph.decisions.file import COLUMNS, parse_decisions
from graph.identity.resolution import Resolutions, resolve, testimony_of
from graph.opening import open_store
from graph.store.disk import (
    GraphStore,
    dataset_path,
    readings_path,
    write_files,
    write_state,
)
from graph.store.text_files import TextFile, TextFiles
from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId, reference_iri
from ontology.documents.relation import Relation
from ontology.level import Level


@dataclass(frozen=True)
class Link:
    """A claim, and the sentence that states it."""

    subject: str
    relation: Relation
    object: str
    words: str
    confidence: float = 0.9
    review: str = ""
    years: float | None = None


def document(
    key: str,
    identity: str = "",
    *,
    kind: str = "",
    dates: Sequence[str] = (),
    issuers: Sequence[str] = (),
    term: str = "",
    level: Level = Level.CENTRAL,
    title: str = "",
    place: str = "",
    series: str = "",
    register: str = "",
) -> Document:
    """Make a document from the key as printed; ``identity`` is its key in the graph, if known."""
    printed = key.partition("@")[0]
    number, symbol = (*re.split("[-/]", printed, maxsplit=1), "")[:2]
    if not number[:1].isdigit():
        number = symbol = ""
    known = DocumentId.parse(identity) if identity else None
    return Document(
        key=key,
        id=known,
        iri=known.iri if known else reference_iri(key, series, register, *dates, title),
        type=kind,
        number=number,
        symbol=symbol,
        dates=tuple(map(PartialDate, dates)),
        issuers=tuple(issuers),
        term=term,
        level=level,
        title=title,
        place=place,
        series=known.series if known else series,
        register=known.symbol if known else register,
    )


def reading(
    name: str, own: Document, others: Iterable[Document] = (), links: Iterable[Link] = ()
) -> Reading:
    """Make the reading of a text that mentions every document once and holds every sentence."""
    documents = (own, *others)
    text = f"{name}\n"
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for item in documents:
        span = Span(len(text), len(text) + len(item.key))
        text += f"{item.key}\n"
        tier = MentionKind.SELF if item is own else MentionKind.NUMBERED
        mentions.append(
            Mention(
                span=span,
                tier=tier,
                document=item.key,
                type=item.type,
                number=item.number,
                symbol=item.symbol,
                title=item.title,
            )
        )
    for link in links:
        span = Span(len(text), len(text) + len(link.words))
        text += f"{link.words}\n"
        claims.append(
            Claim(
                subject=link.subject,
                relation=link.relation,
                object=link.object,
                span=span,
                rule="made",
                confidence=link.confidence,
                review=link.review,
                years=link.years,
            )
        )
    return Reading(
        source=SourceText(name, text),
        document=own.key,
        documents=documents,
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


def resolved(readings: Iterable[Reading]) -> Resolutions:
    """Return what all readings together know more than each alone."""
    return resolve(map(testimony_of, readings))


def store_of(directory: Path, *readings: Reading, decisions: str = "") -> GraphStore:
    """Write a store that holds these readings, and open it.

    ``decisions`` are lines of a file of decisions, without the line that names the columns.
    """
    cache = ReadingCache(readings_path(directory), "made")
    texts = tuple(
        TextFile(item.source.name, item.source.name, cache.save(item)) for item in readings
    )
    path = dataset_path(directory, "made")
    path.mkdir(parents=True)
    decided = parse_decisions(Path("decisions.csv"), f"{','.join(COLUMNS)}\n{decisions}")
    assert decided.faults == ()
    state = write_graph(path, "made", texts, cache, decided).state
    write_files(directory, "made", TextFiles.of(texts))
    write_state(directory, state)
    return open_store(directory)


# The documents that the tests speak of.

DAN_VAN = document(
    "25-NQ/TW@XI",
    "tw/k11/nq-tw/25",
    kind="Nghị quyết",
    dates=["2013-06-03"],
    issuers=["Ban Chấp hành Trung ương"],
    term="XI",
    title="tăng cường công tác dân vận",
)
THANH_NIEN = document(
    "25-NQ/TW@X",
    "tw/k10/nq-tw/25",
    kind="Nghị quyết",
    dates=["2008-07-25"],
    issuers=["Ban Chấp hành Trung ương"],
    term="X",
    title="công tác thanh niên",
)
KL_43 = document(
    "43-KL/TW", "tw/k12/kl-tw/43", kind="Kết luận", dates=["2019-01-07"], issuers=["Ban Bí thư"]
)
KL_69 = document(
    "69-KL/TU",
    "lai-chau.tu/nk2020/kl-tu/69",
    kind="Kết luận",
    dates=["2021-04-09"],
    issuers=["Ban Thường vụ Tỉnh ủy"],
    level=Level.PROVINCE,
    place="lai-chau",
)
KL_69_HA_GIANG = replace(
    KL_69,
    id=DocumentId.parse("ha-giang.tu/nk2020/kl-tu/69"),
    iri=DocumentId.parse("ha-giang.tu/nk2020/kl-tu/69").iri,
    dates=(PartialDate("2021-05-20"),),
    place="ha-giang",
    series="ha-giang.tu",
)
DECISION = document(
    "812/QĐ-UBND",
    "lai-chau.ubnd/2021/qd-ubnd/812",
    kind="Quyết định",
    dates=["2021-05-06"],
    issuers=["UBND tỉnh"],
    level=Level.PROVINCE,
    place="lai-chau",
)
PLAN = document(
    "ke-hoach-dan-van", "vn/named/ke-hoach-dan-van", kind="Kế hoạch", title="Kế hoạch dân vận"
)
"""A decision, and the plan without a number that it issues."""
KH_61 = document(
    "61-KH/HU",
    "lai-chau.tam-duong.hu/nk2020/kh-hu/61",
    kind="Kế hoạch",
    dates=["2021-06-18"],
    issuers=["Huyện ủy"],
    level=Level.DISTRICT,
    place="lai-chau.tam-duong",
)
KH_141 = document(
    "141/KH-UBND",
    "lai-chau.tam-duong.ubnd/2021/kh-ubnd/141",
    kind="Kế hoạch",
    dates=["2021-07-09"],
    issuers=["UBND huyện"],
    level=Level.DISTRICT,
    place="lai-chau.tam-duong",
)
