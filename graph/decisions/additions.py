"""Links that people add: the words that state one, and the documents that no text mentions.

A person sees links that the rules miss. The words must stand in the text that is named, once: which
of several places is meant only more words can say.
"""

import unicodedata
from dataclasses import dataclass

from extract.reading import Document
from extract.text.source import SourceText, Span, composed
from graph.decisions.referents import Unmet

RULE_QUOTED = "added-with-words"
"""A person adds a link, and shows the words of a text that state it."""
RULE_REASONED = "added-with-reason"
"""A person adds a link that no words of a text state, and says why."""
_INVISIBLE = "Cf"


@dataclass(frozen=True, slots=True)
class Addition:
    """What a person adds beside the link: its words, and the documents that no text mentions.

    ``span`` is where the words stand in ``source``; both are None where the reason is all there is.
    """

    source: SourceText | None = None
    span: Span | None = None
    unseen: tuple[Document, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that the link is known by."""
        return RULE_QUOTED if self.span else RULE_REASONED


def words_in(source: SourceText, quote: str) -> Span:
    """Return where the words of ``quote`` stand in a text, white space apart.

    Blanks, line ends and marks that cannot be seen count for nothing, for a quote is copied from
    what was printed. Raises Unmet where the words stand nowhere, or at several places.
    """
    text, offsets = composed(source.text)
    places = [place for place, char in enumerate(text) if _seen(char)]
    letters = "".join(text[place] for place in places)
    wanted = "".join(filter(_seen, composed(quote)[0]))
    first = letters.find(wanted) if wanted else -1
    if first < 0:
        raise Unmet("no-quote", quote)
    if letters.find(wanted, first + 1) >= 0:
        raise Unmet("ambiguous-quote", quote)
    last = places[first + len(wanted) - 1]
    # What is composed of several code points ends where the next letter begins.
    end = next(offset for offset in offsets[last + 1 :] if offset > offsets[last])
    return Span(offsets[places[first]], end)


def _seen(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != _INVISIBLE
