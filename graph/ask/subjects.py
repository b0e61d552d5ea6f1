"""What a finding is about, in the words of people: documents, bodies, quotes, and whence."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.rdf.literals import is_date
from graph.read.documents import Documents
from graph.words.labels import RELATION_WORDS, shown_date, word
from graph.words.sentences import Language

Node = NamedNode | Literal
_QUOTED = 200


class Subjects:
    """Names the nodes that findings are about, read out of the dataset of ``documents``."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._dataset = documents.dataset
        self._texts = {
            quad.subject
            for quad in self._dataset.quads_for_pattern(None, ld.TYPE, ld.TEXT, None)
            if isinstance(quad.subject, NamedNode)
        }
        self._said: dict[tuple[NamedNode, NamedNode], list[tuple[Node, NamedNode]]] = {}

    def name(self, node: NamedNode) -> str:
        """Return what to type to see the document that ``node`` belongs to, or its text's name."""
        for quad in self._dataset.quads_for_pattern(node, ld.SELECTOR, None, None):
            if isinstance(quad.object, Literal):
                return quad.object.value
        for predicate in (ld.SUBJECT, ld.SET_BY, ld.ABOUT, ld.IN_TEXT):
            for owner in self._objects(node, predicate):
                return self.name(owner)
        return self._documents.text_name(node.value) or node.value

    def words(self, value: Node, language: Language) -> str:
        """Return a value as a message shows it."""
        if isinstance(value, Literal):
            if is_date(value):
                return shown_date(language, value.value)
            text = " ".join(value.value.split())
            return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
        relation = ld.RELATION_NAMES.get(value)
        if relation:
            return word(RELATION_WORDS, language, relation)
        label = self._documents.label(value.value) or self._documents.text_name(value.value)
        return label or value.value.rpartition("/id/")[2]

    def sources(self, this: NamedNode, values: Mapping[str, Node]) -> tuple[str, ...]:
        """Return the names of the texts that a finding about ``this`` comes from, in order."""
        names = {self._documents.text_name(graph.value) for graph in self._graphs(this, values)}
        return tuple(sorted(filter(None, names)))

    def _graphs(self, this: NamedNode, values: Mapping[str, Node]) -> Iterator[NamedNode]:
        """Yield the graphs that state what is wrong, or that speak of ``this`` at all."""
        path, other = values.get("path"), values.get("other")
        # A text that a finding names is one that it comes from.
        for named in values.values():
            if isinstance(named, NamedNode) and named in self._texts:
                yield named
        stated: list[Node | None] = [values[name] for name in ("value", "other") if name in values]
        if isinstance(path, NamedNode):
            for value in stated or [None]:
                yield from self._holding(this, path, value)
            if isinstance(other, NamedNode) and "later" in values:
                yield from self._holding(other, path, values["later"])
        elif self._documents.exists(this.value):
            yield from self._texts_that_mention(this)
        else:
            yield from self._holding(this, ld.TYPE, None)

    def _texts_that_mention(self, document: NamedNode) -> Iterator[NamedNode]:
        for quad in self._dataset.quads_for_pattern(None, ld.REFERS_TO, document, None):
            if isinstance(quad.graph_name, NamedNode):
                yield quad.graph_name

    def _holding(
        self, subject: NamedNode, predicate: NamedNode, value: Node | None
    ) -> Iterator[NamedNode]:
        """Yield the graphs that say ``value`` of ``subject``, or anything where there is none."""
        if (subject, predicate) not in self._said:
            self._said[subject, predicate] = [
                (quad.object, quad.graph_name)
                for quad in self._dataset.quads_for_pattern(subject, predicate, None, None)
                if isinstance(quad.object, Node) and isinstance(quad.graph_name, NamedNode)
            ]
        for said, graph in self._said[subject, predicate]:
            if value is None or said == value:
                yield graph

    def _objects(self, node: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
        for quad in self._dataset.quads_for_pattern(node, predicate, None, None):
            if isinstance(quad.object, NamedNode):
                yield quad.object
