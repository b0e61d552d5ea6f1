"""A site of static pages: one for each document, readable without a script, linked to each other.

Each page holds its facts as JSON-LD, too; each text that is held has a page to be read on, on
which the words of a link are a place of their own. ``index.html`` lists and finds all documents,
``search.json`` is the same list for programs.
"""

import json
import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Final

from jinja2 import Template
from markupsafe import Markup

from graph.errors import Unwritable, WrongUse
from graph.harmless import embedded
from graph.pages.annotated import place_name
from graph.pages.debts import NO_DEBTS, Debts
from graph.pages.document import (
    MOST_OF_A_RELATION,
    alike,
    details_of,
    fields_of,
    grouped,
    json_ld,
)
from graph.pages.environment import page_environment, stylesheet
from graph.pages.fitting import all_unless
from graph.pages.sources import HeldText, held_texts, no_texts
from graph.read.collection import Collected, CollectedLink, Collection
from graph.site.owing import OWED, OwedPages
from graph.store.disk import GraphStore
from graph.values import Quote, SourceOf, Step
from graph.whole_files import is_draft, write_whole
from graph.words.labels import called
from graph.words.refusals import cause_of
from graph.words.sentences import Language
from ontology.documents.identity import BASE
from ontology.level import Level

INDEX: Final = "index.html"
SEARCH: Final = "search.json"
_STYLE: Final = "site.css"
_BASE: Final = f"{BASE}id/"
_KINDS: Final = ("all", "doc", "owed", "ref", "text")
"""The folders of a site whose pages are all its own."""
_SAFE_PATH: Final = re.compile(r"(?:doc|ref)(?:/[a-z0-9][a-z0-9.-]{0,150})+")


@dataclass(frozen=True, slots=True)
class SiteReport:
    """How many pages were written, with how many links among them."""

    pages: int
    links: int


def write_site(
    store: GraphStore,
    folder: Path,
    *,
    language: Language,
    part: Collection | None = None,
    source_of: SourceOf = no_texts,
    debts: Debts = NO_DEBTS,
) -> SiteReport:
    """Write the pages of ``part`` of ``store``, or of all, into ``folder``; remove those that went.

    ``source_of`` gives the texts that can be read in it, ``debts`` what is owed. Raises WrongUse
    where the folder holds anything but an earlier site or there are too many documents, and
    Unwritable.
    """
    collection = all_unless(part, store)
    report = SiteReport(len(collection.documents), len(collection.links))
    if not collection.documents:
        return report
    if folder.exists() and not _free(folder):
        raise WrongUse("not a site", path=str(folder))
    try:
        earlier = {path for kind in _KINDS for path in folder.glob(f"{kind}/**/*.html")}
        earlier |= set(folder.glob(str(OWED)))
        texts = held_texts(store, collection, source_of, ordered=debts.places())
        for path, content in pages(collection, language, texts, debts):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content.encode())
            earlier.discard(file)
        for file in earlier:
            file.unlink()
    except OSError as error:
        raise Unwritable(folder, cause_of(error)) from error
    return report


def _free(folder: Path) -> bool:
    return folder.is_dir() and ((folder / SEARCH).is_file() or all(map(is_draft, folder.iterdir())))


