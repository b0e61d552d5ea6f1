"""Scans whose own number or day nobody has confirmed, and the lines by which a person does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.decisions.suggestions import line
from graph.read.documents import Documents
from graph.read.lookup import lasting_name
from graph.read.origins import own_scans
from graph.values import Found
from graph.words.labels import HEADINGS, shown_date, word
from graph.words.sentences import Language


@dataclass(frozen=True, slots=True)
class UnconfirmedScan:
    """A document with what OCR alone has read of it, its scans, and lines of decisions.

    The first line gives the day, and by naming the document its number; the others say for a scan
    that it is another document.
    """

    found: Found
    texts: tuple[str, ...]
    lines: tuple[str, ...]

    def told(self, language: Language) -> str:
        """Return what was read: "số hiệu 22-KH/HU, ngày 18/06/2021"."""
        values = {"number": self.found.number, "date": shown_date(language, self.found.date)}
        return ", ".join(
            f"{word(HEADINGS, language, name).lower()} {values[name]}"
            for name in self.found.unconfirmed_fields
        )


def unconfirmed_scans(documents: Iterable[Found], graph: Documents) -> Iterator[UnconfirmedScan]:
    """Yield what is unconfirmed of ``documents``, each once however many places mention it."""
    for found in documents:
        if found.unconfirmed_fields:
            named, texts = lasting_name(graph, found), own_scans(graph, found)
            day = line(decision="name", subject=named, relation="date", object=found.date)
            others = (line(decision="merge", subject=named, text=text) for text in texts)
            yield UnconfirmedScan(found, tuple(texts), (day, *others))
