"""What stands on every page and is no part of the text: page numbers, running heads, stamps."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extract.readers.paper.words import Run

_PAGE_NUMBER = re.compile(r"(?:[Tt]rang\s+)?[-\u2013]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-\u2013]?")
_STAMP = re.compile(
    r"(?:Ký\s(?:bởi|số\sbởi)|Người\ský|Cơ\squan|Ngày\ský|Thời\sgian\ský|Email|Đơn\svị)\s*:"
)
"""What programs print beside an electronic signature."""
_EDGE = 0.09
"""Page numbers and running heads stand in this share of the page at its upper and lower edge."""
_FEWEST_PAGES = 3


def without_page_number(runs: Sequence[Run], height: float) -> list[Run]:
    """Return the runs of a page without its number, and without what a signature's stamp says."""
    kept = [run for run in runs if not (_in_field(run) and _STAMP.match(run.text))]
    if not kept:
        return kept
    edges = (min(kept, key=lambda run: run.middle), max(kept, key=lambda run: run.middle))
    return [
        run
        for run in kept
        if not (
            (run is edges[0] or run is edges[1])
            and _at_edge(run, height)
            and _PAGE_NUMBER.fullmatch(run.text)
            and len(_beside(run, kept)) == 1
        )
    ]


def _beside(run: Run, runs: Iterable[Run]) -> list[Run]:
    return [other for other in runs if abs(other.middle - run.middle) < run.height / 2]


def _in_field(run: Run) -> bool:
    return run.words[0].field


def _at_edge(run: Run, height: float) -> bool:
    return run.middle < _EDGE * height or run.middle > (1 - _EDGE) * height


def running_heads(pages: Sequence[tuple[Sequence[Run], float]]) -> set[str]:
    """Return what stands at the edge of most pages, digits taken as equal.

    Takes the runs and the height of each page.
    """
    if len(pages) < _FEWEST_PAGES:
        return set()
    seen: Counter[str] = Counter()
    for runs, height in pages:
        seen.update({shape(run) for run in runs if _at_edge(run, height)})
    return {text for text, count in seen.items() if count >= max(_FEWEST_PAGES, len(pages) / 2)}


def shape(run: Run) -> str:
    """Return the words of a run, every digit as one sign."""
    return re.sub(r"\d", "#", run.text)


def without_heads(runs: Sequence[Run], height: float, heads: set[str]) -> list[Run]:
    """Return the runs of a page without its running heads."""
    if not heads:
        return list(runs)
    return [run for run in runs if not (_at_edge(run, height) and shape(run) in heads)]
