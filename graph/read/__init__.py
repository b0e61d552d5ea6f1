"""What does the graph say of a document, a link, a place, and of all of them at once?"""
