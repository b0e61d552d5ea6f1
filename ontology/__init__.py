"""What is known before any text is read: documents' names, bodies, places, terms, relations.

A document is identified by the register that its number is from (``DocumentId``), and not by the
number that is printed (``Symbol``). The tables of types, bodies, places, terms and known documents
are looked up in the modules named for them.
"""

from ontology.identity import DocumentId
from ontology.level import Level
from ontology.relation import Relation
from ontology.symbol import Symbol

__all__ = ["DocumentId", "Level", "Relation", "Symbol"]
