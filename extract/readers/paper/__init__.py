"""What is printed on a page, and in which order is it read?"""
