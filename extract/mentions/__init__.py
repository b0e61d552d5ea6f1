"""Where does the text speak of a document, by its number or by its name?"""
