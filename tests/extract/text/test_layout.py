"""Reading order: what a page, a footnote or a margin cuts is whole again; furniture is left out."""

import pytest

from extract import SourceText
from extract.text.layout import lay_out
from ontology.documents.relation import Relation
from tests.extract.texts import (
    claim_of,
    decision,
    in_body,
    in_json,
    mention_of,
    party_plan,
    quotes,
    reading_of,
    report,
    triples,
)


def flow_of(text: str) -> str:
    return lay_out(SourceText("text.txt", text)).flow


JOINED = [
    pytest.param(
        "Ủy ban ban hành Kết luận số\n69-KL/TU của Tỉnh ủy.",
        "Kết luận số 69-KL/TU",
        id="hard-wrap-before-the-number",
    ),
    pytest.param(
        "Xem Nghị quyết số 25-NQ/TW, ngày\n\n03/6/2013 của Trung ương.",
        "ngày 03/6/2013",
        id="blank-line-after-an-unfinished-word",
    ),
    pytest.param(
        "Các tổ hòa giải đã được\n\n12\n\nđào tạo theo Kết luận số 69-KL/TU.",
        "đã được đào tạo",
        id="page-number-inside-a-sentence",
    ),
    pytest.param(
        "Các tổ hòa giải đã được\n\nTrang 3/12\n\nđào tạo theo quy định.",
        "đã được đào tạo",
        id="page-of-pages",
    ),
    pytest.param(
        "Các tổ hòa giải đã được\n- 7 -\nđào tạo theo quy định.",
        "đã được đào tạo",
        id="page-number-between-dashes",
    ),
    pytest.param(
        "Các tổ hòa giải đã được\nCÔNG BÁO/Số 345 + 346/Ngày 20-6-2019\nđào tạo theo quy định.",
        "đã được đào tạo",
        id="gazette-head-right",
    ),
    pytest.param(
        "Các tổ hòa giải đã được\n24    CÔNG BÁO/Số 345 + 346/Ngày 20-6-2019\nđào tạo ngay.",
        "đã được đào tạo",
        id="gazette-head-left",
    ),
    pytest.param(
        "Các tổ hòa giải đã được\n\n---\n\n<sup>1</sup> Xem phụ lục.\n\nđào tạo theo quy định.",
        "đã được đào tạo",
        id="footnote-inside-a-sentence",
    ),
]


@pytest.mark.parametrize(("text", "whole"), JOINED)
def test_halves_stand_together(text: str, whole: str) -> None:
    assert whole in flow_of(text)


APART = [
    pytest.param("Điều 1. Phạm vi\nĐiều 2. Đối tượng", "Phạm vi Điều 2", id="articles"),
    pytest.param("- chăn nuôi\n- trồng trọt", "chăn nuôi - trồng", id="items"),
    pytest.param(
        "Căn cứ Luật Đất đai;\nCăn cứ Luật Việc làm;", "đai; Căn cứ Luật Việc", id="basis"
    ),
    pytest.param("Đã họp dân.\nSau đó bầu tổ trưởng.", "dân. Sau đó", id="finished-sentence"),
    pytest.param("MỤC ĐÍCH\nnâng cao hiểu biết", "ĐÍCH nâng", id="heading-and-text"),
]


@pytest.mark.parametrize(("text", "joined"), APART)
def test_paragraphs_stay_apart(text: str, joined: str) -> None:
    assert joined not in flow_of(text)


def test_hard_wrapped_text_reads_as_unwrapped() -> None:
    sentence = (
        "Huyện ủy đã tổ chức học tập Kết luận số 69-KL/TU của Ban Thường vụ Tỉnh ủy tại mười hai "
        "chi bộ, mở lớp bồi dưỡng cho tổ trưởng tổ hòa giải theo Luật Hòa giải ở cơ sở số "
        "35/2013/QH13 và Nghị định số 15/2014/NĐ-CP của Chính phủ; chi bộ bản đã gắn việc này "
        "với Quyết định số 619/QĐ-TTg để người dân cùng theo dõi và góp ý hằng tháng. "
    )
    words = (sentence * 4).split()
    lines = [" ".join(words[index : index + 9]) for index in range(0, len(words), 9)]
    wrapped, whole = "\n".join(lines), " ".join(words)
    of_wrapped = [quote.replace("\n", " ") for quote in quotes(reading_of(wrapped), "numbered")]
    assert of_wrapped == quotes(reading_of(whole), "numbered")


