"""Places in the text as read, whatever its spelling, line ends and invisible characters."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import Reading, SourceText, UnreadableTextError, load, read
from extract.text.source import Span, composed
from extract.text.view import one_tone_place, plain_view
from tests.extract.texts import mention_of, party_plan, quotes, reading_of

BODY = (
    "Thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy và Quyết định "
    "số 12/2018/QĐ-TTg, Huyện ủy xây dựng kế hoạch như sau:\n1. Nêu tại Luật Đất đai."
)
PLAIN = party_plan("về củng cố tổ hòa giải", BODY)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


VARIANTS = [
    pytest.param(decomposed(PLAIN), id="decomposed"),
    pytest.param(PLAIN.replace("\n", "\r\n"), id="windows-line-ends"),
    pytest.param(PLAIN.replace("\n", "\r"), id="old-macintosh-line-ends"),
    pytest.param("\ufeff" + PLAIN, id="byte-order-mark"),
    pytest.param("\ufeff" + decomposed(PLAIN).replace("\n", "\r\n"), id="three-at-once"),
    pytest.param(PLAIN.replace("Đ", "\u00d0"), id="eth-for-d-with-stroke"),
    pytest.param(PLAIN.replace(" số ", "\u00a0số\u00a0"), id="no-break-spaces"),
    pytest.param(PLAIN.replace("-KL/", "\u2013KL/").replace("-KH/", "\u2011KH/"), id="dashes"),
    pytest.param(PLAIN.replace("ủy", "uỷ").replace("òa", "oà"), id="old-place-of-the-tone"),
    pytest.param(PLAIN.replace("Luật Đất", "**Luật Đất").replace("đai.", "đai.**"), id="markdown"),
]


def test_plain_text_is_read() -> None:
    assert quotes(reading_of(PLAIN), "numbered", "named", "self") == [
        "88-KH/HU",
        "Kết luận số 69-KL/TU",
        "Quyết định số 12/2018/QĐ-TTg",
        "Luật Đất đai",
    ]


@pytest.mark.parametrize("text", VARIANTS)
def test_variant_means_the_same(text: str) -> None:
    plain, variant = reading_of(PLAIN), reading_of(text)
    assert [(document.key, document.id) for document in variant.documents] == [
        (document.key, document.id) for document in plain.documents
    ]
    assert [(mention.tier, mention.document) for mention in variant.mentions] == [
        (mention.tier, mention.document) for mention in plain.mentions
    ]
    assert [(claim.subject, claim.relation, claim.object) for claim in variant.claims] == [
        (claim.subject, claim.relation, claim.object) for claim in plain.claims
    ]


@pytest.mark.parametrize("text", VARIANTS)
def test_quotes_are_the_words_as_read(text: str) -> None:
    words = [alike(quote) for quote in quotes(reading_of(text), "numbered", "named", "self")]
    assert words == quotes(reading_of(PLAIN), "numbered", "named", "self")


def alike(quote: str) -> str:
    """A quote in the spelling of the plain text; the quote itself must need no trimming."""
    return (
        one_tone_place(unicodedata.normalize("NFC", quote))
        .replace("\u00d0", "Đ")
        .replace("\u00a0", " ")
        .replace("\u2013", "-")
        .replace("\u2011", "-")
    )


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param("\u200b", id="zero-width-space"),
        pytest.param("\u200d", id="zero-width-joiner"),
        pytest.param("\u00ad", id="soft-hyphen"),
        pytest.param("\ufeff", id="byte-order-mark-in-the-middle"),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Kết luận |số 69-KL/TU", id="behind-a-space"),
        pytest.param("Kết luận số 69-KL|/TU", id="inside-the-symbol"),
        pytest.param("Kết lu|ận số 69-KL/TU", id="inside-a-word"),
    ],
)
def test_invisible_mark_is_kept_in_the_quote(mark: str, words: str) -> None:
    reading = reading_of(f"Xem {words.replace('|', mark)} của Tỉnh ủy.")
    assert quotes(reading, "numbered") == [words.replace("|", mark)]


def test_wide_gaps_between_words_change_nothing() -> None:
    text = "Xem Kết luận  số   69-KL/TU,  ngày  09/4/2021  của  Ban  Thường vụ Tỉnh ủy về dân vận."
    reading = reading_of(text)
    found = mention_of(reading, "Kết luận  số   69-KL/TU")
    assert (found.date, found.issuer) == ("2021-04-09", "Ban Thường vụ Tỉnh ủy")


def test_combining_mark_stays_with_its_letter() -> None:
    reading = reading_of(decomposed("Xem Luật Đất đai và Nghị quyết số 25-NQ/TWẽ"))
    assert quotes(reading, "named") == [decomposed("Luật Đất đai")]


def inside(reading: Reading) -> bool:
    length = len(reading.source.text)
    spans = [mention.span for mention in reading.mentions] + [
        claim.span for claim in reading.claims
    ]
    return all(0 <= span.start < span.end <= length for span in spans)


def consistent(reading: Reading) -> bool:
    keys = [document.key for document in reading.documents]
    used = {mention.document for mention in reading.mentions} | {reading.document}
    used |= {claim.subject for claim in reading.claims} | {claim.object for claim in reading.claims}
    return len(keys) == len(set(keys)) and used <= set(keys)


PIECES = st.sampled_from(
    [
        "Kết luận",
        "Quyết định",
        "Nghị định",
        "Luật",
        "Đề án",
        "KẾ HOẠCH",
        "Số:",
        " số ",
        "số",
        "69-KL/TU",
        "12/2018/QĐ-TTg",
        "217, 218-QĐ/TW",
        "64/2025/QH15",
        "27/CP",
        "57",
        "/",
        "-",
        " về ",
        " thực hiện ",
        "sửa đổi, bổ sung",
        "bãi bỏ",
        "Căn cứ ",
        "ngày 31/02/2020",
        "khóa XI",
        "ngày 09/4/2021",
        " của ",
        "Ban Bí thư",
        "Tỉnh ủy",
        "UBND tỉnh Lai Châu",
        "và",
        ", ",
        ";",
        "\n",
        "\n\n",
        "\r\n",
        "<sup>1</sup>",
        "\n<sup>1</sup> ",
        "[1]",
        '"',
        "“",
        "”",
        "(",
        ")",
        "Điều 1. ",
        "- ",
        "a) ",
        "sau đây gọi là ",
        "trên",
        "này",
        "Nơi nhận:",
        "QUYẾT ĐỊNH:",
        "\ufeff",
        "\u200b",
        "\u0301",
        "Ð",
        "\x00",
        "**",
        "|",
        "e\u0302\u0301",
        "CÔNG BÁO/Số 1\n",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_place_lies_inside(text: str) -> None:
    reading = read(SourceText("any", text))
    assert inside(reading)
    assert consistent(reading)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_composed_and_decomposed_text_mean_the_same(text: str) -> None:
    first = read(SourceText("one", unicodedata.normalize("NFC", text)))
    second = read(SourceText("two", unicodedata.normalize("NFD", text)))
    assert [document.key for document in first.documents] == [
        document.key for document in second.documents
    ]
    assert [document.id for document in first.documents] == [
        document.id for document in second.documents
    ]
    assert [
        unicodedata.normalize("NFC", mention.span.of(first.source)) for mention in first.mentions
    ] == [
        unicodedata.normalize("NFC", mention.span.of(second.source)) for mention in second.mentions
    ]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert reading_of(text) == reading_of(text)


@given(st.text())
def test_composed_text_leads_back(text: str) -> None:
    whole, offsets = composed(text)
    assert whole == unicodedata.normalize("NFC", text)
    assert len(offsets) == len(whole) + 1
    assert offsets[-1] == len(text)
    assert all(offsets[index] <= offsets[index + 1] for index in range(len(whole)))


@given(st.text())
def test_view_keeps_every_place(text: str) -> None:
    whole, _ = composed(text)
    assert len(plain_view(whole)) == len(whole)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(3, 3, id="empty"),
        pytest.param(4, 3, id="backwards"),
        pytest.param(-1, 3, id="before-the-text"),
    ],
)
def test_span_refuses_what_is_no_place(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_text_file_and_source_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAIN.encode())
    by_text, by_path, by_source = read(PLAIN), read(path), read(SourceText("any", PLAIN))
    assert by_text.mentions == by_path.mentions == by_source.mentions
    assert by_text.claims == by_path.claims == by_source.claims
    assert [by_text.source.name, by_path.source.name] == ["text", "plan.txt"]


def test_string_is_never_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "69-KL").write_text("Xem Luật Đất đai.", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert read("69-KL").source == SourceText("text", "69-KL")


def test_path_that_holds_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError, match="check the path"):
        read(tmp_path / "none.txt")


def test_bytes_are_refused_with_what_to_give() -> None:
    with pytest.raises(TypeError, match=r"cannot read bytes; give a str, a pathlib\.Path"):
        read(PLAIN.encode())  # type: ignore[arg-type]


BAD_FILES = [
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b" \r\n\t\n", "empty", id="blank"),
    pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", id="picture"),
    pytest.param(b"\xff\xfeK\x00\xbf\x1et\x00", "binary", id="utf-16"),
    pytest.param("Kết luận".encode() + b" \xff\xfe", "UTF-8", id="invalid-utf-8"),
    pytest.param("Kết luận số 69".encode()[:-9] + b"\xe1", "UTF-8", id="cut-in-a-letter"),
]


@pytest.mark.parametrize(("data", "reason"), BAD_FILES)
def test_unreadable_file_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableTextError, match=reason) as refused:
        load(path)
    assert refused.value.path == path


def test_a_folder_and_nothing_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(UnreadableTextError):
            load(path)


def test_loading_keeps_byte_order_mark_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes("\ufeffKết luận\r\nsố 1\r\n".encode())
    assert load(path) == SourceText("one.txt", "\ufeffKết luận\r\nsố 1\r\n")


def test_lone_surrogates_do_no_harm() -> None:
    assert inside(reading_of("Kết luận số 69-KL/TU \ud800 \udfff"))


def test_hash_is_the_text_s_whatever_its_name() -> None:
    assert SourceText("a", "x").sha256 == SourceText("b", "x").sha256
    assert SourceText("a", "x").sha256 != SourceText("a", "y").sha256
