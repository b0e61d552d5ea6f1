"""Who owes which document by when, by the words and the tables of one text?"""