RECIPIENTS = "Nơi nhận:\n- Như Điều 3;\n- Tỉnh ủy (theo Kết luận số 69-KL/TU);\n- Lưu: VT."


def test_recipients_are_left_out() -> None:
    text = decision("Về tổ hòa giải", f"Điều 1. Lập tổ.\n\n{RECIPIENTS}")
    assert quotes(reading_of(text), "numbered") == []


def test_attachment_behind_the_recipients_is_read() -> None:
    text = decision(
        "Ban hành Quy chế hoạt động của tổ hòa giải",
        f"Điều 1. Lập tổ.\n\n{RECIPIENTS}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Páo\n\n"
        "QUY CHẾ\nHoạt động của tổ hòa giải\n\nĐiều 1. Phạm vi\n"
        "Quy chế này cụ thể theo Nghị định số 15/2014/NĐ-CP của Chính phủ.",
    )
    assert quotes(reading_of(text), "numbered") == ["Nghị định số 15/2014/NĐ-CP"]


ADDRESSED = "Kính gửi:\n\n- Các sở, ban, ngành tỉnh;\n\n- Ủy ban nhân dân các huyện.\n\n"
LETTERS = [
    pytest.param(
        "Để báo cáo Bộ Nội vụ, tỉnh yêu cầu:\n\n- Các huyện làm theo Kết luận số 43-KL/TW.",
        ["Kết luận số 43-KL/TW"],
        id="a short line that leads on, and items",
    ),
    pytest.param(
        "Thực hiện Kết luận số 43-KL/TW.", ["Kết luận số 43-KL/TW"], id="one short sentence"
    ),
    pytest.param(
        "Đồng kính gửi:\n\n- Tỉnh ủy (theo Kết luận số 69-KL/TU).", [], id="who else is addressed"
    ),
    pytest.param(
        "Trả lời Công văn số 88/UBND-KT của huyện.", ["Công văn số 88/UBND-KT"], id="an-answer"
    ),
    pytest.param(
        "Bộ nhận được Công văn số 88/UBND-KT.", ["Công văn số 88/UBND-KT"], id="no-addressee-cites"
    ),
    pytest.param(
        "Tỉnh yêu cầu Sở Tài chính bãi bỏ Quyết định số\n40/QĐ-UBND.",
        ["Quyết định số\n40/QĐ-UBND"],
        id="what is asked of whom",
    ),
]


@pytest.mark.parametrize(("body", "cited"), LETTERS)
def test_what_stands_behind_the_addressees_is_read(body: str, cited: list[str]) -> None:
    text = f"UBND TỈNH LAI CHÂU\nSố: 45/UBND-NC\n\n{ADDRESSED}{body}\n"
    assert quotes(reading_of(text), "numbered") == cited


def test_signature_is_no_reference() -> None:
    text = party_plan("về tổ hòa giải", "I. Mục đích\nNâng cao.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ")
    assert quotes(reading_of(text), "numbered", "named", "backref") == []


FOOTNOTED = report(
    "tình hình công tác hòa giải năm 2023",
    "Huyện ủy đã tuyên truyền các văn bản của cấp trên<sup>1</sup> đến từng bản.\n\n"
    "Nhiều bản đã có tổ hòa giải.\n\n"
    "<sup>1</sup> Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư; Kết luận số 69-KL/TU, "
    "ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy.",
)


def test_footnote_is_read_and_quoted_in_its_own_words() -> None:
    reading = reading_of(FOOTNOTED)
    assert quotes(reading, "numbered") == ["Kết luận số 43-KL/TW", "Kết luận số 69-KL/TU"]
    assert mention_of(reading, "Kết luận số 69-KL/TU").span.start > FOOTNOTED.index(
        "<sup>1</sup> K"
    )


CUT_BY_A_NOTE = [
    pytest.param(1, "Kết luận số 69-KL/TU", id="a-short-note-is-quoted-over"),
    pytest.param(8, "về đẩy mạnh", id="a-long-note-ends-the-quote"),
]


