"""Which documents a person means by what was typed: a number, a list, a citation, a name, a title.

The keys of the store answer for what is typed as it is printed. All else is read by the rules that
read citations out of texts; these are slow to load, so they are loaded where they are needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import Ambiguous, NotFound, NumberUnread
from graph.identity.numbers import TypedNumber, parse_typed
from graph.read.documents import Documents
from graph.read.lookup import CALLED_BY_TITLE, bearing, matching, nearest, titled, type_opening
from graph.store.disk import GraphStore
from graph.values import Found
from ontology.dates import partial_date
from ontology.spelling import slug

_LISTED = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")


@dataclass(frozen=True, slots=True)
class _Meant:
    """One document as it was typed, its number or its name alone, and the IRIs that it may mean."""

    typed: str
    printed: str
    iris: tuple[str, ...]


def documents_named(store: GraphStore, number: str) -> tuple[Found, ...]:
    """Return every document that ``number`` may mean, in the order of their IRIs; none is empty.

    A number is taken as people type it: with or without its type word, diacritics, capitals and
    the right marks, with a selector behind ``@`` (term, year, date, place), "khóa …", "ngày …", its
    issuer, its place or its title. A list ("217, 218-QĐ/TW"), a name, the title of a numbered
    document, a description ("kế hoạch của Lai Châu về 57"), an IRI and a key of the graph will do.
    """
    documents = Documents(store.dataset)
    return tuple(map(documents.found, iris_named(documents, number)))


def iris_named(documents: Documents, number: str) -> tuple[str, ...]:
    """Return the IRI of every document that ``number`` may mean, in order."""
    return tuple(sorted({iri for each in _meant(documents, number) for iri in each.iris}))


def documents_asked(store: GraphStore, number: str) -> tuple[Found, ...]:
    """Return the documents that ``number`` means: one, or each of a list in the order typed.

    References that are open are no documents: beside one document that is known they do not make a
    number ambiguous. Raises NotFound with the nearest numbers, NumberUnread where nothing in
    ``number`` can be read as a number or a name, Ambiguous with the candidates.
    """
    documents = Documents(store.dataset)
    meant = _meant(documents, number)
    if not meant:
        raise NumberUnread(number)
    return tuple(dict.fromkeys(found for each in meant for found in _settled(documents, each)))


def document_named(store: GraphStore, number: str) -> Found:
    """Return the one document that ``number`` means; raises as ``documents_asked`` does.

    Several documents are ambiguous here.
    """
    asked = documents_asked(store, number)
    if len(asked) > 1:
        raise Ambiguous(number, asked)
    return asked[0]


def _settled(documents: Documents, meant: _Meant) -> tuple[Found, ...]:
    """Return the one document that is meant, or a law by its number and by its name."""
    found = tuple(map(documents.found, meant.iris))
    known = [document for document in found if documents.record(document.iri).known]
    if len(known) == 2 and (law := _law_and_name(documents, known)):
        return law
    candidates = known if len(known) == 1 else found
    if not candidates:
        near = nearest(documents, meant.printed) or nearest(documents, meant.typed)
        raise NotFound(meant.typed, near)
    if len(candidates) > 1:
        raise Ambiguous(meant.typed, found)
    return tuple(candidates)


def _law_and_name(documents: Documents, known: list[Found]) -> tuple[Found, ...]:
    """Return the one law that bears a name before that name, if no year stands between the two.

    What texts say of a law by its name alone may be of an earlier one, so the graph keeps the two
    apart; who asks for the name is answered with both.
    """
    named = [found for found in known if not documents.record(found.iri).stated.get("number")]
    law = [found for found in known if found not in named]
    if len(named) != 1 or len(law) != 1 or slug(law[0].type) not in CALLED_BY_TITLE:
        return ()
    years = {partial_date(found.date).year for found in known if found.date}
    return () if len(years) > 1 else (law[0], named[0])


def _meant(documents: Documents, text: str, depth: int = 0) -> tuple[_Meant, ...]:
    """Return what may be meant; nothing where nothing can be read."""
    typed = parse_typed(text)
    exact = matching(documents, text, twins=True)
    if exact and (typed.iri or not typed.key):
        return (_Meant(text, text, exact),)
    if typed.marks and not exact and (listed := _listed(documents, text)):
        return listed
    by_name = typed.name != typed.key and bool(documents.having_key(typed.name))
    if exact and not by_name and type_opening(typed.words) == typed.words:
        return (_Meant(text, text, exact),)
    return tuple(_read(documents, text, exact if by_name else (), depth))


def _listed(documents: Documents, text: str) -> tuple[_Meant, ...]:
    """Return the documents of a list with selectors ("69-KL/TU@lai-chau, 69-KL/TU@ha-giang")."""
    parts = _LISTED.split(text)
    found = [_Meant(part, part, matching(documents, part)) for part in parts]
    return tuple(found) if len(parts) > 1 and all(each.iris for each in found) else ()


def _read(documents: Documents, text: str, exact: tuple[str, ...], depth: int) -> Iterator[_Meant]:
    """Yield what may be meant by what is no key of the store, or by a name that holds a number."""
    from graph.typed.choosing import chosen
    from graph.typed.citations import typed_citations

    typed = parse_typed(text)
    head, *selectors = text.split("@")
    marks = parse_typed("@".join(["", *selectors])).marks
    if exact:
        yield _Meant(text, text, _with_law_of_year(documents, head, exact, marks))
        return
    if not selectors and (meant := _described(documents, text, depth)):
        yield meant
        return
    if not typed.key and (found := titled(documents, head)):
        yield _Meant(text, text, bearing(documents, found, marks))
        return
    cited = typed_citations(head)
    for each in cited:
        found = chosen(documents, matching(documents, each.printed, twins=True), each)
        asked = each.printed if len(cited) > 1 else text
        yield _Meant(asked, each.printed, bearing(documents, found, marks))
    if not cited and _is_readable(typed):
        yield _Meant(text, text, ())


def _described(documents: Documents, text: str, depth: int) -> _Meant | None:
    """Return the documents described by what they carry out, None where nothing is described."""
    from graph.typed.descriptions import DEEPEST, carrying_out, described

    description = described(text) if depth < DEEPEST else None
    if description is None:
        return None
    meant = _meant(documents, description.carried_out, depth + 1)
    targets = tuple(sorted({iri for each in meant for iri in each.iris}))
    if not targets or not description.by_number:
        return None
    found = carrying_out(documents, targets, description)
    return _Meant(text, description.carried_out, found)


def _with_law_of_year(
    documents: Documents, name: str, exact: tuple[str, ...], marks: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what bears a name with a year ("Luật Đất đai 2024"), and the numbered law of it."""
    from graph.typed.choosing import chosen
    from graph.typed.citations import typed_citations

    cited = typed_citations(name)
    if len(cited) != 1 or parse_typed(cited[0].printed).key or not cited[0].date:
        return exact
    found = matching(documents, cited[0].printed, twins=True)
    laws = bearing(documents, chosen(documents, found, cited[0]), marks)
    return tuple(sorted({*exact, *laws}))


def _is_readable(typed: TypedNumber) -> bool:
    """Tell whether what was typed is a number, or begins as a name does."""
    if (opening := type_opening(typed.name)) and opening != typed.name:
        return True
    return bool(typed.key) and type_opening(typed.words) == typed.words
