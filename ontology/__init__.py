"""What is known before any text is read: documents' names, bodies, places, terms, relations.

A document is identified by the register that its number is from (``DocumentId``), and not by the
number that is printed (``Symbol``). The tables of types, bodies, places, terms and known documents
are looked up here; the other lookups are in the modules named for their table.
"""

from ontology.document_types import type_by_code, type_by_word
from ontology.identity import BASE, DocumentId, reference_iri
from ontology.issuers import issuer_by_code, issuer_by_name
from ontology.known_documents import holders
from ontology.level import Level
from ontology.places import place_by_slug, province_named
from ontology.relation import CARRIES_OUT, Relation
from ontology.symbol import Symbol
from ontology.system import System
from ontology.tables import TableError
from ontology.terms import congress_at, local_term_at

__all__ = [
    "BASE",
    "CARRIES_OUT",
    "DocumentId",
    "Level",
    "Relation",
    "Symbol",
    "System",
    "TableError",
    "congress_at",
    "holders",
    "issuer_by_code",
    "issuer_by_name",
    "local_term_at",
    "place_by_slug",
    "province_named",
    "reference_iri",
    "type_by_code",
    "type_by_word",
]
