"""The JSON-LD context of the vocabulary: short names for classes, properties and what they hold.

``python -m ontology.vocabulary.context`` writes ``context.jsonld`` beside it anew from
``luocdo.ttl``; a test holds that the two agree.
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from ontology.documents.identity import BASE

_NS = f"{BASE}ns#"
_PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "ld": _NS,
    "lds": f"{BASE}scheme/",
    "owl": str(OWL),
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": str(XSD),
}


def jsonld_context() -> dict[str, Any]:
    """Return the context: prefixes, classes, properties with the type of their values.

    A property whose values are of several types (a date may be a day, a month, a year) has none.
    """
    vocabulary = Graph()
    content = files("ontology.vocabulary").joinpath("luocdo.ttl").read_bytes()
    vocabulary.parse(data=content, format="turtle")
    terms: dict[str, Any] = {}
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in vocabulary.subjects(RDF.type, kind):
            if isinstance(term, URIRef):
                terms[str(term).removeprefix(_NS)] = _definition(vocabulary, term, kind)
    return {"@context": _PREFIXES | dict(sorted(terms.items()))}


def write(path: Path) -> None:
    """Write the context to ``path``; the same vocabulary gives the same bytes."""
    path.write_text(json.dumps(jsonld_context(), indent=2) + "\n", "utf-8")


def _definition(vocabulary: Graph, term: URIRef, kind: URIRef) -> str | dict[str, str]:
    short = f"ld:{str(term).removeprefix(_NS)}"
    if kind == OWL.ObjectProperty:
        return {"@id": short, "@type": "@id"}
    values = vocabulary.value(term, RDFS.range)
    if kind == OWL.DatatypeProperty and values in (XSD.integer, XSD.boolean, XSD.decimal):
        return {"@id": short, "@type": f"xsd:{str(values).rpartition('#')[2]}"}
    return short


if __name__ == "__main__":
    write(Path(str(files("ontology.vocabulary").joinpath("context.jsonld"))))
