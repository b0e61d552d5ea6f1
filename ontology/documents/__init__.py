"""How is a document named: its number, its key, its type, and its relations to others?"""
