"""With which names and values is the graph written?"""
