"""How does the same graph lie on a SPARQL server?"""
