"""What the page and the site say alike."""

from collections.abc import Mapping
from typing import Final

from graph.words.sentences import SENTENCES
from graph.words.tables import Pairs
from ontology.bilingual import Bilingual

_AS_IN_ANSWERS: Final = ("held", "not held", "years", "unconfirmed")

ALIKE: Final[Mapping[str, Bilingual]] = {
    **Pairs("browser"),
    **{key: SENTENCES[key] for key in _AS_IN_ANSWERS},
}
