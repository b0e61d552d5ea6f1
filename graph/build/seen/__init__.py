"""How does each file look without being opened, and what is known of those that look so?"""
