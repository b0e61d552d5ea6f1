"""What a person should say of two texts of one document, and the lines that say it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.decisions.kinds import Kind
from graph.decisions.suggestions import line, reference_cells
from graph.read.documents import Documents
from graph.read.lookup import lasting_name
from graph.read.text_pairs import OpenPair
from graph.values import Found
from graph.words.labels import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMatter:
    """Two texts to look at: of which document, in which words, and what would settle it."""

    found: Found
    sentence: str
    words: Mapping[str, str]
    pair: OpenPair
    candidates: tuple[str, ...]
    lines: tuple[str, ...]


def open_matters(pairs: Iterable[OpenPair], documents: Documents) -> Iterator[TextMatter]:
    """Yield pairs of texts that nobody has decided on, with what would settle them.

    The first line says that both are of one document, the last that they are of two.
    """
    for pair in pairs:
        same = pair.found.iri == pair.other.iri
        lines = [_one(documents, pair.found, pair.names[0], pair.other)]
        if pair.found.resolved and not same:
            # One of the two numbers is misread, and only a person can say which.
            lines.append(_one(documents, pair.other, pair.names[1], pair.found))
        lines.append(_two(documents, pair, same=same))
        yield TextMatter(
            found=pair.found,
            sentence="matter texts" if same else "matter texts: alike",
            words={
                "subject": name_of(pair.found),
                "object": name_of(pair.other),
                "text": pair.names[0],
                "other": pair.names[1],
                "likeness": f"{pair.likeness:.0%}" if pair.likeness is not None else "",
            },
            pair=pair,
            candidates=(lasting_name(documents, pair.other),),
            lines=tuple(proposed for proposed in lines if proposed),
        )


def _one(documents: Documents, found: Found, text: str, other: Found) -> str:
    """Return the line by which ``text`` is of the document ``other``."""
    if not text.isprintable():
        return ""
    subject, _ = reference_cells(documents, found, [text])
    target = lasting_name(documents, other)
    return line(decision=Kind.MERGE, subject=subject, object=target, text=text)


def _two(documents: Documents, pair: OpenPair, *, same: bool) -> str:
    """Return the line by which the first text is of another document than the second."""
    text = pair.names[0]
    if not text.isprintable():
        return ""
    subject, _ = reference_cells(documents, pair.found, [text])
    numbered = pair.found.resolved and not same
    target = lasting_name(documents, pair.found) if numbered else ""
    return line(decision=Kind.SPLIT, subject=subject, object=target, text=text)
