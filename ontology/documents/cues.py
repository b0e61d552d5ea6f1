"""The words that say how one document is related to another."""

from dataclasses import dataclass
from functools import cache

from ontology.documents.relation import Relation
from ontology.spelling import folded
from ontology.tables import check_unique, read_table

_COLUMNS = ("relation", "phrase", "english", "source")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase and the relation that it states; ``phrase`` is in the spelling of the table.

    Compare with ``ontology.spelling.folded``: texts print "hóa" and "hoá", "hủy" and "huỷ".
    """

    relation: Relation
    phrase: str
    english: str
    source: str


@cache
def all_cues() -> tuple[Cue, ...]:
    """Return every cue, the longest phrase first; one phrase has one relation."""
    rows = read_table("cues.csv", _COLUMNS)
    check_unique(((row, folded(row.text("phrase"))) for row in rows), "the phrase")
    cues = [
        Cue(
            relation=row.choice("relation", Relation),
            phrase=row.required("phrase"),
            english=row.required("english"),
            source=row.required("source"),
        )
        for row in rows
    ]
    return tuple(sorted(cues, key=lambda cue: (-len(cue.phrase), cue.phrase)))
