"""Which documents have the words and the marks that a person asks for, and where?"""
