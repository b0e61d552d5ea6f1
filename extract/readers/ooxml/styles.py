"""What the styles of a Word document say of a paragraph and a run that do not say it themselves."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_CHAIN = 20
_OFF: Final = frozenset({"0", "false", "off", "none"})


class StyleSheet:
    """The styles of one document, by their names in it; empty where it has none."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles below ``root``."""
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._of_all = root.find(f"{W}docDefaults/{W}rPrDefault") if root is not None else None
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId") or ""
            self._styles.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = name

    def of_paragraph(self, paragraph: Element) -> Iterator[Element]:
        """Yield the styles of a paragraph, its own first, then those that it is based on."""
        given = paragraph.find(f"{W}pPr/{W}pStyle")
        yield from self._chain(value_of(given) or self._default)

    def _of_run(self, run: Element) -> Iterator[Element]:
        """Yield what formats a run: itself, its style, the styles of its paragraph."""
        yield run
        given = run.find(f"{W}rPr/{W}rStyle")
        if given is not None:
            yield from self._chain(value_of(given))
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is not None:
            yield from self.of_paragraph(paragraph)
        if self._of_all is not None:
            yield self._of_all

    def _chain(self, name: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value_of(style.find(f"{W}basedOn"))

    def is_on(self, run: Element, switch: str) -> bool:
        """Tell whether a run is formatted so ("caps", "vanish"), by itself or by a style."""
        for holder in self._of_run(run):
            found = holder.find(f"{W}rPr/{W}{switch}")
            if found is not None:
                return found.get(f"{W}val", "1") not in _OFF
        return False

    def font(self, run: Element) -> str:
        """Return the name of the font that a run is set in, empty where nothing says it."""
        for holder in self._of_run(run):
            found = holder.find(f"{W}rPr/{W}rFonts")
            for kind in ("ascii", "hAnsi"):
                if found is not None and (name := found.get(f"{W}{kind}")):
                    return str(name)
        return ""


def value_of(element: Element | None) -> str:
    """Return what an element is set to, empty where there is none."""
    return str(element.get(f"{W}val") or "") if element is not None else ""
