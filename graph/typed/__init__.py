"""Which document, and which day, does a person mean by what was typed?"""
