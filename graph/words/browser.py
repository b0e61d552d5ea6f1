"""What the page, the site and the application say alike, of documents and of what is owed."""

from collections.abc import Mapping
from typing import Final

from graph.words.sentences import SENTENCES
from graph.words.tables import Pairs
from ontology.bilingual import Bilingual

OWED: Final[Mapping[str, Bilingual]] = Pairs(
    "owed",
    besides={
        "owed none": SENTENCES["nothing owed"],
        "owed passed": SENTENCES["passed to"],
        "tasks": SENTENCES["tasks of"],
    },
)
"""What they say of what is owed."""
_AS_IN_ANSWERS: Final = ("held", "not held", "years", "unconfirmed")

ALIKE: Final[Mapping[str, Bilingual]] = {
    **Pairs("browser"),
    **{key: SENTENCES[key] for key in _AS_IN_ANSWERS},
}
