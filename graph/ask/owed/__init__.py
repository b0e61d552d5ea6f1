"""Who owes which document by when, and what became of it?"""
