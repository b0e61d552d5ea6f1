"""What two places carry out beside each other: what is asked of both stands first, in pairs."""

from collections.abc import Sequence
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.sparql import Rows
from graph.rdf import vocabulary as ld
from graph.read.places import lies_in
from graph.store.disk import GraphStore
from graph.tables.tabled_documents import documents_of
from graph.values import Value
from graph.words.labels import name_of
from graph.words.sentences import Language, say
from ontology.bilingual import Bilingual

_PLACE: Final = ld.thing_node("place", "").value


def compared(store: GraphStore, rows: Rows, places: Sequence[NamedNode]) -> Rows:
    """Return the rows of the question ``compare`` about ``places``, those of both places first.

    Of a directive that is asked of both, and that one of them does not carry out as far as the
    texts tell, that place has a row without a document. What is of one place alone is not asked of
    the other.
    """
    columns = {name: index for index, name in enumerate(rows.variables)}
    iris = [place.value for place in places]
    found: dict[tuple[str, str], list[tuple[Value, ...]]] = {}
    for row in rows.rows:
        key = str(row[columns["directive_iri"]]), str(row[columns["within"]])
        found.setdefault(key, []).append(row)

    directives = dict.fromkeys(directive for directive, _ in found)
    with documents_of(store) as documents:
        documents.fetch(directives)
        known = {iri: documents.found(iri) for iri in directives}

    def of_both(directive: str) -> bool:
        own = known[directive].place
        paths = (iri.removeprefix(_PLACE) for iri in iris)
        return not own or all(lies_in(path, frozenset({own})) for path in paths)

    def nothing(directive: str, place: str) -> tuple[Value, ...]:
        values = {
            "directive": name_of(known[directive]),
            "within": place,
            "directive_iri": directive,
        }
        return tuple(values.get(name) for name in rows.variables)

    told: list[tuple[Value, ...]] = []
    missing = False
    for directive in sorted(directives, key=lambda iri: (not of_both(iri), iri)):
        for place in dict.fromkeys(iris):
            held = found.get((directive, place), [])
            if not held and of_both(directive):
                held, missing = [nothing(directive, place)], True
            told.extend(held)
    note = Bilingual(*(say(language, "compare missing") for language in (Language.VI, Language.EN)))
    return Rows(rows.variables, tuple(told), note=note if missing else None)
