"""Drafts with one fault each, and drafts without any, held against a collection of a few texts."""

import unicodedata

import pytest

from extract import SourceText, read
from graph.ask.drafts.checking import check_draft, is_fault
from graph.ask.drafts.finding import DraftFinding, FindingKind
from graph.ask.drafts.messages import message_of
from graph.ask.rules import Severity
from graph.build.run import build
from graph.opening import open_store
from graph.store.disk import GraphStore
from graph.words.sentences import Language

TEXTS = {
    "nghi-quyet-25.txt": """BAN CHẤP HÀNH TRUNG ƯƠNG
ĐẢNG CỘNG SẢN VIỆT NAM
Số 25-NQ/TW
Hà Nội, ngày 03 tháng 6 năm 2013
NGHỊ QUYẾT
về tăng cường công tác dân vận trong tình hình mới

Ban Chấp hành Trung ương yêu cầu các cấp ủy đổi mới cách làm dân vận.
""",
    "bao-cao-9.txt": """TỈNH ỦY LAI CHÂU
Số 9-BC/TU
Lai Châu, ngày 20 tháng 5 năm 2022
BÁO CÁO
kết quả công tác dân vận

Tỉnh ủy đã học Nghị quyết số 25-NQ/TW ngày 25/7/2008 của Ban Chấp hành Trung ương (khóa X).
Tỉnh ủy đã học Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về dân quân tự vệ.
Tỉnh ủy theo Nghị định số 20/2019/NĐ-CP ngày 21/02/2019 của Chính phủ.
Tỉnh ủy theo Nghị định số 30/2019/NĐ-CP ngày 28/3/2019 của Chính phủ.
""",
    "bao-cao-10.txt": """TỈNH ỦY HÀ GIANG
Số 10-BC/TU
Hà Giang, ngày 21 tháng 6 năm 2022
BÁO CÁO
kết quả công tác dân vận

Tỉnh ủy đã học Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về dân quân tự vệ.
Tỉnh ủy theo Nghị định số 20/2019/NĐ-CP ngày 21/02/2019 của Chính phủ.
Tỉnh ủy theo Nghị định số 30/2019/NĐ-CP ngày 28/3/2019 của Chính phủ.
Tỉnh ủy cũng theo Nghị định số 77/2018/NĐ-CP ngày 15/5/2018 của Chính phủ về chợ phiên vùng cao.
Tỉnh ủy cũng theo Nghị định số 88/2017/NĐ-CP ngày 27/7/2017 của Chính phủ.
""",
    "nghi-dinh-8.txt": """CHÍNH PHỦ
Số: 08/2022/NĐ-CP
Hà Nội, ngày 10 tháng 01 năm 2022
NGHỊ ĐỊNH
Quy định về chợ phiên

Điều 1. Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2022.
Điều 2. Nghị định này thay thế Nghị định số 77/2018/NĐ-CP ngày 15 tháng 5 năm 2018 của Chính phủ.
Điều 3. Bãi bỏ khoản 2 Điều 5 Nghị định số 20/2019/NĐ-CP ngày 21 tháng 02 năm 2019 của Chính phủ.
""",
}
HEAD = """ỦY BAN NHÂN DÂN TỈNH LAI CHÂU
Số: 12/KH-UBND
Lai Châu, ngày {day} tháng 3 năm {year}
KẾ HOẠCH
Dạy nghề làm gốm

"""

