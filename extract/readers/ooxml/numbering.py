"""The numbers that Word puts before paragraphs by itself: "Điều 3.", "a)", "-".

They stand in no paragraph: each has a list and a level, and the list says how the level is shown,
where it begins and when it begins again (ECMA-376, part 1, 17.9).
"""

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from extract.readers.blocks import numeral
from extract.readers.ooxml.styles import StyleSheet, W, value_of

_PLACE = re.compile(r"%([1-9])")
_KINDS: Final = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_DRAWN: Final = frozenset("·o§\u00d8\u00fc\u2022\u25cf\u25aa\u25a0\u25cb\u25e6")
"""Signs of the fonts of bullets that are letters elsewhere; a dash stands for them."""
_HIGHEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int
    kind: str
    shown: str
    restart: int | None
    """Above which level (counted from 1) it begins again; 0: never; None: any."""
    plain: bool
    """Whether all numbers in it are shown in digits."""
    glued: bool
    capitals: bool
    style: str


class Numbers:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        """Read the lists below ``root``, the part "numbering"; None where there is none."""
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        linked: dict[str, str] = {}
        named: dict[str, str] = {}
        for abstract in root.iterfind(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId") or ""
            self._levels[name] = _levels(abstract)
            if link := value_of(abstract.find(f"{W}numStyleLink")):
                linked[name] = link
            if link := value_of(abstract.find(f"{W}styleLink")):
                named[link] = name
        for given in root.iterfind(f"{W}num"):
            name = given.get(f"{W}numId") or ""
            abstract_name = value_of(given.find(f"{W}abstractNumId"))
            abstract_name = named.get(linked.get(abstract_name, ""), abstract_name)
            self._abstract[name] = abstract_name
            for changed in given.iterfind(f"{W}lvlOverride"):
                level = _whole(changed.get(f"{W}ilvl"), 0)
                start = changed.find(f"{W}startOverride")
                if start is not None:
                    self._starts.setdefault(name, {})[level] = _whole(value_of(start), 1)
                self._own.setdefault(name, {}).update(_levels(changed))

    def before(self, paragraph: Element) -> str:
        """Return what Word shows before ``paragraph``, a blank behind it; count it.

        Empty where the paragraph has no number. Paragraphs must come in their order.
        """
        name, number = self._list_of(paragraph)
        level = self._level(name, number)
        if level is None or name not in self._abstract:
            return ""
        counts = self._counts.setdefault(self._abstract[name], {})
        override = self._starts.get(name, {}).get(number)
        start = level.start if override is None else override
        if override is not None and (name, number) not in self._begun:
            counts.pop(number, None)
        self._begun.add((name, number))
        counts[number] = min(counts.get(number, start - 1) + 1, _HIGHEST)
        for higher in range(number):
            # A level that was left out counts as begun: "1.1" at first is followed by "2".
            above = self._level(name, higher)
            if above is not None:
                counts.setdefault(higher, above.start)
        for deeper in [other for other in counts if other > number]:
            below = self._level(name, deeper)
            if below is None or below.restart is None or number < below.restart:
                del counts[deeper]
        shown = self._shown(name, level, counts)
        if level.capitals:
            shown = shown.upper()
        return shown if level.glued or not shown else shown + " "

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or that of its style."""
        given = paragraph.find(f"{W}pPr/{W}numPr")
        name = value_of(given.find(f"{W}numId")) if given is not None else ""
        level = value_of(given.find(f"{W}ilvl")) if given is not None else ""
        if name and level:
            return name, _whole(level, 0)
        for style in self._styles.of_paragraph(paragraph):
            inherited = style.find(f"{W}pPr/{W}numPr")
            if inherited is None:
                continue
            name = name or value_of(inherited.find(f"{W}numId"))
            level = level or value_of(inherited.find(f"{W}ilvl"))
            if not level and name:
                level = str(self._level_of_style(name, style.get(f"{W}styleId") or ""))
            if name:
                break
        return name, _whole(level, 0)

    def _level_of_style(self, name: str, style: str) -> int:
        for number in range(9):
            level = self._level(name, number)
            if level is not None and level.style == style:
                return number
        return 0

    def _level(self, name: str, number: int) -> _Level | None:
        own = self._own.get(name, {}).get(number)
        return own or self._levels.get(self._abstract.get(name, ""), {}).get(number)

    def _shown(self, name: str, level: _Level, counts: dict[int, int]) -> str:
        if level.kind == "bullet":
            sign = level.shown.strip()
            drawn = not sign or sign in _DRAWN or "\ue000" <= sign[0] <= "\uf8ff"
            return "-" if drawn else sign

        def number_at(place: re.Match[str]) -> str:
            wanted = int(place[1]) - 1
            other = self._level(name, wanted)
            if other is None:
                return ""
            kind = "decimal" if level.plain else other.kind
            return _numeral(counts.get(wanted, other.start), kind)

        return _PLACE.sub(number_at, level.shown).strip()


def _levels(holder: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in holder.iterfind(f"{W}lvl"):
        restart = element.find(f"{W}lvlRestart")
        capitals = element.find(f"{W}rPr/{W}caps")
        levels[_whole(element.get(f"{W}ilvl"), 0)] = _Level(
            start=_whole(value_of(element.find(f"{W}start")), 1),
            kind=value_of(element.find(f"{W}numFmt")) or "decimal",
            shown=value_of(element.find(f"{W}lvlText")),
            restart=None if restart is None else _whole(value_of(restart), 0),
            plain=element.find(f"{W}isLgl") is not None,
            glued=value_of(element.find(f"{W}suff")) == "nothing",
            capitals=capitals is not None and value_of(capitals) not in {"0", "false"},
            style=value_of(element.find(f"{W}pStyle")),
        )
    return levels


def _numeral(number: int, kind: str) -> str:
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{number:02}"
    letter = _KINDS.get(kind, "1")
    # Behind z Word goes on with aa, bb, cc.
    if letter in "aA" and number > 0:
        return chr(ord(letter) + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)
    return numeral(number, letter)


def _whole(written: str | None, other: int) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{1,6}", written) else other
