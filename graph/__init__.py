"""What ALL texts say together, and how people ask: store, questions, page, command line."""

from graph.errors import GraphError
from graph.knowledge_graph import KnowledgeGraph
from graph.notebook.profile import Profile
from graph.notebook.rows import DocumentRow, LinkRow, Plan
from graph.notebook.table import Table

__all__ = ["DocumentRow", "GraphError", "KnowledgeGraph", "LinkRow", "Plan", "Profile", "Table"]
