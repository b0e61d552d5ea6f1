"""Which commands hand the collection on?"""
