import pytest

from graph.identity.titles import agree, contradict, picked

RELIGION = "công tác tôn giáo"
YOUTH = "tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên"
MASSES = "tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới"

PICKS = [
    ("a title in full", MASSES, [RELIGION, YOUTH, MASSES], 2),
    ("a short title", "về công tác dân vận", [RELIGION, YOUTH, MASSES], 2),
    ("without diacritics", "ve cong tac ton giao", [RELIGION, YOUTH, MASSES], 0),
    ("another subject", "về phát triển kinh tế biển", [RELIGION, YOUTH, MASSES], None),
    ("words that all share", "tăng cường sự lãnh đạo của Đảng", [RELIGION, YOUTH, MASSES], None),
    (
        "the one candidate speaks of something else",
        "tăng cường sự lãnh đạo của Đảng về y tế",
        [YOUTH],
        None,
    ),
    ("of two at once", "công tác tôn giáo và công tác dân vận", [RELIGION, YOUTH, MASSES], None),
    (
        "two candidates with the same subject",
        "đại hội đảng bộ các cấp",
        ["đại hội đảng bộ"] * 2,
        None,
    ),
    ("nothing is known", MASSES, ["", ""], None),
    ("nothing is printed", "", [RELIGION, YOUTH], None),
    ("no candidates", MASSES, [], None),
]


@pytest.mark.parametrize(
    ("title", "candidates", "expected"), [row[1:] for row in PICKS], ids=[row[0] for row in PICKS]
)
def test_which_candidate_a_title_means(
    title: str, candidates: list[str], expected: int | None
) -> None:
    assert picked([title], [[candidate] for candidate in candidates]) == expected


def test_titles_agree_in_words_that_say_something() -> None:
    assert agree(["công tác dân vận"], [MASSES])
    assert not agree(["tăng cường sự lãnh đạo của Đảng"], [YOUTH])


def test_titles_contradict_only_where_both_say_something() -> None:
    assert contradict([RELIGION], ["công tác thanh niên"])
    assert not contradict([RELIGION], [""])
    assert not contradict(["công tác dân vận"], [MASSES])
