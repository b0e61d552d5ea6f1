"""What the words of a decision on links and names mean, once all merging and splitting is done."""

from dataclasses import dataclass

from extract.reading import Document
from graph.decisions.merges import Moves
from graph.decisions.referents import Referents, Unmet
from graph.decisions.unseen import unseen_document


@dataclass(frozen=True, slots=True)
class Meanings:
    """The documents of all texts before people moved them, and after, and the moves between."""

    before: Referents
    after: Referents
    moves: Moves

    def meant(self, typed: str) -> str:
        """Return the IRI of the document that is meant, as it is after all moves; raises Unmet."""
        try:
            return self.after.meant(typed)
        except Unmet as unmet:
            if unmet.code != "no-document":
                raise
            return self.moves.followed(self.before.meant(typed))

    def mentioned(self, typed: str) -> str:
        """Return the IRI of a document that texts mention; raises Unmet."""
        iri = self.meant(typed)
        if not self.after.mentioned(iri):
            raise Unmet("no-document", typed)
        return iri

    def end(self, typed: str) -> tuple[str, Document | None]:
        """Return the document at an end of an added link, and what it is if no text mentions it.

        Raises Unmet where none is mentioned, and what was typed does not settle which it is.
        """
        try:
            return self.mentioned(typed), None
        except Unmet as unmet:
            if unmet.code != "no-document":
                raise
        document = unseen_document(typed)
        if document is None:
            raise Unmet("no-identity", typed)
        iri = self.moves.followed(document.iri)
        return iri, None if self.after.mentioned(iri) else document
