"""How does an answer look in a notebook and in a program of Python?"""
