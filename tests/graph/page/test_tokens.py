"""One stylesheet names how page, site and application look; all others only use its names."""

import re
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from graph.pages.environment import shared_style

ROOT = Path(__file__).parents[3] / "graph"
SHEETS = (
    ROOT / "pages" / "templates" / "owing.css",
    ROOT / "page" / "page.css",
    ROOT / "pages" / "templates" / "pages.css",
    ROOT / "pages" / "templates" / "reading.css",
    ROOT / "web" / "static" / "app.css",
)
TOKENS = dict(re.findall(r"--([\w-]+): (.+?);", shared_style().partition("}")[0]))
WORDS = ("ink", "soft", "link", "bad", "good", "warn")
PAPERS = ("paper", "pale", "head", "quote", "bad-paper", "good-paper")
RELATIONS = [name.removesuffix("-mark") for name in TOKENS if name.endswith("-mark")]
LEVELS = [name.removesuffix("-corner") for name in TOKENS if name.endswith("-corner")]


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    whole = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = (int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_other_sheet_names_a_colour_or_a_name_of_its_own(sheet: Path) -> None:
    text = sheet.read_text("utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", text) == []
    used = set(re.findall(r"var\(--([\w-]+)", text))
    assert used - TOKENS.keys() == set()


def test_scripts_name_no_colour() -> None:
    for script in (ROOT / "page" / "js").rglob("*.js"):
        assert re.findall(r"[\"'`]#[0-9a-fA-F]{3,6}[\"'`]", script.read_text("utf-8")) == []


@pytest.mark.parametrize(("words", "paper"), list(product(WORDS, PAPERS)))
def test_words_stand_out_from_paper(words: str, paper: str) -> None:
    assert contrast(words, paper) >= 4.5


@pytest.mark.parametrize("words", [*RELATIONS, *LEVELS])
def test_signs_stand_out_from_paper(words: str) -> None:
    assert contrast(words, "paper") >= 4.5


@pytest.mark.parametrize("paper", [name for name in TOKENS if name.endswith("dark")])
def test_white_words_stand_out_from_dark_papers(paper: str) -> None:
    assert contrast("paper", paper) >= 4.5


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_words_stand_out_from_a_level(level: str, ground: str) -> None:
    assert contrast("ink", f"{level}-{ground}") >= 4.5
    assert contrast(level, f"{level}-{ground}") >= 4.5


def test_nothing_is_told_by_its_colour_alone() -> None:
    """WCAG 2.2, 1.4.1: relations of two colours have two heads, levels two kinds of corners."""
    colours = defaultdict[str, set[str]](set)
    for name in RELATIONS:
        colours[TOKENS[f"{name}-mark"]].add(TOKENS[name])
    assert len(colours) > 8
    assert all(len(each) == 1 for each in colours.values())
    corners = [TOKENS[f"{name}-corner"] for name in LEVELS if name != "unplaced"]
    assert len(set(corners)) == len(corners) == 4
