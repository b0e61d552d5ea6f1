"""What is known before any text is read: documents' names, bodies, places, terms, relations.

A document is identified by the register that its number is from (``DocumentId``), and not by the
number that is printed (``Symbol``). The tables of types, bodies, places, terms and known documents
are looked up in the modules named for them.
"""

from ontology.documents.identity import DocumentId
from ontology.documents.relation import Relation
from ontology.documents.symbol import Symbol
from ontology.level import Level

__all__ = ["DocumentId", "Level", "Relation", "Symbol"]
