"""The vocabulary as its HTML reference is made from it: each name in both languages at once.

Documentation tools print the names of a term one behind the other; here they become one name,
"thực hiện / implements". They leave out which relation is the inverse of which; here a note says
so. ``make ontology-docs`` runs ``python -m ontology.vocabulary.reference FILE``.
"""

import sys
from importlib.resources import files
from pathlib import Path

from rdflib import DCTERMS, OWL, RDFS, SKOS, Graph, Literal, URIRef

_NAMES = (RDFS.label, DCTERMS.title)


def bilingual(vocabulary: Graph) -> Graph:
    """Return a copy in which every name holds both languages, Vietnamese first.

    Each relation and its inverse have a note that names the other.
    """
    prepared = Graph(namespace_manager=vocabulary.namespace_manager)
    for triple in vocabulary:
        if triple[1] not in _NAMES:
            prepared.add(triple)
    for name in _NAMES:
        for term in vocabulary.subjects(name, unique=True):
            spoken = {
                str(value.language): str(value)
                for value in vocabulary.objects(term, name)
                if isinstance(value, Literal) and isinstance(term, URIRef)
            }
            both = " / ".join(spoken[language] for language in ("vi", "en") if language in spoken)
            prepared.add((term, name, Literal(both)))
    for relation, inverse in vocabulary.subject_objects(OWL.inverseOf):
        for direction, other in ((relation, inverse), (inverse, relation)):
            note = f"Chiều ngược / inverse: {prepared.value(other, RDFS.label)}"
            prepared.add((direction, SKOS.scopeNote, Literal(note)))
    return prepared


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    source = files("ontology.vocabulary").joinpath("luocdo.ttl").read_bytes()
    bilingual(Graph().parse(data=source, format="turtle")).serialize(target, format="turtle")
