"""Names that a text repeats cut short: "Đề án kiểm kê khí thải" for one with a longer title."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.coreference.short_forms import BEHIND_A_NAME, Known
from extract.grammar.lexicon import types
from extract.text.view import UPPER
from ontology.documents.document_types import TypeUse

_NAMED = re.compile(rf"{types(TypeUse.SCHEME, TypeUse.PLAN)}(?=[ ][^\W\d_])")
_WORD = re.compile(r"[ ](?P<word>[^\W_]+(?:-[^\W_]+)*)(?P<comma>,?)")
_WIDER = re.compile(rf" và [^{UPPER}]")
"""What goes on with the title in other words."""
_QUOTES = str.maketrans("", "", '"“”')
_CONGRESS = re.compile(
    r"Nghị quyết (?i:đại hội (?:đại biểu )?đảng bộ "
    r"(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))(?![^\W\d_])"
)
_TOLD_APART = re.compile(rf",?[ ](?:lần|khóa|nhiệm kỳ|các|\(?khóa|[{UPPER}\d])")
"""What says itself which congress or whose it was."""
_FEWEST = 3
_NOT_ENOUGH = ("mục tiêu quốc gia", "hành động thực hiện", "hành động quốc gia")
"""Beginnings that many titles share."""


def shortened_names(flow: str, known: Sequence[Known]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where the beginning of a title stands for it: start, end, key of the document, type.

    Only where one title of the text begins so; a footnote may give it later than the text.
    """
    titles: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(dict)
    for reference in known:
        words = _words(reference.name) if reference.name else []
        if len(words) > _FEWEST + 2:
            titles[tuple(words[: 2 + _FEWEST])].setdefault(reference.key, words)
    if not titles:
        return
    for match in _NAMED.finditer(flow):
        said, ends = match.group().lower().split(), [match.end()]
        offset = match.end()
        while (more := _WORD.match(flow, offset)) and len(said) < 40:
            said.append(more["word"].lower())
            ends.append(more.end("word"))
            offset = more.end()
            if len(said) == 2 + _FEWEST and tuple(said) not in titles:
                break
        begun_so = titles.get(tuple(said[: 2 + _FEWEST]), {})
        if len(begun_so) != 1:
            continue
        ((key, words),) = begun_so.items()
        shared = _shared(said, words)
        end = ends[shared - 2]
        begun = " ".join(words[2:shared])
        if (
            shared < len(words)
            and begun not in _NOT_ENOUGH
            and BEHIND_A_NAME.match(flow[end : end + 28])
            and not _WIDER.match(flow, end)
        ):
            yield match.start(), end, key, match.group()


def congresses_again(flow: str, known: Sequence[Known]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where "Nghị quyết Đại hội Đảng bộ huyện" stands for the one that was named in full."""
    named: dict[str, set[str]] = defaultdict(set)
    for reference in known:
        if reference.name and (whose := _CONGRESS.match(reference.name)):
            named[whose["kind"].lower()].add(reference.key)
    for match in _CONGRESS.finditer(flow) if named else ():
        keys = named.get(match["kind"].lower(), set())
        if len(keys) == 1 and not _TOLD_APART.match(flow, match.end()):
            yield match.start(), match.end(), next(iter(keys)), "Nghị quyết"


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", name.translate(_QUOTES).lower())


def _shared(said: Sequence[str], words: Sequence[str]) -> int:
    """Return with how many equal words two names begin."""
    count = 0
    for mine, other in zip(said, words, strict=False):
        if mine != other:
            break
        count += 1
    return count
