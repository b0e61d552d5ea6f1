"""What a text says, which stands in the dataset beside the tables and is not written twice."""

from pyoxigraph import Literal

from graph.rdf import vocabulary as ld
from graph.store.dataset import Facts


def content_of(facts: Facts, sha: str) -> str:
    """Return the text with this hash as it was read; empty where ``facts`` hold none."""
    quads = facts.quads_for_pattern(ld.text_node(sha), ld.CONTENT, None, None)
    said = (quad.object.value for quad in quads if isinstance(quad.object, Literal))
    return next(said, "")
