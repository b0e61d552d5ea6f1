"""What the titles in a register of documents say: each of the document of its row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.registers import RegisterRow, rows_of, title_start
from extract.relations.link import Link


def titles_of(
    flow: str, rows: Sequence[RegisterRow], citations: Sequence[Citation]
) -> Mapping[int, tuple[int, int]]:
    """Return for each title in a register whose it is, and where behind its type word it starts."""
    return {
        row.title.start: (index, title_start(flow, row.title)[1])
        for index, row in rows_of(rows, citations).items()
        if row.title
    }


def repeated_titles(
    flow: str,
    rows: Sequence[RegisterRow],
    citations: Sequence[Citation],
    links: Sequence[Link],
) -> Iterator[Link]:
    """Yield what rows say whose title only repeats that of the row above ("-nt-")."""
    above = -1
    for index, row in rows_of(rows, citations).items():
        if row.same is None:
            above = index
            continue
        for link in links:
            if link.subject == above and link.rule == "title":
                yield replace(
                    link,
                    subject=index,
                    start=citations[index].start,
                    end=row.same.end,
                    context=(link.start, link.end),
                )
