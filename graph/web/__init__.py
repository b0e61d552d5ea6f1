"""How does a person read, ask and settle a collection in a browser?"""
