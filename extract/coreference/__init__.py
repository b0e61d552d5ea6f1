"""Which short words mean a document that the text has spoken of before?"""
