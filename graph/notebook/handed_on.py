"""The graph as it goes on from Python to other programs: files, networks, pages."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from graph.notebook.by_number import ByNumber, typed
from graph.typed.meaning import document_named
from ontology.dates import today

if TYPE_CHECKING:
    import networkx
    import rdflib
    from pyvis.network import Network

    from graph.notebook.page_view import PageView
    from graph.tables.sought.narrowing import Narrowing


class HandedOn(ByNumber):
    """A collection that other libraries and programs take over."""

    def export(self, path: str | os.PathLike[str]) -> int:
        """Write the graph to ``path``, in the format of its suffix; return how much was written.

        ``.xlsx``, ``.csv``, ``.ttl``, ``.nq``, … as ``luocdo export`` has them; see
        ``graph.export.files``. Raises UnknownFormat, Unwritable.

        >>> from tempfile import mkdtemp
        >>> kg.export(f"{mkdtemp()}/all.xlsx")       # documents and links
        90
        """
        from graph.export.files import export

        return export(self._store, Path(path), self.language)

    @property
    def rdf(self) -> "rdflib.Dataset":
        """The same store as an rdflib Dataset, all graphs together as its default graph.

        >>> from rdflib import URIRef
        >>> implements = URIRef("https://w3id.org/luocdo/ns#implements")
        >>> directive = URIRef(kg.document("43-KL/TW").iri)
        >>> len(set(kg.rdf.subjects(implements, directive)))
        2
        """
        from graph.export.rdflib_view import as_rdflib

        return as_rdflib(self._store)

    def networkx(self, *, inferred: bool = False) -> "networkx.MultiDiGraph[str]":
        """Return documents as nodes (by IRI) and links as edges; see ``graph.export.network``.

        >>> network = kg.networkx()
        >>> directive = kg.document("43-KL/TW").iri
        >>> sorted(network.nodes[plan]["number"] for plan, _, link
        ...        in network.in_edges(directive, data=True) if link["relation"] == "implements")
        ['133-KH/TU', '142-KH/TU']
        """
        from graph.export.network import as_networkx

        return as_networkx(self._store, inferred=inferred)

    def explore(
        self,
        number: str | None = None,
        output: str | os.PathLike[str] = "luocdo.html",
        *,
        texts: bool = True,
        **narrowed: "Unpack[Narrowing]",
    ) -> "PageView":
        """Write the interactive page to ``output`` and return it; a notebook shows it.

        It opens at the document that ``number`` means, and holds what is nearest to it of a large
        collection. ``narrowed``, as in ``find``, has it hold these documents with those next to
        them. Without ``texts`` it holds quotes alone. Raises NotFound, Ambiguous, Unwritable,
        UnknownPlace, and WrongUse for what is too much for a page.

        >>> from tempfile import mkdtemp
        >>> page = kg.explore("43-KL/TW", f"{mkdtemp()}/page.html")
        >>> page.documents, page.left_out
        (41, 0)
        """
        from graph.ask.owed.for_pages import debts_for_pages
        from graph.notebook.page_view import PageView
        from graph.opening import kept_texts, open_part
        from graph.page.writing import write_page
        from graph.pages.sources import no_texts

        centre = document_named(self._store, number) if number else None
        part = open_part(self._store, centre, narrowed)
        path = Path(output)
        data = write_page(
            self._store,
            path,
            language=self.language,
            centre=centre,
            part=part,
            source_of=kept_texts(self._store) if texts else no_texts,
            debts=debts_for_pages(self._store, today(), part=part, place=narrowed.get("place", "")),
        )
        return PageView(path, data.documents, data.links, data.left_out, self.language)

    def pyvis(self, number: str) -> "Network":
        """Return a document and all that it is linked with, as a Network of pyvis.

        It is used as pyvis is: ``.show("page.html", notebook=False)``, ``.add_node``,
        ``.set_options``; what it writes needs no network. Raises NotFound, Ambiguous.

        >>> drawn = kg.pyvis("61-KH/HU")
        >>> len(drawn.nodes), len(drawn.edges), drawn.directed
        (5, 4, True)
        """
        from graph.notebook.neighbourhood import drawn_around

        centre = document_named(self._store, typed(number))
        return drawn_around(self._store, centre.iri, self.language)
