"""What the styles of a Word document say of a paragraph and a run that do not say it themselves."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{W}p"
_STYLE_OF_PARAGRAPH: Final = f"{W}pPr/{W}pStyle"
_STYLE_OF_RUN: Final = f"{W}rPr/{W}rStyle"
_FONTS: Final = f"{W}rPr/{W}rFonts"
_LONGEST_CHAIN = 20
_OFF: Final = frozenset({"0", "false", "off", "none"})


class StyleSheet:
    """The styles of one document, by their names in it; empty where it has none."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles below ``root``."""
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._switched: dict[tuple[str | None, str | None, str], bool] = {}
        self._fonts: dict[tuple[str | None, str | None], str] = {}
        self._of_all = root.find(f"{W}docDefaults/{W}rPrDefault") if root is not None else None
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId") or ""
            self._styles.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = name

    def of_paragraph(self, paragraph: Element) -> Iterator[Element]:
        """Yield the styles of a paragraph, its own first, then those that it is based on."""
        yield from self._chain(self._name_of(paragraph))

    def _name_of(self, paragraph: Element) -> str:
        return value_of(paragraph.find(_STYLE_OF_PARAGRAPH)) or self._default

    def _chain(self, name: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value_of(style.find(f"{W}basedOn"))

    def is_on(self, run: Element, switch: str) -> bool:
        """Tell whether a run is formatted so ("caps", "vanish"), by itself or by a style."""
        path = f"{W}rPr/{W}{switch}"
        own = run.find(path)
        if own is not None:
            return _is_on(own)
        key = (*self._styles_of(run), switch)
        if key not in self._switched:
            found = next(self._in_styles(key[0], key[1], path), None)
            self._switched[key] = found is not None and _is_on(found)
        return self._switched[key]

    def font(self, run: Element) -> str:
        """Return the name of the font that a run is set in, empty where nothing says it."""
        own = run.find(_FONTS)
        if own is not None and (name := _font(own)):
            return name
        key = self._styles_of(run)
        if key not in self._fonts:
            told = map(_font, self._in_styles(*key, _FONTS))
            self._fonts[key] = next(filter(None, told), "")
        return self._fonts[key]

    def _styles_of(self, run: Element) -> tuple[str | None, str | None]:
        """Return the names of the styles of a run and of its paragraph, None where none is."""
        given = run.find(_STYLE_OF_RUN)
        paragraph = next(run.iterancestors(_PARAGRAPH), None)
        return (
            None if given is None else value_of(given),
            None if paragraph is None else self._name_of(paragraph),
        )

    def _in_styles(
        self, of_run: str | None, of_paragraph: str | None, path: str
    ) -> Iterator[Element]:
        """Yield what styles of these names say at ``path``, those of the run first."""
        chains = (self._chain(name) for name in (of_run, of_paragraph) if name is not None)
        for style in (*chain.from_iterable(chains), self._of_all):
            found = style.find(path) if style is not None else None
            if found is not None:
                yield found


def _is_on(switch: Element) -> bool:
    return switch.get(f"{W}val", "1") not in _OFF


def _font(fonts: Element) -> str:
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")


def value_of(element: Element | None) -> str:
    """Return what an element is set to, empty where there is none."""
    return str(element.get(f"{W}val") or "") if element is not None else ""
