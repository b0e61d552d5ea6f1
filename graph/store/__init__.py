"""How does a graph lie on disk, and what does reading code need of it?"""
