"""Which document does a number mean when all texts are read together?"""
