"""Whose deed is it that a text speaks of: its own, another's, or one that is only ordered?"""
