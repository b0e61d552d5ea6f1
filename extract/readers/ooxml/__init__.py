"""What do the parts of a Word file say beside its words: numbers, changes, styles?"""
