"""Footnotes and endnotes of a page: which place in the text each belongs to.

A note is written once, behind the text, as "[1] ..."; where it belongs stands "[1]". That is the
shape that the layout knows.
"""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

_NOTE_NAME = re.compile(
    r"_?(?:ftn|edn|footnote|endnote|fn|note)[-_]?(?:ref)?[-_]?\w*", re.IGNORECASE
)
_LABEL = re.compile(r"[\s\[(]*(?:\d{1,3}|\*{1,3}|[ivx]{1,6})[\s\])]*")
_HOLDERS = frozenset({"p", "li", "dd", "td", "div", "aside", "tr"})


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its number, and the elements that hold it, which are no longer in the page."""

    number: int
    parts: tuple[HtmlElement, ...]


def taken_out(root: HtmlElement) -> list[Note]:
    """Take the notes out of ``root`` and write "[1]" where they belong; return them in order.

    A note is known by a link to it and a link back, as Word and mammoth write them, or by its
    raised number where no link is.

    >>> from lxml.html import fromstring
    >>> page = fromstring(
    ...     '<div><p>Báo cáo<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
    ...     '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Số 5.</p></div>'
    ... )
    >>> [(note.number, note.parts[0].text_content()) for note in taken_out(page)]
    [(1, ' Số 5.')]
    >>> page.text_content()
    'Báo cáo[1]'
    """
    links = [link for link in root.iter("a") if (link.get("href") or "").startswith("#")]
    targets = _targets(root, {(link.get("href") or "")[1:] for link in links})
    places = {element: index for index, element in enumerate(root.iter())} if links else {}
    numbers: dict[str, int] = {}
    back: dict[str, list[HtmlElement]] = {}
    for link in links:
        name = (link.get("href") or "")[1:]
        target = targets.get(name)
        if target is None or not _LABEL.fullmatch(link.text_content()):
            if target is not None and link.text_content().strip() == "\u2191":
                back.setdefault(name, []).append(link)
            continue
        if places[target] < places[link]:
            back.setdefault(name, []).append(link)
        elif _NOTE_NAME.fullmatch(name) or _leads_back(target, link):
            number = numbers.setdefault(name, len(numbers) + 1)
            _write(link, f"[{number}]")
    for link in (link for found in back.values() for link in found):
        _write(link, "")
    holders = {name: _holder(targets[name]) for name in numbers}
    kept = set(holders.values())
    notes = [Note(number, _parts(holders[name], kept)) for name, number in numbers.items()]
    for part in {part: None for note in notes for part in note.parts}:
        if part.getparent() is not None:
            part.drop_tree()
    if not notes:
        _write_raised(root)
    return notes


def _targets(root: HtmlElement, names: set[str]) -> dict[str, HtmlElement]:
    found: dict[str, HtmlElement] = {}
    if names:
        for element in root.iter():
            for name in (element.get("id"), element.get("name")):
                if name in names:
                    found.setdefault(name, element)
    return found


def _leads_back(target: HtmlElement, link: HtmlElement) -> bool:
    names = {f"#{name}" for name in (link.get("id"), link.get("name")) if name}
    holder = _holder(target)
    return any(each.get("href") in names for each in (target, *holder.iter("a")))


def _holder(target: HtmlElement) -> HtmlElement:
    """Return the paragraph that a target stands in, or what holds only that note."""
    holder = target
    while holder.tag not in _HOLDERS and holder.getparent() is not None:
        holder = holder.getparent()
    outer = holder.getparent()
    # Word puts each note into a division of its own, with as many paragraphs as it has.
    if outer is not None and outer.tag == "div" and _NOTE_NAME.fullmatch(outer.get("id") or ""):
        return outer
    return holder


def _parts(first: HtmlElement, holders: set[HtmlElement]) -> tuple[HtmlElement, ...]:
    """Return what holds a note: its paragraph and those of notes behind it, up to the next note."""
    parts = [first]
    following = first.getnext() if first.tag == "p" else None
    while following is not None and following.tag == "p" and following not in holders:
        if "ootnote" not in (following.get("class") or ""):
            break
        parts.append(following)
        following = following.getnext()
    return tuple(parts)


def _write(element: HtmlElement, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def _write_raised(root: HtmlElement) -> None:
    """Write "[1]" for raised numbers that a paragraph begins with and another place has, too."""
    raised = [
        sup for sup in root.iter("sup") if re.fullmatch(r"\s*\[?\d{1,3}\]?\s*", sup.text_content())
    ]
    opening = {_number(sup) for sup in raised if _opens(sup)}
    referring = {_number(sup) for sup in raised if not _opens(sup)}
    for sup in raised:
        if _number(sup) in opening & referring:
            _write(sup, f"[{_number(sup)}]" + (" " if _opens(sup) else ""))


def _number(sup: HtmlElement) -> str:
    return str(sup.text_content()).strip(" []\n\t")


def _opens(sup: HtmlElement) -> bool:
    """Tell whether nothing stands before ``sup`` in its paragraph."""
    element = sup
    while element.tag not in _HOLDERS:
        previous = element.getprevious()
        while previous is not None:
            if (previous.tail or "").strip():
                return False
            if previous.tag == "br":
                return True
            if previous.text_content().strip():
                return False
            previous = previous.getprevious()
        parent = element.getparent()
        if parent is None:
            return True
        if (parent.text or "").strip():
            return False
        element = parent
    return True