FAULTS = [
    pytest.param(
        "Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2014 của Ban Chấp hành Trung ương.",
        FindingKind.DATE,
        "2013-06-03",
        "nghi-quyet-25.txt",
        id="another day than that of its own text",
    ),
    pytest.param(
        "Căn cứ Nghị định số 30/2019/NĐ-CP ngày 25/3/2019 của Chính phủ, tỉnh mở lớp.",
        FindingKind.DATE,
        "2019-03-28",
        "bao-cao-10.txt",
        id="another day of a number that holds its year",
    ),
    pytest.param(
        "Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Bộ Chính trị, tỉnh mở lớp.",
        FindingKind.ISSUER,
        "Ban Bí thư",
        "bao-cao-10.txt",
        id="another body",
    ),
    pytest.param(
        "Căn cứ Nghị quyết số 25-NQ/TW ngày 25/7/2008 về tăng cường công tác dân vận, tỉnh mở lớp.",
        FindingKind.NAMESAKE,
        "tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên thời kỳ đẩy mạnh công nghiệp "
        "hóa, hiện đại hóa",
        "nghi-quyet-25.txt",
        id="the day of one document and the title of its namesake",
    ),
    pytest.param(
        "Căn cứ Nghị quyết số 25-NQ/TW ngày 25/7/2008 của Ban Chấp hành Trung ương (khóa XI).",
        FindingKind.NAMESAKE,
        "X",
        "nghi-quyet-25.txt",
        id="the day of one document and the term of its namesake",
    ),
    pytest.param(
        "Căn cứ Nghị quyết số 26-NQ/TW ngày 03/6/2013 về tăng cường công tác dân vận trong "
        "tình hình mới, tỉnh mở lớp.",
        FindingKind.NUMBER,
        "25-NQ/TW",
        "nghi-quyet-25.txt",
        id="day and title of another number",
    ),
    pytest.param(
        "Căn cứ Nghị định số 90/2020/NĐ-CP ngày 13/8/2021 của Chính phủ, tỉnh mở lớp.",
        FindingKind.IMPOSSIBLE,
        "2020",
        "draft.txt",
        id="a day outside the year of the number",
    ),
    pytest.param(
        "Căn cứ Nghị định số 25/2019/NĐ-CP ngày 30/9/2019 của Chính phủ, tỉnh mở lớp.",
        FindingKind.ORDER,
        "2019-03-28",
        "bao-cao-10.txt",
        id="a later day than that of the next number",
    ),
    pytest.param(
        "Căn cứ Nghị định số 77/2018/NĐ-CP ngày 15/5/2018 của Chính phủ, tỉnh mở lớp.",
        FindingKind.REPLACED,
        "",
        "nghi-dinh-8.txt",
        id="replaced before the draft was written",
    ),
    pytest.param(
        "Theo khoản 2 Điều 5 Nghị định số 20/2019/NĐ-CP ngày 21/02/2019 của Chính phủ, tỉnh mở "
        "lớp.",
        FindingKind.PARTLY,
        "",
        "nghi-dinh-8.txt",
        id="the part that is cited was repealed",
    ),
]
FITTING = [
    pytest.param(
        "Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI) về "
        "tăng cường công tác dân vận.",
        id="all as known",
    ),
    pytest.param(
        "Căn cứ Nghị quyết số 25-NQ/TW ngày 25/7/2008 về công tác thanh niên, tỉnh mở lớp.",
        id="the namesake with its own day",
    ),
    pytest.param(
        "Căn cứ Kết luận số 43-KL/TW năm 2019 của Ban Bí thư Trung ương Đảng, tỉnh mở lớp.",
        id="a year for the day, a longer name of the body",
    ),
    pytest.param(
        "Căn cứ Kết luận số 43-KL/TW ngày 20/4/2015 của Ban Bí thư, tỉnh mở lớp.",
        id="a number of another term may be another document",
    ),
    pytest.param(
        "Căn cứ Nghị định số 25/2019/NĐ-CP ngày 11/3/2019 của Chính phủ, tỉnh mở lớp.",
        id="a day between those of its neighbours",
    ),
    pytest.param(
        "Theo khoản 3 Điều 5 Nghị định số 20/2019/NĐ-CP ngày 21/02/2019 của Chính phủ, tỉnh mở "
        "lớp.",
        id="another part than the one that was repealed",
    ),
    pytest.param(
        "Nghị định số 77/2018/NĐ-CP ngày 15/5/2018 của Chính phủ đã được thay thế bởi Nghị định "
        "số 08/2022/NĐ-CP ngày 10/01/2022 của Chính phủ.",
        id="the draft says itself that it was replaced",
    ),
]


@pytest.fixture(scope="session")
def few_texts(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("drafts")
    texts = folder / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    build([texts], folder / "store")
    return open_store(folder / "store")


def checked(store: GraphStore, words: str, year: int = 2026) -> list[DraftFinding]:
    draft = SourceText("draft.txt", HEAD.format(day="03", year=year) + words + "\n")
    return list(check_draft(store, read(draft)))


@pytest.mark.parametrize(("words", "kind", "known", "file"), FAULTS)
def test_a_fault_is_found(
    few_texts: GraphStore, words: str, kind: FindingKind, known: str, file: str
) -> None:
    (finding,) = filter(is_fault, checked(few_texts, words))
    assert (finding.kind, finding.known, finding.evidence.text) == (kind, known, file)
    assert finding.evidence.quote
    assert finding.words in words


@pytest.mark.parametrize(("words", "kind", "known", "file"), FAULTS)
def test_letters_may_be_decomposed(
    few_texts: GraphStore, words: str, kind: FindingKind, known: str, file: str
) -> None:
    decomposed = unicodedata.normalize("NFD", words)
    (finding,) = filter(is_fault, checked(few_texts, decomposed))
    assert (finding.kind, finding.known, finding.evidence.text) == (kind, known, file)
    assert finding.words in decomposed


@pytest.mark.parametrize("words", FITTING)
def test_what_fits_is_no_fault(few_texts: GraphStore, words: str) -> None:
    assert list(filter(is_fault, checked(few_texts, words))) == []


@pytest.mark.parametrize("kind", FindingKind)
@pytest.mark.parametrize("language", Language)
def test_every_kind_has_its_words(kind: FindingKind, language: Language) -> None:
    finding = DraftFinding(
        kind=kind, severity=Severity.INFO, words="", start=0, end=1, page=0, number="1-NQ/TW"
    )
    assert message_of(finding, language)


def test_a_number_that_nobody_knows_is_a_note(few_texts: GraphStore) -> None:
    words = "Căn cứ Chỉ thị số 44-CT/TW ngày 05/02/2015 của Ban Bí thư, tỉnh mở lớp."
    (finding,) = checked(few_texts, words)
    assert finding.kind is FindingKind.UNKNOWN
    assert not is_fault(finding)


def test_what_was_replaced_later_was_in_force_when_the_draft_was_written(
    few_texts: GraphStore,
) -> None:
    words = "Căn cứ Nghị định số 77/2018/NĐ-CP ngày 15/5/2018 của Chính phủ, tỉnh mở lớp."
    assert not checked(few_texts, words, year=2021)
    assert checked(few_texts, words, year=2023)


def test_a_text_of_the_collection_does_not_vouch_for_itself(few_texts: GraphStore) -> None:
    """Held against itself it would fit, whatever it says."""
    draft = read(SourceText("bao-cao-10.txt", TEXTS["bao-cao-10.txt"]))
    copy = read(SourceText("bao-cao-10.txt", TEXTS["bao-cao-10.txt"] + "\n"))
    unknown = [
        {one.number for one in check_draft(few_texts, each) if one.kind is FindingKind.UNKNOWN}
        for each in (draft, copy)
    ]
    assert unknown == [{"88/2017/NĐ-CP"}, set()]
