"""How does a store come from files, and what of it has to be made anew?"""
