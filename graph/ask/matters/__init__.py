"""What is open in a collection, kind by kind, and which lines would settle it?"""
