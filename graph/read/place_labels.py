"""What the places of a collection are called, by the table of places or by their own bodies."""

from collections import defaultdict
from collections.abc import Sequence

from graph.read.documents import Documents
from ontology.institutions.places import place_by_slug
from ontology.institutions.units import unit_at
from ontology.spelling import slug


def place_names(documents: Documents, iris: Sequence[str]) -> dict[str, str]:
    """Return what every place is called: its name in the table, else as its bodies bear it."""
    names: dict[str, str] = {}
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for iri in iris:
        record = documents.record(iri)
        path = record.place
        bodies[path].update(record.stated.get("issuer", ()))
        while path:
            bodies.setdefault(path, set())
            path = path.rpartition(".")[0]
    for path in sorted(filter(None, bodies)):
        province, own = place_by_slug(path), path.rpartition(".")[2]
        names[path] = province.name if province else _spelled(own, sorted(bodies[path]))
        if (names[path] == own or own.isdigit()) and (unit := unit_at(path)):
            names[path] = unit.label if own.isdigit() else unit.name
    return names


def _spelled(wanted: str, bodies: Sequence[str]) -> str:
    """Return the words of a body's name that ``wanted`` is the slug of, else ``wanted`` itself."""
    size = wanted.count("-") + 1
    for words in (body.split() for body in bodies):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            if slug(name) == wanted and not name.isupper():
                return name
    return wanted
