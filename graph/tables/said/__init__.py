"""How is what texts say cut up, spelled and learned from, so that words of it are found?"""
