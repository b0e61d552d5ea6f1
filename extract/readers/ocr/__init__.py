"""What does a picture of a page say, and what of it is only a guess?"""
