"""How does the text say that two documents are related, and in which words?"""
