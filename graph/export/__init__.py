"""How do other programs get the graph?"""
