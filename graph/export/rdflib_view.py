"""The store as rdflib sees it."""

from oxrdflib import OxigraphStore
from rdflib import Dataset

from graph.store.dataset import local_copy
from graph.store.disk import GraphStore


def as_rdflib(store: GraphStore) -> Dataset:
    """Return the dataset of ``store`` for reading, every graph seen through the default one.

    A graph on a server is copied first.
    """
    return Dataset(store=OxigraphStore(store=local_copy(store.dataset)), default_union=True)
