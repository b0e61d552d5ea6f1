"""A store in which a directive is carried out step by step, down to a commune."""

import pytest

from graph.store.disk import GraphStore
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import (
    DAN_VAN,
    KH_61,
    KH_141,
    KL_43,
    KL_69,
    KL_69_HA_GIANG,
    THANH_NIEN,
    Link,
    document,
    reading,
    store_of,
)

OPEN = document("69-KL/TU", register="kl-tu", level=Level.PROVINCE)
LAW = document("luat-dat-dai", "qh/named/luat-dat-dai", kind="Luật", title="Luật Đất đai")
DECREE = document("162/2017/NĐ-CP", "cp/2017/nd-cp/162", kind="Nghị định", issuers=["Chính phủ"])
PROGRAMME = document("de-an-06", "vn/named/de-an-06", kind="Đề án", title="Đề án 06")
BARE = document("57", kind="Nghị quyết")
QUY_CHE = document("quy-che-dan-van", "vn/named/quy-che-dan-van", kind="Quy chế", title="Quy chế X")
QD_23 = document("23-QĐ/TW", "tw/k13/qd-tw/23", kind="Quyết định", dates=["2021-07-30"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """25-NQ/TW <- 43-KL/TW <- 69-KL/TU <- 61-KH/HU <- 141/KH-UBND; 23-QĐ/TW, its Quy chế X."""
    texts = [
        reading(
            "61.txt",
            KH_61,
            [KL_69, KL_43, DAN_VAN, LAW, DECREE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "về thực hiện 69-KL/TU", 0.8),
                Link("43-KL/TW", Relation.CONTINUES, "25-NQ/TW@XI", "tiếp tục thực hiện 25", 0.9),
            ],
        ),
        reading(
            "report.txt",
            document("9-BC/HU", "lai-chau.tam-duong.hu/nk2020/bc-hu/9", dates=["2023-07-21"]),
            [KH_61, KL_69, KL_43, KH_141, QUY_CHE, QD_23, PROGRAMME, BARE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "61 thực hiện 69", 0.8),
                Link("69-KL/TU", Relation.IMPLEMENTS, "43-KL/TW", "thực hiện 43-KL/TW", 0.9),
                Link("141/KH-UBND", Relation.DETAILS, "61-KH/HU", "chi tiết 61-KH/HU", 0.9),
                Link(
                    "141/KH-UBND", Relation.IMPLEMENTS, "quy-che-dan-van", "thực hiện Quy chế", 0.7
                ),
                Link("23-QĐ/TW", Relation.PROMULGATES, "quy-che-dan-van", "ban hành Quy chế", 0.9),
                Link(
                    "9-BC/HU", Relation.SUMMARIZES, "69-KL/TU", "sơ kết 02 năm", 0.9, "interim", 2
                ),
            ],
        ),
        reading(
            "ha-giang.txt",
            document(
                "5-KH/TU", "ha-giang.tu/nk2020/kh-tu/5", place="ha-giang", level=Level.PROVINCE
            ),
            [KL_69_HA_GIANG, THANH_NIEN],
            [Link("5-KH/TU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69-KL/TU")],
        ),
        reading("unknown.txt", document("x", title="Thông báo"), [OPEN]),
    ]
    return store_of(tmp_path_factory.mktemp("store"), *texts)
