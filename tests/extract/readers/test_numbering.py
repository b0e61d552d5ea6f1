"""Numbers that stand in no paragraph are those that Word shows."""

import pytest

from extract.readers.protocol import Limits
from extract.readers.word import read_word
from tests.extract.readers.word_files import docx, level, numbered, numbering_of, paragraph, run

OUTLINE = level("Điều %1.") + level("%1.%2.", at=1) + level("%3)", "lowerLetter", at=2)
NEVER = '<w:lvlRestart w:val="0"/>'
AFTER_FIRST = '<w:lvlRestart w:val="1"/>'


def shown(body: str, numbering: str, styles: str = "") -> list[str]:
    """The lines of a document whose paragraphs say x."""
    data = docx(body, numbering=numbering, styles=styles)
    text = read_word(data, "a.docx", Limits()).text
    return [line.removesuffix("x").strip() for line in text.splitlines() if line]


def items(*levels: int, of: int = 1) -> str:
    return "".join(numbered("x", of, each) for each in levels)


def again(start: int, *, at: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def num(number: int, abstract: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


COUNTED = [
    pytest.param(
        numbering_of(OUTLINE), (0, 0, 0), ["Điều 1.", "Điều 2.", "Điều 3."], id="one-list"
    ),
    pytest.param(
        numbering_of(OUTLINE),
        (0, 1, 1, 2, 2, 1, 0, 1),
        ["Điều 1.", "1.1.", "1.2.", "a)", "b)", "1.3.", "Điều 2.", "2.1."],
        id="deeper-levels-begin-again",
    ),
    pytest.param(numbering_of(OUTLINE), (2, 0, 2), ["a)", "Điều 2.", "a)"], id="level-left-out"),
    pytest.param(numbering_of(level("%1.", start=5)), (0, 0), ["5.", "6."], id="start-value"),
    pytest.param(
        numbering_of(level("Chương %1", "upperRoman") + level("Điều %2.", at=1, more=NEVER)),
        (0, 1, 1, 0, 1),
        ["Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."],
        id="articles-go-on-over-chapters",
    ),
    pytest.param(
        numbering_of(level("%1") + level("%2", at=1) + level("%3", at=2, more=AFTER_FIRST)),
        (0, 1, 2, 1, 2, 0, 1, 2),
        ["1", "1", "1", "2", "2", "2", "1", "1"],
        id="restart-after-the-first-level-only",
    ),
    pytest.param(
        numbering_of(level("%1", "upperRoman") + level("%1.%2", at=1, more="<w:isLgl/>")),
        (0, 0, 1),
        ["I", "II", "2.1"],
        id="legal-digits",
    ),
    pytest.param(
        numbering_of(level("%1)", "lowerLetter", start=26)), (0, 0), ["z)", "aa)"], id="behind-z"
    ),
    pytest.param(numbering_of(level("%1", "decimalZero")), (0, 0), ["01", "02"], id="two-digits"),
    pytest.param(numbering_of(level("%1", "none")), (0,), [""], id="no-number"),
    pytest.param(numbering_of(level("\uf0b7", "bullet")), (0, 0), ["-", "-"], id="drawn-bullet"),
    pytest.param(numbering_of(level("+", "bullet")), (0,), ["+"], id="plus"),
]


@pytest.mark.parametrize(("numbering", "levels", "expected"), COUNTED)
def test_numbers_of_a_list(numbering: str, levels: tuple[int, ...], expected: list[str]) -> None:
    assert shown(items(*levels), numbering) == expected


ABSTRACT = f'<w:abstractNum w:abstractNumId="1">{level("%1.") + level("%2)", at=1)}</w:abstractNum>'
SHARED = [
    pytest.param(num(1, 1) + num(2, 1), "1212", ["1.", "2.", "3.", "4."], id="one-count-for-both"),
    pytest.param(
        num(1, 1) + num(2, 1, again(1)), "1122", ["1.", "2.", "1.", "2."], id="begins-again-once"
    ),
    pytest.param(num(1, 1) + num(2, 1, again(7)), "12", ["1.", "7."], id="begins-at-seven"),
    pytest.param(num(1, 1, again(3)), "11", ["3.", "4."], id="first-list-begins-at-three"),
    pytest.param(
        num(1, 1, f'<w:lvlOverride w:ilvl="0">{level("(%1)")}</w:lvlOverride>'),
        "11",
        ["(1)", "(2)"],
        id="shown-otherwise",
    ),
    pytest.param(num(1, 1), "0", [""], id="list-zero-is-none"),
    pytest.param(num(1, 1), "9", [""], id="list-that-is-missing"),
    pytest.param(num(1, 8), "1", [""], id="definition-that-is-missing"),
]


@pytest.mark.parametrize(("nums", "lists", "expected"), SHARED)
def test_lists_of_one_definition(nums: str, lists: str, expected: list[str]) -> None:
    body = "".join(numbered("x", int(each)) for each in lists)
    assert shown(body, ABSTRACT + nums) == expected


def style(name: str, based_on: str = "", properties: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}">{based}<w:pPr>{properties}</w:pPr>'
        "</w:style>"
    )


LIST_ONE = '<w:numPr><w:numId w:val="1"/></w:numPr>'
OF_STYLE = numbering_of(
    level("Điều %1.", more='<w:pStyle w:val="Dieu"/>')
    + level("%2.", at=1, more='<w:pStyle w:val="Khoan"/>')
)
STYLES = (
    style("Dieu", properties=LIST_ONE)
    + style("Khoan", properties=LIST_ONE)
    + style("Kept", "Dieu")
    + style("Round", "Round2")
    + style("Round2", "Round")
)


def of_style(name: str, more: str = "") -> str:
    return paragraph(run("x"), f'<w:pStyle w:val="{name}"/>{more}')


STYLED = [
    pytest.param(("Dieu", "Khoan", "Dieu"), ["Điều 1.", "1.", "Điều 2."], id="levels-of-styles"),
    pytest.param(("Kept", "Dieu"), ["Điều 1.", "Điều 2."], id="style-based-on-it"),
    pytest.param(("Round", "Missing"), ["", ""], id="styles-in-a-circle"),
]


@pytest.mark.parametrize(("names", "expected"), STYLED)
def test_numbers_of_styles(names: tuple[str, ...], expected: list[str]) -> None:
    assert shown("".join(map(of_style, names)), OF_STYLE, STYLES) == expected


def test_a_paragraph_may_refuse_the_number_of_its_style() -> None:
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert shown(of_style("Dieu", none) + of_style("Dieu"), OF_STYLE, STYLES) == ["", "Điều 1."]


def test_list_of_a_style_of_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Kieu"/>{level("%1/")}'
        "</w:abstractNum>" + num(1, 1)
    )
    assert shown(items(0, 0), numbering) == ["1/", "2/"]


def test_deleted_paragraphs_are_not_counted() -> None:
    gone = '<w:del w:id="1" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del>'
    mark = '<w:rPr><w:del w:id="2" w:author="A"/></w:rPr>'
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = items(0) + paragraph(gone, numbers + mark) + items(0)
    assert shown(body, numbering_of(OUTLINE)) == ["Điều 1.", "Điều 2."]
