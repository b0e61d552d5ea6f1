"""What does a click settle, and how is it written down?"""
