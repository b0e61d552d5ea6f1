"""A title under a stamp is mended by the article that says it again, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.ocr.said_again import with_title_said_again
from extract.readers.paper.words import Word

HEIGHT = 800.0
ARTICLE = "Điều 1. Ban hành kèm theo Quyết định này Đề án thả cá giống xuống hồ năm 2026 của xã"


def _line(said: str, top: float) -> list[Word]:
    """Words of a line; "~" before one: OCR is unsure of it, "^": it is higher than its line."""
    words: list[Word] = []
    for index, part in enumerate(said.split()):
        text = part.lstrip("~^")
        high = 8.0 if "^" in part else 0.0
        sure = 0.3 if "~" in part else 0.95
        left = 50.0 + 40 * index
        words.append(Word(left, top - high, left + 30, top + 12, text, confidence=sure))
    return words


TITLES = [
    pytest.param("Đề án ~thá cá giống", ARTICLE, "Đề án thả cá giống", id="an-unsure-word"),
    pytest.param("Đề án thá cá giống", ARTICLE, "Đề án thá cá giống", id="as-sure-as-the-other"),
    pytest.param("Đề án ^thả: cá giống", ARTICLE, "Đề án thả cá giống", id="a-spot-above-it"),
    pytest.param("thả cá ~4 giống xuống", ARTICLE, "thả cá giống xuống", id="ink-between-words"),
    pytest.param("thả cá 4 giống xuống", ARTICLE, "thả cá 4 giống xuống", id="a-sure-digit"),
    pytest.param(
        "xuống hồ ~nam ~2028 của xã", ARTICLE, "xuống hồ nam 2028 của xã", id="digits-stay"
    ),
    pytest.param("Đề án ~thả.cá: giống xuống", ARTICLE, "Đề án thả cá giống xuống", id="glued"),
    pytest.param("Đề án ~bơi cá giống", ARTICLE, "Đề án bơi cá giống", id="another-word"),
    pytest.param("Kế án ~thá cá giống", ARTICLE, "Kế án thá cá giống", id="other-words-before"),
    pytest.param("Đề án ~thá tôm giống", ARTICLE, "Đề án thá tôm giống", id="other-words-behind"),
    pytest.param(
        "Đề án ~thá cá giống",
        f"{ARTICLE} và Đề án thác cá giống",
        "Đề án thá cá giống",
        id="said-in-two-ways",
    ),
    pytest.param("về ~việt ban hành", "", "về việc ban hành", id="what-titles-begin-with"),
    pytest.param("về việt hóa phần", "", "về việt hóa phần", id="a-verb-that-is-sure"),
    pytest.param("về Việt Nam", "", "về Việt Nam", id="the-country"),
]


@pytest.mark.parametrize(("title", "article", "expected"), TITLES)
def test_titles(title: str, article: str, expected: str) -> None:
    found = with_title_said_again(
        [_line(title, 200), *([_line(article, 500)] * bool(article))], HEIGHT
    )
    assert " ".join(word.text for word in found[0]) == expected
    assert [word.text for line in found[1:] for word in line] == article.replace("~", "").split()
    lefts = [word.left for word in found[0]]
    assert lefts == sorted(lefts)


def test_below_the_head_all_stays_as_it_was_read() -> None:
    lines = [_line("Đề án ~thá cá giống", 500), _line(ARTICLE, 600)]
    assert with_title_said_again(lines, HEIGHT) == lines


@given(
    st.lists(
        st.lists(
            st.tuples(
                st.sampled_from(["a", "b", "á", "1", "4", "ab.", "Về", "việt"]), st.booleans()
            ),
            min_size=1,
            max_size=9,
        ),
        max_size=6,
    )
)
def test_digits_of_numbers_and_other_lines_stay(said: list[list[tuple[str, bool]]]) -> None:
    lines = [
        [
            word._replace(confidence=0.9 if sure else 0.2)
            for word, (_, sure) in zip(
                _line(" ".join(text for text, _ in line), 90.0 * number), line, strict=True
            )
        ]
        for number, line in enumerate(said)
    ]
    found = with_title_said_again(lines, HEIGHT)
    assert len(found) == len(lines)
    for line, before in zip(found, lines, strict=True):
        if before[-1].bottom >= HEIGHT / 2:
            assert line == before
        sure = [word.text for word in before if word.text.isdecimal() and word.confidence > 0.8]
        assert len([word for word in line if word.text.isdecimal()]) >= len(sure)