@pytest.mark.parametrize(("sentences", "last"), CUT_BY_A_NOTE)
def test_evidence_does_not_quote_a_long_note_that_cuts_it(sentences: int, last: str) -> None:
    note = "<sup>1</sup> " + "Tổ hòa giải của bản gồm trưởng bản và cán bộ phụ nữ. " * sentences
    reading = reading_of(
        report(
            "tình hình công tác hòa giải năm 2023",
            "I. Tình hình\n\nXem Kế hoạch số 61-KH/HU về đẩy mạnh\n\n---\n\n"
            f"{note}\n\nthực hiện Kết luận số 69-KL/TU.",
        )
    )
    (claim,) = [claim for claim in reading.claims if claim.relation is Relation.IMPLEMENTS]
    assert claim.span.of(reading.source).endswith(last)


def test_footnote_is_tied_to_the_words_that_point_to_it() -> None:
    layout = lay_out(SourceText("text.txt", FOOTNOTED))
    ((offset, note),) = layout.anchors
    assert note == 1
    assert layout.flow[:offset].endswith("của cấp trên")
    assert [block.note for block in layout.blocks][-1] == 1


def test_verb_of_the_body_is_carried_into_the_footnote() -> None:
    assert triples(reading_of(FOOTNOTED)) == {
        ("301-BC/HU", "disseminates", "43-KL/TW"),
        ("301-BC/HU", "disseminates", "69-KL/TU"),
    }


def test_footnote_takes_nothing_from_a_body_without_a_verb() -> None:
    text = report(
        "tình hình công tác hòa giải năm 2023",
        "Nhiều bản có tổ hòa giải từ lâu<sup>1</sup>.\n\n<sup>1</sup> Kết luận số 43-KL/TW.",
    )
    assert triples(reading_of(text)) == set()


def test_claim_across_a_page_break_is_quoted_from_its_beginning() -> None:
    text = party_plan(
        "về tổ hòa giải", "Xem Kế hoạch số 12-KH/HU về thực hiện\n\n7\n\nKết luận số 69-KL/TU."
    )
    reading = reading_of(text)
    claim = claim_of(reading, "12-KH/HU", Relation.IMPLEMENTS, "69-KL/TU")
    quote = claim.span.of(reading.source)
    assert quote.startswith("Kế hoạch số 12-KH/HU về thực hiện")
    assert quote.endswith("Kết luận số 69-KL/TU")


def test_every_place_of_the_flow_leads_back() -> None:
    text = "\ufeff" + FOOTNOTED.replace("\n", "\r\n")
    layout = lay_out(SourceText("text.txt", text))
    for offset, char in enumerate(layout.flow):
        if char not in " \n":
            assert layout.span(offset, offset + 1).of(layout.source) == char


def test_notes_behind_the_recipients_are_read() -> None:
    note = "[1] Kết luận số 43-KL/TW của Ban Bí thư."
    text = decision("Về tổ hòa giải", f"Điều 1. Lập tổ[1].\n\n{RECIPIENTS}\n\n{note}")
    assert quotes(reading_of(text), "numbered") == ["Kết luận số 43-KL/TW"]


def test_recipients_right_behind_a_note_are_left_out() -> None:
    text = decision("Về tổ hòa giải", f"Điều 1. Lập tổ[1].\n\n[1] Mỗi bản một tổ.\n{RECIPIENTS}")
    assert quotes(reading_of(text), "numbered") == []


MARKS = [
    pytest.param("", id="control-no-mark"),
    pytest.param("[1]", id="brackets"),
    pytest.param("[^1]", id="markdown"),
    pytest.param("<sup>1</sup>", id="html"),
    pytest.param("¹", id="raised-figure"),
]


@pytest.mark.parametrize("mark", MARKS)
def test_mark_of_a_note_parts_no_number_from_its_date(mark: str) -> None:
    sentence = f"Đã học Nghị quyết số 25-NQ/TW{mark}, ngày 03/6/2013 của Ban Chấp hành Trung ương."
    found = in_json(reading_of(in_body(sentence)))["documents"]["25-NQ/TW"]
    assert (found["date"], found["issuer"]) == ("2013-06-03", "Ban Chấp hành Trung ương")
