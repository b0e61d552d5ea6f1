"""Which document is the text itself, who issued it, and where?"""
