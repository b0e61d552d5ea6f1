"""What does a file say, whatever its format: the text, its pages, and what to know about it?"""
