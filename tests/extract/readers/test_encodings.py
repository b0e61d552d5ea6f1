"""Letters come back from every encoding, and nothing that is right is converted."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extract.readers.encodings import decoded, in_unicode, letters_of, restored
from extract.readers.plain import read_text
from extract.readers.protocol import Limits, Reason, UnreadableFileError
from extract.readers.syllables import is_syllable, marked_words, share_of_syllables
from tests.extract.readers.older_letters import as_bytes, in_letters_of

ROOT = Path(__file__).parents[3]
LETTERS = "aăâeêioôơuưyđ"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
TONED = sorted(
    unicodedata.normalize("NFC", letter + tone)
    for letter in LETTERS
    for tone in TONES
    if letter != "đ" or not tone
)
MARKED = [letter for letter in TONED if not letter.isascii()]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_every_letter_has_its_code(encoding: str) -> None:
    assert set(MARKED) <= set(letters_of(encoding).values())


def test_vni_has_every_capital() -> None:
    assert {letter.upper() for letter in MARKED} <= set(letters_of("vni").values())


@given(st.lists(st.sampled_from(MARKED), min_size=1, max_size=30))
def test_letters_survive_vni(letters: list[str]) -> None:
    text = " ".join(letters)
    assert in_unicode(in_letters_of("vni", text), "vni") == text
    assert in_unicode(in_letters_of("vni", text.upper()), "vni") == text.upper()


@given(st.lists(st.sampled_from(MARKED), min_size=1, max_size=30))
def test_letters_survive_tcvn3(letters: list[str]) -> None:
    text = "h".join(letters)
    assert in_unicode(in_letters_of("tcvn3", text), "tcvn3") == text


SENTENCES = (ROOT / "notebooks/corpus/lai-chau_1215-kh-ubnd_2021.txt").read_text("utf-8")
WORDS = sorted({word.lower() for word in SENTENCES.split() if is_syllable(word)} - {"a"})
MARKED_WORDS = [word for word in WORDS if not word.isascii()]


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(MARKED_WORDS), min_size=8, unique=True),
    st.lists(st.sampled_from(WORDS), max_size=20),
)
def test_syllables_survive_every_way(marked: list[str], words: list[str]) -> None:
    text = " ".join((*marked, *words))
    ways = {
        "tcvn3": as_bytes(in_letters_of("tcvn3", text)),
        "vni": as_bytes(in_letters_of("vni", text)),
    }
    for encoding, data in ways.items():
        # Where most words mean something as they are, nobody can know that others were meant.
        assume(share_of_syllables(marked_words(data.decode("cp1252"))) <= 0.5)
        assert decoded(data).text == text, encoding
        assert decoded(data.decode("cp1252").encode()).text == text, encoding


CAPITALS = [
    pytest.param(
        "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", id="motto"
    ),
    pytest.param("Bé LAO §éNG", "BỘ LAO ĐỘNG", id="word-of-one-capital"),
    pytest.param("Bé GTVT vµ Bé C«ng an", "Bộ GTVT và Bộ Công an", id="abbreviation-says-nothing"),
    pytest.param("Sè: 12/Q§-UBND", "Số: 12/QĐ-UBND", id="a-number-is-between"),
    pytest.param("Uû ban nh©n d©n", "Uỷ ban nhân dân", id="capital-before-the-tone"),
    pytest.param("QUYÕT §ÞNH:\nVÒ viÖc hç trî", "QUYẾT ĐỊNH:\nVề việc hỗ trợ", id="line-ends-it"),
]


@pytest.mark.parametrize(("written", "meant"), CAPITALS)
def test_capitals_of_tcvn3(written: str, meant: str) -> None:
    assert in_unicode(written, "tcvn3") == meant


RIGHT = [
    pytest.param("Kế hoạch thực hiện Nghị quyết số 25-NQ/TW ở các bản.", id="vietnamese"),
    pytest.param("xã, bản; và các bà má đi ra bãi", id="letters-of-latin-1-only"),
    pytest.param("The café\u2019s naïve résumé \u2013 a façade, déjà vu.", id="english"),
    pytest.param("Die Straße führt über den Fluß; Ängste, Öfen, Übermut.", id="german"),
    pytest.param("L'été dernier, nous avons mangé des pâtes à la crème brûlée.", id="french"),
    pytest.param("El niño comió piña; mañana irá a la montaña según él.", id="spanish"),
    pytest.param("· một · hai · ba ® © § 5 µm", id="signs"),
    pytest.param("Krông Pắc, Ê Đê, Đắk Lắk, Cư M\u2019gar", id="names-of-the-highlands"),
    pytest.param("plain ASCII", id="ascii"),
    pytest.param("µ µ µ \u00b8 \u00b8 ·" * 5, id="nothing-but-signs"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_stays(text: str) -> None:
    assert restored(text).encoding == ""
    assert decoded(text.encode()).text == text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "notebooks/corpus").glob("*.*")), ids=lambda path: path.stem
)
def test_texts_of_the_demo_stay(path: Path) -> None:
    text = path.read_text("utf-8")
    for form in ("NFC", "NFD"):
        assert restored(unicodedata.normalize(form, text)).encoding == ""


def test_lines_that_were_right_stay_in_a_mixed_text() -> None:
    wrong = "Các chi bộ đã học Kết luận của Ban Bí thư và bàn cách làm ở từng bản vùng cao."
    right = "Ủy ban nhân dân huyện đã mở lớp bồi dưỡng; xã có 3 bà, 2 má."
    found = restored(f"{right}\n{in_letters_of('tcvn3', wrong)}\n{right}")
    assert found.text == f"{right}\n{wrong}\n{right}"


EXACT = [
    pytest.param("a\r\nb\rc\n", id="line-ends"),
    pytest.param("\ufeffKế hoạch", id="byte-order-mark"),
    pytest.param(unicodedata.normalize("NFD", "Kế hoạch"), id="decomposed"),
    pytest.param("a\u2028b\x85c\x0cd", id="other-line-ends"),
]


@pytest.mark.parametrize("text", EXACT)
def test_utf_8_comes_back_exactly(text: str) -> None:
    assert read_text(text.encode(), "a.txt", Limits()).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_ordinary_unicode_comes_back_exactly(text: str) -> None:
    if text.encode().strip() and not restored(text).encoding:
        assert read_text(text.encode(), "a.txt", Limits()).text == text


REFUSED = [
    pytest.param(b"", Reason.EMPTY, id="empty"),
    pytest.param(b" \r\n", Reason.EMPTY, id="blank"),
    pytest.param(b"a\x00\x00\x00b\x01\x02\x03", Reason.BINARY, id="binary"),
    pytest.param(b"caf\xe9 et th\xe9", Reason.NOT_TEXT, id="another-language"),
    pytest.param(b"\xff\xfea", Reason.NOT_TEXT, id="half-a-letter"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_is_no_text_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_text(data, "a.txt", Limits())
    assert caught.value.reason is reason


SYLLABLES = [
    *(
        [
            "nghiêng",
            "khuỷu",
            "quyết",
            "giếng",
            "gìn",
            "thuở",
            "ngoằn",
            "xoèn",
            "uyên",
            "oai",
            "yêu",
            "ưu",
            "quốc",
            "khuya",
        ]
    ),
    *(["Đảng", "PHÁP", "gia", "quý", "quy", "toàn", "toòng", "hươu"]),
]
NO_SYLLABLES = ["cña", "Coäng", "hßa", "straße", "café", "viec", "hạc̀", "windows", "khoách̃", "ngh"]


@pytest.mark.parametrize("word", SYLLABLES)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NO_SYLLABLES)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