def pages(
    collection: Collection,
    language: Language,
    texts: Iterable[HeldText] = (),
    debts: Debts = NO_DEBTS,
) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield every file of the site: its texts, then its documents, the list of these last."""
    documents = {document.found.iri: document for document in collection.documents}
    named = {
        iri: called(each.found, collection.places, language) for iri, each in documents.items()
    }
    shown = {iri: document.found for iri, document in documents.items()}
    outgoing, incoming = _by_end(collection.links)
    environment = page_environment("graph.site", language)
    environment.globals |= {
        "places": collection.places,
        "documents_count": len(collection.documents),
        "links_count": len(collection.links),
    }
    template = environment.get_template("document.html.j2")
    # First, for a folder that holds it is known as a site, even one that was not finished.
    listed = json.dumps(_listed(collection, named), ensure_ascii=False, indent=0)
    yield PurePosixPath(SEARCH), f"{listed}\n"
    yield PurePosixPath(_STYLE), stylesheet()
    at: dict[str, PurePosixPath] = {}
    reading = environment.get_template("text.html.j2")
    for text in texts:
        path = at[text.name] = PurePosixPath(f"text/{text.sha}.html")
        yield path, _text_page(reading, path, text, documents, named)

    def address(here: PurePosixPath, iri: str) -> str:
        return _link_to(here, iri) if iri in documents else ""

    def words_at(here: PurePosixPath, quote: Quote | Step) -> str:
        return _words_at(here, at, quote)

    owing = OwedPages(debts, language, named, address=address, words_at=words_at)
    yield from owing.pages(environment)
    for iri, document in documents.items():
        # A page of its own shows all links where the first does not.
        whole = _whole_path(iri)
        many = max(len(outgoing[iri]), len(incoming[iri])) > MOST_OF_A_RELATION
        for path, most in (
            (page_path(iri), MOST_OF_A_RELATION),
            *([(whole, None)] if many else []),
        ):
            columns = [
                (
                    side,
                    grouped(
                        alike(links[iri], shown, back=back, most=most),
                        shown,
                        named,
                        language,
                        back=back,
                    ),
                )
                for side, links, back in (("left", outgoing, False), ("right", incoming, True))
            ]
            content = template.render(
                document=document,
                here=path,
                link_to=partial(_link_to, path),
                words_at=partial(_words_at, path, at),
                texts=[(name, _up(path) + str(at[name])) for name in document.texts if name in at],
                columns=columns,
                fields=fields_of(document, collection.places, language),
                details=details_of(document, language),
                data=Markup(embedded(json_ld(document, outgoing[iri]))),
                turned=False,
                all_of=partial(_all_of, path, whole),
                **owing.of_document(iri, path),
            )
            yield path, content
    script = files("graph.site").joinpath("templates", "search.js").read_text(encoding="utf-8")
    yield (
        PurePosixPath(INDEX),
        environment.get_template("index.html.j2").render(
            here=PurePosixPath(INDEX),
            link_to=partial(_link_to, PurePosixPath(INDEX)),
            levels=_by_level(collection, named),
            owed=str(OWED) if owing else "",
            script=Markup(script),
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        ),
    )


def page_path(iri: str) -> PurePosixPath:
    """Return where the page of a document lies; what is no plain path is named by its hash.

    >>> str(page_path("https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/25"))
    'doc/tw/k11/nq-tw/25.html'
    """
    path = iri.removeprefix(_BASE)
    if not _SAFE_PATH.fullmatch(path) or ".." in path:
        path = f"ref/{sha256(iri.encode()).hexdigest()[:32]}"
    return PurePosixPath(f"{path}.html")


def _whole_path(iri: str) -> PurePosixPath:
    return PurePosixPath(f"all/{sha256(iri.encode()).hexdigest()[:32]}.html")


def _all_of(
    here: PurePosixPath, whole: PurePosixPath, _side: str, _relation: str, _count: int
) -> str:
    """Return the address of the page of all links of a document."""
    return _up(here) + str(whole)


def _by_end(
    links: Sequence[CollectedLink],
) -> tuple[Mapping[str, list[CollectedLink]], Mapping[str, list[CollectedLink]]]:
    outgoing: defaultdict[str, list[CollectedLink]] = defaultdict(list)
    incoming: defaultdict[str, list[CollectedLink]] = defaultdict(list)
    for link in links:
        outgoing[link.key.subject].append(link)
        incoming[link.key.object].append(link)
    return outgoing, incoming


def _listed(collection: Collection, named: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {
            "page": str(page_path(document.found.iri)),
            "iri": document.found.iri,
            "name": named[document.found.iri],
            "title": document.found.title,
            "issuer": document.found.issuer,
            "date": document.found.date,
            "level": document.found.level.value if document.found.level else "",
            "place": document.found.place,
        }
        for document in collection.documents
    ]


def _by_level(
    collection: Collection, named: Mapping[str, str]
) -> list[tuple[str, list[Collected]]]:
    levels: defaultdict[str, list[Collected]] = defaultdict(list)
    for document in collection.documents:
        levels[document.found.level.value if document.found.level else ""].append(document)
    order = [*(level.value for level in Level), ""]
    return [
        (
            level,
            sorted(
                levels[level],
                key=lambda document: (named[document.found.iri], document.found.iri),
            ),
        )
        for level in dict.fromkeys(order)
        if levels[level]
    ]


def _text_page(
    template: Template,
    here: PurePosixPath,
    text: HeldText,
    documents: Mapping[str, Collected],
    named: Mapping[str, str],
) -> str:
    own = [documents[iri] for iri in text.own]
    return template.render(
        here=here,
        link_to=partial(_link_to, here),
        place_at=lambda step: f"#{place_name(step.start, step.end)}",
        text=text,
        own=own,
        title=named[text.own[0]] if own else text.name,
        pieces=text.pieces,
        links=text.links,
        pages=0,
        called=named,
    )


def _up(here: PurePosixPath) -> str:
    """Return the way from a page to the folder of the site."""
    return "../" * (len(here.parts) - 1)


def _link_to(here: PurePosixPath, iri: str) -> str:
    return _up(here) + str(page_path(iri))


def _words_at(here: PurePosixPath, at: Mapping[str, PurePosixPath], step: Step | Quote) -> str:
    """Return the address of words; empty where their text is no part of the site."""
    if step.text not in at or not step.end:
        return ""
    return f"{_up(here)}{at[step.text]}#{place_name(step.start, step.end)}"
