"""How does a collection become one interactive page?"""
