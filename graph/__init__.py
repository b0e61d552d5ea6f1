"""What ALL texts say together, and how people ask: store, questions, page, command line."""

from graph.errors import GraphError
from graph.knowledge_graph import KnowledgeGraph
from graph.profile import Profile
from graph.rows import DocumentRow, LinkRow, Plan
from graph.table import Table

__all__ = ["DocumentRow", "GraphError", "KnowledgeGraph", "LinkRow", "Plan", "Profile", "Table"]
