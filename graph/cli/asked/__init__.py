"""Which commands answer from the collection?"""
