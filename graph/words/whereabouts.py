"""What places are called, by their paths: from the tables, else as bodies of theirs bear it."""

from collections.abc import Sequence

from ontology.institutions.places import place_by_slug
from ontology.institutions.units import unit_at
from ontology.spelling import slug


def name_at(path: str, bodies: Sequence[str] = ()) -> str:
    """Return what the place at ``path`` is called, without what it lies in.

    ``bodies`` are names of bodies there; where the tables know no such place, one of them may
    bear its name. Where none does, its slug is all that is known.

    >>> name_at("lai-chau.tam-duong"), name_at("lai-chau.xa-moi", ["Đảng ủy xã Mới"])
    ('Tam Đường', 'xã Mới')
    """
    own = path.rpartition(".")[2]
    if province := place_by_slug(path):
        return province.name
    name = _spelled(own, bodies)
    if (name == own or own.isdigit()) and (unit := unit_at(path)):
        return unit.label if own.isdigit() else unit.name
    return name


def place_line(path: str, bodies: Sequence[str] = ()) -> str:
    """Return what the place at ``path`` is called with what it lies in, for many share a name.

    >>> place_line("lai-chau.tam-duong"), place_line("")
    ('Tam Đường, Lai Châu', '')
    """
    names = [name_at(path, bodies)] if path else []
    while path := path.rpartition(".")[0]:
        names.append(name_at(path, bodies))
    return ", ".join(names)


def _spelled(wanted: str, bodies: Sequence[str]) -> str:
    """Return the words of a body's name that ``wanted`` is the slug of, else ``wanted`` itself."""
    size = wanted.count("-") + 1
    for words in (body.split() for body in bodies):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            if slug(name) == wanted and not name.isupper():
                return name
    return wanted
